"""What a longer message tells for the form of an idea: the answers that need not be asked for any more.

All words are the person's own; the title is a stretch of them.
"""
from __future__ import annotations

import re
from typing import Any

from knowledge.places import Resolution
from knowledge.places.choice import open_name
from knowledge.spelling.courtesy import without_courtesy
from knowledge.telling import ToldIdea, take_parts
from knowledge.understanding import Reader, Understanding
from office.typed_text import cleaned
from wording.idea_form import NEEDS

IDEA, PROBLEM, TITLE, PEOPLE, PLACE = "idee", "problem", "titel", "zielgruppe", "ort"
STAGE, WHO, NEEDED = "stand", "wer", "bedarf"
LONGEST_TITLE = 80
"""Characters of a title that is proposed."""
_MOST_LEFT_OUT = 12
"""Words of a message that no part has taken; with more, the whole message is the idea, so that nothing is lost."""
_BETWEEN_PLACES = re.compile(r"^[\s,(]*(?:bei|in|im|an der|am|nahe|Kreis|Landkreis|Ortsteil|OT)?[\s,(]*$", re.IGNORECASE)
_SUBORDINATE = re.compile(r"^(?:dass|ob|wenn|wo|wie|damit)\b", re.IGNORECASE)
_MAKES_A_TITLE = re.compile(r"^(?:wenn|wo|wie)\b(?:\W+\w+){3,}", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:ein\w{0,2}|d(?:er|ie|as|en|em)|unser\w*|mein\w*)\s+(?=\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def told_answers(text: str, reader: Reader) -> dict[str, Any]:
    """The answers by key of the field; empty if `text` tells neither an idea nor a problem."""
    doc = reader.doc(text)
    read = reader.read_doc(doc)
    told = take_parts(doc, read)
    if told.idea is None and told.problem is None:
        return {}
    idea = _idea(text, told, read)
    answers = {
        IDEA: idea,
        PROBLEM: told.problem and told.problem.text,
        TITLE: told.title.text if told.title else proposed_title(told.idea.text if told.idea else ""),
        PEOPLE: ", ".join(dict.fromkeys(one.text for one in told.for_whom)),
        PLACE: place_told(text, read.where),
        STAGE: told.stage and told.stage.value,
        WHO: told.who and told.who.text,
        NEEDED: ", ".join(NEEDS[one.value] for one in told.needed),
    }
    told_ones = {key: value for key, value in answers.items() if value}
    return {key: cleaned(one, keeps_lines=True) if isinstance(one, str) else one for key, one in told_ones.items()}


def proposed_title(idea: str) -> str:
    """A stretch of the idea that can stand as its title; empty if there is none."""
    pieces = [one.strip() for one in re.split(r"\s*[,;:–]\s+", idea)]
    subordinate = next((one for one in pieces[1:] if _MAKES_A_TITLE.match(one)), "")
    if _SUBORDINATE.match(idea):
        first = re.sub(r"^dass\s+", "", pieces[0], flags=re.IGNORECASE)
        title = subordinate or (first if first.endswith("en") else "")
    else:
        title = re.sub(r"\s+vor$", "", _ARTICLE.sub("", pieces[0]))
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0]
    title = title.strip(" .!?…\"„“")
    return title[:1].upper() + title[1:] if len(title) > 2 else ""


def place_told(text: str, where: Resolution) -> dict[str, Any] | None:
    """The place in the person's words, with Land and Kreis as far as they are certain; None if there is none."""
    if not where.mentions:
        return None
    mentions = [where.mentions[0]]
    for one in where.mentions[1:]:
        if not _BETWEEN_PLACES.match(text[mentions[-1].end : one.start]):
            break
        mentions.append(one)
    words = " ".join(text[mentions[0].start : mentions[-1].end].split())
    return {"text": words, "land": where.land, "kreis": where.kreis, "is_open": open_name(where) is not None}


def _idea(text: str, told: ToldIdea, read: Understanding) -> str:
    """The idea as it was told: the part that names it, its whole sentences where it leans on them, or the whole message."""
    whole = _begun_with_capital(without_courtesy(text))
    if len(text) > len(read.text):
        return whole
    parts = [one for one in (told.idea, told.problem, told.who, told.title, *told.for_whom, *told.where) if one]
    taken = set().union(*(range(one.start, one.end) for one in parts))
    left = [one for one in re.finditer(r"\w+", text) if one.start() not in taken]
    if told.idea is None or len(left) > _MOST_LEFT_OUT:
        return whole
    if not _SUBORDINATE.match(told.idea.text):
        return _begun_with_capital(told.idea.text)
    start = max([one.end() for one in _SENTENCE_END.finditer(text) if one.end() <= told.idea.start], default=0)
    return _begun_with_capital(without_courtesy(text[start : told.idea.end]))


def _begun_with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]

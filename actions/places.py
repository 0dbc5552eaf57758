"""Which place is meant: when to ask for it, and what an answer to that makes of the question."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rasa_sdk import Tracker

from actions.history import OpenQuestion, last_answer
from actions.known import context_of, subjects_of
from actions.message import is_typed, question_of
from knowledge.library import Library
from knowledge.places import PlaceResolver, Resolution
from knowledge.places.choice import chosen, does_not_matter, is_bare_place, open_name, settled
from knowledge.search import Outcome, SearchResult
from knowledge.understanding import Understanding
from wording.needs import KIND_OF_NEED, LONGEST_QUESTION
from wording.places import ASKED_FOR_PLACE, PlaceNotes, which_place
from wording.reply import Reply

_WHEREVER = ("fallbeispiele", "methoden")
"""Kinds of records that help wherever they come from."""
_BY_LAND = ("foerderung", "kontakte", "veranstaltungen")
"""Kinds of which people expect one of their own Land."""
_SOUGHT = {"foerderung": "Förderung", "kontakte": "Ansprechstelle", "veranstaltungen": "Veranstaltungen"}
_ALL = 1_000


@dataclass(frozen=True)
class Answered:
    """A question made complete by the answer to what the assistant had asked."""

    kind: str
    question: str


def answer_to_open_question(tracker: Tracker, library: Library) -> Answered | None:
    """What to look up when the latest message answers „Welches Neustadt meinen Sie?“, or only names a place when asked.

    None if it is something else, or a button.
    """
    asked, text = last_answer(tracker).question, question_of(tracker)
    if asked is None or asked.need not in KIND_OF_NEED or not text.strip() or not is_typed(tracker):
        return None
    kind = KIND_OF_NEED[asked.need]
    if asked.outcome == ASKED_FOR_PLACE:
        latest = subjects_of(tracker).latest
        earlier = f"{latest.question} {context_of(tracker).where}" if latest else ""
        question = _with_the_place(asked, earlier, text, library)
        return None if question is None else Answered(kind, question)
    places = library.reader.places
    return Answered(kind, _about_the_place(kind, text, places)) if is_bare_place(text, places) else None


def _about_the_place(kind: str, text: str, places: PlaceResolver) -> str:
    """„01067“ as a question: a place alone has no word that a record could share."""
    where = places.resolve(text, expected=True)
    if where.land is None or kind not in _SOUGHT:
        return text
    return f"{_SOUGHT[kind]} {places.in_words(where)} ({places.land_name(where.land)})"


def _with_the_place(asked: OpenQuestion, earlier: str, text: str, library: Library) -> str | None:
    """The question before, or the `earlier` one with the place that is known, about the place that `text` chooses.

    Unchanged if any will do.
    """
    places = library.reader.places
    for question in (asked.question, earlier):
        name = open_name(places.resolve(question, expected=True))
        if name is None:
            continue
        place = chosen(text, name, places)
        if place is not None:
            return settled(question, name, place, places, LONGEST_QUESTION)
        return question if does_not_matter(text) else None
    return None


def was_asked(before: OpenQuestion | None, asked: Understanding, places: PlaceResolver) -> bool:
    """Whether the assistant has just asked which place of this name is meant: it does not ask twice in a row."""
    if before is None or before.outcome != ASKED_FOR_PLACE:
        return False
    earlier, now = open_name(places.resolve(before.question, expected=True)), open_name(asked.where)
    return earlier is not None and now is not None and earlier.text == now.text


def ask_which_place(library: Library, asked: Understanding, kind: str, today: date) -> Reply | None:
    """The question which place is meant, if the name leaves it open and the answer hangs on it."""
    name = open_name(asked.where)
    if name is None or not land_matters(library, asked, kind, today):
        return None
    return which_place(kind, asked, name, library.reader.places)


def land_matters(library: Library, asked: Understanding, kind: str, today: date) -> bool:
    """Whether the Länder that may be meant have different answers."""
    if kind in _WHEREVER or len(asked.lands) < 2:
        return False
    answers = set()
    for land in asked.lands:
        there = tuple(place for place in asked.where.candidates if place.land == land)
        result = library.search.find(replace(asked, where=Resolution(land, None, None, there, ())), today, kind)
        answers.add((result.outcome, frozenset(hit.record.id for hit in result.hits)))
    return len(answers) > 1


def notes_on(library: Library, asked: Understanding, kind: str, result: SearchResult, today: date) -> PlaceNotes:
    """What an answer has to say about the Land asked about."""
    return PlaceNotes(_nothing_is_local(library, asked, kind, result, today), land_matters(library, asked, kind, today))


def _nothing_is_local(library: Library, asked: Understanding, kind: str, result: SearchResult, today: date) -> bool:
    """Whether of all that was found, also behind the first three, nothing is of the Land asked about."""
    if kind not in _BY_LAND or not asked.lands or result.outcome is not Outcome.FOUND:
        return False
    found = library.search.find(asked, today, kind, limit=_ALL).hits
    return not any(hit.record.lands & asked.lands for hit in found)

"""The idea that somebody has told in the conversation, before or while they hand it in."""
from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker

from actions.message import is_typed, question_of
from actions.services import ActionServices
from actions.speaking import Saying
from conversation.forms.hearing import looks_like_question
from conversation.forms.idea_parts import TITLE, told_answers
from knowledge.understanding import Reader
from wording.idea_form import hand_in_button

_ASKS_HOW = re.compile(
    r"\b(?:wie|wo|was|wer|kann|könn\w*|koenn\w*|darf|dürf\w*|muss|geht|gibt)\b.*\b(?:idee\w*|vorschl\w*|projekt\w*)\b.*\b(?:ein(?:ge)?reich\w*|"
    r"ab(?:ge)?geb\w*|einbring\w*|eingesand\w*|los\b|loswerden|vorschlagen|melden|einsenden|passiert|abläuft|läuft)|"
    r"\bwie (?:läuft|geht|funktioniert)\b.*\beinreich\w*",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:meine|unsere)r? (?:eingereichte |abgegebene |alte )?idee\b(?: \w+){0,3} (?:ändern|aendern|"
    r"bearbeiten|korrigieren|ansehen|sehen|zurückziehen|zurueckziehen|zurücknehmen|"
    r"löschen|loeschen|aktualisieren|ergänzen)\b|"
    r"\b(?:zeig\w*|ändere?|bearbeite|lösch\w*)\b(?: \w+){0,3} (?:meine|unsere)r? (?:eingereichte )?idee\b",
    re.IGNORECASE,
)
_HANDED_IN = "IDEA_RECEIVED"
_MOST_WORDS = 14
"""Of a message that only asks for an idea; a longer one tells something."""
_LATEST = 8
"""Messages that are looked through for the idea that a button means."""


def asks_how(tracker: Tracker) -> bool:
    """„Wie kann ich eine Idee einreichen?“, with no idea told in it."""
    text = question_of(tracker)
    return is_typed(tracker) and bool(_ASKS_HOW.search(text)) and looks_like_question(text)


def means_own_idea(tracker: Tracker) -> bool:
    """„Ich möchte meine Idee ändern“, „Zeig mir meine Idee“: one that was handed in already."""
    text = question_of(tracker)
    return is_typed(tracker) and len(text.split()) <= _MOST_WORDS and bool(_OWN.search(text))


def offering_to_hand_in(said: Saying, tracker: Tracker, services: ActionServices) -> Saying:
    """The answer about money, with the button that hands in the idea that the same message tells."""
    text = question_of(tracker)
    if not is_typed(tracker) or TITLE not in told_answers(text, services.library.reader):
        return said
    return replace(said, reply=replace(said.reply, buttons=(*said.reply.buttons, hand_in_button(text))))


def idea_told_before(tracker: Tracker, reader: Reader) -> dict[str, Any]:
    """The answers that an earlier message tells: the one that a button carries the begin of, else the latest one that
    was taken for an idea and not handed in since."""
    carried, typed = "" if is_typed(tracker) else question_of(tracker).strip(), _typed_before(tracker)
    if carried:
        whole = next((text for text, _ in typed if text.strip().startswith(carried)), carried)
        return told_answers(whole, reader)
    told = (told_answers(text, reader) for text, need in typed if need == "idee_einreichen")
    return next(filter(None, told), {})


def _typed_before(tracker: Tracker) -> list[tuple[str, str]]:
    """The latest messages that were typed, newest first, each with its need."""
    told = []
    for event in reversed(tracker.events):
        if (((event.get("data") or {}).get("custom") or {}).get("outcome")) == _HANDED_IN:
            break
        text = event.get("text") or ""
        if event.get("event") == "user" and text and not text.startswith("/"):
            told.append((text, ((event.get("parse_data") or {}).get("intent") or {}).get("name") or ""))
    return told[:_LATEST]

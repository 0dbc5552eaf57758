"""The question that the assistant could not answer, as it is offered to the office: the words of the conversation."""
from __future__ import annotations

import re
from typing import Any

from rasa_sdk import Tracker

from actions.known import subjects_of
from actions.message import is_typed, question_of
from knowledge.search import Outcome
from office.matters.kinds.question import QUESTION, QUESTION_TEXT

IN_VAIN = (Outcome.NOTHING_FOUND.value, "NOT_UNDERSTOOD", "NEAREST_SHOWN", "ASKED_BACK")
"""Outcomes of answers that were none."""
_WANTS_TO_ASK = re.compile(
    r"\b(?:frage|anfrage|das|es|dies|sie)\b.{0,30}\b(?:an|für|fuer|bei) (?:die|der|eure|ihre) "
    r"(?:stelle|kolleg\w+|mitarbeit\w+)\b|"
    r"\b(?:frage|anfrage|das|es)\b.{0,20}\b(?:weitergeben|weiterleiten|weiterreichen)\b|"
    r"\b(?:geb|leit|reich)\w*\b.{0,30}\b(?:frage|anfrage)\b.{0,20}\bweiter\b",
    re.IGNORECASE,
)
_MOST_WORDS = 14


def wants_to_ask_office(tracker: Tracker) -> bool:
    """„Können Sie die Frage bitte an die Stelle weitergeben?“"""
    text = question_of(tracker)
    return is_typed(tracker) and len(text.split()) <= _MOST_WORDS and bool(_WANTS_TO_ASK.search(text))


def whole_message(tracker: Tracker) -> str:
    """What was typed, or the message of which a button carries the begin."""
    carried = question_of(tracker).strip()
    if is_typed(tracker) or not carried:
        return carried
    return next((text.strip() for text, _ in _typed_before(tracker) if text.strip().startswith(carried)), carried)


def unanswered_question(tracker: Tracker) -> str:
    """What the person asked in vain, in their own words and whole; empty if nothing of the kind was said.

    A button carries the begin of it. Otherwise it is the latest message that was not answered, or else the last one
    that was looked up.
    """
    if not is_typed(tracker) and question_of(tracker):
        whole = whole_message(tracker)
    else:
        in_vain = next((text for text, outcomes in _typed_before(tracker) if set(outcomes) & set(IN_VAIN)), "")
        latest = subjects_of(tracker).latest
        whole = in_vain or (latest.question if latest else "")
    return whole.strip()[: QUESTION.field(QUESTION_TEXT).longest]


def _typed_before(tracker: Tracker) -> list[tuple[str, list[str]]]:
    """What was typed before the latest message, newest first, each with the outcomes of its answer."""
    told: list[tuple[str, list[str]]] = []
    outcomes: list[str] = []
    is_latest = True
    for event in reversed(tracker.events):
        if event.get("event") == "bot":
            outcomes += _outcome(event)
        elif event.get("event") == "user":
            text = event.get("text") or ""
            if not is_latest and not text.startswith("/"):
                told.append((text, outcomes))
            outcomes, is_latest = [], False
    return told


def _outcome(event: dict[str, Any]) -> list[str]:
    custom = (event.get("data") or {}).get("custom") or {}
    return [custom["outcome"]] if custom.get("outcome") else []

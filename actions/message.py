"""Reading what the person said from Rasa's tracker."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker


def need_of(tracker: Tracker) -> str:
    """The need of the latest message; empty if the classifier was not sure."""
    return tracker.latest_message.get("intent", {}).get("name") or ""


def confidence_of(tracker: Tracker) -> float:
    """How sure the classifier is of that need; 1 where it was not asked, as with a button."""
    return float((tracker.latest_message.get("intent") or {}).get("confidence", 1.0))


def chosen_record(tracker: Tracker) -> str | None:
    """The record that a button names, if one was pressed."""
    return next(tracker.get_latest_entity_values("record"), None)


def question_of(tracker: Tracker) -> str:
    """The question: what a button carries, or else the message itself; empty for a button without one."""
    carried = next(tracker.get_latest_entity_values("question"), None)
    if carried is not None:
        return carried
    text = tracker.latest_message.get("text") or ""
    return "" if text.startswith("/") else text


def likely_needs(tracker: Tracker) -> list[str]:
    """The needs that the classifier took into account, likeliest first, without its own doubt."""
    ranking = tracker.latest_message.get("intent_ranking") or []
    return [one["name"] for one in ranking if one.get("name") and one["name"] != "nlu_fallback"]


@dataclass(frozen=True)
class OpenQuestion:
    """What the assistant has just asked: `outcome` tells what for (ASKED_FOR_MORE, ASKED_FOR_PLACE).

    `need` is what the person wants to know, `question` what they had asked before, empty for a button without one.
    """

    outcome: str
    need: str
    question: str


def open_question(tracker: Tracker) -> OpenQuestion | None:
    """The question of the assistant that the latest message follows, or None if it asked nothing."""
    before = [event for event in tracker.events if event.get("event") in ("user", "bot")]
    while before and before[-1]["event"] == "bot":
        before.pop()
    outcome, carried = "", ""
    for event in reversed(before[:-1]):  # without the latest message itself
        if event["event"] == "user":
            need = carried or (_parsed(event).get("intent") or {}).get("name") or ""
            return OpenQuestion(outcome, need, _question_in(event)) if outcome else None
        data = event.get("data") or {}
        said = (data.get("custom") or {}).get("outcome")
        outcome = said if said in ("ASKED_FOR_MORE", "ASKED_FOR_PLACE") else outcome
        carried = _need_of_buttons(data.get("buttons") or []) or carried
    return None


def is_typed(tracker: Tracker) -> bool:
    """Whether the latest message was written and not chosen from buttons."""
    return not (tracker.latest_message.get("text") or "").startswith("/")


def _parsed(event: dict[str, Any]) -> dict[str, Any]:
    return event.get("parse_data") or {}


def _question_in(event: dict[str, Any]) -> str:
    """As `question_of`, for an earlier message of the person."""
    for one in _parsed(event).get("entities") or []:
        if one.get("entity") == "question":
            return one["value"]
    text = event.get("text") or ""
    return "" if text.startswith("/") else text


def _need_of_buttons(buttons: list[dict[str, Any]]) -> str:
    """The need that all buttons lead to; empty if there is no such."""
    needs = {re.split(r"\W", button.get("payload", "").lstrip("/"))[0] for button in buttons}
    return needs.pop() if len(needs) == 1 else ""

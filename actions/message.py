"""Reading what the person said from Rasa's tracker."""
from __future__ import annotations

from typing import Any, Iterator
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


def chosen_part(tracker: Tracker) -> str:
    """The part of the record that a button names; empty for the first one."""
    return next(tracker.get_latest_entity_values("part"), None) or ""


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


def need_asked_about(tracker: Tracker) -> str:
    """The need under which the assistant has just asked for more (outcome ASKED_FOR_MORE); empty if it has not."""
    asked = False
    for event in _before_the_message(tracker):
        if event["event"] == "user":
            return (event.get("parse_data", {}).get("intent") or {}).get("name") or "" if asked else ""
        asked = asked or _custom(event).get("outcome") == "ASKED_FOR_MORE"
    return ""


def part_shown_before(tracker: Tracker) -> tuple[str, str]:
    """The record that the assistant has just shown and the part of it; empty if it has shown no single record."""
    for event in _before_the_message(tracker):
        custom = _custom(event)
        if event["event"] == "user" or "outcome" in custom:
            shown = custom.get("outcome") == "RECORD_SHOWN" and custom.get("records")
            return (shown[0], custom.get("part") or "") if shown else ("", "")
    return "", ""


def _before_the_message(tracker: Tracker) -> Iterator[dict[str, Any]]:
    """What either side has said before the latest message, newest first."""
    said = [event for event in tracker.events if event.get("event") in ("user", "bot")]
    while said and said[-1]["event"] == "bot":
        said.pop()
    return reversed(said[:-1])


def _custom(event: dict[str, Any]) -> dict[str, Any]:
    return (event.get("data") or {}).get("custom") or {}
    said, before = _said_last(tracker)
    asked = any(one.get("outcome") == "ASKED_FOR_MORE" for one in said)
    return (before.get("parse_data", {}).get("intent") or {}).get("name") or "" if asked else ""


def asked_last(tracker: Tracker) -> str:
    """The question of the funding finder that stood in the latest answer (`asks` of `actions.speaking`), or nothing."""
    return next((one["asks"] for one in _said_last(tracker)[0] if one.get("asks")), "")


def _said_last(tracker: Tracker) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """What was told beside the text (`custom`) in the answer before the latest message, and the message it answered."""
    events = [event for event in tracker.events if event.get("event") in ("user", "bot")]
    while events and events[-1]["event"] == "bot":
        events.pop()
    said: list[dict[str, Any]] = []
    for event in reversed(events[:-1]):  # without the latest message itself
        if event["event"] == "user":
            return said, event
        said.append((event.get("data") or {}).get("custom") or {})
    return [], {}

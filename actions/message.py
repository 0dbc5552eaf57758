"""Reading what the person said from Rasa's tracker."""
from __future__ import annotations

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


def chosen_records(tracker: Tracker) -> list[str]:
    """All records that a button names."""
    return list(tracker.get_latest_entity_values("record"))


def verb_of(tracker: Tracker) -> str | None:
    """What a button says is to be done."""
    return next(tracker.get_latest_entity_values("verb"), None)


def records_shown_last(tracker: Tracker) -> list[str]:
    """The records of the latest reply, before the message that is answered now."""
    for event in reversed(_events_before(tracker)):
        if event["event"] == "user":
            return []
        shown = ((event.get("data") or {}).get("custom") or {}).get("records")
        if shown:
            return list(shown)
    return []


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
    for event in reversed(_events_before(tracker)):
        if event["event"] == "user":
            return (event.get("parse_data", {}).get("intent") or {}).get("name") or "" if asked else ""
        asked = asked or ((event.get("data") or {}).get("custom") or {}).get("outcome") == "ASKED_FOR_MORE"
    return ""


def _events_before(tracker: Tracker) -> list[dict[str, Any]]:
    """What was said before the latest message."""
    before = [event for event in tracker.events if event.get("event") in ("user", "bot")]
    while before and before[-1]["event"] == "bot":
        before.pop()
    return before[:-1]

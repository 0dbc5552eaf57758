"""Reading the latest message from Rasa's tracker."""
from __future__ import annotations

from rasa_sdk import Tracker


def need_of(tracker: Tracker) -> str:
    """The need of the latest message; empty if the classifier was not sure."""
    return tracker.latest_message.get("intent", {}).get("name") or ""


def confidence_of(tracker: Tracker) -> float:
    """How sure the classifier is of that need; 1 where it was not asked, as with a button."""
    return float((tracker.latest_message.get("intent") or {}).get("confidence", 1.0))


def is_typed(tracker: Tracker) -> bool:
    """Whether the latest message was written and not chosen from buttons."""
    return not (tracker.latest_message.get("text") or "").startswith("/")


def turn_of(tracker: Tracker) -> str:
    """The number of the turn, the same when the message is sent to Rasa again because its answer was lost."""
    return str((tracker.latest_message.get("metadata") or {}).get("turn", ""))


def chosen(tracker: Tracker, entity: str) -> str:
    """What a button carries under the name of `entity`; empty if it carries nothing."""
    return next(tracker.get_latest_entity_values(entity), None) or ""


def chosen_records(tracker: Tracker) -> list[str]:
    """All records that a button names."""
    return list(tracker.get_latest_entity_values("record"))


def question_of(tracker: Tracker) -> str:
    """The question: what a button carries, or else the message itself; empty for a button without one."""
    carried = next(tracker.get_latest_entity_values("question"), None)
    if carried is not None:
        return carried
    return (tracker.latest_message.get("text") or "") if is_typed(tracker) else ""


def likely_needs(tracker: Tracker) -> list[str]:
    """The needs that the classifier took into account, likeliest first, without its own doubt."""
    ranking = tracker.latest_message.get("intent_ranking") or []
    return [one["name"] for one in ranking if one.get("name") and one["name"] != "nlu_fallback"]


def with_need(tracker: Tracker, need: str) -> Tracker:
    """The same conversation, its latest message understood as another need."""
    other = tracker.copy()
    other.latest_message = {**tracker.latest_message, "intent": {"name": need, "confidence": 1.0}, "second_need": None}
    return other

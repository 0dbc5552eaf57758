"""What the person had asked when a certain answer was given, read from Rasa's tracker."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping

from rasa_sdk import Tracker

from actions.history import question_in
from actions.known import ASKED
from conversation.context import Subject, Subjects
from conversation.crisis import find_crisis
from conversation.given_answers import GivenAnswer

_CRISIS = "notlage"
_OPENED = "RECORD_SHOWN"


@dataclass(frozen=True)
class AskedTurn:
    """One turn of the person.

    `question` is empty if it was only a button and nothing had been asked before. `kind` is the kind of record that was
    looked for, None if none was. `need` is what was understood, `likely` all needs that came into question.
    `may_be_kept`: whether the question may be stored at all; nothing of a crisis is.
    """

    question: str = ""
    kind: str | None = None
    need: str = ""
    likely: tuple[str, ...] = ()
    may_be_kept: bool = False


def asked_in_turn(tracker: Tracker, given: GivenAnswer) -> AskedTurn:
    """What was asked in the turn of an answer; empty if the tracker does not hold it, say of another day.

    Where the assistant completed the question („und in Bayern?“), that is what it looked up. A button without a
    question, and whatever opened a record („das zweite“), leans on what was asked before.
    """
    looked_up: Subject | None = None
    message: Mapping[str, Any] | None = None
    is_completed = False
    for event in tracker.events:
        if event.get("event") == "user":
            if message is not None:
                break
            if (event.get("metadata") or {}).get("turn") == given.turn:
                message = event
        elif event.get("event") == "slot" and event.get("name") == ASKED:
            looked_up = Subjects.from_dict(event.get("value")).latest
            is_completed = message is not None
    if message is None:
        return AskedTurn()
    return _asked(message, looked_up, leans=is_completed or given.outcome == _OPENED)


def _asked(message: Mapping[str, Any], looked_up: Subject | None, leans: bool) -> AskedTurn:
    said, parsed = question_in(message), message.get("parse_data") or {}
    earlier = looked_up.question if looked_up and (leans or not said) else None
    question, need = earlier or said, (parsed.get("intent") or {}).get("name") or ""
    is_of_a_crisis = find_crisis(question) is not None or need == _CRISIS and earlier is None
    ranking = [one.get("name") or "" for one in parsed.get("intent_ranking") or []]
    return AskedTurn(
        question=question,
        kind=looked_up.kind if looked_up and earlier else None,
        need=need,
        likely=tuple(ranking),
        may_be_kept=bool(question) and not is_of_a_crisis,
    )

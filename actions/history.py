"""What was said before the latest message, read from Rasa's tracker: what is shown, and what the assistant has asked."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Mapping

from rasa_sdk import Tracker

from wording.feedback import HELPFUL, KEPT

ASKS = ("ASKED_FOR_MORE", "ASKED_FOR_PLACE")
"""Outcomes of answers that are questions."""


@dataclass(frozen=True)
class OpenQuestion:
    """What the assistant has just asked: `outcome` tells what for, one of `ASKS`.

    `need` is what the person wants to know, `question` what they had asked before, empty for a button without one.
    """

    outcome: str
    need: str
    question: str


@dataclass(frozen=True)
class LastAnswer:
    """The latest answer of the assistant, in all its messages, and the message of the person that it followed."""

    told: tuple[Mapping[str, Any], ...] = ()
    """What stands beside each text (`actions.speaking`), newest first."""
    buttons: tuple[Mapping[str, Any], ...] = ()
    before: Mapping[str, Any] | None = None

    @property
    def outcomes(self) -> list[str]:
        """How it ended, newest first."""
        return [one["outcome"] for one in self.told if one.get("outcome")]

    @property
    def records(self) -> list[str]:
        """The ids of the records that it showed."""
        return next((list(one["records"]) for one in self.told if one.get("records")), [])

    @property
    def opened(self) -> tuple[str, str]:
        """The record that it opened and the part of it; empty if it opened none."""
        last = next((one for one in self.told if "outcome" in one), {})
        if last.get("outcome") != "RECORD_SHOWN" or not last.get("records"):
            return "", ""
        return last["records"][0], last.get("part") or ""

    @property
    def asks(self) -> str:
        """The question of the funding finder in it, or nothing."""
        return next((one["asks"] for one in self.told if one.get("asks")), "")

    @property
    def question(self) -> OpenQuestion | None:
        """What it asked, or None."""
        outcome = next((one["outcome"] for one in self.told if one.get("outcome") in ASKS), "")
        if not outcome or self.before is None:
            return None
        parsed = self.before.get("parse_data") or {}
        need = self._need_of_buttons() or (parsed.get("intent") or {}).get("name") or ""
        return OpenQuestion(outcome, need, question_in(self.before))

    def _need_of_buttons(self) -> str:
        """The need that all buttons lead to; empty if there is no such."""
        needs = {re.split(r"\W", button.get("payload", "").lstrip("/"))[0] for button in self.buttons}
        return needs.pop() if len(needs) == 1 else ""


def last_answer(tracker: Tracker) -> LastAnswer:
    """What the assistant said before the latest message; empty if that was the first one."""
    events = [event for event in tracker.events if event.get("event") in ("user", "bot")]
    while events and events[-1]["event"] == "bot":
        events.pop()
    events = _without_plain_feedback(events)
    told: list[Mapping[str, Any]] = []
    buttons: list[Mapping[str, Any]] = []
    for event in reversed(events[:-1]):  # without the latest message itself
        if event["event"] == "user":
            return LastAnswer(tuple(told), tuple(buttons), event)
        data = event.get("data") or {}
        told.append(data.get("custom") or {})
        buttons += data.get("buttons") or []
    return LastAnswer(tuple(told), tuple(buttons))


def _without_plain_feedback(events: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """`events` without the turns in which an answer was rated and nothing but a word of thanks came of it.

    So „mehr dazu“ or „Suhl“ still leans on the answer that was rated.
    """
    turns: list[list[Mapping[str, Any]]] = []
    for event in events:
        if event["event"] == "user" or not turns:
            turns.append([])
        turns[-1].append(event)
    return [event for turn in turns if turn is turns[-1] or not _is_plain_feedback(turn) for event in turn]


def _is_plain_feedback(turn: list[Mapping[str, Any]]) -> bool:
    told = [one.get("data") or {} for one in turn if one["event"] == "bot"]
    outcomes = {one["custom"].get("outcome") for one in told if one.get("custom")}
    return bool(outcomes) and outcomes <= {HELPFUL, KEPT} and not any(one.get("buttons") for one in told)

def said_before(tracker: Tracker) -> list[str]:
    """All texts of the assistant in this conversation, oldest first."""
    return [event["text"] for event in tracker.events if event.get("event") == "bot" and event.get("text")]


def latest_list(tracker: Tracker) -> list[str]:
    """The ids of the records of the latest answer that showed several, however long ago in this conversation."""
    for event in reversed(tracker.events):
        if event.get("event") == "bot":
            shown = ((event.get("data") or {}).get("custom") or {}).get("records") or []
            if len(shown) > 1:
                return list(shown)
    return []


def shown_records(tracker: Tracker) -> frozenset[str]:
    """The ids of all records that were shown in this conversation."""
    told = ((event.get("data") or {}).get("custom") or {} for event in tracker.events if event.get("event") == "bot")
    return frozenset(one for custom in told for one in custom.get("records") or [])


def question_in(event: Mapping[str, Any]) -> str:
    """As `actions.message.question_of`, for an earlier message of the person."""
    for one in (event.get("parse_data") or {}).get("entities") or []:
        if one.get("entity") == "question":
            return one["value"]
    text = event.get("text") or ""
    return "" if text.startswith("/") else text

"""Which words of the conversation are offered to the office."""
from __future__ import annotations

import pytest
from rasa_sdk import Tracker

from actions.asking_office import unanswered_question, wants_to_ask_office
from conversation.context import Subject, Subjects
from wording.needs import LONGEST_QUESTION

LONG = "Gibt es Geld für einen Bus? " * 20


def a_tracker(latest: str, *before: tuple[str, str], carried: str = "", asked: str = "") -> Tracker:
    """A conversation: what was said and with which outcome it was answered, then the latest message."""
    events = []
    for text, outcome in before:
        events += [{"event": "user", "text": text}, {"event": "bot", "data": {"custom": {"outcome": outcome}}}]
    entities = [{"entity": "question", "value": carried}] if carried else []
    message = {"text": latest, "entities": entities, "intent": {"name": "formular"}}
    slots = {"asked": Subjects(Subject("foerderung", asked)).to_dict() if asked else None}
    return Tracker("s1", slots, message, [*events, {"event": "user", "text": latest}], False, None, {}, "action_listen")


def test_a_button_carries_the_begin_and_the_whole_is_found():
    carried = LONG.strip()[:LONGEST_QUESTION]
    tracker = a_tracker("/formular", (LONG, "NOTHING_FOUND"), ("Und sonst?", "FOUND"), carried=carried)
    assert len(LONG) > LONGEST_QUESTION and unanswered_question(tracker) == LONG.strip()


def test_what_was_never_typed_is_taken_as_the_button_carries_it():
    assert unanswered_question(a_tracker("/formular", ("Hallo", "ANSWERED"), carried="Netzwerke")) == "Netzwerke"


def test_without_a_carried_question_the_latest_one_asked_in_vain_counts():
    before = (("A?", "NOTHING_FOUND"), ("B?", "ASKED_BACK"), ("C?", "FOUND"), ("Das hilft nicht", "ANSWERED"))
    assert unanswered_question(a_tracker("/formular", *before)) == "B?"


def test_else_the_last_one_that_was_looked_up_or_nothing():
    assert unanswered_question(a_tracker("/formular", ("C?", "FOUND"), asked="C?")) == "C?"
    assert unanswered_question(a_tracker("/formular")) == ""


@pytest.mark.parametrize("text, wants", [
    ("Können Sie die Frage bitte an die Stelle weitergeben?", True), ("Leiten Sie die Frage weiter", True),
    ("Bitte das an die Kollegen weiterreichen", True), ("Ich habe eine Frage an die Stelle", True),
    ("Ich habe eine Frage zum Dorfladen", False), ("Wie geht es weiter?", False), ("Wer hilft mir weiter?", False),
    ("/formular", False),
])  # fmt: skip
def test_who_wants_the_question_handed_on(text, wants):
    assert wants_to_ask_office(a_tracker(text)) is wants

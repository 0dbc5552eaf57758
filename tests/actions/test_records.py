"""„weiter“ and „zurück“ as typed words, whatever the classifier makes of them."""
from __future__ import annotations

import pytest
from rasa_sdk import Tracker

from actions.records import step_asked_for
from tests.conversations.knowledge_base import loaded_services
from wording.cards.method import ALL_STEPS

METHOD = "met-bedarfsanalyse-sozialraum"


def a_tracker(text: str, record: str = METHOD, part: str = "", outcome: str = "RECORD_SHOWN", between=()) -> Tracker:
    """A conversation in which this part of a record was shown before `text`."""
    shown = {"event": "bot", "data": {"custom": {"outcome": outcome, "records": [record], "part": part}}}
    events = [{"event": "user", "text": "/methode"}, {"event": "bot", "text": "…", "data": {}}, shown, *between]
    message = {"text": text, "intent": {"name": "ja"}, "entities": []}
    return Tracker("s1", {}, message, [*events, {"event": "user", "text": text}], False, None, {}, "action_listen")


@pytest.mark.parametrize(
    ("text", "shown", "part"),
    [
        ("weiter", "", "1"), ("Weiter!", "1", "2"), ("und dann?", "2", "3"), ("  WEITER bitte ", "4", "5"),
        ("weiter", "5", "5"), ("nächster Schritt", ALL_STEPS, "1"), ("naechster schritt", "1", "2"),
        ("zurück", "3", "2"), ("zurueck", "2", "1"), ("Zurück", "1", ""), ("zurück", "", ""),
        ("alle Schritte", "2", ALL_STEPS), ("wie geht's weiter?", "1", "2"),
    ],
)  # fmt: skip
def test_a_word_leads_from_step_to_step(text, shown, part):
    reply = step_asked_for(a_tracker(text, part=shown), loaded_services())
    assert reply.part == part and reply.records == (METHOD,) and reply.outcome == "RECORD_SHOWN"


@pytest.mark.parametrize(
    "tracker",
    [
        a_tracker("Wie geht es weiter mit dem Dorfladen?"),
        a_tracker("ja"),
        a_tracker(""),
        a_tracker("weiter", record="foe-nw-buergerbus"),
        a_tracker("weiter", record="met-gibt-es-nicht"),
        a_tracker("weiter", outcome="FOUND"),
        a_tracker("weiter", between=[{"event": "user", "text": "Danke"}, {"event": "bot", "text": "Gern."}]),
        a_tracker("weiter", between=[{"event": "bot", "data": {"custom": {"outcome": "CRISIS", "records": []}}}]),
        Tracker("s1", {}, {"text": "weiter"}, [], False, None, {}, "action_listen"),
    ],
)
def test_anything_else_is_a_message_of_its_own(tracker):
    assert step_asked_for(tracker, loaded_services()) is None

"""What people read of their call-back."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from office.consent import Consent, Purpose
from office.matters.kinds.callback import OPEN
from office.matters.model import Matter, MatterOutcome, MatterResult
from office.typed_text import Problem, Reason
from tests.builders import an_office
from tests.conversations.manners import check_german
from wording import callbacks as say
from wording import matters

NOW = datetime(2026, 11, 22, 10, tzinfo=timezone.utc)
OFFICE = an_office()
CALLBACK = Matter(
    "callback", "RUECKRUF-7K3M9U", OPEN, NOW, NOW, (Consent(Purpose.CALLBACK, "2026-11", NOW),),
    {"name": "Erika", "best_time": "nach 17 Uhr", "subject": ""}, phone="+493411234567",
)  # fmt: skip


def test_number_and_code_are_told_once_and_nothing_is_promised():
    reply = say.received(MatterResult(MatterOutcome.RECEIVED, "RUECKRUF-7K3M9U", "7K4MQ-2XN9R-TB3HC"), OFFICE)
    assert "RUECKRUF-7K3M9U" in reply.text and "7K4MQ-2XN9R-TB3HC" in reply.text and OFFICE.phone in reply.text
    assert "nicht versprechen" in reply.text


def test_a_repeat_says_that_the_earlier_code_is_void_or_that_it_was_shown():
    again = MatterResult(MatterOutcome.ALREADY_RECEIVED, "RUECKRUF-7K3M9U", "7K4MQ-2XN9R-TB3HC")
    assert "gilt nicht mehr" in say.received(again, OFFICE).text
    late = say.received(replace(again, code=None), OFFICE).text
    assert "RUECKRUF-7K3M9U" in late and "Code haben Sie damals bekommen" in late


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (MatterResult(MatterOutcome.WRONG_CODE), "passen nicht zusammen"),
        (MatterResult(MatterOutcome.WAIT, wait_until=NOW), "nach 10:00 Uhr"),
        (MatterResult(MatterOutcome.INVALID), "kann ich nicht lesen"),
        (MatterResult(MatterOutcome.WITHDRAWN, "RUECKRUF-7K3M9U"), "gelöscht"),
        (MatterResult(MatterOutcome.ALREADY_WITHDRAWN, "RUECKRUF-7K3M9U"), "gelöscht"),
        (MatterResult(MatterOutcome.ALREADY_CLOSED, "RUECKRUF-7K3M9U"), "erledigt"),
        (MatterResult(MatterOutcome.SHOWN, "RUECKRUF-7K3M9U", matter=CALLBACK), "Telefon: +493411234567"),
        (MatterResult(MatterOutcome.CHANGED, "RUECKRUF-7K3M9U", matter=CALLBACK), "Geändert."),
    ],
)
def test_each_outcome_has_a_sentence(result, words):
    reply = say.opened(result, timezone.utc)
    assert words in reply.text and reply.outcome == f"CALLBACK_{result.outcome.name}"
    check_german(reply.text)


@pytest.mark.parametrize("field", ["name", "reach", "best_time", "subject", None])
def test_what_cannot_be_sent_is_named_and_nothing_is_lost(field):
    problems = (Problem(field, Reason.MISSING),) if field else ()
    reply = say.not_taken(MatterResult(MatterOutcome.INVALID, problems=problems))
    assert "Ihre Angaben sind noch da" in reply.text and "eine Angabe" not in reply.text
    check_german(reply.text)


@pytest.mark.parametrize("reply", [matters.not_kept(OFFICE), matters.not_reachable(OFFICE)])
def test_a_dead_database_is_told_with_the_telephone_number(reply):
    assert OFFICE.phone in reply.text and reply.outcome == "TECHNICAL_PROBLEM"
    check_german(reply.text)

"""What people read of their call-back."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from office.callbacks import Callback, CallbackField, CallbackOutcome, CallbackResult, CallbackState
from office.consent import Consent, Purpose
from office.typed_text import Problem, Reason
from tests.builders import an_office
from tests.conversations.manners import check_german
from wording import callbacks as say

NOW = datetime(2026, 11, 22, 10, tzinfo=timezone.utc)
OFFICE = an_office()
CALLBACK = Callback(
    "RUECKRUF-7K3M9U", CallbackState.OPEN, NOW, NOW, Consent(Purpose.CALLBACK, "2026-11", NOW), name="Erika",
    phone="+493411234567", best_time="nach 17 Uhr",
)  # fmt: skip


def test_number_and_code_are_told_once_and_nothing_is_promised():
    reply = say.requested(CallbackResult(CallbackOutcome.REQUESTED, "RUECKRUF-7K3M9U", "7K4MQ-2XN9R-TB3HC"), OFFICE)
    assert "RUECKRUF-7K3M9U" in reply.text and "7K4MQ-2XN9R-TB3HC" in reply.text and OFFICE.phone in reply.text
    assert "nicht versprechen" in reply.text


def test_a_repeat_says_that_the_earlier_code_is_void_or_that_it_was_shown():
    again = CallbackResult(CallbackOutcome.ALREADY_REQUESTED, "RUECKRUF-7K3M9U", "7K4MQ-2XN9R-TB3HC")
    assert "gilt nicht mehr" in say.requested(again, OFFICE).text
    late = say.requested(replace(again, code=None), OFFICE).text
    assert "RUECKRUF-7K3M9U" in late and "Code haben Sie damals bekommen" in late


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (CallbackResult(CallbackOutcome.WRONG_CODE), "passen nicht zusammen"),
        (CallbackResult(CallbackOutcome.WAIT, wait_until=NOW), "nach 10:00 Uhr"),
        (CallbackResult(CallbackOutcome.INVALID), "kann ich nicht lesen"),
        (CallbackResult(CallbackOutcome.WITHDRAWN, "RUECKRUF-7K3M9U"), "gelöscht"),
        (CallbackResult(CallbackOutcome.ALREADY_WITHDRAWN, "RUECKRUF-7K3M9U"), "gelöscht"),
        (CallbackResult(CallbackOutcome.ALREADY_DONE, "RUECKRUF-7K3M9U"), "erledigt"),
        (CallbackResult(CallbackOutcome.SHOWN, "RUECKRUF-7K3M9U", callback=CALLBACK), "Telefon: +493411234567"),
        (CallbackResult(CallbackOutcome.CHANGED, "RUECKRUF-7K3M9U", callback=CALLBACK), "Geändert."),
    ],
)
def test_each_outcome_has_a_sentence(result, words):
    reply = say.opened(result, timezone.utc)
    assert words in reply.text and reply.outcome == f"CALLBACK_{result.outcome.name}"
    check_german(reply.text)


@pytest.mark.parametrize("field", [*CallbackField, None])
def test_what_cannot_be_sent_is_named_and_nothing_is_lost(field):
    problems = (Problem(field.value, Reason.MISSING),) if field else ()
    reply = say.not_taken(CallbackResult(CallbackOutcome.INVALID, problems=problems))
    assert "Ihre Angaben sind noch da" in reply.text and "eine Angabe" not in reply.text
    check_german(reply.text)


@pytest.mark.parametrize("reply", [say.not_kept(OFFICE), say.not_reachable(OFFICE)])
def test_a_dead_database_is_told_with_the_telephone_number(reply):
    assert OFFICE.phone in reply.text and reply.outcome == "TECHNICAL_PROBLEM"
    check_german(reply.text)

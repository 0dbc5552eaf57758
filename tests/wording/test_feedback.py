"""What people read when they rate an answer."""
from __future__ import annotations

from datetime import date

import pytest

from office.feedback import DAYS_KEPT, Reason
from tests.builders import a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event, an_office
from tests.conversations.manners import check_german
from tests.wording.invented_words import Checker
from wording import feedback as say
from wording.feedback import Press, REASONS, rating_payload

TODAY = date(2026, 11, 22)
OFFICE = an_office()
PLAIN = a_funding(einfach=("Es gibt Geld für Busse.",))
REPLIES = [
    say.thanks(), say.already_kept(), say.reason_asked(7), say.to_human(OFFICE), say.words_kept(), say.skipped(),
    say.not_rateable(), say.feedback_unavailable(OFFICE), say.say_it_again(OFFICE), say.nothing_to_rate(),
    say.needs_offered((), "Bürgerbus", "foerderung"),
    *(say.reason_kept(reason, 7, OFFICE, plain) for reason in Reason for plain in (None, PLAIN)),
]  # fmt: skip


@pytest.mark.parametrize("reply", REPLIES)
def test_replies_are_polite_german(reply):
    check_german("\n".join([reply.text, *(button.title for button in reply.buttons)]))


@pytest.mark.parametrize("record", [a_funding(), a_legal_hurdle(), a_contact(), a_case(), a_method(), an_event()])
def test_another_try_says_only_what_the_record_does_and_names_its_source(record):
    reply = say.others_shown([record], TODAY)
    told = [reply.text.replace("1. ", "", 1), *(button.title.removeprefix("Mehr zu 1: ") for button in reply.buttons)]
    assert [Checker((record,), TODAY).in_text(one) for one in told] == [[]] * len(told)
    assert f"Quelle: {record.source_title} (" in reply.text and reply.links and reply.records == (record.id,)
    assert ("keine Rechtsberatung" in reply.text) == (record.kind == "rechtliche_huerden")


def test_the_question_for_the_reason_has_a_button_for_each_and_says_what_is_stored():
    reply = say.reason_asked(7)
    assert [button.payload for button in reply.buttons] == [rating_payload(7, reason) for reason in Reason]
    assert [button.title for button in reply.buttons] == [REASONS[reason] for reason in Reason]
    assert "freiwillig" in reply.text and f"{DAYS_KEPT} Tage" in reply.text


def test_a_human_is_named_with_telephone_mail_and_call_back():
    reply = say.to_human(OFFICE)
    assert OFFICE.phone in reply.text and OFFICE.email in reply.text
    assert [button.payload for button in reply.buttons] == ['/formular{"wahl":"rueckruf"}', '/formular{"wahl":"frage"}']


def test_needs_are_offered_without_the_one_that_was_served_and_always_with_a_human():
    reply = say.needs_offered(["gruss", "foerderung", "kontakt", "mensch"], "Bürgerbus", but="foerderung")
    assert [button.payload for button in reply.buttons] == [
        '/kontakt{"question":"Bürgerbus"}', '/rechtliche_huerde{"question":"Bürgerbus"}',
        '/formular{"wahl":"frage","question":"Bürgerbus"}', "/mensch",
    ]  # fmt: skip


def test_what_is_hard_to_understand_is_offered_in_plain_language_where_there_is_such_a_text():
    button, = say.reason_kept(Reason.HARD_TO_UNDERSTAND, 7, OFFICE, PLAIN).buttons
    assert PLAIN.id in button.payload and "einfach" in button.payload
    assert OFFICE.phone in say.reason_kept(Reason.HARD_TO_UNDERSTAND, 7, OFFICE, None).text


def test_own_words_can_be_left_out():
    button, = say.reason_kept(Reason.OTHER, 7, OFFICE, None).buttons
    assert button.payload == rating_payload(7, Press.SKIP)

"""What stands in mails and on their pages."""
from __future__ import annotations

import re

import pytest

from office.mail import AddressOutcome, AddressState, MailState, Phase, StaffOutcome, Why
from office.mail.posting import KEPT_WHEN_HELD
from tests.builders import an_office
from tests.conversations.manners import check_german
from wording.mails import Letterhead, callback_received, please_confirm
from wording.mails.frame import WIDTH
from wording.mails.pages import outcome_page, question
from wording.outbox_list import PHASES, STATES, WHYS, outcome_for_staff

OFFICE = an_office()
HEAD = Letterhead(OFFICE, "https://lotse.example.org")
TOKEN = "Zq3xT0kENzq3xT0kENzq3xT0kENzq3xT"
TEXTS = (please_confirm(HEAD, TOKEN), callback_received(HEAD, "RUECKRUF-7K3M9U", TOKEN))
CODE = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}\b")


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.subject)
def test_each_mail_has_the_frame(text):
    for part in ("Guten Tag,", OFFICE.name, OFFICE.phone, "Diese Nachricht wurde automatisch verschickt."):
        assert part in text.body
    assert f"https://lotse.example.org/mail/abbestellen/{TOKEN}\n" in text.body
    check_german(text.subject + "\n" + text.body)
    assert not re.search(r"[{}]|\bNone\b", text.body) and not CODE.search(text.body)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.subject)
def test_lines_are_short_and_addresses_whole(text):
    long = [line for line in text.body.splitlines() if len(line) > WIDTH and not line.startswith("https://")]
    assert long == [] and len(text.subject) <= 60


def test_the_mail_that_asks_for_confirmation_tells_nothing_that_somebody_typed_and_how_long_there_is():
    text = please_confirm(HEAD, TOKEN).body
    assert f"\nhttps://lotse.example.org/mail/bestaetigen/{TOKEN}\n" in text
    assert f"{KEPT_WHEN_HELD.days} Tage" in text and "nichts zu tun" in text and "Ihre Nummer" not in text


def test_the_mail_about_a_call_back_has_the_number_and_promises_nothing():
    text = callback_received(HEAD, "RUECKRUF-7K3M9U", TOKEN).body
    assert "Ihre Nummer: RUECKRUF-7K3M9U" in text and "steht noch nicht fest" in " ".join(text.split())


def test_a_mail_to_the_office_itself_has_no_page_to_stop_it():
    assert "/mail/" not in HEAD.framed("Was einging", ("Drei Rückrufe warten.",), "").body


@pytest.mark.parametrize("page", [
    *(outcome_page(one) for one in AddressOutcome),
    *(question(is_block, state) for is_block in (True, False) for state in (*AddressState, None)),
], ids=lambda page: page.title)  # fmt: skip
def test_each_page_is_in_polite_german(page):
    check_german(" ".join((page.title, *page.sentences, page.button or "")))
    assert page.sentences


def test_staff_have_words_for_everything():
    assert set(STATES) == set(MailState) and set(PHASES) == set(Phase) and set(WHYS) == set(Why)
    for outcome in StaffOutcome:
        check_german(outcome_for_staff(outcome, 7))

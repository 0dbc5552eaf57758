"""Texts of consent: a version is one text for ever, and it says what the law asks for."""
from __future__ import annotations

import hashlib

import pytest

from office.consent import Purpose
from office.matters.every_kind import EVERY_KIND
from office.matters.kinds.callback import CALLBACK
from tests.builders import an_office
from tests.conversations.manners import check_german
from wording.consent import TEXTS, current_text, text_of

VERSIONS = {
    ("callback", "2026-11"): "9270e581d8c6bc30",
    ("question", "2026-11"): "9236c8242aa36415",
    ("idea", "2026-11"): "459321bc040e1604",
    ("idea", "2026-11b"): "70d0f66c0ab16875",
    ("obstacle", "2026-11"): "1f83f00e6efb234f",
    ("concern", "2026-11"): "6371ad22455f210a",
    ("appointment", "2026-11"): "1b8ecf7883a2072b",
    ("evaluation", "2026-11"): "a36e8fae3ea5252e",
    ("callback", "2026-11b"): "2760d7380bd6636d",
    ("question", "2026-11b"): "602d1099ad782890",
    ("evaluation", "2026-11b"): "d2db75aa7c17e23b",
    ("obstacle", "2026-11b"): "bdb2dc8a8525a3e2",
    ("concern", "2026-11b"): "5183ef073a653b24",
    ("idea_sheet", "2026-11"): "5c8a8114fb3960f5",
    ("waiting_list", "2026-11"): "bb1989e97eaf9c64",
    ("waiting_list", "2026-11b"): "aafcaaea4f0fe79a",
    ("evaluation", "2026-11c"): "bd8e667a33378fe9",
    ("obstacle", "2026-11c"): "5b5b3b14a67e5ff5",
    ("concern", "2026-11c"): "e508707498bbf265",
    ("question", "2026-11c"): "a92c6509bb0eb6e9",
}
"""Whoever changes a text adds a version to `wording.consent` and a line here."""


def test_a_text_that_people_agreed_to_never_changes():
    now = {(one.purpose.value, one.version): hashlib.sha256(one.text.encode()).hexdigest()[:16] for one in TEXTS}
    assert now == VERSIONS and len(TEXTS) == len(VERSIONS)


@pytest.mark.parametrize("purpose", Purpose)
def test_each_purpose_has_a_text_in_polite_german_with_office_and_address(purpose):
    office = an_office()
    text = current_text(purpose).filled(office)
    check_german(text)
    assert "{" not in text
    assert office.name in text and office.privacy_contact.email in text


def test_the_text_for_call_backs_tells_how_long_and_how_to_take_it_back():
    text = current_text(Purpose.CALLBACK).text
    assert f"{CALLBACK.kept_when_settled.days} Tage danach" in text
    assert f"{CALLBACK.kept_when_open.days} Tage nach Ihrer Bitte" in text
    assert "zurücknehmen" in text and "müssen nicht zustimmen" in text


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)
def test_the_text_of_each_kind_tells_how_long_it_is_kept_and_that_nobody_must_agree(kind):
    text = current_text(kind.purpose).text
    assert f"{kind.kept_when_settled.days} Tage" in text and f"{kind.kept_when_open.days} Tage" in text
    assert "zurücknehmen" in text and "müssen nicht zustimmen" in text


def test_evaluation_is_voluntary_and_taken_back_by_itself():
    text = current_text(Purpose.EVALUATION).text
    assert "freiwillig" in text and "für sich allein zurücknehmen" in text and "abgeleitet" in text


@pytest.mark.parametrize("purpose", [Purpose.OBSTACLE, Purpose.CONCERN])
def test_a_report_asks_for_both_consents_in_few_words_and_for_the_evaluation_in_one_sentence(purpose):
    needed, evaluation = current_text(purpose), current_text(Purpose.EVALUATION, with_quotes=True)
    assert len(f"{needed.filled(an_office())} {evaluation.filled(an_office())}".split()) < 100
    asked, voluntary = evaluation.text.split("? ")
    assert asked.count(".") == 0 and "ohne Namen" in asked and "freiwillig" in voluntary and "zurücknehmen" in voluntary


def test_a_text_is_found_again_by_its_version():
    current = current_text(Purpose.CALLBACK)
    assert text_of(Purpose.CALLBACK, current.version) == current
    assert text_of(Purpose.CALLBACK, "1999-01") is None

"""Texts of consent: a version is one text for ever, and it says what the law asks for."""
from __future__ import annotations

import hashlib

import pytest

from office.callbacks.service import KEPT_WHEN_CLOSED, KEPT_WHEN_OPEN
from office.consent import Purpose
from tests.builders import an_office
from tests.conversations.manners import check_german
from wording.consent import TEXTS, current_text, text_of

VERSIONS = {("callback", "2026-11"): "9270e581d8c6bc30"}
"""Whoever changes a text adds a version to `wording.consent` and a line here."""


def test_a_text_that_people_agreed_to_never_changes():
    now = {(one.purpose.value, one.version): hashlib.sha256(one.text.encode()).hexdigest()[:16] for one in TEXTS}
    assert now == VERSIONS and len(TEXTS) == len(VERSIONS)


@pytest.mark.parametrize("purpose", Purpose)
def test_each_purpose_has_a_text_in_polite_german_with_all_names(purpose):
    office = an_office()
    text = current_text(purpose).filled(office)
    check_german(text)
    assert "{" not in text
    for name in (office.name, office.privacy_contact.name, office.privacy_contact.email):
        assert name in text


def test_the_text_for_call_backs_tells_how_long_and_how_to_take_it_back():
    text = current_text(Purpose.CALLBACK).text
    assert f"{KEPT_WHEN_CLOSED.days} Tage danach" in text and f"{KEPT_WHEN_OPEN.days} Tage nach Ihrer Bitte" in text
    assert "zurücknehmen" in text and "müssen nicht zustimmen" in text


def test_a_text_is_found_again_by_its_version():
    current = current_text(Purpose.CALLBACK)
    assert text_of(Purpose.CALLBACK, current.version) == current
    assert text_of(Purpose.CALLBACK, "1999-01") is None

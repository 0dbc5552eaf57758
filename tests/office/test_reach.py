"""Telephone numbers and mail addresses out of what people write."""
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies

from office.reach import read_reach
from office.typed_text import Reason, Unfit, cleaned


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("0351 1234567", "+493511234567"), ("(0351) 123 45 67", "+493511234567"), ("0351/12 34-567", "+493511234567"),
        ("+49 351 1234567", "+493511234567"), ("+49 (0)351 1234567", "+493511234567"), ("0049 351 1234567", "+493511234567"),
        ("+49 0351 1234567", "+493511234567"), ("0049(0)3511234567", "+493511234567"), ("Tel.0351 1234567", "+493511234567"),
        ("meine Nummer ist 0171-2345678, ab 17 Uhr", "+491712345678"), ("0171.234.5678", "+491712345678"),
        ("Handy: 0171 2345678.", "+491712345678"), ("03581 42", "+49358142"), ("+48 75 123 45 67", "+48751234567"),
        ("0351 1234567, noch mal: 03511234567", "+493511234567"), ("ab 01.12.2026 unter 0351 1234567", "+493511234567"),
        ("0351–1234567", "+493511234567"), ("+420 475 241 111", "+420475241111"),
    ],
)  # fmt: skip
def test_a_telephone_number_is_kept_as_it_is_dialled_from_everywhere(typed, phone):
    found = read_reach(typed)
    assert (found.phone, found.email) == (phone, None)


@pytest.mark.parametrize(
    ("typed", "email"),
    [
        ("uli@example.org", "uli@example.org"), ("Mail: Uli.Muster+lotse@post.example.org.", "Uli.Muster+lotse@post.example.org"),
        ("<uli@example.org>", "uli@example.org"), ("jürgen@müller.example", "jürgen@müller.example"),
        ("mailto:uli@example.org", "uli@example.org"), ("uli2024@example.org bitte ab 17 Uhr", "uli2024@example.org"),
    ],
)  # fmt: skip
def test_a_mail_address_is_kept_as_it_was_written(typed, email):
    found = read_reach(typed)
    assert (found.phone, found.email) == (None, email)


def test_both_are_kept():
    found = read_reach("0351 1234567 oder uli@example.org")
    assert (found.phone, found.email) == ("+493511234567", "uli@example.org")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Reason.MISSING), ("  \n ", Reason.MISSING), ("x" * 301, Reason.TOO_LONG), ("\ud83d", Reason.UNREADABLE),
        ("ruft mich an", Reason.REACH_NOT_FOUND), ("uli at example org", Reason.REACH_NOT_FOUND),
        ("uli@", Reason.MAIL_FORM), ("@uli_auf_mastodon", Reason.MAIL_FORM), ("uli@localhost", Reason.MAIL_FORM),
        ("a@b@example.org", Reason.MAIL_FORM), ("uli@example..org", Reason.MAIL_FORM), ("u" * 250 + "@example.org", Reason.MAIL_FORM),
        ("1234567", Reason.PHONE_WITHOUT_AREA), ("0351", Reason.PHONE_LENGTH), ("0351 12345678901234", Reason.PHONE_LENGTH),
        ("+1 23", Reason.PHONE_LENGTH), ("110", Reason.PHONE_NOT_CALLED), ("112", Reason.PHONE_NOT_CALLED),
        ("116117", Reason.PHONE_NOT_CALLED), ("0900 1234567", Reason.PHONE_NOT_CALLED), ("+49 180 5123456", Reason.PHONE_NOT_CALLED),
        ("0137 7123456", Reason.PHONE_NOT_CALLED), ("00881 612345678", Reason.PHONE_NOT_CALLED),
        ("0351 1234567 oder 0171 2345678", Reason.SEVERAL), ("a@example.org, b@example.org", Reason.SEVERAL),
    ],
)  # fmt: skip
def test_what_does_not_serve_is_refused_with_its_reason(typed, reason):
    with pytest.raises(Unfit) as refused:
        read_reach(typed)
    assert refused.value.reason is reason
    assert not typed.strip() or typed not in str(refused.value)


def test_the_data_are_in_no_representation():
    assert "351" not in repr(read_reach("0351 1234567")) and "uli" not in repr(read_reach("uli@example.org"))


def test_control_characters_and_turned_writing_are_taken_out():
    assert cleaned("Uli\x1b[31m\u202e Mu\x00ster\t\r\n👩‍🌾") == "Uli [31m Mu ster 👩‍🌾"
    assert cleaned("u\u0308ber") == cleaned("u\u200e\u0308ber") == "über"


@given(strategies.text(max_size=320))
def test_any_text_is_read_or_refused_with_a_reason(typed):
    try:
        found = read_reach(typed)
    except Unfit:
        return
    assert found.phone or found.email


@given(strategies.text(max_size=200))
def test_a_cleaned_text_stays_as_it_is(typed):
    try:
        once = cleaned(typed)
    except Unfit:
        return
    assert cleaned(once) == once == once.strip() and not any(unicodedata.category(sign) == "Cc" for sign in once)

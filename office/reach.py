"""How a person can be reached: a telephone number, a mail address or both, read out of what they wrote.

„0351 123456“, „+49 (0)351/12 34 56“, „bitte 0171-1234567 oder mail an uli@example.org“.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from office.typed_text import Reason, Unfit, fitting

LONGEST_REACH = 300
LONGEST_MAIL = 254
"""Characters of a mail address (RFC 5321, 4.5.3.1, without the angle brackets)."""
_MAIL_SIGN = r"[^\s@,;:<>()\[\]\"„“”'/\\|]"
_MAIL = re.compile(rf"(?<![^\s,;:<(„\"'/]){_MAIL_SIGN}+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{{2,63}}(?![\w@-])")
"""A mail address by its outer form; whether it exists only a mail can tell. Umlauts may be in it (RFC 6531)."""
_PHONE = re.compile(r"(?<!\d)(?:\+\s?|\(\s?)?\d(?:[ ./()‐-―-]{0,3}\d)+(?!\w)")
_DATE = re.compile(r"\d\d?\. ?\d\d?\. ?(?:\d\d){0,2}")
_SHORTEST = 6
"""Digits: less than these beside a longer number or a mail address are a time or a house number."""
_DIGITS_AFTER_ZERO = range(5, 13)
"""National significant numbers: area and subscriber number have at most eleven digits (Bundesnetzagentur), old blocks
and extensions one more; the shortest have five."""
_DIGITS_ABROAD = range(8, 16)
"""With the country: at most fifteen digits (ITU-T E.164)."""
_NOT_A_PERSON = re.compile(r"\+49(?:10|12|137|18|19|900)|\+(?:87[0-9]|88[1238]|979)")
"""Call-by-call, premium, shared cost and online numbers (Bundesnetzagentur); abroad what belongs to no country. Whoever
has the office call such a number may earn by it."""
_SHORT_SERVICE = re.compile(r"11[0-9]{1,4}$|19222$")
"""110, 112, 115, 116 117, 118 …: dialled without an area code."""


@dataclass(frozen=True)
class Reach:
    """At least one of both: `phone` as ITU-T E.164 (`+49351123456`), `email` as it was written."""

    phone: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)


def read_reach(typed: str) -> Reach:
    """The telephone number and the mail address in what somebody wrote; raises Unfit with the reason."""
    text = fitting(typed, LONGEST_REACH)
    mails = _MAIL.findall(text)
    rest = _MAIL.sub(" ", text)
    if "@" in rest or any(len(one) > LONGEST_MAIL for one in mails):
        raise Unfit(Reason.MAIL_FORM)
    written = [one for one in _PHONE.findall(rest) if not _DATE.fullmatch(one)]
    longer = [one for one in written if sum(map(str.isdigit, one)) >= _SHORTEST]
    phones = {_as_e164(one) for one in longer or (() if mails else written)}
    if len(phones) > 1 or len({one.lower() for one in mails}) > 1:
        raise Unfit(Reason.SEVERAL)
    if not phones and not mails:
        raise Unfit(Reason.REACH_NOT_FOUND)
    return Reach(phone=next(iter(phones), None), email=mails[0] if mails else None)


def _as_e164(written: str) -> str:
    """`0351/12 34 56` → `+49351123456`, `0048 75 …` → `+4875…`; raises Unfit."""
    number = re.sub(r"\(0\)", "", written) if re.match(r"\s*(\+|00)", written) else written
    digits = re.sub(r"\D", "", number)
    if "+" in number or digits.startswith("00"):
        country = digits.removeprefix("00")
    elif digits.startswith("0"):
        country = "49" + digits[1:]
    elif _SHORT_SERVICE.match(digits):
        raise Unfit(Reason.PHONE_NOT_CALLED)
    else:
        raise Unfit(Reason.PHONE_WITHOUT_AREA if len(digits) > 2 else Reason.PHONE_LENGTH)
    if country.startswith("490"):  # +49 0351 …: the zero is for calls within Germany
        country = "49" + country[3:]
    if _NOT_A_PERSON.match("+" + country):
        raise Unfit(Reason.PHONE_NOT_CALLED)
    length, possible = (len(country) - 2, _DIGITS_AFTER_ZERO) if country.startswith("49") else (len(country), _DIGITS_ABROAD)
    if length not in possible:
        raise Unfit(Reason.PHONE_LENGTH)
    return "+" + country

"""What people typed, made fit to be kept and shown, or the reason why it is not."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

_JOINERS = frozenset("\u200c\u200d")
"""They shape letters of some scripts and hold emoji together; elsewhere they only hide."""
_JOINED = ("Lo", "Mn", "So", "Sk")
"""Categories of the signs between which a joiner means something."""


class Reason(Enum):
    """Why a text does not serve."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    """Half a surrogate pair: no text that UTF-8 could hold."""
    REACH_NOT_FOUND = "reach_not_found"
    """Neither a telephone number nor a mail address is in it."""
    MAIL_FORM = "mail_form"
    """There is an @, but no mail address around it."""
    PHONE_LENGTH = "phone_length"
    """Too few or too many digits for a telephone number."""
    PHONE_WITHOUT_AREA = "phone_without_area"
    """No 0 or + before it, so nobody from another town can call it."""
    PHONE_NOT_CALLED = "phone_not_called"
    """An emergency, service or premium number: not a person's."""
    NO_CHOICE = "no_choice"
    """The field has a closed list of values, and this is none of them."""
    SEVERAL = "several"
    """Two telephone numbers or two mail addresses: it is not clear which one counts."""


class Unfit(ValueError):
    """The text does not serve; `reason` says why. Never holds the text itself."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Problem:
    """What is wrong with which field; `limit` is the longest length where that is the reason."""

    field: str
    reason: Reason
    limit: int | None = None


def cleaned(typed: str, keeps_lines: bool = False) -> str:
    """`typed` in Unicode's composed form, without control, direction and zero-width characters, on one line.

    `keeps_lines` keeps line breaks, and of empty lines in a row one. Raises Unfit(UNREADABLE).
    """
    if any("\ud800" <= sign <= "\udfff" for sign in typed):
        raise Unfit(Reason.UNREADABLE)
    if not keeps_lines:
        return _on_one_line(typed)
    lines = "\n".join(map(_on_one_line, re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", typed)))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _on_one_line(typed: str) -> str:
    visible = (_seen(sign, typed[at - 1 : at], typed[at + 1 : at + 2]) for at, sign in enumerate(typed))
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", "".join(visible))).strip()


def _seen(sign: str, before: str, behind: str) -> str:
    """The sign as it is kept. Invisible ones could make a line of a staff list read differently, or hide in it."""
    category = unicodedata.category(sign)
    if sign in _JOINERS:
        is_between = all(one and unicodedata.category(one) in _JOINED for one in (before, behind))
        return sign if is_between else ""
    return " " if category == "Cc" else "" if category == "Cf" else sign


def fitting(typed: str, longest: int, required: bool = True, keeps_lines: bool = False) -> str:
    """The cleaned text, at most `longest` characters; raises Unfit(MISSING | TOO_LONG | UNREADABLE)."""
    text = cleaned(typed, keeps_lines)
    if not text and required:
        raise Unfit(Reason.MISSING)
    if len(text) > longest:
        raise Unfit(Reason.TOO_LONG)
    return text

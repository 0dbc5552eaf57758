"""What people typed, made fit to be kept and shown, or the reason why it is not."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Marks that turn the direction of writing: they could make a line of a staff list read differently."""


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


def cleaned(typed: str) -> str:
    """`typed` on one line, in Unicode's composed form, without control characters; raises Unfit(UNREADABLE)."""
    if any("\ud800" <= sign <= "\udfff" for sign in typed):
        raise Unfit(Reason.UNREADABLE)
    visible = (" " if unicodedata.category(sign) == "Cc" else sign for sign in typed if sign not in _DIRECTION)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", "".join(visible))).strip()


def fitting(typed: str, longest: int, required: bool = True) -> str:
    """The cleaned text, at most `longest` characters; raises Unfit(MISSING | TOO_LONG | UNREADABLE)."""
    text = cleaned(typed)
    if not text and required:
        raise Unfit(Reason.MISSING)
    if len(text) > longest:
        raise Unfit(Reason.TOO_LONG)
    return text

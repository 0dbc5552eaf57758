"""The code of a remember list: 55 random bits and a check sign, easy to read aloud; and the tokens of links.

The sign at the end makes the code a word of a Reed-Solomon code over the 32 signs (the field GF(32), polynomial
x^5 + x^2 + 1): one wrong sign, or two neighbours swapped, never makes another valid code.
"""
from __future__ import annotations

import hashlib
import secrets
import unicodedata
from functools import reduce
from typing import Sequence

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs without 0, O, 1 and I, which look alike: five bits each."""
_LENGTH, _GROUP = 12, 4
_LONGEST_INPUT = 60
_POLYNOMIAL = 0b100101


def new_code() -> str:
    """A code that nobody can guess, as it is kept: `7K4MQ2XN9RTB`."""
    values = [secrets.randbelow(len(ALPHABET)) for _ in range(_LENGTH - 1)]
    return "".join(ALPHABET[value] for value in (*values, _times_x(_remainder(values))))


def in_groups(code: str) -> str:
    """As people read and dictate it: `7K4M-Q2XN-9RTB`."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(typed: str) -> str | None:
    """The code in what somebody typed, whatever its case, blanks and hyphens; None if it cannot be one."""
    plain = unicodedata.normalize("NFKC", typed[:_LONGEST_INPUT]).upper()
    signs = "".join(one for one in plain if one.isalnum())
    if len(signs) != _LENGTH or not set(signs) <= set(ALPHABET):
        return None
    return signs if _remainder([ALPHABET.index(one) for one in signs]) == 0 else None


def new_token() -> str:
    """The secret of a link: 192 bits from the system's source of randomness."""
    return secrets.token_urlsafe(24)


def hashed(secret: str) -> str:
    """What is kept of a code or a token. It needs no slow hash: the database that holds it holds the list as well."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled & 0b100000 else doubled


def _remainder(values: Sequence[int]) -> int:
    """The values as a polynomial, taken at x."""
    return reduce(lambda sum_, value: _times_x(sum_) ^ value, values, 0)

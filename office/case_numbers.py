"""The number of a case, `RUECKRUF-7K3M9Q`: names it towards people and staff, is no secret and opens nothing.

Its six signs are drawn, not counted, so that nobody learns from them how many cases there are. The last one is a check
sign. `knowledge.case_numbers` finds such numbers in messages; a number that it would not find again is not given out.
"""
from __future__ import annotations

import re
import secrets

from knowledge.case_numbers import find_case_numbers
from office.check_signs import Choose, draw_checked, is_checked

_LENGTH = 6
_LONGEST_INPUT = 200
_AS_WE_WRITE = re.compile(r"\b[A-Z]{4,}-[0-9A-Z]{6}\b")
_WORDLIKE = re.compile(r"[A-Z]{3}")


def mint_case_number(prefix: str, choose: Choose = secrets.choice) -> str:
    """A number that is likely to be free (one of some millions); whoever stores it tries again if it is not."""
    while True:
        signs = draw_checked(_LENGTH, choose)
        if not _WORDLIKE.search(signs) and _is_found_again(prefix, signs):
            return f"{prefix}-{signs}"


def read_case_number(typed: str, prefix: str) -> str | None:
    """The first number of this prefix in what somebody typed; the prefix itself may be left out.

    None if there is none or if its check sign shows that it was copied wrongly.
    """
    typed = typed[:_LONGEST_INPUT].strip()
    found = find_case_numbers(typed) or find_case_numbers(f"{prefix}-{typed}")
    values = (one.value.partition("-") for one in found)
    return next((f"{prefix}-{signs}" for kind, _, signs in values if kind == prefix and is_checked(signs)), None)


def numbers_written_by_us(text: str) -> tuple[str, ...]:
    """The numbers in a text of ours, where they stand in full; needs no dictionary, unlike `find_case_numbers`."""
    return tuple(one.group() for one in _AS_WE_WRITE.finditer(text) if is_checked(one.group().partition("-")[2]))


def _is_found_again(prefix: str, signs: str) -> bool:
    """As people write it: with the hyphen, without, in two groups, in three."""
    halves, pairs = f"{signs[:3]} {signs[3:]}", f"{signs[:2]} {signs[2:4]} {signs[4:]}"
    ways = (f"{prefix}-{signs}", f"{prefix} {signs}", f"{prefix} {halves}", f"{prefix} {pairs}")
    return all([one.value for one in find_case_numbers(way)] == [f"{prefix}-{signs}"] for way in ways)

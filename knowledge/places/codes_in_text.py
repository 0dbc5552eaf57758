"""Which numbers of a text are postcodes: five digits may as well be a sum, a case number or a part of a telephone number."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Iterator

from knowledge.places.postcodes import Delivered, PostcodeTable
from knowledge.places.spelling import key_of, keys_of

_FIVE_DIGITS = re.compile(r"(?:(?<![\w.,/+-])|(?<=\bD-))\d{5}(?![\w%€]|[.,:/-]\d|[ \u00a0]?[€%])")
_DIGITS_BEFORE = re.compile(r"\d[ /()-]*$")
_DIGITS_BEHIND = re.compile(r"[ /()-]*\d")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0:(\"„]*$")
_WORD_BEHIND = re.compile(r"[ \u00a0]+([^\W\d_]+)")
_NAME_BEHIND = re.compile(r"[,;)]?[ \u00a0]*([^\W\d_]+)")
_SAYS_POSTCODE = re.compile(r"\b(?:plz|postleitzahl\w*)[ :.\u00a0]*(?:[^\W\d_]+[ :\u00a0]+){0,2}$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|und|oder|bis|u\.)\s*", re.IGNORECASE)
_BEFORE = frozenset("in aus bei nach nahe raum region bereich gebiet gegend ort wohnort gemeinde stadt dorf".split())
_MAY_FOLLOW = frozenset(
    "aber als also an auch auf aus bei bin brauche brauchen da dort eine einen er es fehlt für gern gesucht gibt gibts "
    "gründen haben habe hilft ich ihr im in ist kann können leben lebe möchte möchten nicht oder sie sind suche suchen "
    "und unser uns von was wer wie wir wird wo wohne wohnen wohnhaft wohnt wollen würden zu zum zur zuständig".split()
)
"""What may come behind „in 18439“; any other word is likely what the number counts."""


@dataclass(frozen=True)
class Code:
    """`text[start:end]` is a postcode of these places. `name` is the one of them that stands beside it, if any does."""

    start: int
    end: int
    text: str
    reached: tuple[Delivered, ...]
    name: str | None


def find_codes(
    text: str, table: PostcodeTable, beside: Callable[[int, int, frozenset[str]], bool], expected: bool = False
) -> tuple[Code, ...]:
    """The postcodes of `text`, in its order.

    `beside(start, end, lands)` tells whether a place of these Länder is named right before or behind the number;
    `expected`: the person has been asked where, so that a bare number is one.
    """
    return tuple(_codes(text, table, beside, expected))


def _codes(text: str, table: PostcodeTable, beside, expected: bool) -> Iterator[Code]:
    last_end = None
    for match in _FIVE_DIGITS.finditer(text):
        reached, start, end = table.of(match.group()), match.start(), match.end()
        if not reached or _is_part_of_a_longer_number(text, start, end):
            continue
        name = _name_behind(text, end, reached)
        follows_one = last_end is not None and _AND.fullmatch(text[last_end:start])
        lands = frozenset(one.land for one in reached)
        if name or follows_one or beside(start, end, lands) or _stands_as_a_place(text, start, end, expected):
            last_end = end
            yield Code(start, end, match.group(), reached, name)


def _is_part_of_a_longer_number(text: str, start: int, end: int) -> bool:
    """A telephone number in groups."""
    return bool(_DIGITS_BEFORE.search(text[max(0, start - 20) : start]) or _DIGITS_BEHIND.match(text, end))


def _name_behind(text: str, end: int, reached: tuple[Delivered, ...]) -> str | None:
    match = _NAME_BEHIND.match(text, end)
    if match is None:
        return None
    key = key_of(match[1])
    return next((name for one in reached for name in one.names if keys_of(name)[:1] == (key,)), None)


def _stands_as_a_place(text: str, start: int, end: int, expected: bool) -> bool:
    before = text[max(0, start - 60) : start]
    if _SAYS_POSTCODE.search(before) or before.endswith("D-"):
        return True
    begins_with_zero = text[start] == "0"
    if not re.search(r"\w", text[:start] + text[end:]):
        return expected or begins_with_zero
    word = _WORD_BEFORE.search(before)
    if word is None or key_of(word[1]) not in _BEFORE:
        return False
    following = _WORD_BEHIND.match(text, end)
    if following is None:
        return True
    return following[1].islower() and (begins_with_zero or following[1] in _MAY_FOLLOW)

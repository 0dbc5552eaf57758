"""Finds the secret codes of cases in what people type, and what was meant as one: a slip is nearly the code itself."""
from __future__ import annotations

import re
from typing import Iterator

from office.secret_codes import read_code

_SIGN = r"[^\W_]"
_ALONE = rf"(?<!{_SIGN})", rf"(?!{_SIGN})"
_GAP = r"[\s_./:‐‑–—-]{0,3}"
_CASE_NUMBER = re.compile(
    rf"(?<!{_SIGN})[^\W\d_]{{4,8}}[\s_:#./‐‑–—-]{{0,3}}(?={_SIGN}*\d){_SIGN}{{6}}(?!{_SIGN})", re.IGNORECASE
)
"""Looser than `knowledge.case_numbers`, which asks the dictionary: here one too many does no harm."""


def _pattern(*shapes: str) -> re.Pattern[str]:
    return re.compile(f"{_ALONE[0]}(?:{'|'.join(shapes)}){_ALONE[1]}")


_WHOLE = _pattern(
    rf"{_SIGN}{{5}}(?:{_GAP}{_SIGN}{{5}}){{2}}",
    rf"{_SIGN}{{3}}(?:[ -]{_SIGN}{{3}}){{4}}",
    rf"{_SIGN}(?:[ -]{_SIGN}){{14}}",
)
"""Fifteen signs as people group, dictate or spell them."""
_HYPHENED = _pattern(rf"{_SIGN}{{5}}(?:[‐‑–—-]{_SIGN}{{5}}){{2}}")
_SLIP = _pattern(
    rf"{_SIGN}{{5}}(?:[\s_./:‐‑–—-]{{1,3}}{_SIGN}{{5}}){{2}}",
    rf"{_SIGN}{{4,6}}(?:[‐‑–—-]{_SIGN}{{4,6}}){{2}}",
    rf"{_SIGN}{{14,16}}",
)
"""A sign wrong, too many or too few; only beside the number of a case."""


def find_codes(text: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of each code in `text`, in its order, none overlapping.

    By itself counts what has the right check sign and a digit, or the hyphens. Beside the number of a case also what
    has the right check sign only, or nearly the shape; then one of its groups mixes letters and digits, as words do not.
    """
    found: list[tuple[int, int]] = []
    numbers = [one.span() for one in _CASE_NUMBER.finditer(text)]
    rest = _blanked(text, numbers)
    for start, end in _candidates(rest, bool(numbers)):
        if not any(start < behind and first < end for first, behind in found):
            found.append((start, end))
    return tuple(sorted(found))


def names_a_case(text: str) -> bool:
    """Whether something like the number of a case stands in `text`."""
    return _CASE_NUMBER.search(text) is not None


def _candidates(text: str, beside_number: bool) -> Iterator[tuple[int, int]]:
    for one in _WHOLE.finditer(text):
        if read_code(one.group()) is not None and (beside_number or any(map(str.isdigit, one.group()))):
            yield one.span()
    for one in (_SLIP if beside_number else _HYPHENED).finditer(text):
        if any(_is_mixed(group) for group in re.findall(rf"{_SIGN}+", one.group())):
            yield one.span()


def _is_mixed(group: str) -> bool:
    return any(map(str.isdigit, group)) and any(map(str.isalpha, group))


def _blanked(text: str, taken: list[tuple[int, int]]) -> str:
    """`text`, equally long, with nothing to be read in the stretches that are taken."""
    for start, end in taken:
        text = text[:start] + " " * (end - start) + text[end:]
    return text

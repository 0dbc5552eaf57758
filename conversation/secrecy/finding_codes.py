"""Finds the secret codes of cases in what people type, and what was meant as one: a slip is nearly the code itself."""
from __future__ import annotations

import re
from typing import Iterable, Iterator

from office.secret_codes import read_code

_SIGN = r"[^\W_]"
_GAP = r"[\s_./:‐‑–—-]{0,3}"
_CASE_NUMBER = re.compile(
    rf"(?<!{_SIGN})[^\W\d_]{{4,8}}[\s_:#./‐‑–—-]{{0,3}}(?={_SIGN}*\d){_SIGN}{{6}}(?!{_SIGN})", re.IGNORECASE
)
"""Looser than `knowledge.case_numbers`, which asks the dictionary: here one too many does no harm."""


def _patterns(*shapes: str) -> tuple[re.Pattern[str], ...]:
    """Found at every place, also where they overlap: „bitte 7K4MQ 2XN9R“ has the shape of a code, too."""
    return tuple(re.compile(rf"(?<!{_SIGN})(?=(?P<code>{shape})(?!{_SIGN}))") for shape in shapes)


_WHOLE = _patterns(
    rf"{_SIGN}{{5}}(?:{_GAP}{_SIGN}{{5}}){{2}}",
    rf"{_SIGN}{{3}}(?:[ -]{_SIGN}{{3}}){{4}}",
    rf"{_SIGN}(?:[ -]{_SIGN}){{14}}",
)
"""Fifteen signs as people group, dictate or spell them."""
_HYPHENED = _patterns(rf"{_SIGN}{{5}}(?:[‐‑–—-]{_SIGN}{{5}}){{2}}")
_SLIP = _patterns(
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
    numbers = [one.span() for one in _CASE_NUMBER.finditer(text)]
    rest = _blanked(text, numbers)
    whole = _joined(_whole(rest, bool(numbers)))
    nearly = [
        (start, end) for start, end in _nearly(rest, bool(numbers))
        if not any(start < behind and first < end for first, behind in whole)
    ]  # fmt: skip
    return tuple(sorted([*whole, *_joined(nearly)]))


def names_a_case(text: str) -> bool:
    """Whether something like the number of a case stands in `text`."""
    return _CASE_NUMBER.search(text) is not None


def _whole(text: str, beside_number: bool) -> Iterator[tuple[int, int]]:
    for one in _all(_WHOLE, text):
        if read_code(one["code"]) is not None and (beside_number or any(map(str.isdigit, one["code"]))):
            yield one.span("code")


def _nearly(text: str, beside_number: bool) -> list[tuple[int, int]]:
    """Those with most groups of letters and digits: the word before or behind a code belongs to none of them."""
    mixed = [(_count_mixed(one["code"]), one.span("code")) for one in _all(_SLIP if beside_number else _HYPHENED, text)]
    most = max((count for count, _ in mixed), default=0)
    return [span for count, span in mixed if count == most > 0]


def _all(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    return (one for pattern in patterns for one in pattern.finditer(text))


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches, those that overlap as one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if result and start < result[-1][1]:
            start, end = result[-1][0], max(end, result.pop()[1])
        result.append((start, end))
    return result


def _count_mixed(code: str) -> int:
    groups = re.findall(rf"{_SIGN}+", code)
    return sum(any(map(str.isdigit, group)) and any(map(str.isalpha, group)) for group in groups)


def _blanked(text: str, taken: list[tuple[int, int]]) -> str:
    """`text`, equally long, with nothing to be read in the stretches that are taken."""
    for start, end in taken:
        text = text[:start] + " " * (end - start) + text[end:]
    return text

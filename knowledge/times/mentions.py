"""All times that a message names."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Iterable

from knowledge.times import clocks, days, parts, periods, recurrences
from knowledge.times.bounds import bounded
from knowledge.times.lookalikes import without_lookalikes
from knowledge.times.meanings import Days, Found, Minutes, TimeMention
from knowledge.times.patterns import Rule
from knowledge.times.spelling import spell

_RULES: tuple[Rule, ...] = (
    *recurrences.rules(), *periods.rules(), *days.rules(), *clocks.rules(), *parts.rules(),
)  # fmt: skip
"""Where two hits overlap the longer counts, of two equally long ones that of the earlier rule."""
_FROM_NOW = re.compile(r"(?<![\w-])ab (?:sofort|jetzt)(?!\w)")


def find_times(text: str, now: datetime) -> tuple[TimeMention, ...]:
    """The dates and times of day that `text` names, seen from `now`, in the order of the text and without overlaps.

    `now` counts as the local time of the person who writes: dates are whole days and times minutes of a day, both
    without a zone. What has no year lies ahead of `now`; what the calendar does not have (31.2.) is no mention.
    """
    spelled, today = spell(text), now.date()
    plain = without_lookalikes(spelled.text)
    found = [
        one
        for rule in _RULES
        for match in rule.pattern.finditer(plain)
        for one in rule.read(match, today)
    ]
    found += (Found(*match.span(), Days(today, None)) for match in _FROM_NOW.finditer(plain))
    apart = _without_overlaps(found, len(plain))
    dates = bounded([one for one in apart if not isinstance(one.meaning, Minutes)], plain, today)
    times = (one for one in apart if isinstance(one.meaning, Minutes))
    in_order = sorted([*dates, *times], key=lambda one: (one.start, one.end))
    return tuple(TimeMention(*spelled.span(one.start, one.end), one.meaning) for one in in_order)


def _without_overlaps(found: Iterable[Found], length: int) -> list[Found]:
    taken = bytearray(length)
    kept = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)

"""Whether two people on the waiting list wait for the same times. Pure: who is away or booked is not looked at, as both change."""
from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Iterable, Iterator, Mapping, Sequence

from knowledge.schema.adviser import Adviser
from office.appointments.choosing import fitting
from office.appointments.hours import LOCAL, earliest_start, last_day, session_starts
from office.appointments.model import SessionWish
from office.appointments.waiting_model import LONGEST_WAIT

_Spans = list[tuple[datetime, datetime]]


class Rivals:
    """Those who could take a time that whoever has `wish` could take as well, until the longest wait is over."""

    def __init__(self, wish: SessionWish, advisers: Sequence[Adviser], now: datetime) -> None:
        self._advisers, self._now = advisers, now
        self._mine = {one.id: self._days_of(one, wish) for one in fitting(advisers, wish)}

    def has(self, other: SessionWish) -> bool:
        """Whether `other` is one: a session of theirs, with the rest behind it, would fall on one of ours."""
        return any(
            _meet(self._mine[one.id][day], theirs)
            for one in fitting(self._advisers, other)
            if one.id in self._mine
            for day, theirs in self._spans(one, other, self._mine[one.id])
        )

    def _days_of(self, adviser: Adviser, wish: SessionWish) -> Mapping[date, _Spans]:
        first = earliest_start(adviser, self._now).astimezone(LOCAL).date()
        last = last_day(adviser, self._now + LONGEST_WAIT)
        days = (first + timedelta(number) for number in range((last - first).days + 1))
        return dict(self._spans(adviser, wish, days))

    def _spans(self, adviser: Adviser, wish: SessionWish, days: Iterable[date]) -> Iterator[tuple[date, _Spans]]:
        """The days with a session that the wish grants, and from when to when each of them takes the adviser's time."""
        minutes, earliest = wish.minutes or adviser.lengths[0], earliest_start(adviser, self._now)
        length, rest = timedelta(minutes=minutes), timedelta(minutes=adviser.buffer)
        for day in filter(wish.times.grants_day, days):
            spans = [
                (one, one + length + rest)
                for one in session_starts(adviser, minutes, day, day)
                if one >= earliest and wish.times.grants(one.astimezone(LOCAL), (one + length).astimezone(LOCAL))
            ]
            if spans:
                yield day, spans


def _meet(mine: _Spans, theirs: _Spans) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one in mine for other in theirs)

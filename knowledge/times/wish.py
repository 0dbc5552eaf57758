"""When somebody would like to come: a wish over days, weekdays and hours, and whether a moment grants it."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from knowledge.times.meanings import Days, Minutes


@dataclass(frozen=True)
class TimeWish:
    """What was said of when. Within a field one of the values has to fit, and every field that is not empty has to.

    `weekdays`: 0 = Monday. `is_urgent`: „so schnell wie möglich“; it changes no order, as the earliest always comes first.
    """

    days: tuple[Days, ...] = ()
    weekdays: frozenset[int] = frozenset()
    hours: tuple[Minutes, ...] = ()
    not_days: tuple[Days, ...] = ()
    not_weekdays: frozenset[int] = frozenset()
    not_hours: tuple[Minutes, ...] = ()
    is_urgent: bool = False

    @property
    def is_open(self) -> bool:
        """Whether any time would do."""
        return replace(self, is_urgent=False) == TimeWish()

    def grants_day(self, day: date) -> bool:
        """Whether a session on `day` would do, as far as the day goes."""
        if _among(day, self.not_days) or day.weekday() in self.not_weekdays:
            return False
        return (not self.days or _among(day, self.days)) and (not self.weekdays or day.weekday() in self.weekdays)

    def grants(self, starts: datetime, ends: datetime) -> bool:
        """Whether a session from `starts` to `ends`, local times of one day, would do.

        A part of the day („vormittags“) has to hold it wholly; a moment („um halb drei“) is when it begins.
        """
        first, last = _minute(starts.time()), _minute(ends.time())
        if not self.grants_day(starts.date()) or any(_meets(first, last, one) for one in self.not_hours):
            return False
        return not self.hours or any(_holds(first, last, one) for one in self.hours)


def _among(day: date, ranges: tuple[Days, ...]) -> bool:
    return any(one.first <= day and (one.last is None or day <= one.last) for one in ranges)


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _holds(first: int, last: int, part: Minutes) -> bool:
    return first == part.first if part.first == part.last else part.first <= first and last <= part.last


def _meets(first: int, last: int, part: Minutes) -> bool:
    return first <= part.first < last if part.first == part.last else first < part.last and part.first < last

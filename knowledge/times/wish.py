"""When somebody would like to come: a wish over days, weekdays and hours, and whether a moment grants it."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, Mapping

from knowledge.times.meanings import Days, Minutes, read_meaning

_RANGES = ("days", "hours", "not_days", "not_hours")
_WEEKDAYS = ("weekdays", "not_weekdays")


@dataclass(frozen=True)
class TimeWish:
    """What was said of when. Within a field one of the values has to fit, and every field that is not empty has to.

    `weekdays`: 0 = Monday. `is_urgent`: „so schnell wie möglich“; it changes no order, as the earliest always comes first.
    `either`: one of these has to fit as well, where each day has hours of its own („Dienstag vormittag oder Donnerstag
    nachmittag“).
    """

    days: tuple[Days, ...] = ()
    weekdays: frozenset[int] = frozenset()
    hours: tuple[Minutes, ...] = ()
    not_days: tuple[Days, ...] = ()
    not_weekdays: frozenset[int] = frozenset()
    not_hours: tuple[Minutes, ...] = ()
    either: tuple[TimeWish, ...] = ()
    is_urgent: bool = False

    @property
    def is_open(self) -> bool:
        """Whether any time would do."""
        return replace(self, is_urgent=False) == TimeWish()

    def refined_by(self, other: TimeWish, today: date = date.min) -> TimeWish:
        """What counts after `other` was said too: new days replace the days and new hours the hours, the rest still counts.

        A weekday alone chooses among the weeks or days that were named before, as far as they have one from `today` on. What
        is wanted now is not ruled out any more.
        """
        if other.either:
            return replace(other, not_days=self.not_days + other.not_days, not_weekdays=self.not_weekdays | other.not_weekdays)
        has_days, has_hours = bool(other.days or other.weekdays), bool(other.hours)
        return TimeWish(
            days=(other.days or self._days_with(other.weekdays, today)) if has_days else self.days,
            weekdays=other.weekdays if has_days else self.weekdays,
            hours=other.hours if has_hours else self.hours,
            not_days=tuple(dict.fromkeys((*(one for one in self.not_days if one not in other.days), *other.not_days))),
            not_weekdays=(self.not_weekdays - other.weekdays) | other.not_weekdays,
            not_hours=tuple(dict.fromkeys((*(() if has_hours else self.not_hours), *other.not_hours))),
            either=() if has_days or has_hours else self.either,
            is_urgent=other.is_urgent,
        )

    def _days_with(self, weekdays: frozenset[int], today: date) -> tuple[Days, ...]:
        """The named days that have one of `weekdays`; none of a single day, which is replaced."""
        if len(self.days) == 1 and self.days[0].first == self.days[0].last:
            return ()
        return tuple(one for one in self.days if weekdays & _weekdays_of(one, today))

    def to_plain(self) -> dict[str, Any]:
        """Plain values for JSON, what is empty left out."""
        lists = {name: [str(one) for one in getattr(self, name)] for name in _RANGES}
        lists |= {name: sorted(getattr(self, name)) for name in _WEEKDAYS}
        told = {name: value for name, value in lists.items() if value}
        told |= {"either": [one.to_plain() for one in self.either]} if self.either else {}
        return told | ({"is_urgent": True} if self.is_urgent else {})

    @classmethod
    def from_plain(cls, told: Mapping[str, Any]) -> TimeWish:
        """What `to_plain` wrote; raises ValueError where a time is none."""
        return cls(
            **{name: tuple(map(read_meaning, told.get(name, ()))) for name in _RANGES},
            **{name: frozenset(told.get(name, ())) for name in _WEEKDAYS},
            either=tuple(map(cls.from_plain, told.get("either", ()))),
            is_urgent=bool(told.get("is_urgent")),
        )

    def grants_day(self, day: date) -> bool:
        """Whether a session on `day` would do, as far as the day goes."""
        if _among(day, self.not_days) or day.weekday() in self.not_weekdays:
            return False
        if self.either and not any(one.grants_day(day) for one in self.either):
            return False
        return (not self.days or _among(day, self.days)) and (not self.weekdays or day.weekday() in self.weekdays)

    def grants(self, starts: datetime, ends: datetime) -> bool:
        """Whether a session from `starts` to `ends`, local times of one day, would do.

        A part of the day („vormittags“) has to hold it wholly; a moment („um halb drei“) is when it begins.
        """
        first, last = _minute(starts.time()), _minute(ends.time())
        if not self.grants_day(starts.date()) or any(_meets(first, last, one) for one in self.not_hours):
            return False
        if self.either and not any(one.grants(starts, ends) for one in self.either):
            return False
        return not self.hours or any(_holds(first, last, one) for one in self.hours)


def _weekdays_of(days: Days, today: date) -> frozenset[int]:
    first = max(days.first, today)
    count = 7 if days.last is None else min(7, (days.last - first).days + 1)
    return frozenset((first.weekday() + step) % 7 for step in range(count))


def _among(day: date, ranges: tuple[Days, ...]) -> bool:
    return any(one.first <= day and (one.last is None or day <= one.last) for one in ranges)


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _holds(first: int, last: int, part: Minutes) -> bool:
    return first == part.first if part.first == part.last else part.first <= first and last <= part.last


def _meets(first: int, last: int, part: Minutes) -> bool:
    return first <= part.first < last if part.first == part.last else first < part.last and part.first < last

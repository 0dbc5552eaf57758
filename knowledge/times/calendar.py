"""Reckoning with days, weeks (ISO 8601), months, seasons and quarters. Pure functions over dates."""
from __future__ import annotations

import calendar as _calendar
import math
from datetime import date, timedelta
from typing import Callable, Iterable

from knowledge.times.meanings import Days

Yearly = Callable[[int], "Days | None"]
"""What a thing is in a given year; None if that year has none (29 February, week 53)."""
_YEARS_AHEAD = 9
"""29 February stays away for eight years around 2100."""
_SEASONS = {"fruehjahr": 3, "fruehling": 3, "sommer": 6, "herbst": 9, "winter": 12}
"""Season → its first month, as the German weather service counts (meteorological seasons)."""


def one_day(day: date | None) -> Days | None:
    """`day` as a stretch of one day."""
    return Days(day, day) if day else None


def day_of(year: int, month: int, day: int) -> Days | None:
    """The day, or None if the calendar has none such (31 February)."""
    try:
        return one_day(date(year, month, day))
    except ValueError:
        return None


def week_of(day: date, ahead: int = 0) -> Days:
    """Monday to Sunday of the week in which `day` lies, or so many weeks after it."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=ahead)
    return Days(monday, monday + timedelta(days=6))


def calendar_week(year: int, week: int) -> Days | None:
    """The week with this number by ISO 8601, or None if the year has none such."""
    try:
        return week_of(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def months(year: int, month: int, count: int = 1) -> Days:
    """So many whole months from the first of `month` (which may lie beyond 12)."""
    first = _first_of(year, month)
    return Days(first, _first_of(year, month + count) - timedelta(days=1))


def season(name: str, year: int) -> Days:
    """The season that begins in `year`; winter runs into the next one."""
    return months(year, _SEASONS[name], 3)


def weekday_of_month(year: int, month: int, weekday: int, ordinal: int) -> Days | None:
    """The `ordinal`-th such weekday of the month (-1: the last), or None if there is none such."""
    days = [week[weekday] for week in _calendar.monthcalendar(year, month) if week[weekday]]
    index = ordinal - 1 if ordinal > 0 else ordinal
    return day_of(year, month, days[index]) if index < len(days) else None


def add_months(day: date, count: int) -> date:
    """The same day so many months later; the last of the month where it is shorter."""
    month = months(day.year, day.month + count)
    return month.first.replace(day=min(day.day, month.last.day))


def later(day: date, count: float, unit: str) -> date:
    """`day` plus `count` units (`tag`, `woche`, `monat`, `jahr`); half days count whole, half a month is 15 days."""
    if unit in ("tag", "woche"):
        return day + timedelta(days=math.ceil(count * (7 if unit == "woche" else 1)))
    in_months = count * (12 if unit == "jahr" else 1)
    whole = math.floor(in_months)
    return add_months(day, whole) + timedelta(days=15 if in_months > whole else 0)


def next_weekday(today: date, weekday: int, shift: int | None = None) -> date:
    """The weekday that is meant on `today`.

    None (bare) and 1 („nächsten“, „kommenden“): the next after today, as Duden explains „nächst“ (next in time), so
    that „nächsten Freitag“ on a Thursday is tomorrow. 0 („diesen“): the same, but today counts. 2 („übernächsten“): a
    week after the next. -1 („letzten“): the last before today.
    """
    ahead = (weekday - today.weekday()) % 7
    if shift == 0:
        return today + timedelta(days=ahead)
    if shift is not None and shift < 0:
        return today + timedelta(days=ahead - 7 if ahead else -7) + timedelta(weeks=shift + 1)
    return today + timedelta(days=ahead or 7) + timedelta(weeks=(shift or 1) - 1)


def next_day_of_month(today: date, day: int, shift: int | None = None) -> Days | None:
    """The next time that a month has this day, today included; with `shift` that of the month so far away."""
    if shift is not None:
        month = months(today.year, today.month + shift).first
        return day_of(month.year, month.month, day)
    ahead: Iterable[date] = (months(today.year, today.month + count).first for count in range(13))
    days = (day_of(month.year, month.month, day) for month in ahead)
    return next((one for one in days if one and one.first >= today), None)


def yearly(make: Yearly, today: date, shift: int | None = None, year: int | None = None) -> Days | None:
    """What comes once a year: that of `year`, else the running or next one, so never one that is over.

    `shift` as for weekdays: 1 the next to begin, 2 the one after it, -1 the last that is over.
    """
    if year is not None:
        return make(year)
    ahead = (make(count) for count in range(today.year - 2, today.year + _YEARS_AHEAD))
    known = [one for one in ahead if one]
    if shift is not None and shift < 0:
        return next((one for one in reversed(known) if one.last < today), None)
    if not shift:
        return next((one for one in known if one.last >= today), None)
    to_come = [one for one in known if one.first > today]
    return to_come[shift - 1] if len(to_come) >= shift else None


def _first_of(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)

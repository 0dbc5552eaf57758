"""Reckoning with days, weeks, months and feasts, against dates from the printed calendar."""
from __future__ import annotations

from datetime import date

import pytest

from knowledge.times import calendar
from knowledge.times.feasts import advent_sunday, easter_sunday

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "sunday",
    [
        date(1818, 3, 22), date(1954, 4, 18), date(1981, 4, 19), date(2000, 4, 23), date(2008, 3, 23),
        date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16), date(2038, 4, 25),
    ],
)  # fmt: skip
def test_easter_is_when_the_church_keeps_it(sunday):
    assert easter_sunday(sunday.year) == sunday


@pytest.mark.parametrize(
    ("year", "first", "fourth"),
    [(2022, date(2022, 11, 27), date(2022, 12, 18)), (2023, date(2023, 12, 3), date(2023, 12, 24)),
     (2026, date(2026, 11, 29), date(2026, 12, 20))],
)  # fmt: skip
def test_advent_begins_four_sundays_before_christmas(year, first, fourth):
    assert (advent_sunday(year, 1), advent_sunday(year, 4)) == (first, fourth)


@pytest.mark.parametrize(
    ("shift", "friday", "thursday"),
    [
        (None, date(2026, 11, 27), date(2026, 12, 3)), (0, date(2026, 11, 27), date(2026, 11, 26)),
        (1, date(2026, 11, 27), date(2026, 12, 3)), (2, date(2026, 12, 4), date(2026, 12, 10)),
        (-1, date(2026, 11, 20), date(2026, 11, 19)), (-2, date(2026, 11, 13), date(2026, 11, 12)),
    ],
)  # fmt: skip
def test_which_weekday_is_meant(shift, friday, thursday):
    assert calendar.next_weekday(THURSDAY, 4, shift) == friday
    assert calendar.next_weekday(THURSDAY, 3, shift) == thursday


@pytest.mark.parametrize(
    ("year", "week", "monday"),
    [(2026, 1, date(2025, 12, 29)), (2026, 53, date(2026, 12, 28)), (2027, 1, date(2027, 1, 4)), (2027, 53, None),
     (2026, 0, None), (2026, 54, None)],
)  # fmt: skip
def test_weeks_are_counted_by_iso_8601(year, week, monday):
    found = calendar.calendar_week(year, week)
    assert (found and found.first) == monday


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [(date(2027, 1, 31), 1, date(2027, 2, 28)), (date(2028, 1, 31), 1, date(2028, 2, 29)),
     (date(2026, 11, 30), 3, date(2027, 2, 28)), (date(2027, 1, 15), -2, date(2026, 11, 15))],
)  # fmt: skip
def test_months_are_added_by_the_calendar(day, count, then):
    assert calendar.add_months(day, count) == then


def test_a_day_that_the_year_does_not_have_waits_for_one_that_does():
    leap_day = calendar.yearly(lambda year: calendar.day_of(year, 2, 29), date(2097, 1, 1))
    assert leap_day.first == date(2104, 2, 29)
    assert calendar.yearly(lambda year: calendar.day_of(year, 2, 31), THURSDAY) is None

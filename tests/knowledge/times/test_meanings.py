"""The written forms of days, rules that come back and parts of the day."""
from __future__ import annotations

from datetime import date

import pytest

from knowledge.times import Days, Minutes, Recurrence, TimeMention, read_meaning

WRITTEN = [
    (Days(date(2026, 12, 1), date(2026, 12, 1)), "2026-12-01"),
    (Days(date(2026, 12, 1), date(2026, 12, 7)), "2026-12-01/2026-12-07"),
    (Days(date(2027, 5, 1), None), "2027-05-01/.."),
    (Recurrence((1,)), "FREQ=WEEKLY;BYDAY=TU"),
    (Recurrence((3, 4)), "FREQ=WEEKLY;BYDAY=TH,FR"),
    (Recurrence((1,), every=2), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    (Recurrence((2,), ordinal=1), "FREQ=MONTHLY;BYDAY=1WE"),
    (Recurrence((4,), ordinal=-1), "FREQ=MONTHLY;BYDAY=-1FR"),
    (Minutes(870, 870), "14:30"),
    (Minutes(720, 1020), "12:00/17:00"),
    (Minutes(1020, 1440), "17:00/24:00"),
]


@pytest.mark.parametrize(("meaning", "value"), WRITTEN)
def test_a_meaning_is_written_and_read_back(meaning, value):
    assert str(meaning) == value and read_meaning(value) == meaning


@pytest.mark.parametrize("value", ["", "morgen", "2026-02-30", "25:00", "14:30/", "FREQ=DAILY;BYDAY=MO", "FREQ=WEEKLY",
                                   "FREQ=WEEKLY;BYDAY=XX", "../2026-12-01", "12:00/.."])  # fmt: skip
def test_anything_else_is_refused(value):
    with pytest.raises(ValueError):
        read_meaning(value)


def test_only_parts_of_the_day_are_times_of_day():
    assert [TimeMention(0, 1, meaning).kind for meaning, _ in WRITTEN] == ["datum"] * 8 + ["uhrzeit"] * 3

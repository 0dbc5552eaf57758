"""Wishes for a time in what people write: a table worked out by the calendar, and properties that hold for any text."""
from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.times import read_meaning
from knowledge.times.wish import TimeWish
from knowledge.times.wishes import HeardWish, hear_wish

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 10, tzinfo=BERLIN)
TABLE = yaml.load((Path(__file__).parent / "wishes.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
PHRASES = [
    (datetime.fromisoformat(part["now"]).replace(tzinfo=BERLIN), *row) for part in TABLE for row in part["phrases"]
]
_FIELDS = {"d": "days", "w": "weekdays", "h": "hours", "-d": "not_days", "-w": "not_weekdays", "-h": "not_hours"}


def wish_of(written: str) -> TimeWish:
    """The wish of a cell of the table, without what stands beside it."""
    if "|" in written:
        return TimeWish(either=tuple(wish_of(one) for one in written.split(" | ")))
    told = {}
    for name, _, values in (part.partition(":") for part in written.split() if ":" in part):
        is_weekday = name.endswith("w")
        told[_FIELDS[name]] = (
            frozenset(map(int, values.split(","))) if is_weekday else tuple(map(read_meaning, values.split(",")))
        )
    return TimeWish(**told, is_urgent="!" in written.split())


@pytest.mark.parametrize(("now", "phrase", "written"), PHRASES)
def test_a_phrase_wishes_what_the_calendar_says(now, phrase, written):
    heard = hear_wish(phrase, now)
    words = written.split()
    assert heard.wish == wish_of(written)
    assert (heard.is_any, heard.is_past) == ("any" in words, "past" in words)
    assert heard.unknown == tuple(word[1:].replace("_", " ") for word in words if word.startswith("?"))
    assert heard.no_such_days == tuple(word[2:].replace("_", " ") for word in words if word.startswith("no"))
    assert heard.says_something == (written != "~")


def test_the_table_is_long_enough_to_trust():
    assert len(PHRASES) >= 150
    assert len({(now, phrase) for now, phrase, _ in PHRASES}) == len(PHRASES)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_any_text_is_heard_and_its_places_lie_in_it(text):
    heard = hear_wish(text, NOW)
    assert isinstance(heard, HeardWish)
    assert all(0 <= start < end <= len(text) for start, end in heard.places)


def test_a_day_that_is_wished_grants_only_what_is_not_ruled_out():
    wish = hear_wish("nächste Woche vormittags, aber nicht am Dienstag", NOW).wish
    at = [datetime(2026, 12, day, 9) for day in (1, 2)]
    assert [wish.grants(one, one.replace(minute=30)) for one in at] == [False, True]
    assert not wish.grants(datetime(2026, 12, 2, 11, 45), datetime(2026, 12, 2, 12, 15))


def test_of_two_alternatives_each_day_keeps_its_own_hours():
    wish = hear_wish("Dienstag vormittag oder Donnerstag nachmittag", NOW).wish
    granted = [
        wish.grants(datetime(2026, 12, day, hour), datetime(2026, 12, day, hour, 30))
        for day, hour in ((1, 9), (1, 14), (3, 9), (3, 14), (2, 9))
    ]
    assert granted == [True, False, False, True, False]
    assert [wish.grants_day(datetime(2026, 12, day).date()) for day in (1, 2, 3)] == [True, False, True]


@pytest.mark.parametrize(("now", "phrase", "written"), PHRASES)
def test_a_wish_comes_back_from_json_as_it_was(now, phrase, written):
    wish = hear_wish(phrase, now).wish
    assert TimeWish.from_plain(json.loads(json.dumps(wish.to_plain()))) == wish


@pytest.mark.parametrize(("first", "then", "written"), [
    ("nächste Woche", "lieber nachmittags", "d:2026-11-30/2026-12-06 h:12:00/17:00"),
    ("nächste Woche vormittags", "dann übernächste Woche", "d:2026-12-07/2026-12-13 h:08:00/12:00"),
    ("nächste Woche vormittags", "nicht montags", "d:2026-11-30/2026-12-06 h:08:00/12:00 -w:0"),
    ("nicht montags", "doch, Montag geht", "w:0"),
    ("vormittags nicht", "um 9 geht doch", "h:09:00"),
    ("Dienstag vormittag oder Donnerstag nachmittag", "am Freitag", "w:4"),
    ("irgendwann im Januar", "Do oder Fr", "d:2027-01-01/2027-01-31 w:3,4"),
    ("ab nächster Woche", "am Montag", "d:2026-11-30/.. w:0"),
    ("nächste Woche Donnerstag oder Freitag", "dann Freitag um 10", "d:2026-12-04 w:4 h:10:00"),
    ("am 25. Dezember", "lieber Freitag", "w:4"),
    ("vom 1. bis 2. Dezember", "am Freitag", "w:4"),
    ("diese Woche", "dann Montag", "w:0"),
    ("diese Woche", "dann Freitag", "d:2026-11-23/2026-11-29 w:4"),
])  # fmt: skip
def test_what_is_said_later_makes_a_wish_more_exact(first, then, written):
    assert hear_wish(first, NOW).wish.refined_by(hear_wish(then, NOW).wish, NOW.date()) == wish_of(written)

"""Entries of calendars as times: zones, whole days, hours without a zone, repeats with exceptions, both clock changes."""
from __future__ import annotations

from datetime import datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from office.appointments.calendars import joined
from office.appointments.hours import LOCAL
from tests.fakes.radicale_server import event
from worker.caldav.reading import read_entries


OUTLOOK = ";TZID=W. Europe Standard Time:"


def spans(first: str, last: str, *events: str, head: str = "", ours: tuple[str, ...] = ()) -> list[str]:
    """What is busy between two local days, in UTC."""
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{head}" + "\r\n".join([*events, "END:VCALENDAR", ""])
    window = (datetime.fromisoformat(day).replace(tzinfo=LOCAL).astimezone(timezone.utc) for day in (first, last))
    reading = read_entries([text], *window, LOCAL, ours)
    assert reading.unreadable == 0
    return [f"{begins:%m-%dT%H:%M}/{ends:%m-%dT%H:%M}" for begins, ends in joined(reading.busy)]


@pytest.mark.parametrize("start, end, expected", [
    (":20261130T080000Z", ":20261130T090000Z", "11-30T08:00/11-30T09:00"),
    (";TZID=America/New_York:20261130T080000", ";TZID=America/New_York:20261130T090000", "11-30T13:00/11-30T14:00"),
    (f"{OUTLOOK}20261130T080000", f"{OUTLOOK}20261130T090000", "11-30T07:00/11-30T08:00"),
    (":20261130T080000", ":20261130T090000", "11-30T07:00/11-30T08:00"),
    (";TZID=Irgendwo/Anders:20261130T080000", ";TZID=Irgendwo/Anders:20261130T090000", "11-30T07:00/11-30T08:00"),
    (";VALUE=DATE:20261130", ";VALUE=DATE:20261201", "11-29T23:00/11-30T23:00"),
])  # fmt: skip
def test_a_time_is_meant_in_its_zone_and_without_one_in_that_of_the_office(start, end, expected):
    assert spans("2026-11-29", "2026-12-02", event("x", start, end)) == [expected]


def test_a_zone_that_the_file_itself_defines_is_read():
    zone = ("BEGIN:VTIMEZONE\r\nTZID:Eigene\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0500\r\n"
            "TZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n")  # fmt: skip
    entry = event("x", ";TZID=Eigene:20261130T080000", ";TZID=Eigene:20261130T090000")
    assert spans("2026-11-29", "2026-12-02", entry, head=zone) == ["11-30T03:00/11-30T04:00"]


def test_whole_days_over_the_clock_changes_are_23_and_25_hours_long():
    assert spans("2026-10-24", "2026-10-27", event("x", ";VALUE=DATE:20261025", ";VALUE=DATE:20261026")) == [
        "10-24T22:00/10-25T23:00"]
    assert spans("2027-03-27", "2027-03-30", event("x", ";VALUE=DATE:20270328", ";VALUE=DATE:20270329")) == [
        "03-27T23:00/03-28T22:00"]


def test_a_whole_day_without_an_end_is_one_day_and_a_moment_is_none():
    day = "BEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20261130\r\nEND:VEVENT"
    moment = "BEGIN:VEVENT\r\nUID:y\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20261201T080000Z\r\nEND:VEVENT"
    assert spans("2026-11-29", "2026-12-03", day, moment) == ["11-29T23:00/11-30T23:00"]


def test_a_daily_entry_in_spring_keeps_its_hour_on_the_wall():
    entry = event("x", ";TZID=Europe/Berlin:20270326T090000", ";TZID=Europe/Berlin:20270326T093000", "RRULE:FREQ=DAILY")
    assert spans("2027-03-26", "2027-03-30", entry) == [
        "03-26T08:00/03-26T08:30", "03-27T08:00/03-27T08:30", "03-28T07:00/03-28T07:30", "03-29T07:00/03-29T07:30"]


def test_the_29_of_february_comes_every_four_years():
    entry = event("x", ";VALUE=DATE:20240229", ";VALUE=DATE:20240301", "RRULE:FREQ=YEARLY")
    assert spans("2027-02-20", "2027-03-10", entry) == []
    assert spans("2028-02-20", "2028-03-10", entry) == ["02-28T23:00/02-29T23:00"]


def test_of_a_series_one_is_cancelled_one_moved_one_free_and_one_left_out():
    at = ";TZID=Europe/Berlin:202612{:02}T090000", ";TZID=Europe/Berlin:202612{:02}T100000"

    def instead(of: int, on: int, *more: str) -> str:
        return event("x", at[0].format(on), at[1].format(on), f"RECURRENCE-ID{at[0].format(of)}", *more)

    assert spans(
        "2026-12-01", "2026-12-31",
        event("x", at[0].format(1), at[1].format(1), "RRULE:FREQ=WEEKLY", f"EXDATE{at[0].format(22)}"),
        instead(8, 8, "STATUS:CANCELLED"), instead(15, 17), instead(29, 29, "TRANSP:TRANSPARENT"),
    ) == ["12-01T08:00/12-01T09:00", "12-17T08:00/12-17T09:00"]  # fmt: skip


def test_what_reaches_over_the_edge_is_cut_and_what_meets_is_one():
    assert spans(
        "2026-11-30", "2026-12-01", event("a", ":20261120T000000Z", ":20261130T080000Z"),
        event("b", ":20261130T080000Z", ":20261130T090000Z"), event("c", ":20261130T083000Z", ":20261130T084500Z"),
    ) == ["11-29T23:00/11-30T09:00"]  # fmt: skip


def test_our_own_entries_are_told_apart_by_their_uid():
    entry = event("termin-1@ideenlotse", ":20261130T080000Z", ":20261130T090000Z")
    assert spans("2026-11-30", "2026-12-01", entry, ours=("termin-1@ideenlotse",)) == []
    assert spans("2026-11-30", "2026-12-01", entry) != []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.integers(0, 8))
def test_whatever_stands_there_nothing_breaks_off_and_the_good_entry_counts(junk, cut):
    entry = event("x", ":20261130T080000Z", ":20261130T090000Z")
    good = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{entry}\r\nEND:VCALENDAR\r\n"
    lines = good.split("\r\n")
    broken = "\r\n".join([*lines[:cut], junk, *lines[cut + 1:]])
    window = (datetime(2026, 11, 30, tzinfo=timezone.utc), datetime(2026, 12, 1, tzinfo=timezone.utc))
    reading = read_entries([junk, broken, good], *window, LOCAL, ())
    assert (window[0].replace(hour=8), window[0].replace(hour=9)) in reading.busy

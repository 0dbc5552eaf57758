"""Calendar files as a calendar reads them: unfolded, parsed and unescaped here by the letter of RFC 5545."""
from __future__ import annotations

import re
from datetime import timedelta

import pytest

from knowledge.content_files import read_records
from knowledge.schema import Event
from tests.builders import TODAY, an_event
from tests.library import CONTENT
from wording.calendar import calendar_file

EVENTS = [record for record in read_records(CONTENT) if isinstance(record, Event) and record.dates]


def entries_of(file: str) -> list[dict[str, str]]:
    """The events of a calendar file, by the names of their properties."""
    assert file.endswith("\r\n") and "\n" not in file.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in file.split("\r\n"))
    lines = file.replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR"
    assert {"VERSION:2.0"} < set(lines[1:3])
    entries: list[dict[str, str]] = []
    for line in lines[3:-1]:
        name, value = line.split(":", 1)
        if name == "BEGIN":
            entries.append({})
        elif name != "END":
            assert name not in entries[-1], f"{name} stands twice"
            entries[-1][name] = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), value)
    return entries


def test_a_coming_event_is_a_whole_day_with_name_place_address_and_source():
    event = an_event(name="Fest; mit Musik, Kuchen \\ Tanz", place="Görlitz, Untermarkt")
    (entry,) = entries_of(calendar_file(event, TODAY))
    assert entry["SUMMARY"] == event.name and entry["LOCATION"] == event.place and entry["URL"] == event.source_url
    assert entry["DTSTART;VALUE=DATE"] == "20261203" and entry["DTEND;VALUE=DATE"] == "20261204"
    assert entry["UID"] == "ver-beispiel-20261203@ideenlotse" and entry["DTSTAMP"] == "20261101T000000Z"
    assert entry["DESCRIPTION"].splitlines()[0] == "Anmeldung: per E-Mail" and "Quelle: " in entry["DESCRIPTION"]


def test_only_coming_dates_are_in_the_file_each_by_itself_and_in_order():
    event = an_event(dates=["2027-01-14", "2026-11-21", "2026-11-22", "2026-12-31"])
    starts = [entry["DTSTART;VALUE=DATE"] for entry in entries_of(calendar_file(event, TODAY))]
    assert starts == ["20261122", "20261231", "20270114"]
    assert entries_of(calendar_file(event, TODAY))[1]["DTEND;VALUE=DATE"] == "20270101"


def test_there_is_no_file_without_a_coming_date():
    assert calendar_file(an_event(dates=[]), TODAY) == "" == calendar_file(an_event(dates=["2026-11-21"]), TODAY)


@pytest.mark.parametrize("length", range(60, 140))
def test_long_lines_are_folded_between_letters(length):
    name = ("äöü€🚌" * 30)[:length]
    assert entries_of(calendar_file(an_event(name=name), TODAY))[0]["SUMMARY"] == name


def test_the_real_events_made_a_file_when_they_were_still_to_come():
    assert len(EVENTS) > 10
    for event in EVENTS:
        first = min(event.dates)
        entries = entries_of(calendar_file(event, first))
        assert [entry["DTSTART;VALUE=DATE"] for entry in entries] == [f"{day:%Y%m%d}" for day in sorted(event.dates)]
        assert len({entry["UID"] for entry in entries}) == len(entries)
        assert entries_of(calendar_file(event, first - timedelta(days=30))) == entries
        assert all(entry["SUMMARY"] == event.name for entry in entries)

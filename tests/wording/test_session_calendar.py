"""Calendar files of sessions, read by three programs that other people wrote: icalendar, vobject, ics."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Callable

import ics
import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.schema.adviser import SessionFormat
from office.appointments.hours import LOCAL
from tests.builders import an_office
from tests.session_setup import NUMBER, NOW, an_adviser, an_appointment, local
from wording.session_calendar import session_file, session_media_type, session_uid

OFFICE = an_office()
HOSTILE = (
    "Haus; Hof, \\Keller\r\nBEGIN:VEVENT\nUID:fremd\nEND:VEVENT\nEND:VCALENDAR",
    "a\u2028BEGIN:VEVENT\u2029DTSTART:19990101\x85SUMMARY:x\x0bSTATUS:CANCELLED\x0c\x00",
    "\\n\\N\\; \\\\ \\, :;,\"'`<b>",
    "ATTENDEE:mailto:wer@example.org\r\n\tX-ALT-DESC:böse",
    "🚌" * 90 + "äöüß€" * 40,
    "\ud800 allein",
    "BEGIN:VEVENT",
)
"""What somebody may type."""
TIMES = (
    local(2026, 12, 1, 14, 30), local(2026, 7, 1, 9), local(2026, 3, 29, 1, 30), local(2026, 3, 29, 3), local(2026, 3, 30, 9),
    local(2026, 10, 25, 1, 30), local(2026, 10, 25, 2, 30, fold=0), local(2026, 10, 25, 2, 30, fold=1), local(2026, 10, 25, 3),
    local(2026, 10, 26, 9), local(2028, 2, 29, 10), local(2026, 12, 31, 23, 45), local(2031, 3, 30, 3),
)  # fmt: skip
"""Ordinary ones, and around both changes of the clock, in a leap year and at the end of a year."""


@dataclass(frozen=True)
class Read:
    """What a calendar would show."""

    method: str
    uid: str
    sequence: int
    status: str
    summary: str
    place: str
    description: str
    starts: datetime
    ends: datetime
    organizer: str


def utc(moment: datetime) -> datetime:
    return moment.astimezone(timezone.utc)


def by_icalendar(file: str) -> Read:
    calendar = icalendar.Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    assert not event.errors and "ATTENDEE" not in event
    return Read(
        str(calendar["METHOD"]), str(event["UID"]), int(event["SEQUENCE"]), str(event["STATUS"]), str(event["SUMMARY"]),
        str(event["LOCATION"]), str(event["DESCRIPTION"]), utc(event["DTSTART"].dt), utc(event["DTEND"].dt),
        str(event["ORGANIZER"]),
    )  # fmt: skip


def by_vobject(file: str) -> Read:
    calendar = vobject.readOne(file)
    assert [one.name for one in calendar.components()].count("VEVENT") == 1
    event = calendar.vevent
    return Read(
        calendar.method.value, event.uid.value, int(event.sequence.value), event.status.value, event.summary.value,
        event.location.value, event.description.value, utc(event.dtstart.value), utc(event.dtend.value), event.organizer.value,
    )  # fmt: skip


def by_ics(file: str) -> Read:
    calendar = ics.Calendar(file)
    (event,) = calendar.events
    assert not event.attendees
    extra = {line.name: line.value for line in event.extra}
    return Read(
        calendar.method, event.uid, int(extra["SEQUENCE"]), event.status, event.name, event.location, event.description,
        event.begin.datetime.astimezone(timezone.utc), event.end.datetime.astimezone(timezone.utc),
        f"mailto:{event.organizer.email}",
    )  # fmt: skip


READERS = (by_icalendar, by_vobject, by_ics)
each_reader = pytest.mark.parametrize("read", READERS, ids=lambda one: one.__name__)


def file_of(appointment, **changes) -> str:
    return session_file(appointment, an_adviser(**changes), OFFICE, "https://lotse.example")


@each_reader
def test_a_session_has_all_that_somebody_needs(read: Callable[[str], Read]):
    found = read(file_of(an_appointment()))
    assert (found.method, found.status, found.sequence, found.uid) == ("PUBLISH", "CONFIRMED", 0, session_uid(NUMBER))
    assert found.summary == "Beratung: Musterstelle" and found.place == "Telefon"
    assert (found.starts, found.ends) == (local(2026, 12, 1, 14, 30), local(2026, 12, 1, 15))
    assert found.organizer == "mailto:kontakt@musterstelle.example"
    for part in (NUMBER, "Thema: Fördermittel", "Die Stelle ruft Sie an.", OFFICE.phone, "https://lotse.example/"):
        assert part in found.description


@each_reader
@pytest.mark.parametrize("starts_at", TIMES, ids=str)
def test_the_moment_is_the_same_in_every_calendar(read, starts_at):
    found = read(file_of(an_appointment(starts_at, 60)))
    assert (found.starts, found.ends) == (starts_at, starts_at + timedelta(minutes=60))


@pytest.mark.parametrize("year", range(2026, 2041))
def test_our_time_zone_changes_when_berlin_does(year):
    """The component by itself, without the tables that readers bring along."""
    zone = next(
        one for one in icalendar.Calendar.from_ical(file_of(an_appointment())).walk("VTIMEZONE")
    ).to_tz(lookup_tzid=False)
    moment = datetime(year, 1, 1, tzinfo=timezone.utc)
    while moment.year == year:
        wall = moment.astimezone(LOCAL)
        if not wall.fold:  # the hour that comes twice is written in UTC
            assert wall.replace(tzinfo=zone).utcoffset() == wall.utcoffset(), wall
        moment += timedelta(hours=1)


@each_reader
@pytest.mark.parametrize("typed", HOSTILE)
def test_what_somebody_types_stays_a_text(read, typed):
    appointment = an_appointment(format=SessionFormat.VISIT, told={"topic": typed, "place": typed})
    found, plain = read(file_of(appointment)), read(file_of(an_appointment()))
    assert replace(found, place="", description="") == replace(plain, place="", description="")
    if read is by_ics and "\\" in typed:
        return  # this reader replaces \\n, \\; and \\\\ one after the other, so it cannot tell a typed backslash
    kept = [one for one in typed if one.isprintable()]
    assert [one for one in found.place if one.isprintable()] == kept
    assert "".join(kept) in "".join(one for one in found.description if one.isprintable())


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_no_text_whatever_becomes_more_than_a_text(typed):
    file = file_of(an_appointment(format=SessionFormat.VISIT, told={"topic": typed, "place": f"x{typed}x"}))
    assert all(len(line.encode()) <= 75 for line in file.split("\r\n"))
    assert [file.count(f"\r\n{one}:") for one in ("BEGIN", "UID", "DTSTART;TZID=Europe/Berlin")] == [4, 1, 1]
    assert len({(one.uid, one.starts, one.status) for one in (read(file) for read in READERS)}) == 1


@each_reader
def test_a_change_and_the_end_keep_the_uid_and_count_on(read):
    booked = an_appointment()
    moved = replace(an_appointment(local(2026, 12, 3, 9)), sequence=1, changed_at=NOW + timedelta(days=1))
    cancelled = replace(moved, sequence=2, is_cancelled=True, changed_at=NOW + timedelta(days=2))
    found = [read(file_of(one)) for one in (booked, moved, cancelled)]
    assert len({one.uid for one in found}) == 1 and [one.sequence for one in found] == [0, 1, 2]
    assert [one.method for one in found] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [one.status for one in found] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert found[1].starts == local(2026, 12, 3, 9) and found[2].summary == "Abgesagt: Beratung: Musterstelle"
    assert [session_media_type(one).split("; ")[1] for one in (booked, cancelled)] == ["method=PUBLISH", "method=CANCEL"]


def test_the_same_session_gives_the_same_file_and_its_stamps():
    first = file_of(an_appointment())
    assert first == file_of(an_appointment()) and "DTSTAMP:20261122T090000Z" in first


@pytest.mark.parametrize(("format_", "place"), [
    (SessionFormat.PHONE, "Telefon"), (SessionFormat.VIDEO, "Videogespräch"),
    (SessionFormat.ON_SITE, "Musterstraße 1, 01000 Musterstadt, Raum 2 (Erdgeschoss)"), (SessionFormat.VISIT, "Vereinshaus, Bautzen"),
])  # fmt: skip
def test_the_place_fits_the_format(format_, place):
    told = {"place": "Vereinshaus, Bautzen"}
    assert by_vobject(file_of(an_appointment(format=format_, told=told))).place == place


def test_the_file_says_nothing_of_the_person_but_topic_and_place():
    told = {"name": "Uli Muster", "topic": "Dorfbus", "note": "Ich bin krank.", "needs": "stufenlos"}
    file = file_of(an_appointment(told=told))
    for secret in ("Uli", "krank", "stufenlos", "uli@example.org", "351123456"):
        assert secret not in file


def test_a_quote_in_the_name_of_the_office_breaks_nothing():
    file = session_file(an_appointment(), None, an_office(name='Stelle "Süd"; Nord:\nATTENDEE:x'), "https://lotse.example")
    assert {read(file).organizer for read in READERS} == {"mailto:kontakt@musterstelle.example"}

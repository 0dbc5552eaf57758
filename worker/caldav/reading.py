"""When somebody is busy by the entries of a calendar (RFC 5545). Repeating entries are spread here, since servers differ."""
from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Collection, Iterable

import recurring_ical_events
from icalendar import Calendar
from icalendar.cal import Component

from office.appointments.calendars import Problem, Span
from worker.caldav.line import CalendarTrouble

SECONDS = 60.0
"""So long the entries of one calendar may take."""
MOST_A_DAY = 24
"""An entry that happens more often on one day is none of a person, and would cost too much to spread."""
MARGIN = timedelta(days=2)
"""Entries without a zone or of a whole day are compared in the zone of the office, so we look a little further."""


@dataclass(frozen=True)
class Reading:
    """`busy`: when the adviser has something else to do. `ours`: when the entries with our UIDs stand there."""

    busy: tuple[Span, ...]
    ours: dict[str, list[Span]] = field(default_factory=dict)
    unreadable: int = 0
    """Entries that could not be understood, and block nothing."""


def read_entries(
    texts: Iterable[str], first: datetime, last: datetime, zone: tzinfo, our_uids: Collection[str]
) -> Reading:
    """The times between `first` and `last`. Whole days, and hours without a zone, are meant in `zone`.

    Cancelled entries and transparent ones ("free") do not block. Raises CalendarTrouble if it takes too long.
    """
    busy: list[Span] = []
    ours: dict[str, list[Span]] = {}
    unreadable, until = 0, time.monotonic() + SECONDS
    for text in texts:
        if time.monotonic() > until:
            raise CalendarTrouble(Problem.TOO_MUCH)
        try:
            happening = [(entry, _span(entry, zone)) for entry in _happening(text, first, last)]
        except Exception:  # whatever a foreign entry makes the readers raise, the others count
            unreadable += 1
            continue
        for entry, (begins, ends) in happening:
            uid = str(entry.get("UID", ""))
            if uid in our_uids and not _is_cancelled(entry):
                ours.setdefault(uid, []).append((begins, ends))
            elif uid not in our_uids and _blocks(entry) and begins < last and ends > first and begins < ends:
                busy.append((max(begins, first), min(ends, last)))
    return Reading(tuple(busy), ours, unreadable)


def _happening(text: str, first: datetime, last: datetime) -> list[Component]:
    calendar = Calendar.from_ical(text)
    for entry in calendar.walk("VEVENT"):
        _check_rules(entry)
    return recurring_ical_events.of(calendar, components=["VEVENT"]).between(first - MARGIN, last + MARGIN)


def _check_rules(entry: Component) -> None:
    """Raise ValueError for an entry that repeats within the day more often than MOST_A_DAY."""
    rules = entry.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        moments = 1
        for part in ("BYHOUR", "BYMINUTE", "BYSECOND"):
            moments *= max(1, len(rule.get(part, [])))
        if moments > MOST_A_DAY or {str(one).upper() for one in rule.get("FREQ", [])} & {"SECONDLY", "MINUTELY"}:
            raise ValueError("repeats too often")


def _span(entry: Component, zone: tzinfo) -> Span:
    return _moment(entry.start, zone), _moment(entry.end, zone)


def _moment(when: date, zone: tzinfo) -> datetime:
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day)
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(timezone.utc)


def _is_cancelled(entry: Component) -> bool:
    return str(entry.get("STATUS", "")).upper() == "CANCELLED"


def _blocks(entry: Component) -> bool:
    is_free = str(entry.get("TRANSP", "")).upper() == "TRANSPARENT"
    is_free = is_free or str(entry.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "FREE"
    return not is_free and not _is_cancelled(entry)

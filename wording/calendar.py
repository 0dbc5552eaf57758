"""Events as calendar files (RFC 5545). Records know days, no hours, so every date is a whole day."""
from __future__ import annotations

from datetime import date, timedelta

from knowledge.schema import Event
from wording.calendar_lines import calendar_text, escaped
from wording.cards.event import coming_dates
from wording.cards.sources import source_line


def calendar_path(record: Event) -> str:
    """Where the web process serves the file of a record."""
    return f"/termine/{record.id}.ics"


def calendar_file(record: Event, today: date) -> str:
    """The coming dates of `record`, one entry a day; empty if there is none.

    The same date has the same UID in every file, so a calendar that reads it again changes the entry instead of
    adding one. DTSTAMP is the day of our check.
    """
    coming = coming_dates(record, today)
    if not coming:
        return ""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ideenlotse//Veranstaltungen//DE"]
    for day in coming:
        lines += _entry(record, day, today)
    return calendar_text([*lines, "END:VCALENDAR"])


def _entry(record: Event, day: date, today: date) -> list[str]:
    told = [f"Anmeldung: {record.registration}"] if record.registration else []
    return [
        "BEGIN:VEVENT",
        f"UID:{record.id}-{_compact(day)}@ideenlotse",
        f"DTSTAMP:{_compact(record.checked_on)}T000000Z",
        f"DTSTART;VALUE=DATE:{_compact(day)}",
        f"DTEND;VALUE=DATE:{_compact(day + timedelta(days=1))}",
        f"SUMMARY:{escaped(record.name)}",
        f"LOCATION:{escaped(record.place)}",
        f"DESCRIPTION:{escaped(chr(10).join([*told, source_line(record, today)]))}",
        f"URL:{record.source_url}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _compact(day: date) -> str:
    return day.strftime("%Y%m%d")

"""A booking as an entry in the own calendar of its adviser (RFC 5545; RFC 4791, 4.1: without METHOD).

No ORGANIZER and no ATTENDEE: a server with scheduling (RFC 6638) would write to them by itself. CLASS is for servers that
show a shared calendar to others: they tell these only that there is something. docs/decisions/0026-caldav.md.
"""
from __future__ import annotations

from typing import Iterable

from knowledge.schema.adviser import SessionFormat
from office.appointments.model import Appointment
from wording.calendar_lines import calendar_text, escaped, utc_moment
from wording.session_calendar import session_uid

FORMATS = {
    SessionFormat.PHONE: "am Telefon", SessionFormat.VIDEO: "als Videogespräch", SessionFormat.ON_SITE: "bei uns",
    SessionFormat.VISIT: "Besuch vor Ort",
}  # fmt: skip
_LONGEST_TOPIC = 120


def adviser_entry(appointment: Appointment, shows_person: bool) -> str:
    """The entry. Of the person it says the topic only, or, with `shows_person`, also name, reach and the place of a visit;
    never what they need to take part, nor their notes."""
    return calendar_text([
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ideenlotse//Beratung//DE",
        "BEGIN:VEVENT",
        f"UID:{session_uid(appointment.number)}",
        f"DTSTAMP:{utc_moment(appointment.changed_at)}",
        f"SEQUENCE:{appointment.sequence}",
        f"DTSTART:{utc_moment(appointment.slot.starts_at)}",
        f"DTEND:{utc_moment(appointment.slot.ends_at)}",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "CLASS:CONFIDENTIAL",
        f"SUMMARY:{escaped(f'Beratung {appointment.number}, {FORMATS[appointment.format]}')}",
        *_location(appointment, shows_person),
        f"DESCRIPTION:{escaped(chr(10).join(_description(appointment, shows_person)))}",
        "END:VEVENT",
        "END:VCALENDAR",
    ])  # fmt: skip


def _location(appointment: Appointment, shows_person: bool) -> Iterable[str]:
    place = appointment.told.get("place")
    if shows_person and place and appointment.format is SessionFormat.VISIT:
        yield f"LOCATION:{escaped(place)}"


def _description(appointment: Appointment, shows_person: bool) -> Iterable[str]:
    topic = appointment.told.get("topic") or ""
    if topic:
        yield f"Thema: {topic if len(topic) <= _LONGEST_TOPIC else topic[:_LONGEST_TOPIC - 1].rstrip() + '…'}"
    if shows_person:
        told = {"Name": appointment.told.get("name"), "Telefon": appointment.phone, "E-Mail": appointment.email}
        yield from (f"{label}: {value}" for label, value in told.items() if value)
    yield f"Alle Angaben: ./lotse advisory show {appointment.number}"
    yield "Wer diesen Eintrag löscht oder verlegt, sagt den Termin nicht ab: Er wird wieder eingetragen."

"""Advisory sessions as calendar files (RFC 5545, 5546), for calendars of people who open the file by hand.

Whoever books is no attendee in the sense of RFC 5546: nothing here reads answers, and „Ablehnen“ in a calendar would seem to
cancel while it does not. So a session is published (4.1.1), a change is published again under the same UID with a higher
SEQUENCE (4.1.2), and METHOD:CANCEL takes it back (4.1.3). ORGANIZER, which these methods ask for, is the office; there is no
ATTENDEE, hence no address or name of the person. docs/decisions/0027-reminders-and-waiting-list.md.
"""
from __future__ import annotations

from datetime import datetime
from typing import Iterable

from knowledge.office import OfficeProfile
from knowledge.schema.adviser import Adviser
from office.appointments.hours import LOCAL
from office.appointments.model import Appointment
from wording.calendar_lines import MEDIA_TYPE, calendar_text, escaped, quoted, utc_moment
from wording.session_words import how_it_takes_place, session_place

FILE_NAME = "beratungstermin.ics"
SESSION_PATH = "/termin"
_TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""Summer time from the last Sunday of March to that of October, 1 o'clock UTC (directive 2000/84/EC; § 4 EinhZeitG)."""


def session_path(secret: str) -> str:
    """Where the web process serves the file to whoever has the secret (`office.appointments.calendar_links`)."""
    return f"{SESSION_PATH}/{secret}.ics"


def session_uid(number: str) -> str:
    """Names the session in every calendar, for ever."""
    return f"{number.lower()}@ideenlotse"


def session_method(appointment: Appointment) -> str:
    """METHOD of its file; the parameter `method` of the media type must say the same (RFC 6047, 2.4)."""
    return "CANCEL" if appointment.is_cancelled else "PUBLISH"


def session_media_type(appointment: Appointment) -> str:
    """Of the file as a part of a mail."""
    return f"{MEDIA_TYPE}; method={session_method(appointment)}; charset=utf-8"


def session_file(appointment: Appointment, adviser: Adviser | None, office: OfficeProfile, address: str) -> str:
    """The file of a session as it stands now; `address` is where the assistant is reached.

    It says nothing of the person but the topic and, for a visit, the place: calendars are often shared.
    """
    return calendar_text([
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ideenlotse//Beratung//DE",
        f"METHOD:{session_method(appointment)}",
        *_TIME_ZONE,
        *_event(appointment, adviser, office, address),
        "END:VCALENDAR",
    ])  # fmt: skip


def _event(appointment: Appointment, adviser: Adviser | None, office: OfficeProfile, address: str) -> Iterable[str]:
    summary = f"Beratung: {office.short_name}"
    return (
        "BEGIN:VEVENT",
        f"UID:{session_uid(appointment.number)}",
        f"DTSTAMP:{utc_moment(appointment.changed_at)}",
        f"CREATED:{utc_moment(appointment.booked_at)}",
        f"LAST-MODIFIED:{utc_moment(appointment.changed_at)}",
        f"SEQUENCE:{appointment.sequence}",
        _moment("DTSTART", appointment.slot.starts_at),
        _moment("DTEND", appointment.slot.ends_at),
        f"STATUS:{'CANCELLED' if appointment.is_cancelled else 'CONFIRMED'}",
        f"SUMMARY:{escaped(f'Abgesagt: {summary}' if appointment.is_cancelled else summary)}",
        f"LOCATION:{escaped(session_place(appointment, adviser, office))}",
        f"DESCRIPTION:{escaped(_description(appointment, adviser, office, address))}",
        f"ORGANIZER;CN={quoted(office.name)}:mailto:{office.email}",
        f"TRANSP:{'TRANSPARENT' if appointment.is_cancelled else 'OPAQUE'}",
        "END:VEVENT",
    )


def _description(appointment: Appointment, adviser: Adviser | None, office: OfficeProfile, address: str) -> str:
    if appointment.is_cancelled:
        return f"Dieser Termin ist abgesagt.\nIhre Nummer: {appointment.number}"
    topic = appointment.told.get("topic")
    lines = [f"Thema: {topic}"] if topic else []
    return "\n".join((
        *lines,
        how_it_takes_place(appointment, adviser, office),
        f"Ihre Nummer: {appointment.number}",
        f"Verlegen oder absagen: mit Nummer und Code auf {address}/ oder am Telefon: {office.phone}",
        "Wenn Sie diesen Eintrag löschen, ist der Termin nicht abgesagt.",
    ))  # fmt: skip


def _moment(name: str, moment: datetime) -> str:
    """A local time, so that the calendar keeps it even if the law changes; in UTC within the hour that comes twice in
    October, of which a local time can only name the first (RFC 5545, 3.3.5)."""
    local = moment.astimezone(LOCAL)
    return f"{name}:{utc_moment(moment)}" if local.fold else f"{name};TZID=Europe/Berlin:{local:%Y%m%dT%H%M%S}"

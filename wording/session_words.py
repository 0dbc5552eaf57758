"""An advisory session in words: when it is, how it takes place, what somebody needs for it."""
from __future__ import annotations

from datetime import datetime
from typing import Mapping

from knowledge.office import OfficeProfile
from knowledge.schema.adviser import AccessNeed, Adviser, SessionFormat
from office.appointments.hours import LOCAL
from office.appointments.model import Appointment, Slot
from office.appointments.reminders import Reminder, coming_reminders
from wording.dates import listed, weekday_in_words

FORMATS: Mapping[SessionFormat, str] = {
    SessionFormat.PHONE: "am Telefon",
    SessionFormat.VIDEO: "als Videogespräch",
    SessionFormat.ON_SITE: "bei uns vor Ort",
    SessionFormat.VISIT: "bei Ihnen vor Ort",
}
ACCESS_NEEDS: Mapping[AccessNeed, str] = {
    AccessNeed.STEP_FREE: "ohne Stufen",
    AccessNeed.SIGN_LANGUAGE: "Gebärdensprache",
    AccessNeed.PLAIN_LANGUAGE: "Einfache Sprache",
    AccessNeed.WRITTEN: "schriftlich, durch Mitschreiben",
    AccessNeed.MORE_TIME: "mehr Zeit",
}

_BEFORE = {Reminder.WEEK: "eine Woche", Reminder.DAY: "einen Tag"}


def session_time(slot: Slot) -> str:
    """„Dienstag, 1. Dezember 2026, 14:30 bis 15 Uhr“"""
    starts, ends = slot.starts_at.astimezone(LOCAL), slot.ends_at.astimezone(LOCAL)
    return f"{weekday_in_words(starts.date())}, {clock(starts)} bis {clock(ends)} Uhr"


def reminders_told(appointment: Appointment) -> str:
    """Which reminders come, for the mail that confirms and for the chat; empty if it is too near for any."""
    if appointment.email is None:
        return "Erinnern können wir Sie nur mit einer Mail. Sie haben keine Mailadresse angegeben."
    coming = [_BEFORE[one] for one in coming_reminders(appointment)]
    return f"Wir erinnern Sie {listed(coming)} vorher mit einer Mail." if coming else ""


OLD_ENTRY = (
    "Steht der alte Termin in Ihrem Kalender? Löschen Sie ihn dort bitte, bevor Sie die neue Datei öffnen. Manche Programme nehmen "
    "sie sonst nicht an."
)
"""Of a moved session. Thunderbird, for one, refuses a file with a UID that it has (docs/decisions/0027)."""


def clock(moment: datetime) -> str:
    """The local time: „14:30“, „9“."""
    local = moment.astimezone(LOCAL)
    return f"{local.hour}:{local.minute:02}" if local.minute else str(local.hour)


def session_place(appointment: Appointment, adviser: Adviser | None, office: OfficeProfile) -> str:
    """Where it takes place, on one line, as a calendar shows it."""
    if appointment.format is SessionFormat.ON_SITE:
        return (adviser and adviser.place) or f"{office.name}, {office.street}, {office.postal_code} {office.city}"
    if appointment.format is SessionFormat.VISIT:
        return appointment.told.get("place") or "bei Ihnen"
    return "Telefon" if appointment.format is SessionFormat.PHONE else "Videogespräch"


def how_it_takes_place(appointment: Appointment, adviser: Adviser | None, office: OfficeProfile) -> str:
    """What happens at that time, in a sentence or two."""
    if appointment.format is SessionFormat.PHONE:
        return "Das Gespräch ist am Telefon. " + (
            "Die Stelle ruft Sie an." if appointment.phone else f"Bitte rufen Sie zu dieser Zeit an: {office.phone}."
        )
    if appointment.format is SessionFormat.VIDEO:
        return "Das Gespräch ist ein Videogespräch. Wie Sie daran teilnehmen, teilt Ihnen die Stelle vorher mit."
    where = session_place(appointment, adviser, office)
    if appointment.format is SessionFormat.VISIT:
        place = f": {where}" if appointment.told.get("place") else ""
        return f"Wir kommen zu Ihnen{place}."
    return f"Das Gespräch ist bei uns vor Ort: {where}."

"""The mails to whoever gives advice: what was booked, moved or cancelled, and the list of a day. They hold only what somebody
needs for the session; names and ways to reach people stand in the list of the day alone."""
from __future__ import annotations

from datetime import date
from typing import Collection, Sequence

from knowledge.schema.adviser import Adviser, SessionFormat
from office.appointments.hours import LOCAL
from office.appointments.model import Appointment, Occasion
from office.mail import MailAttachment, MailText
from office.matters.model import Matter
from wording.calendar_list import COLLIDES
from wording.dates import weekday_in_words
from wording.idea_list import LABELS
from wording.session_words import clock, session_time

_SUBJECTS = {
    Occasion.BOOKED: "Neuer Termin", Occasion.MOVED: "Verlegter Termin", Occasion.CANCELLED: "Abgesagter Termin",
    Occasion.WITHDRAWN: "Abgesagter Termin",
}  # fmt: skip
_FORMATS = {
    SessionFormat.PHONE: "Telefon", SessionFormat.VIDEO: "Videogespräch", SessionFormat.ON_SITE: "in der Stelle",
    SessionFormat.VISIT: "Besuch bei der Person",
}  # fmt: skip
_IDEA_PARTS = ("title", "problem", "idea", "target_group", "place", "stage", "organisation", "needs")
"""What an idea sheet shows: the idea, not who had it."""


def adviser_mail(appointment: Appointment, occasion: Occasion) -> MailText:
    """What has changed in the adviser's calendar."""
    starts = appointment.slot.starts_at.astimezone(LOCAL)
    lines = [f"{_SUBJECTS[occasion]}: {session_time(appointment.slot)}"]
    if occasion is Occasion.MOVED and appointment.moved_from:
        lines.append(f"Bisher: {session_time(appointment.moved_from)}")
    lines.append(f"Nummer: {appointment.number}")
    if occasion in (Occasion.BOOKED, Occasion.MOVED):
        lines += [f"Form: {_FORMATS[appointment.format]}", *(one.strip() for one in _told(appointment, "topic", "needs"))]
        lines += ["", "Name und Kontakt stehen in der Liste, die am Tag davor kommt."]
        lines += ["Bitte schicken Sie vorher den Zugang zum Videogespräch."] if appointment.format is SessionFormat.VIDEO else []
    return MailText(f"{_SUBJECTS[occasion]}: {starts:%d.%m.%Y, %H:%M} Uhr", "\n".join(lines) + "\n")


def day_list_mail(
    adviser: Adviser, day: date, sessions: Sequence[Appointment], with_idea: Collection[str], colliding: Collection[str] = ()
) -> MailText:
    """The sessions of one day in their order. Numbers: `with_idea`, of those whose idea sheet is attached; `colliding`, of
    those at whose time something else stands in the adviser's own calendar."""
    head = f"Beratungen am {weekday_in_words(day)}, {adviser.role}"
    met = [meets_something_else(len(colliding))] if colliding else []
    parts = [head, *met, *("\n".join(_entry(one, one.number in with_idea, one.number in colliding)) for one in sessions)]
    parts.append("Bitte löschen Sie diese Mail nach den Gesprächen.")
    subject = f"Ihre Beratungen am {day:%d.%m.%Y} ({len(sessions)})" + (", Überschneidung" if colliding else "")
    return MailText(subject, "\n\n".join(parts) + "\n")


def meets_something_else(number: int) -> str:
    """What stands above a list with so many sessions that collide."""
    meet, them = (("Ein Termin stößt", "Er bleibt"), "ihn") if number == 1 else ((f"{number} Termine stoßen", "Sie bleiben"), "sie")
    return (
        f"{meet[0]} mit etwas anderem in Ihrem Kalender zusammen. {meet[1]} gebucht. Passt es Ihnen nicht, sagen Sie bitte der "
        f"Stelle Bescheid: Nur sie kann {them} verlegen oder absagen."
    )


def idea_sheet(idea: Matter) -> MailAttachment:
    """The idea as it was handed in, for whoever gives advice on it."""
    told = [f"{LABELS[name]}:\n{idea.told[name]}" for name in _IDEA_PARTS if idea.told.get(name)]
    text = "\n\n".join([f"Ideenblatt {idea.number}", *told]) + "\n"
    return MailAttachment(f"ideenblatt-{idea.number.lower()}.txt", "text/plain; charset=utf-8", text.encode("utf-8"))


def _entry(appointment: Appointment, has_idea: bool, collides: bool) -> list[str]:
    slot = appointment.slot
    lines = [
        f"{clock(slot.starts_at)} bis {clock(slot.ends_at)} Uhr, {_FORMATS[appointment.format]} ({appointment.number})",
        *(["  " + COLLIDES] if collides else []),
        *_told(appointment, "name"),
    ]
    needs_phone = appointment.format is not SessionFormat.VIDEO or not appointment.email
    reach = appointment.phone if needs_phone else None
    lines += [f"  Telefon: {reach}"] if reach else [f"  E-Mail: {appointment.email}"] if appointment.email else []
    lines += _told(appointment, *(("place",) if appointment.format is SessionFormat.VISIT else ()), "topic", "needs", "note")
    return lines + (["  Das Ideenblatt liegt im Anhang."] if has_idea else [])


def _told(appointment: Appointment, *names: str) -> list[str]:
    labels = {"name": "Name", "topic": "Thema", "needs": "Braucht", "place": "Ort", "note": "Anmerkung"}
    return [
        f"  {labels[name]}: " + appointment.told[name].replace("\n", "\n    ") for name in names if appointment.told.get(name)
    ]

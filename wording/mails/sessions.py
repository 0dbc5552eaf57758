"""The mails about an advisory session: booked, moved, cancelled, and reminders of it. They hold the number, never the code."""
from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Callable, Collection

from knowledge.schema.adviser import Adviser
from office.appointments.hours import LOCAL
from office.appointments.model import Appointment, Occasion
from office.appointments.reminders import Reminder, due_at
from office.appointments.topics import TopicsOf
from office.mail import MailAttachment, MailText
from office.matters.kinds.appointment import TOPIC
from wording.checklist import checklist_text
from wording.dates import day_in_words, weekday_in_words
from wording.mails.frame import Letterhead
from wording.session_calendar import FILE_NAME, session_file, session_media_type
from wording.session_words import OLD_ENTRY, clock, how_it_takes_place, reminders_told, session_time

_CODE = "Den Code haben Sie bei der Buchung bekommen. In Mails steht er nie."


def session_mail(
    letterhead: Letterhead, topics_of: TopicsOf, appointment: Appointment, adviser: Adviser | None, occasion: Occasion
) -> Callable[[str], MailText]:
    """What writes the mail about what happened; `topics_of` reads what the session is about."""
    if occasion is Occasion.BOOKED:
        return partial(_booked, letterhead, appointment, adviser, _topics(topics_of, appointment, adviser))
    return partial({Occasion.MOVED: _moved, Occasion.CANCELLED: _cancelled}[occasion], letterhead, appointment, adviser)


def reminder_mail(
    letterhead: Letterhead, topics_of: TopicsOf, appointment: Appointment, adviser: Adviser | None, reminder: Reminder
) -> Callable[[str], MailText]:
    """What writes a reminder; it names the day and not how far it is, as it may arrive late."""
    return partial(_reminded, letterhead, appointment, adviser, _topics(topics_of, appointment, adviser), reminder)


def session_attachment(letterhead: Letterhead, appointment: Appointment, adviser: Adviser | None) -> MailAttachment:
    """The calendar file that goes with a mail."""
    file = session_file(appointment, adviser, letterhead.office, letterhead.public_url)
    return MailAttachment(FILE_NAME, session_media_type(appointment), file.encode("utf-8"))


def _booked(
    letterhead: Letterhead, appointment: Appointment, adviser: Adviser | None, topics: Collection[str], token: str
) -> MailText:
    paragraphs = (
        f"Ihr Beratungstermin ist gebucht:\n{session_time(appointment.slot)}",
        how_it_takes_place(appointment, adviser, letterhead.office),
        checklist_text(topics, appointment.format),
        _how_to_change(letterhead, appointment, adviser, appointment.changed_at),
        "Im Anhang liegt der Termin für Ihren Kalender. " + reminders_told(appointment),
    )
    return letterhead.framed(f"Ihr Beratungstermin am {_day(appointment)}", paragraphs, token, appointment.number)


def _moved(letterhead: Letterhead, appointment: Appointment, adviser: Adviser | None, token: str) -> MailText:
    before = [f"Der bisherige gilt nicht mehr: {session_time(appointment.moved_from)}."] if appointment.moved_from else []
    paragraphs = (
        f"Ihr Beratungstermin ist verlegt. Der neue Termin:\n{session_time(appointment.slot)}",
        *before,
        how_it_takes_place(appointment, adviser, letterhead.office),
        _how_to_change(letterhead, appointment, adviser, appointment.changed_at),
        f"Im Anhang liegt der neue Termin für Ihren Kalender. {OLD_ENTRY}",
        *filter(None, [reminders_told(appointment)]),
    )
    return letterhead.framed(f"Ihr Beratungstermin ist verlegt: {_day(appointment)}", paragraphs, token, appointment.number)


def _cancelled(letterhead: Letterhead, appointment: Appointment, adviser: Adviser | None, token: str) -> MailText:
    when = session_time(appointment.slot)
    reason = [f"Der Grund: {appointment.reason}"] if appointment.reason else []
    told = (
        (f"die Stelle muss Ihren Beratungstermin leider absagen:\n{when}", *reason)
        if appointment.cancelled_by
        else (f"Ihr Beratungstermin ist abgesagt, wie Sie es wollten:\n{when}",)
    )
    paragraphs = (
        *told,
        f"Einen neuen Termin finden Sie im Gespräch mit dem Ideenlotsen oder am Telefon:\n{letterhead.public_url}/",
        "Die Datei im Anhang nimmt den Termin aus Ihrem Kalender. Steht er danach noch dort, löschen Sie ihn bitte selbst.",
    )
    return letterhead.framed(f"Ihr Beratungstermin am {_day(appointment)} fällt aus", paragraphs, token, appointment.number)


def _reminded(
    letterhead: Letterhead, appointment: Appointment, adviser: Adviser | None, topics: Collection[str], reminder: Reminder,
    token: str,
) -> MailText:  # fmt: skip
    prepare = [checklist_text(topics, appointment.format)] if reminder is Reminder.WEEK else []
    paragraphs = (
        f"wir erinnern Sie an Ihren Beratungstermin:\n{session_time(appointment.slot)}",
        how_it_takes_place(appointment, adviser, letterhead.office),
        *prepare,
        _how_to_change(letterhead, appointment, adviser, due_at(appointment, reminder)),
    )
    return letterhead.framed(f"Erinnerung: Beratungstermin am {_day(appointment)}", paragraphs, token, appointment.number)


def _how_to_change(letterhead: Letterhead, appointment: Appointment, adviser: Adviser | None, told_at: datetime) -> str:
    until = last_change(appointment, adviser)
    by_phone = f"am Telefon: {letterhead.office.phone}"
    if until <= told_at:
        return f"Passt es Ihnen doch nicht? Verlegen oder absagen geht jetzt nur noch {by_phone}."
    return (
        "Passt es Ihnen doch nicht? Mit Nummer und Code verlegen Sie den Termin oder sagen ihn ab, im Gespräch mit dem "
        f"Ideenlotsen:\n{letterhead.public_url}/\n"
        f"Das geht bis {weekday_in_words(until.astimezone(LOCAL).date())}, {clock(until)} Uhr, danach nur noch {by_phone}. {_CODE}"
    )


def last_change(appointment: Appointment, adviser: Adviser | None) -> datetime:
    """Until when the person can move or cancel it."""
    return appointment.slot.starts_at - timedelta(hours=adviser.change_until if adviser else 0)


def _topics(topics_of: TopicsOf, appointment: Appointment, adviser: Adviser | None) -> Collection[str]:
    """Those of the person's own words; of the adviser where they name none."""
    return topics_of(appointment.told.get(TOPIC, "")) or [one.value for one in (adviser.topics if adviser else ())]


def _day(appointment: Appointment) -> str:
    return day_in_words(appointment.slot.starts_at.astimezone(LOCAL).date())

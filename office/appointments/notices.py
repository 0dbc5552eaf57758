"""Mails about sessions: to the person and to the adviser, reminders, and the adviser's list of the day.

The office knows no words: whoever composes the services hands in what writes them (`SessionWords`). Everything here blocks;
raises `office.errors.StorageError`.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser
from office.appointments.idea_sheets import forget_idea
from office.appointments.model import Appointment, Occasion
from office.appointments.reminders import EARLIEST, Reminder, due_reminders, useful_until
from office.appointments.rows import chosen_appointments, open_at, read_appointment
from office.appointments.tables import AppointmentRow
from office.mail import MailAttachment, MailState, MailText, Mails, NewMail, PostOutcome, Why, enqueue
from office.mail.forgetting import delete_mails, drop_mails
from office.mail.model import Write
from office.mail.posting import is_confirmed
from office.mail.tables import OutboxRow
from office.matters.model import Matter
from office.matters.tables import MatterRow
from storage import Database

DAY_LIST = "day-list"
"""How the keys of the lists of a day begin."""
UNSENT = tuple(one.value for one in (MailState.HELD, MailState.WAITING, MailState.FAILED))


@dataclass(frozen=True)
class SessionWords:
    """What writes the mails. The adviser is None where the content does not know them any more."""

    person: Callable[[Appointment, "Adviser | None", Occasion], Write]
    file: Callable[[Appointment, "Adviser | None"], MailAttachment]
    reminder: Callable[[Appointment, "Adviser | None", Reminder], Write]
    adviser: Callable[[Appointment, Occasion], MailText]
    day_list: Callable[..., MailText]
    idea_sheet: Callable[[Matter], MailAttachment]


class SessionNotices:
    """`advisers` gives those of the content, within a unit of work; `mails` writes to people."""

    def __init__(
        self, database: Database, mails: Mails, advisers: Callable[[Session], Sequence[Adviser]], words: SessionWords
    ) -> None:
        self._database = database
        self._mails = mails
        self._advisers = advisers
        self._words = words

    def notify(self, session: Session, appointment: Appointment, occasion: Occasion, now: datetime) -> bool:
        """Tell person and adviser what has happened, in its unit of work; whether a mail to the person was written.

        What was not sent yet of how it was before is dropped, reminders too. Each change has one mail: its sequence stands
        in the key. Of a withdrawn appointment only the adviser is told, with its time and number.
        """
        self._drop_outdated(session, appointment, now)
        if occasion in (Occasion.CANCELLED, Occasion.WITHDRAWN):
            forget_idea(session, appointment.number)
        self._tell_adviser(session, appointment, occasion, now)
        if occasion is Occasion.WITHDRAWN or appointment.email is None:
            return False
        adviser = self._adviser(session, appointment.slot.adviser)
        mail = NewMail(
            f"{appointment.number}:session:{appointment.sequence}", appointment.email,
            self._words.person(appointment, adviser, occasion), appointment.number,
            attachments=(self._words.file(appointment, adviser),), useful_until=max(appointment.slot.ends_at, now),
        )  # fmt: skip
        return self._mails.post(session, mail, now) in (PostOutcome.POSTED, PostOutcome.HELD)

    def remind(self, now: datetime) -> int:
        """Write the reminders that are due, each once, to addresses that are confirmed; how many."""
        soon = (open_at(now), AppointmentRow.starts_at <= now + EARLIEST)
        with self._database.reading() as session:
            due = {
                _reminder_key(one, which): (one, which)
                for one in chosen_appointments(session, *soon) if one.email for which in due_reminders(one, now)
            }  # fmt: skip
            written = set(session.scalars(select(OutboxRow.key).where(OutboxRow.key.in_(due))))
        return sum(self._remind(one, which, now) for key, (one, which) in due.items() if key not in written)

    def _remind(self, seen: Appointment, which: Reminder, now: datetime) -> bool:
        with self._database.writing() as session:
            session.get(MatterRow, seen.number, with_for_update=True)
            appointment = read_appointment(session, seen.number)
            if appointment != seen or not is_confirmed(session, seen.email):
                return False
            mail = NewMail(
                _reminder_key(seen, which), seen.email,
                self._words.reminder(seen, self._adviser(session, seen.slot.adviser), which), seen.number,
                useful_until=useful_until(seen, which),
            )  # fmt: skip
            return self._mails.post(session, mail, now) is PostOutcome.POSTED

    def _tell_adviser(self, session: Session, appointment: Appointment, occasion: Occasion, now: datetime) -> None:
        self._to_adviser(session, appointment, occasion, now)
        before = appointment.moved_from
        if before is not None and before.adviser != appointment.slot.adviser:
            self._to_adviser(session, replace(appointment, slot=before), Occasion.CANCELLED, now)

    def _to_adviser(self, session: Session, appointment: Appointment, occasion: Occasion, now: datetime) -> None:
        adviser = self._adviser(session, appointment.slot.adviser)
        if adviser is None:
            return
        delete_mails(session, OutboxRow.key.startswith(f"{DAY_LIST}:{adviser.id}:") & OutboxRow.state.in_(UNSENT))
        text = self._words.adviser(appointment, occasion)
        number = None if occasion is Occasion.WITHDRAWN else appointment.number  # else it would be deleted with the rest
        key = f"{appointment.number}:adviser:{appointment.sequence}:{adviser.id}"
        useful = max(appointment.slot.ends_at, now)
        enqueue(session, NewMail(key, adviser.email, lambda _: text, number, useful_until=useful), now)

    @staticmethod
    def _drop_outdated(session: Session, appointment: Appointment, now: datetime) -> None:
        about = OutboxRow.key.startswith(f"{appointment.number}:session:")
        drop_mails(session, about & OutboxRow.state.in_(UNSENT), Why.OUTDATED, now)

    def _adviser(self, session: Session, adviser_id: str) -> Adviser | None:
        return next((one for one in self._advisers(session) if one.id == adviser_id), None)


def _reminder_key(appointment: Appointment, which: Reminder) -> str:
    return f"{appointment.number}:session:{appointment.sequence}:{which.value}"

"""The list of the day for each adviser: who comes when, and what they have to know. Everything here blocks.

Raises `office.errors.StorageError`.
"""
from __future__ import annotations

import hashlib
from datetime import date, datetime, time, timedelta
from typing import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser
from office.appointments.calendars import colliding
from office.appointments.hours import LOCAL
from office.appointments.idea_sheets import idea_of
from office.appointments.model import Appointment
from office.appointments.notices import DAY_LIST, UNSENT, SessionWords
from office.appointments.rows import chosen_appointments
from office.appointments.tables import AppointmentRow
from office.mail import NewMail, PostOutcome, enqueue
from office.mail.forgetting import delete_mails
from office.mail.tables import OutboxRow
from office.matters.kinds.appointment import BOOKED, MISSED, TOOK_PLACE
from office.matters.tables import MatterRow
from storage import Database


class DayLists:
    """Mails them."""

    def __init__(self, database: Database, advisers: Callable[[], Sequence[Adviser]], words: SessionWords) -> None:
        self._database = database
        self._advisers = advisers
        self._words = words

    def post(self, now: datetime, hour: int) -> int:
        """Mail the lists that are due, from `hour` of the local evening before on; how many.

        A list goes once. If it differs from the last one, it goes again as a whole, since the adviser would rely on that.
        It names sessions that meet something else in the adviser's own calendar.
        """
        local = now.astimezone(LOCAL)
        days = [local.date()] + ([local.date() + timedelta(days=1)] if local.hour >= hour else [])
        return sum(self._post(adviser, day, now) for adviser in self._advisers() for day in days)

    def _post(self, adviser: Adviser, day: date, now: datetime) -> bool:
        with self._database.writing() as session:
            sessions = _sessions(session, adviser.id, day)
            if not sessions or sessions[-1].slot.ends_at <= now:
                return False
            ideas = {one.number: idea for one in sessions if (idea := idea_of(session, one.number))}
            meeting = colliding(session, {one.number: one.slot for one in sessions})
            text = self._words.day_list(adviser, day, sessions, tuple(ideas), meeting)
            sheets = tuple(map(self._words.idea_sheet, {idea.number: idea for idea in ideas.values()}.values()))
            said = hashlib.sha256(b"\0".join([text.body.encode(), *(one.content for one in sheets)])).hexdigest()[:20]
            about, until = f"{DAY_LIST}:{adviser.id}:{day}:", sessions[-1].slot.ends_at
            mine, same = OutboxRow.key.startswith(about), f"{about}{said}"
            delete_mails(session, mine & ~OutboxRow.key.startswith(same) & OutboxRow.state.in_(UNSENT))
            last = session.scalar(select(OutboxRow).where(mine).order_by(OutboxRow.id.desc()).limit(1))
            if last is not None and last.key.startswith(same):
                return False
            key = same if last is None else f"{same}:{last.id}"  # what was said before the last one is news again
            mail = NewMail(key, adviser.email, lambda _: text, attachments=sheets, useful_until=until)
            return enqueue(session, mail, now) is PostOutcome.POSTED


def _sessions(session: Session, adviser: str, day: date) -> tuple[Appointment, ...]:
    """Those that are noted as over stay on the list, so that noting it makes no new list."""
    begins, ends = (datetime.combine(one, time(), LOCAL) for one in (day, day + timedelta(days=1)))
    return chosen_appointments(
        session, AppointmentRow.adviser == adviser, AppointmentRow.starts_at >= begins, AppointmentRow.starts_at < ends,
        MatterRow.state.in_((BOOKED, TOOK_PLACE, MISSED)),
    )  # fmt: skip

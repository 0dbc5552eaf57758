"""Which bookings should stand in advisers' own calendars and do not yet. Everything here blocks.

The bookings themselves are the list of what is to do, compared with what was written there last (EntryRow). So nothing has
to be noted with a booking, whatever way it changes or ends is seen, and of several changes only the last state goes out.
Raises `office.errors.StorageError`.
"""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Iterable, Mapping, Sequence

from sqlalchemy import and_, delete, exists, or_, select, true, update
from sqlalchemy.orm import Session

from office.appointments.calendars.collisions import colliding
from office.appointments.calendars.model import Collision, Problem, Span, Task, Wanted
from office.appointments.calendars.tables import EntryRow
from office.appointments.model import Appointment
from office.appointments.rows import open_at, read_appointment, slot_of
from office.appointments.tables import AppointmentRow
from office.mail import Backoff
from office.matters.kind import WITHDRAWN
from office.matters.kinds.appointment import CANCELLED
from office.matters.tables import MatterRow
from storage import Database

KEPT_WHEN_OVER = timedelta(days=30)
"""So long after a session it is still tried to take an entry away whose booking is gone; then it is forgotten."""
_STANDS = MatterRow.state.not_in((CANCELLED, WITHDRAWN))
_SAME = and_(EntryRow.number == AppointmentRow.matter_number, EntryRow.adviser == AppointmentRow.adviser)


class CalendarEntries:
    """Verbs of whoever writes into the calendars."""

    def __init__(self, database: Database, backoff: Backoff = Backoff(given_up_after=timedelta(days=400))) -> None:
        self._database = database
        self._backoff = backoff

    def due(self, adviser: str, now: datetime, also_paused: bool = False) -> tuple[Task, ...]:
        """What is to be taken away or written in this calendar, the earliest session first; `also_paused`: also what the
        server has just refused."""
        may_try = true() if also_paused else or_(EntryRow.next_try_at.is_(None), EntryRow.next_try_at <= now)
        lacking = (
            select(AppointmentRow.matter_number).join(MatterRow).outerjoin(EntryRow, _SAME)
            .where(AppointmentRow.adviser == adviser, open_at(now), may_try)
            .where(or_(EntryRow.sequence.is_(None), EntryRow.sequence != AppointmentRow.sequence))
        )  # fmt: skip
        stands = exists().where(_SAME, MatterRow.number == AppointmentRow.matter_number, _STANDS)
        left_over = select(EntryRow.number).where(EntryRow.adviser == adviser, may_try, ~stands)
        with self._database.reading() as session:
            gone = session.scalars(left_over.order_by(EntryRow.ends_at, EntryRow.number)).all()
            new = session.scalars(lacking.order_by(AppointmentRow.starts_at, AppointmentRow.matter_number)).all()
        return tuple(Task(number, adviser) for number in (*gone, *new))

    def begin(self, task: Task) -> Wanted:
        """How it stands with the booking now. A trace of the try is kept first, so that what is written is found again."""
        with self._database.writing() as session:
            row = session.get(EntryRow, (task.number, task.adviser), with_for_update=True)
            booked = read_appointment(session, task.number)
            if booked is None or booked.is_cancelled or booked.slot.adviser != task.adviser:
                return Wanted(None)
            if row is None:
                row = EntryRow(number=task.number, adviser=task.adviser, tries=0)
                session.add(row)
            row.ends_at = booked.slot.ends_at
            return Wanted(booked, row.etag)

    def placed(self, task: Task, sequence: int, etag: str | None) -> None:
        """The entry stands there as the booking was at `sequence`."""
        self._write(task, sequence=sequence, etag=etag, tries=0, next_try_at=None, problem=None)

    def met(self, task: Task, etag: str | None) -> None:
        """Another entry than thought lies there under this name, or none."""
        self._write(task, sequence=None, etag=etag)

    def removed(self, task: Task) -> None:
        """The entry is gone. Should the booking have come back meanwhile, it is due anew."""
        with self._database.writing() as session:
            session.execute(delete(EntryRow).where(_of(task)))

    def put_off(self, task: Task, problem: Problem, now: datetime) -> None:
        """The server did not take it: again after a pause."""
        with self._database.writing() as session:
            row = session.get(EntryRow, (task.number, task.adviser), with_for_update=True)
            if row is not None:
                row.tries, row.problem = row.tries + 1, problem.value
                row.next_try_at = self._backoff.next_try(row.tries, now, now)

    def compare(
        self, adviser: str, found: Mapping[str, Sequence[Span]], first: datetime, last: datetime
    ) -> tuple[str, ...]:
        """What stands in the calendar between two moments: number → times. Whatever was deleted or moved there by hand is
        due again, as the booking is what counts; gives the numbers. What else was changed (a note, a reminder) stays."""
        wrong = []
        with self._database.writing() as session:
            for number, starts_at, ends_at in _placed_between(session, adviser, first, last):
                if list(found.get(number, ())) != [(starts_at, ends_at)]:
                    wrong.append(number)
            mine = EntryRow.number.in_(wrong) & (EntryRow.adviser == adviser)
            session.execute(_changed(mine, sequence=None, next_try_at=None))
        return tuple(wrong)

    def numbers(self, adviser: str) -> tuple[str, ...]:
        """The bookings that we have written into this calendar, or have begun to."""
        with self._database.reading() as session:
            return tuple(session.scalars(select(EntryRow.number).where(EntryRow.adviser == adviser)))

    def collisions(self, now: datetime) -> tuple[Collision, ...]:
        """Coming sessions at times that their advisers have since given to something else, the earliest first."""
        with self._database.reading() as session:
            coming = select(AppointmentRow).join(MatterRow).where(open_at(now))
            coming = coming.order_by(AppointmentRow.starts_at, AppointmentRow.matter_number)
            slots = {one.matter_number: slot_of(one) for one in session.scalars(coming)}
            meeting = colliding(session, slots)
        return tuple(Collision(number, one.adviser, one.starts_at) for number, one in slots.items() if number in meeting)

    def colliding(self, sessions: Iterable[Appointment]) -> frozenset[str]:
        """The numbers of those sessions that meet something else in the calendar of their adviser."""
        with self._database.reading() as session:
            return colliding(session, {one.number: one.slot for one in sessions})

    def forget_older_than(self, now: datetime) -> int:
        """Forget entries whose booking is gone and whose session is over for long; how many."""
        stands = exists().where(_SAME, MatterRow.number == AppointmentRow.matter_number, _STANDS)
        with self._database.writing() as session:
            old = delete(EntryRow).where(EntryRow.ends_at < now - KEPT_WHEN_OVER, ~stands)
            return session.execute(old.execution_options(synchronize_session=False)).rowcount

    def _write(self, task: Task, **values: Any) -> None:
        with self._database.writing() as session:
            session.execute(_changed(_of(task), **values))


def _of(task: Task) -> Any:
    return (EntryRow.number == task.number) & (EntryRow.adviser == task.adviser)


def _changed(which: Any, **values: Any) -> Any:
    return update(EntryRow).where(which).values(**values).execution_options(synchronize_session=False)


def _placed_between(session: Session, adviser: str, first: datetime, last: datetime) -> list[tuple[str, datetime, datetime]]:
    """Entries that stand in the calendar by what we know, with the time at which they should."""
    placed = (
        select(AppointmentRow.matter_number, AppointmentRow.starts_at, AppointmentRow.minutes)
        .join(MatterRow).join(EntryRow, _SAME)
        .where(AppointmentRow.adviser == adviser, _STANDS, EntryRow.sequence == AppointmentRow.sequence)
        .where(AppointmentRow.starts_at >= first, AppointmentRow.starts_at < last)
    )  # fmt: skip
    return [(number, at, at + timedelta(minutes=minutes)) for number, at, minutes in session.execute(placed).all()]

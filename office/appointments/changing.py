"""Showing, moving and cancelling what is booked, by number and code, or by the office."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Callable

from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser
from office.appointments.booking import refused
from office.appointments.claims import Claimant, free, take
from office.appointments.holds import is_held
from office.appointments.model import BookingOutcome, BookingResult, Occasion, Slot
from office.appointments.rows import read_appointment, set_time, slot_of
from office.appointments.tables import AppointmentRow, HoldRow
from office.appointments.telling import Telling
from office.appointments.timetable import Timetable
from office.matters.kind import WITHDRAWN
from office.matters.kinds.appointment import APPOINTMENT, BOOKED, CANCELLED
from office.matters.model import Event, MatterResult
from office.matters.opening import Opening, row_of
from office.matters.rows import note_state
from office.matters.service import LONGEST_REASON, LONGEST_ROLE
from office.matters.tables import MatterRow
from office.typed_text import Problem, Unfit, fitting
from storage import Database

_Verb = Callable[[Session, MatterRow], BookingResult]


class Changing:
    """By verbs; those of staff name a role, `by`."""

    def __init__(self, database: Database, timetable: Timetable, telling: Telling) -> None:
        self._database = database
        self._timetable = timetable
        self._telling = telling
        self._opening = Opening(database, APPOINTMENT)

    def show(self, number: str, code: str, now: datetime) -> BookingResult:
        """The appointment, be it cancelled: SHOWN | ALREADY_CANCELLED (withdrawn, nothing is left) | WRONG_CODE | WAIT."""
        return self._opened(number, code, now, lambda session, row: _result(
            session, row, BookingOutcome.ALREADY_CANCELLED if row.state == WITHDRAWN else BookingOutcome.SHOWN
        ))  # fmt: skip

    def move(self, number: str, code: str, slot: Slot, now: datetime, holder: str | None) -> BookingResult:
        """MOVED | SLOT_GONE | TOO_LATE | OVER | ALREADY_CANCELLED | WRONG_CODE | WAIT; unless it is MOVED, the old time
        stands. `holder`: the conversation may hold the new slot."""
        adviser = self._timetable.for_people(slot, self._held_at(slot, holder, now) or now)
        return self._opened(number, code, now, lambda session, row: self._too_late(session, row, now) or self._moved(
            session, row, slot, adviser, now, holder=holder
        ))  # fmt: skip

    def cancel(self, number: str, code: str, now: datetime) -> BookingResult:
        """CANCELLED | TOO_LATE | OVER | ALREADY_CANCELLED | WRONG_CODE | WAIT."""
        return self._opened(number, code, now, lambda session, row: self._too_late(session, row, now) or self._cancelled(
            session, row, Event(now, CANCELLED)
        ))  # fmt: skip

    def move_by(self, number: str, slot: Slot, by: str, now: datetime) -> BookingResult:
        """MOVED | SLOT_GONE | OVER | ALREADY_CANCELLED | UNKNOWN_NUMBER | INVALID."""
        adviser = self._timetable.for_staff(slot, now)
        return self._handled(number, by, "", now, lambda session, row, role, _: self._moved(
            session, row, slot, adviser, now, by=role
        ))  # fmt: skip

    def cancel_by(self, number: str, by: str, reason: str, now: datetime) -> BookingResult:
        """CANCELLED | OVER | ALREADY_CANCELLED | UNKNOWN_NUMBER | INVALID; `reason` is for the person and may be empty."""
        return self._handled(number, by, reason, now, lambda session, row, role, why: self._cancelled(
            session, row, Event(now, CANCELLED, why or None, role)
        ))  # fmt: skip

    def _opened(self, number: str, code: str, now: datetime, verb: _Verb) -> BookingResult:
        result = self._opening.opened(number, code, now, verb)
        return refused(result) if isinstance(result, MatterResult) else result

    def _handled(
        self, number: str, by: str, reason: str, now: datetime,
        verb: Callable[[Session, MatterRow, str, str], BookingResult],
    ) -> BookingResult:  # fmt: skip
        typed = {"by": (by, LONGEST_ROLE, True), "reason": (reason, LONGEST_REASON, False)}
        told, problems = {}, []
        for name, (text, longest, is_required) in typed.items():
            try:
                told[name] = fitting(text, longest, is_required, keeps_lines=name == "reason")
            except Unfit as unfit:
                problems.append(Problem(name, unfit.reason, longest))
        if problems:
            return BookingResult(BookingOutcome.INVALID, problems=tuple(problems))
        with self._database.writing() as session:
            row = row_of(session, APPOINTMENT, number, locked=True)
            if row is None:
                return BookingResult(BookingOutcome.UNKNOWN_NUMBER)
            return _is_over(session, row, now) or verb(session, row, told["by"], told["reason"])

    def _too_late(self, session: Session, row: MatterRow, now: datetime) -> BookingResult | None:
        """Why the person cannot change it any more; None if they can."""
        if over := _is_over(session, row, now):
            return over
        mine = session.get(AppointmentRow, row.number)
        adviser = self._timetable.adviser(mine.adviser)
        limit = timedelta(hours=adviser.change_until if adviser else 0)
        return _result(session, row, BookingOutcome.TOO_LATE) if mine.starts_at - now < limit else None

    def _held_at(self, slot: Slot, holder: str | None, now: datetime) -> datetime | None:
        with self._database.reading() as session:
            hold = session.get(HoldRow, holder) if holder else None
            return hold.held_at if is_held(hold, now) and slot_of(hold) == slot else None

    def _moved(
        self, session: Session, row: MatterRow, slot: Slot, adviser: Adviser | None, now: datetime,
        by: str | None = None, holder: str | None = None,
    ) -> BookingResult:  # fmt: skip
        mine = session.get(AppointmentRow, row.number, populate_existing=True)
        before = slot_of(mine)
        if before == slot:  # sent once more, or nothing to do
            return _result(session, row, BookingOutcome.MOVED)
        can_be = adviser is not None and mine.format in adviser.formats
        instead_of = (Claimant(holder=holder),) if holder else ()
        if not can_be or not take(session, adviser, slot, Claimant(number=row.number), now, instead_of):
            return _result(session, row, BookingOutcome.SLOT_GONE)
        if hold := session.get(HoldRow, holder) if holder else None:
            hold.until = None
        set_time(mine, row, slot, now)
        mine.sequence += 1
        note_state(session, row, BOOKED, now, by)
        moved = replace(read_appointment(session, row.number), moved_from=before)
        told = self._telling.tell(session, moved, Occasion.MOVED, now)
        return _result(session, row, BookingOutcome.MOVED, told)

    def _cancelled(self, session: Session, row: MatterRow, event: Event) -> BookingResult:
        told = _ended(session, row, event, self._telling)
        note_state(session, row, CANCELLED, event.at, event.by, event.reason)
        return _result(session, row, BookingOutcome.CANCELLED, told)


def following(telling: Telling = Telling()) -> Callable[[Session, MatterRow, Event], None]:
    """What `office.matters.service.Follow` is for appointments: one cancelled or withdrawn there frees its time too."""

    def follow(session: Session, row: MatterRow, event: Event) -> None:
        if row.kind == APPOINTMENT.name and event.state in (CANCELLED, WITHDRAWN):
            _ended(session, row, event, telling)

    return follow


def _ended(session: Session, row: MatterRow, event: Event, telling: Telling) -> bool:
    """Free the time and tell so; whether a mail to the person was written."""
    free(session, Claimant(number=row.number))
    mine = session.get(AppointmentRow, row.number, populate_existing=True)
    if mine is None:
        return False
    mine.sequence, mine.changed_at = mine.sequence + 1, event.at
    ended = replace(read_appointment(session, row.number), is_cancelled=True, cancelled_by=event.by, reason=event.reason)
    if event.state == CANCELLED:
        return telling.tell(session, ended, Occasion.CANCELLED, event.at)
    return telling.tell(session, replace(ended, told={}, phone=None, email=None), Occasion.WITHDRAWN, event.at)


def _is_over(session: Session, row: MatterRow, now: datetime) -> BookingResult | None:
    """Why nobody can move or cancel it any more; None if that can be done."""
    if row.state in (CANCELLED, WITHDRAWN):
        return _result(session, row, BookingOutcome.ALREADY_CANCELLED)
    mine = session.get(AppointmentRow, row.number, populate_existing=True)
    has_begun = row.state != BOOKED or mine is None or mine.starts_at <= now
    return _result(session, row, BookingOutcome.OVER) if has_begun else None


def _result(session: Session, row: MatterRow, outcome: BookingOutcome, has_mail: bool = False) -> BookingResult:
    return BookingResult(outcome, row.number, appointment=read_appointment(session, row.number), has_mail=has_mail)

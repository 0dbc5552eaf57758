"""Booking a session: the matter, its time and all that hangs on it are kept in one unit of work, or nothing is."""
from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser, SessionFormat
from office.appointments.claims import Claimant, take
from office.appointments.holds import MOST_BOOKINGS, count_anew, hold_row, is_held
from office.appointments.limits import has_too_many
from office.appointments.model import BookingOutcome, BookingResult, Occasion, Slot
from office.appointments.rows import read_appointment, set_time, slot_of
from office.appointments.tables import AppointmentRow, HoldRow
from office.appointments.telling import Telling
from office.appointments.timetable import Timetable
from office.matters.kind import EMAIL, PHONE
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.model import MatterOutcome, MatterResult, Submission
from office.matters.receiving import Arrival, DrawnCode, arriving, receive, received_before, row_of_request
from office.matters.service import LONGEST_ROLE
from office.matters.tables import MatterRow
from office.typed_text import Problem, Reason, Unfit, fitting
from storage import Database

FORMAT = "format"
"""The name of the format in a Problem."""


class SlotGone(Exception):
    """The slot could not be had: nothing of the unit of work is kept."""


class Booking:
    """By verbs."""

    def __init__(self, database: Database, timetable: Timetable, telling: Telling) -> None:
        self._database = database
        self._timetable = timetable
        self._telling = telling

    def book(
        self, holder: str, submission: Submission, format: SessionFormat, request_key: str, now: datetime
    ) -> BookingResult:
        """BOOKED | ALREADY_BOOKED | HOLD_EXPIRED | SLOT_GONE | TOO_MANY | CONSENT_MISSING | INVALID."""
        arrival = arriving(APPOINTMENT, submission, request_key)
        if isinstance(arrival, MatterResult):
            return refused(arrival)
        slot, adviser = self._chosen(holder, now)
        if adviser is not None and format not in adviser.formats:
            return _no_such_format()
        try:
            with self._database.writing() as session:
                hold = hold_row(session, holder)
                matter = row_of_request(session, request_key)
                if matter is not None:
                    return _before(session, matter, arrival.drawn, now)
                if hold is None or adviser is None or hold.until is None or slot_of(hold) != slot:
                    return BookingResult(_gone(hold, now))
                if _asks_too_much(session, hold, arrival, now):
                    return BookingResult(BookingOutcome.TOO_MANY)
                result = self._booked(session, arrival, adviser, slot, format, now, holder=holder)
                hold.until, hold.bookings = None, hold.bookings + 1
                return result
        except SlotGone:
            return BookingResult(self._why(holder, now))

    def repeat(self, request_key: str, now: datetime) -> BookingResult | None:
        """The answer to a request whose first answer was lost: ALREADY_BOOKED; None: it was never booked."""
        drawn = DrawnCode.new()
        with self._database.writing() as session:
            matter = row_of_request(session, request_key)
            return None if matter is None else _before(session, matter, drawn, now)

    def book_for(self, slot: Slot, submission: Submission, format: SessionFormat, by: str, now: datetime) -> BookingResult:
        """Book for somebody who has called: BOOKED | SLOT_GONE | CONSENT_MISSING | INVALID. `by` is a role."""
        try:
            role = fitting(by, LONGEST_ROLE)
        except Unfit as unfit:
            return BookingResult(BookingOutcome.INVALID, problems=(Problem("by", unfit.reason, LONGEST_ROLE),))
        arrival = arriving(APPOINTMENT, submission, secrets.token_urlsafe(24))
        if isinstance(arrival, MatterResult):
            return refused(arrival)
        adviser = self._timetable.for_staff(slot, now)
        if adviser is None:
            return BookingResult(BookingOutcome.SLOT_GONE)
        if format not in adviser.formats:
            return _no_such_format()
        try:
            with self._database.writing() as session:
                return self._booked(session, arrival, adviser, slot, format, now, by=role)
        except SlotGone:
            return BookingResult(BookingOutcome.SLOT_GONE)

    def _chosen(self, holder: str, now: datetime) -> tuple[Slot | None, Adviser | None]:
        """The slot that is held, or was, and its adviser if it may be booked. Notice is reckoned from the hold while it
        stands: nobody is to lose a time by answering."""
        with self._database.reading() as session:
            row = session.get(HoldRow, holder)
        if row is None or row.until is None:
            return None, None
        slot = slot_of(row)
        return slot, self._timetable.for_people(slot, row.held_at if is_held(row, now) else now)

    def _booked(
        self, session: Session, arrival: Arrival, adviser: Adviser, slot: Slot, format: SessionFormat, now: datetime,
        holder: str | None = None, by: str | None = None,
    ) -> BookingResult:  # fmt: skip
        matter, result = receive(session, arrival, now, by=by)
        if result.outcome is not MatterOutcome.RECEIVED:
            return _already(session, result)
        row = AppointmentRow(matter_number=matter.number, format=format.value, sequence=0, booked_at=now)
        set_time(row, matter, slot, now)
        session.add(row)
        session.flush()  # claims refer to it
        instead_of = (Claimant(holder=holder),) if holder else ()
        if not take(session, adviser, slot, Claimant(number=matter.number), now, instead_of):
            raise SlotGone
        appointment = read_appointment(session, matter.number)
        told = self._telling.tell(session, appointment, Occasion.BOOKED, now)
        return BookingResult(BookingOutcome.BOOKED, matter.number, result.code, appointment, has_mail=told)

    def _why(self, holder: str, now: datetime) -> BookingOutcome:
        with self._database.reading() as session:
            return _gone(session.get(HoldRow, holder), now)


def refused(result: MatterResult) -> BookingResult:
    """What ends like with all matters: WRONG_CODE | WAIT | CONSENT_MISSING | INVALID."""
    return BookingResult(BookingOutcome(result.outcome.value), problems=result.problems, wait_until=result.wait_until)


def _gone(hold: HoldRow | None, now: datetime) -> BookingOutcome:
    return BookingOutcome.SLOT_GONE if is_held(hold, now) else BookingOutcome.HOLD_EXPIRED


def _asks_too_much(session: Session, hold: HoldRow, arrival: Arrival, now: datetime) -> bool:
    count_anew(hold, now)
    return hold.bookings >= MOST_BOOKINGS or has_too_many(session, arrival.values[PHONE], arrival.values[EMAIL], now)


def _before(session: Session, matter: MatterRow, drawn: DrawnCode, now: datetime) -> BookingResult:
    return _already(session, received_before(APPOINTMENT, matter, drawn, now))


def _already(session: Session, result: MatterResult) -> BookingResult:
    appointment = read_appointment(session, result.number)
    return BookingResult(BookingOutcome.ALREADY_BOOKED, result.number, result.code, appointment)


def _no_such_format() -> BookingResult:
    return BookingResult(BookingOutcome.INVALID, problems=(Problem(FORMAT, Reason.NO_CHOICE),))

"""The verbs on advisory sessions: finding and holding a time, booking it, moving and cancelling; for people and for staff.

They block: call them from a thread. They raise `office.errors.StorageError`. `now` has a time zone. A session is a matter:
its words, consents, code and end are those of `office.matters`, which tells
`office.appointments.changing.following` when one ends there.
"""
from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Iterator

from knowledge.schema.adviser import Adviser, SessionFormat
from office.appointments.booking import Booking
from office.appointments.changing import Changing
from office.appointments.choosing import fitting
from office.appointments.claims import drop_all_that_is_over
from office.appointments.finding import offer, window, without
from office.appointments.holds import Holds
from office.appointments.hours import LOCAL
from office.appointments.misplaced import Misplaced, misplaced_of
from office.appointments.model import (
    Appointment, AppointmentFilter, BookingResult, Hold, Offer, OfferOutcome, SessionWish, Slot,
)  # fmt: skip
from office.appointments.rows import chosen_appointments, open_at, read_appointment
from office.appointments.tables import AppointmentRow
from office.appointments.taken import NOTHING, read_taken
from office.appointments.telling import Telling
from office.appointments.timetable import Timetable, never_away
from office.case_numbers import read_case_number
from office.matters.kinds.appointment import APPOINTMENT, CANCELLED
from office.matters.model import Submission
from office.matters.tables import MatterRow
from storage import Database


class Appointments:
    """By verbs: first those of people, then those of the office."""

    def __init__(self, database: Database, timetable: Timetable, telling: Telling = Telling()) -> None:
        self._database = database
        self._timetable = timetable
        self._holds = Holds(database, timetable)
        self._booking = Booking(database, timetable, telling)
        self._changing = Changing(database, timetable, telling)

    def find(
        self, wish: SessionWish, now: datetime, limit: int = 3, after: Slot | None = None, holder: str | None = None
    ) -> Offer:
        """Free slots for a wish: FOUND | NEAREST | FULL | NOBODY. `after`: only what begins later than this slot; FULL then
        means that nothing does. What `holder` holds is free for them. Without a length the adviser's first one is meant."""
        everyone = self._timetable.advisers()
        advisers = fitting(everyone, wish)
        if not advisers:
            return Offer(OfferOutcome.NOBODY, without=without(everyone, wish))
        days = window(advisers, now)
        busy = {one.id: tuple(self._timetable.busy(one.id, *days)) for one in advisers}
        with self._database.reading() as session:
            taken = read_taken(session, advisers, *days, now, holder, busy)
        return offer(advisers, wish, taken, self._timetable.absences, now, limit, after)

    def can_come_up(self, wish: SessionWish, now: datetime) -> bool:
        """Whether what is wished could become free: somebody who fits has hours then, whoever is booked or away."""
        advisers = fitting(self._timetable.advisers(), wish)
        return bool(advisers) and offer(advisers, wish, NOTHING, never_away, now, 1, None).outcome is OfferOutcome.FOUND

    def best(self, wish: SessionWish) -> Adviser | None:
        """The adviser who fits a wish best, whenever they have time; None if nobody fits."""
        return next(iter(fitting(self._timetable.advisers(), wish)), None)

    def adviser(self, id_: str) -> Adviser | None:
        """The adviser of a slot; None if the office has none with this id any more."""
        return self._timetable.adviser(id_)

    def hold(self, slot: Slot, holder: str, now: datetime) -> Hold:
        """Keep a slot for HELD_FOR: HELD | SLOT_GONE | TOO_MANY. `holder` is the key of the conversation; it replaces the
        earlier hold, which stands if the slot is gone. The same slot once more is the same hold, with its end."""
        return self._holds.hold(slot, holder, now)

    def extend(self, holder: str, now: datetime) -> Hold:
        """Keep it for HELD_FOR from now: EXTENDED | NOT_LONGER | EXPIRED."""
        return self._holds.extend(holder, now)

    def held(self, holder: str, now: datetime) -> Hold | None:
        """What the holder has now; None: nothing."""
        return self._holds.held(holder, now)

    def release(self, holder: str, now: datetime) -> None:
        """Give it back before its end."""
        self._holds.release(holder, now)

    def book(
        self, holder: str, submission: Submission, format: SessionFormat, request_key: str, now: datetime
    ) -> BookingResult:
        """Book what is held, or was if it is still free: BOOKED | ALREADY_BOOKED | HOLD_EXPIRED | SLOT_GONE | TOO_MANY |
        CONSENT_MISSING | INVALID. `request_key` names this one request, as for `Matters.submit`."""
        return self._booking.book(holder, submission, format, request_key, now)

    def repeat(self, request_key: str, now: datetime) -> BookingResult | None:
        """The answer to a request whose first answer was lost: ALREADY_BOOKED; None: it was never booked."""
        return self._booking.repeat(request_key, now)

    def show(self, number: str, code: str, now: datetime) -> BookingResult:
        """The appointment, be it cancelled: SHOWN | ALREADY_CANCELLED (withdrawn, nothing is left) | WRONG_CODE | WAIT."""
        return self._changing.show(number, code, now)

    def move(self, number: str, code: str, slot: Slot, now: datetime, holder: str | None = None) -> BookingResult:
        """Take a new time, then give up the old one: MOVED | SLOT_GONE | TOO_LATE | OVER | ALREADY_CANCELLED | WRONG_CODE |
        WAIT. Unless it is MOVED, the old time stands. `holder`: this conversation may hold the new slot."""
        return self._changing.move(number, code, slot, now, holder)

    def cancel(self, number: str, code: str, now: datetime) -> BookingResult:
        """CANCELLED | TOO_LATE | OVER | ALREADY_CANCELLED | WRONG_CODE | WAIT. Consent is taken back by Matters.withdraw."""
        return self._changing.cancel(number, code, now)

    def list(self, wanted: AppointmentFilter = AppointmentFilter()) -> tuple[Appointment, ...]:
        """The appointments that fit, in the order of their time; for staff."""
        with self._database.reading() as session:
            return chosen_appointments(session, *_limits(wanted))

    def misplaced(self, now: datetime) -> tuple[Misplaced, ...]:
        """Coming sessions that no longer lie in the time of their adviser, the earliest first; for staff."""
        with self._database.reading() as session:
            coming = chosen_appointments(session, open_at(now))
        return misplaced_of(coming, self._timetable)

    def day(self, adviser: str, day: date) -> tuple[Appointment, ...]:
        """The sessions of an adviser on a local day that are not cancelled."""
        return self.list(AppointmentFilter(adviser, day, day))

    def find_number(self, number: str) -> Appointment | None:
        """The appointment with this number, however it is typed; None if there is none, or if it was withdrawn."""
        known = read_case_number(number, APPOINTMENT.prefix)
        with self._database.reading() as session:
            return read_appointment(session, known) if known else None

    def book_for(
        self, slot: Slot, submission: Submission, format: SessionFormat, by: str, now: datetime
    ) -> BookingResult:
        """Book for somebody who has called, at any time within the hours: BOOKED | SLOT_GONE | CONSENT_MISSING | INVALID."""
        return self._booking.book_for(slot, submission, format, by, now)

    def move_by(self, number: str, slot: Slot, by: str, now: datetime) -> BookingResult:
        """MOVED | SLOT_GONE | OVER | ALREADY_CANCELLED | UNKNOWN_NUMBER | INVALID; `by` is a role."""
        return self._changing.move_by(number, slot, by, now)

    def cancel_by(self, number: str, by: str, reason: str, now: datetime) -> BookingResult:
        """CANCELLED | OVER | ALREADY_CANCELLED | UNKNOWN_NUMBER | INVALID; `reason` is for the person and may be empty."""
        return self._changing.cancel_by(number, by, reason, now)


def drop_claims(database: Database, now: datetime) -> int:
    """Delete the claims of holds that have run out and of times that have passed; how many. Nobody waits for that."""
    with database.writing() as session:
        return drop_all_that_is_over(session, now)


def _limits(wanted: AppointmentFilter) -> Iterator[Any]:
    if wanted.adviser is not None:
        yield AppointmentRow.adviser == wanted.adviser
    if wanted.first is not None:
        yield AppointmentRow.starts_at >= datetime.combine(wanted.first, time(), LOCAL)
    if wanted.last is not None:
        yield AppointmentRow.starts_at < datetime.combine(wanted.last + timedelta(days=1), time(), LOCAL)
    if not wanted.with_cancelled:
        yield MatterRow.state != CANCELLED

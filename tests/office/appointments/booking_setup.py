"""Builders for sessions: advisers, a service, what is told for a booking."""
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable, Sequence

import sqlalchemy as sa

from knowledge.schema.adviser import Adviser, Leave, SessionFormat
from office.appointments.model import BookingOutcome, BookingResult, HoldOutcome, SessionWish, Slot
from office.appointments.service import Appointments
from office.appointments.tables import DayClaimRow, SlotClaimRow
from office.appointments.telling import Telling
from office.appointments.timetable import Timetable, never_busy
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.model import Submission
from storage import Database
from tests.office.matter_setup import a_submission

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=timezone.utc)
"""A Thursday, ten o'clock in Berlin."""
MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=timezone.utc)
"""Nine o'clock in Berlin, when the hours begin."""
MINUTE, DAY, INSTANT = timedelta(minutes=1), timedelta(days=1), timedelta(microseconds=1)
FRIDAY = MONDAY + 4 * DAY
ANN, BEN = "ber-ann", "ber-ben"
HOURS = [{"von": "09:00", "bis": "12:00"}, {"von": "13:00", "bis": "16:00"}]
PHONE = SessionFormat.PHONE


def an_adviser(id: str = ANN, **more: Any) -> Adviser:
    """Somebody who is there for everything, Monday to Friday from nine to four with a break."""
    week = {day: HOURS for day in ("montag", "dienstag", "mittwoch", "donnerstag", "freitag")}
    return Adviser.parse_obj({
        "id": id, "role": f"Platz {id}", "formats": ["telefon", "video"], "email": "beratung@example.org",
        "holidays": "DE-SN", "week": week, **more,
    })  # fmt: skip


def appointments_on(
    database: Database, *advisers: Adviser, leave: Callable[[str], Sequence[Leave]] = lambda adviser: (), busy=never_busy,
    telling: Telling = Telling(),
) -> Appointments:  # fmt: skip
    """The service over these advisers, or over one."""
    everyone = advisers or (an_adviser(),)
    return Appointments(database, Timetable(lambda: everyone, leave, busy), telling)


def a_slot(minutes_later: int = 0, minutes: int = 30, adviser: str = ANN, begin: datetime = MONDAY) -> Slot:
    return Slot(begin + minutes_later * MINUTE, minutes, adviser)


def a_booking(number: int = 1, now: datetime = NOW, reach: str | None = None, **changes: str) -> Submission:
    """What somebody tells; each number is another person."""
    return a_submission(APPOINTMENT, reach or f"0351 {1_000_000 + number}", now=now, **changes)


def book(
    appointments: Appointments, slot: Slot, holder: str = "h1", now: datetime = NOW, key: str | None = None, **told: Any
) -> BookingResult:
    """Hold and book; a `number` makes another person of the one who books."""
    held = appointments.hold(slot, holder, now)
    assert held.outcome is HoldOutcome.HELD, held
    return appointments.book(holder, a_booking(now=now, **told), PHONE, key or f"key of {holder} {slot}", now)


def booked(appointments: Appointments, slot: Slot, holder: str = "h1", now: datetime = NOW, **told: Any) -> BookingResult:
    result = book(appointments, slot, holder, now, **told)
    assert result.outcome is BookingOutcome.BOOKED, result
    return result


def free_starts(appointments: Appointments, now: datetime = NOW, limit: int = 1000, **wish: Any) -> list[datetime]:
    """When the offered slots begin."""
    return [one.starts_at for one in appointments.find(SessionWish(**wish), now, limit).slots]


def claims(database: Database) -> list[tuple[str, int]]:
    """Adviser and quantum of all that is taken."""
    with database.reading() as session:
        rows = session.scalars(sa.select(SlotClaimRow).order_by(SlotClaimRow.quantum))
        return [(one.adviser, one.quantum) for one in rows]


def places(database: Database) -> list[tuple[str, date, int]]:
    """Adviser, day and place of all that is taken."""
    with database.reading() as session:
        return sorted((one.adviser, one.day, one.place) for one in session.scalars(sa.select(DayClaimRow)))

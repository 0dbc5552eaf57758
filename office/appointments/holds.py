"""Holds: a slot is kept for ten minutes for whoever is answering. `holder` is the key of the conversation.

Everything here blocks; raises `office.errors.StorageError`.
"""
from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from office.appointments.claims import Claimant, free, still_has, take
from office.appointments.model import EXTENSIONS, HELD_FOR, Hold, HoldOutcome, Slot
from office.appointments.rows import slot_of
from office.appointments.tables import HoldRow
from office.appointments.timetable import Timetable
from storage import Database
from storage.turns import in_turn

COUNTED_FOR = timedelta(hours=1)
MOST_HOLDS, MOST_BOOKINGS = 20, 3
"""Of one conversation within COUNTED_FOR: more is no search for a time, but keeps others from theirs."""


class Holds:
    """By verbs. A hold is over at its end, to the moment; nobody has to clear it away for that."""

    def __init__(self, database: Database, timetable: Timetable) -> None:
        self._database = database
        self._timetable = timetable

    def hold(self, slot: Slot, holder: str, now: datetime) -> Hold:
        """Keep the slot: HELD | SLOT_GONE | TOO_MANY. It replaces the earlier hold of this holder; if the slot is gone, that
        one stands. The same slot once more is the same hold, with its end."""
        adviser = self._timetable.for_people(slot, now)
        with self._database.writing() as session:
            row = hold_row(session, holder)
            if is_held(row, now) and slot_of(row) == slot:
                return Hold(HoldOutcome.HELD, slot, row.until)
            row = row or _first(session, holder, slot, now)
            count_anew(row, now)
            if row.holds >= MOST_HOLDS:
                return Hold(HoldOutcome.TOO_MANY)
            if adviser is None or not take(session, adviser, slot, Claimant(holder=holder), now):
                return Hold(HoldOutcome.SLOT_GONE)
            row.adviser, row.starts_at, row.minutes = slot.adviser, slot.starts_at, slot.minutes
            row.held_at, row.until, row.extensions, row.holds = now, now + HELD_FOR, 0, row.holds + 1
            return Hold(HoldOutcome.HELD, slot, row.until)

    def extend(self, holder: str, now: datetime) -> Hold:
        """Keep it for HELD_FOR from now: EXTENDED | NOT_LONGER | EXPIRED."""
        with self._database.writing() as session:
            row = hold_row(session, holder)
            if not is_held(row, now) or not still_has(session, row.adviser, Claimant(holder=holder)):
                return Hold(HoldOutcome.EXPIRED)
            if row.extensions >= EXTENSIONS:
                return Hold(HoldOutcome.NOT_LONGER, slot_of(row), row.until)
            row.until, row.extensions = now + HELD_FOR, row.extensions + 1
            return Hold(HoldOutcome.EXTENDED, slot_of(row), row.until)

    def held(self, holder: str, now: datetime) -> Hold | None:
        """What the holder has now, None: nothing."""
        with self._database.reading() as session:
            row = session.get(HoldRow, holder)
            return Hold(HoldOutcome.HELD, slot_of(row), row.until) if is_held(row, now) else None

    def release(self, holder: str, now: datetime) -> None:
        """Give it back before its end."""
        with self._database.writing() as session:
            give_back(session, hold_row(session, holder))


def hold_row(session: Session, holder: str) -> HoldRow | None:
    """The row of this holder, whom nobody else acts for until the unit of work ends."""
    in_turn(session, f"holder:{holder}")
    return session.get(HoldRow, holder, populate_existing=True)


def is_held(row: HoldRow | None, now: datetime) -> bool:
    """Whether the hold stands."""
    return row is not None and row.until is not None and now < row.until


def give_back(session: Session, row: HoldRow | None) -> None:
    """Nothing is held any more; how often it was is remembered."""
    if row is not None:
        row.until = None
        free(session, Claimant(holder=row.holder))


def count_anew(row: HoldRow, now: datetime) -> None:
    """Forget what was counted longer ago than COUNTED_FOR."""
    if now >= row.counted_from + COUNTED_FOR:
        row.counted_from, row.holds, row.bookings = now, 0, 0


def _first(session: Session, holder: str, slot: Slot, now: datetime) -> HoldRow:
    row = HoldRow(
        holder=holder, adviser=slot.adviser, starts_at=slot.starts_at, minutes=slot.minutes, held_at=now, until=None,
        extensions=0, counted_from=now, holds=0, bookings=0,
    )  # fmt: skip
    session.add(row)
    session.flush()  # claims refer to it
    return row

"""Leave of advisers that is entered at short notice, beside that in their own entries.

The verbs block: call them from a thread. They raise `office.errors.StorageError`.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import Leave
from office.appointments.hours import LOCAL
from office.appointments.tables import AbsenceRow
from storage import Database

KEPT_AFTER_END = timedelta(days=30)
"""So long leave that is over can still be seen."""


@dataclass(frozen=True)
class Absence:
    """Days on which an adviser is away, both included. `by` is the role that entered it; why is nobody's business."""

    id: int
    adviser: str
    leave: Leave
    by: str
    noted_at: datetime


class Absences:
    """Leave by adviser (`Adviser.id`). Bookings are left alone: whoever enters leave moves or cancels them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, adviser: str) -> tuple[Leave, ...]:
        """The leave of one adviser, as `office.appointments.timetable` asks for it."""
        with self._database.reading() as session:
            return tuple(_absence(one).leave for one in _rows(session, adviser))

    def list(self, adviser: str | None = None) -> tuple[Absence, ...]:
        """All leave that is kept, the first day first."""
        with self._database.reading() as session:
            return tuple(_absence(one) for one in _rows(session, adviser))

    def add(self, adviser: str, leave: Leave, by: str, now: datetime) -> Absence:
        """Enter leave; the same days once more are the same leave."""
        with self._database.writing() as session:
            _forget_old(session, now)
            row = next((one for one in _rows(session, adviser) if _absence(one).leave == leave), None)
            if row is None:
                row = AbsenceRow(adviser=adviser, first_day=leave.first, last_day=leave.last, entered_by=by, noted_at=now)
                session.add(row)
                session.flush()
            return _absence(row)

    def remove(self, id_: int, now: datetime) -> Absence | None:
        """Take leave back; None if there is none with this number."""
        with self._database.writing() as session:
            _forget_old(session, now)
            row = session.get(AbsenceRow, id_)
            if row is None:
                return None
            removed = _absence(row)
            session.delete(row)
            return removed


def _rows(session: Session, adviser: str | None) -> list[AbsenceRow]:
    wanted = select(AbsenceRow).order_by(AbsenceRow.first_day, AbsenceRow.id)
    return list(session.execute(wanted if adviser is None else wanted.where(AbsenceRow.adviser == adviser)).scalars())


def _absence(row: AbsenceRow) -> Absence:
    return Absence(row.id, row.adviser, Leave(von=row.first_day, bis=row.last_day), row.entered_by, row.noted_at)


def _forget_old(session: Session, now: datetime) -> None:
    limit: date = now.astimezone(LOCAL).date() - KEPT_AFTER_END
    session.execute(delete(AbsenceRow).where(AbsenceRow.last_day < limit))

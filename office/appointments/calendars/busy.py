"""When advisers have something else to do, as their own calendars say. Everything here blocks.

Raises `office.errors.StorageError`.
"""
from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from office.appointments.calendars.model import CalendarState, Problem, Span
from office.appointments.calendars.tables import BusyRow, CalendarRow
from office.appointments.hours import LOCAL
from storage import Database


class BusyTimes:
    """The last known busy times. They stay when a calendar cannot be read, and go when it is no longer attached."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def busy(self, adviser: str, first: date, last: date) -> tuple[Span, ...]:
        """The busy times that meet the local days from `first` to `last`, the earliest first, none overlapping."""
        begin, end = (datetime.combine(day, time(), LOCAL) for day in (first, last + timedelta(days=1)))
        mine = select(BusyRow.begins_at, BusyRow.ends_at).where(
            BusyRow.adviser == adviser, BusyRow.begins_at < end, BusyRow.ends_at > begin
        )
        with self._database.reading() as session:
            return tuple((begins, ends) for begins, ends in session.execute(mine.order_by(BusyRow.begins_at)))

    def keep(self, adviser: str, spans: Iterable[Span], unreadable: int, now: datetime) -> CalendarState:
        """The calendar was read: these are its busy times from now on. Gives how it stood before."""
        new = [dict(adviser=adviser, begins_at=begins, ends_at=ends) for begins, ends in joined(spans)]
        with self._database.writing() as session:
            before = _state(session, adviser)
            session.execute(delete(BusyRow).where(BusyRow.adviser == adviser))
            if new:
                session.execute(BusyRow.__table__.insert(), new)
            _write(session, adviser, read_at=now, failing_since=None, problem=None, unreadable=unreadable)
            return before

    def failed(self, adviser: str, problem: Problem, now: datetime) -> CalendarState:
        """The calendar could not be read; what was known stays. Gives how it stood before."""
        with self._database.writing() as session:
            before = _state(session, adviser)
            _write(session, adviser, failing_since=before.failing_since or now, problem=problem.value)
            return before

    def keep_only(self, advisers: Sequence[str]) -> int:
        """Forget the busy times of everybody else: their calendars are no longer attached. Gives of how many."""
        with self._database.reading() as session:
            known = {*session.scalars(select(BusyRow.adviser).distinct()), *session.scalars(select(CalendarRow.adviser))}
        others = known - set(advisers)
        if others:
            with self._database.writing() as session:
                for table in (BusyRow, CalendarRow):
                    session.execute(delete(table).where(table.adviser.in_(others)))
        return len(others)

    def states(self) -> tuple[CalendarState, ...]:
        """How it stands with each calendar that was ever tried, by the adviser's id."""
        with self._database.reading() as session:
            return tuple(map(_as_state, session.scalars(select(CalendarRow).order_by(CalendarRow.adviser))))


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same times, in order, those that meet as one."""
    found: list[Span] = []
    for begins, ends in sorted(spans):
        if found and begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return found


def _state(session: Session, adviser: str) -> CalendarState:
    row = session.get(CalendarRow, adviser)
    return CalendarState(adviser) if row is None else _as_state(row)


def _as_state(row: CalendarRow) -> CalendarState:
    problem = Problem(row.problem) if row.problem else None
    return CalendarState(row.adviser, row.read_at, row.failing_since, problem, row.unreadable)


def _write(session: Session, adviser: str, **values) -> None:
    row = session.get(CalendarRow, adviser)
    if row is None:
        session.add(CalendarRow(adviser=adviser, **{"unreadable": 0, **values}))
    else:
        for name, value in values.items():
            setattr(row, name, value)

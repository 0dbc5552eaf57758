"""The verbs on the worker's log. Everything here blocks; raises `office.errors.StorageError`."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from office.work.tables import JobRow, LeaderRow
from storage import Database

_LEADER = "worker"


@dataclass(frozen=True)
class JobRun:
    """The last run of a job: how much it did, and the kind of error if it failed."""

    name: str
    ended_at: datetime
    done: int
    failure: str | None = None


class WorkLog:
    """Who leads and what was done. Leadership spares work and nothing rests on it: jobs are safe to run twice at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lead(self, holder: str, now: datetime, lease: timedelta) -> bool:
        """Whether `holder` leads until `now + lease`; `now` is real time, whatever the office's clock says."""
        mine = dict(holder=holder, lease_until=now + lease)
        free = (LeaderRow.holder == holder) | (LeaderRow.lease_until < now)
        with self._database.writing() as session:
            taken = update(LeaderRow).where(LeaderRow.name == _LEADER, free).values(mine)
            if session.execute(taken.execution_options(synchronize_session=False)).rowcount:
                return True
            if session.get(LeaderRow, _LEADER) is not None:
                return False
            try:
                with session.begin_nested():
                    session.add(LeaderRow(name=_LEADER, **mine))
            except IntegrityError:  # another one was first
                return False
            return True

    def step_down(self, holder: str) -> None:
        """Let another one lead at once."""
        with self._database.writing() as session:
            session.execute(delete(LeaderRow).where(LeaderRow.name == _LEADER, LeaderRow.holder == holder))

    def is_led(self, now: datetime) -> bool:
        """Whether somebody leads at this real moment."""
        with self._database.reading() as session:
            row = session.get(LeaderRow, _LEADER)
            return row is not None and row.lease_until >= now

    def note(self, run: JobRun) -> None:
        """Write down the run of a job over the one before. Of long names only the begin is kept."""
        name = run.name[: JobRow.name.type.length]
        values = dict(ended_at=run.ended_at, done=run.done, failure=run.failure)
        over = update(JobRow).where(JobRow.name == name).values(values)
        with self._database.writing() as session:
            if session.execute(over.execution_options(synchronize_session=False)).rowcount:
                return
            try:
                with session.begin_nested():
                    session.add(JobRow(name=name, **values))
            except IntegrityError:  # `./lotse worker once` was first
                session.execute(over.execution_options(synchronize_session=False))

    def runs(self) -> tuple[JobRun, ...]:
        """The last run of each job, by name."""
        with self._database.reading() as session:
            rows = session.scalars(select(JobRow).order_by(JobRow.name)).all()
            return tuple(JobRun(row.name, row.ended_at, row.done, row.failure) for row in rows)

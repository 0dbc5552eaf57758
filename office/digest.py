"""What the office is told once a day of what came in: numbers of matters and how long they wait, no word of a person.

Everything here blocks; raises `office.errors.StorageError`.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Callable, Mapping, Sequence

from sqlalchemy import func, select

from office.mail import MailText, NewMail, enqueue
from office.mail.model import PostOutcome
from office.matters.every_kind import EVERY_KIND
from office.matters.kind import MatterKind
from office.matters.tables import MatterEventRow, MatterRow
from storage import Database

PERIOD = timedelta(days=1)


@dataclass(frozen=True)
class Waiting:
    """A matter for which the office has something to do. `promised`: until when an answer was promised, if it was."""

    number: str
    since: datetime
    promised: datetime | None = None

    def is_overdue(self, now: datetime) -> bool:
        """Whether the promise is broken."""
        return self.promised is not None and self.promised < now


@dataclass(frozen=True)
class KindDigest:
    """One kind of matter: how many came in, and which wait, the oldest first."""

    kind: str
    came_in: int
    waiting: tuple[Waiting, ...]


Write = Callable[[Sequence[KindDigest], datetime, Sequence[str]], MailText]
Beside = Callable[[datetime], Sequence[str]]
"""What else the office has to look at, as lines."""


def nothing_beside(now: datetime) -> tuple[str, ...]:
    """There are only matters."""
    return ()


class Digest:
    """Counts, and mails the counts to the office."""

    def __init__(
        self, database: Database, to: str, write: Write, answer_days: Mapping[str, int | None] | None = None,
        beside: Beside = nothing_beside,
    ) -> None:  # fmt: skip
        """`answer_days`: kind → days in which an answer is promised to whoever has told something."""
        self._database = database
        self._to = to
        self._write = write
        self._answer_days = answer_days or {}
        self.beside = beside

    def of(self, now: datetime) -> tuple[KindDigest, ...]:
        """What came in within the last day, and what waits, kind by kind."""
        with self._database.reading() as session:
            kinds = []
            for kind in EVERY_KIND:
                mine = MatterRow.kind == kind.name
                came = select(func.count()).select_from(MatterRow).where(
                    mine, MatterRow.received_at > now - PERIOD, MatterRow.received_at <= now
                )
                since = func.coalesce(MatterRow.runs_until, MatterRow.touched_at)
                told_at = func.max(MatterEventRow.at).filter(MatterEventRow.by.is_(None))
                open_ = select(MatterRow.number, since, MatterRow.state, told_at).join(MatterEventRow).where(
                    mine, MatterRow.state.in_(kind.to_do), since <= now
                )
                waiting = session.execute(open_.group_by(MatterRow.number, since, MatterRow.state).order_by(since, MatterRow.number)).all()
                kinds.append(KindDigest(kind.name, session.scalar(came), tuple(
                    Waiting(number, at, self._promised(kind, state, told)) for number, at, state, told in waiting
                )))  # fmt: skip
        return tuple(kinds)

    def _promised(self, kind: MatterKind, state: str, told_at: datetime) -> datetime | None:
        """The promise runs from the last time that the person told something: the receipt, or a change that opened it again.
        Where the office waits for the person, nothing is promised."""
        days = None if kind.state(state).after_change else self._answer_days.get(kind.name)
        return told_at + timedelta(days=days) if days else None

    def post(self, now: datetime, hour: int) -> int:
        """Mail the digest of this day, once, not before `hour` of local time and only if there is something to tell."""
        if now.hour < hour:
            return 0
        kinds, beside = self.of(now), self.beside(now)
        if not beside and not any(one.came_in or one.waiting for one in kinds):
            return 0
        text = self._write(kinds, now, beside)
        with self._database.writing() as session:
            mail = NewMail(f"digest:{now:%Y-%m-%d}", self._to, lambda _: text, useful_until=now + PERIOD)
            return int(enqueue(session, mail, now) is PostOutcome.POSTED)

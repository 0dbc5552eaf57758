"""What the office is told once a day of what came in: numbers of matters and how long they wait, no word of a person.

Everything here blocks; raises `office.errors.StorageError`.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Callable, Sequence

from sqlalchemy import func, select

from office.mail import MailText, NewMail, enqueue
from office.mail.model import PostOutcome
from office.matters.every_kind import EVERY_KIND
from office.matters.tables import MatterRow
from storage import Database

PERIOD = timedelta(days=1)


@dataclass(frozen=True)
class Waiting:
    """A matter for which the office has something to do."""

    number: str
    since: datetime


@dataclass(frozen=True)
class KindDigest:
    """One kind of matter: how many came in, and which wait, the oldest first."""

    kind: str
    came_in: int
    waiting: tuple[Waiting, ...]


class Digest:
    """Counts, and mails the counts to the office."""

    def __init__(self, database: Database, to: str, write: Callable[[Sequence[KindDigest], datetime], MailText]) -> None:
        self._database = database
        self._to = to
        self._write = write

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
                open_ = select(MatterRow.number, since).where(mine, MatterRow.state.in_(kind.to_do), since <= now)
                waiting = session.execute(open_.order_by(since, MatterRow.number)).all()
                kinds.append(KindDigest(kind.name, session.scalar(came), tuple(Waiting(*one) for one in waiting)))
        return tuple(kinds)

    def post(self, now: datetime, hour: int) -> int:
        """Mail the digest of this day, once, not before `hour` of local time and only if there is something to tell."""
        if now.hour < hour:
            return 0
        kinds = self.of(now)
        if not any(one.came_in or one.waiting for one in kinds):
            return 0
        text = self._write(kinds, now)
        with self._database.writing() as session:
            mail = NewMail(f"digest:{now:%Y-%m-%d}", self._to, lambda _: text, useful_until=now + PERIOD)
            return int(enqueue(session, mail, now) is PostOutcome.POSTED)

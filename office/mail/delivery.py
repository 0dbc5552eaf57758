"""The verbs of a worker on the outbox: take a mail, tell what became of it. Everything here blocks.

A mail belongs to a worker for the time of a lease. Just before the dot that ends the data, the worker writes that down
(`may_end`); if the lease is over by then, the mail is no longer its own and the dot is not sent. So two workers never
both end the same mail. If a worker dies, the mail is tried again if the dot was not begun, else it is UNCERTAIN.
Leases are in real time, everything else in the office's. Raises `office.errors.StorageError`.
"""
from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any, Callable

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from office.mail.backoff import Backoff
from office.mail.forgetting import FORGOTTEN, drop_mails
from office.mail.model import ClaimedMail, MailAttachment, MailState, MailText, Phase, Problem, Why
from office.mail.tables import AttachmentRow, OutboxRow
from storage import Database

DIED = "WorkerDied"
"""The kind of problem of a mail whose worker is gone."""
_SENDING = OutboxRow.state == MailState.SENDING.value


class Delivery:
    """Hands out mails to workers. `clock` gives the real time; `lease` must outlast a whole talk with the server up to
    the dot, `dot_lease` the wait for its answer."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        backoff: Backoff = Backoff(),
        lease: timedelta = timedelta(minutes=6),
        dot_lease: timedelta = timedelta(minutes=12),
    ) -> None:
        self._database = database
        self._clock = clock
        self._backoff = backoff
        self._lease, self._dot_lease = lease, dot_lease

    def claim(self, now: datetime) -> ClaimedMail | None:
        """The mail that is due for longest, for this worker alone; None if none is due."""
        real = self._clock()
        is_due = (OutboxRow.state == MailState.WAITING.value) & (OutboxRow.next_try_at <= now)
        with self._database.reading() as session:  # mostly there is nothing to do, and then nobody has to wait for us
            if session.scalar(select(OutboxRow.id).where(is_due | _SENDING).limit(1)) is None:
                return None
        with self._database.writing() as session:
            self._take_back(session, now, real)
            drop_mails(session, is_due & (OutboxRow.useful_until < now), Why.EXPIRED, now)
            due = select(OutboxRow).where(is_due).order_by(OutboxRow.next_try_at, OutboxRow.id).limit(1)
            row = session.scalar(due.with_for_update(skip_locked=True))
            if row is None:
                return None
            row.state, row.holder, row.lease_until = MailState.SENDING.value, secrets.token_hex(16), real + self._lease
            row.tries, row.first_tried_at, row.dot_at = row.tries + 1, row.first_tried_at or now, None
            files = session.scalars(select(AttachmentRow).filter_by(mail_id=row.id).order_by(AttachmentRow.id)).all()
            return ClaimedMail(
                row.id, row.holder, row.key, row.first_tried_at, row.recipient, MailText(row.subject, row.body),
                tuple(MailAttachment(one.name, one.media_type, bytes(one.content)) for one in files),
            )  # fmt: skip

    def may_end(self, mail: ClaimedMail, now: datetime) -> bool:
        """Whether the mail still belongs to this worker, which now sends the dot; False: it must not."""
        real = self._clock()
        mine = update(OutboxRow).where(OutboxRow.id == mail.id, OutboxRow.holder == mail.holder, _SENDING)
        mine = mine.where(OutboxRow.lease_until > real).values(dot_at=now, lease_until=real + self._dot_lease)
        with self._database.writing() as session:
            return session.execute(mine.execution_options(synchronize_session=False)).rowcount == 1

    def sent(self, mail: ClaimedMail, now: datetime) -> None:
        """The server has taken it: what it said and to whom is forgotten."""

        def close(session: Session, row: OutboxRow) -> None:
            session.execute(delete(AttachmentRow).where(AttachmentRow.mail_id == row.id))
            _write(row, state=MailState.SENT, closed_at=now, **FORGOTTEN, **_problem(None))

        self._settle(mail, close)

    def put_off(self, mail: ClaimedMail, problem: Problem, now: datetime) -> None:
        """The server did not take it this time: it is tried again after a pause, or FAILED after too long a time."""

        def wait(_: Session, row: OutboxRow) -> None:
            next_try_at = self._backoff.next_try(row.tries, row.first_tried_at, now)
            if next_try_at is None:
                _write(row, state=MailState.FAILED, closed_at=now, **_problem(problem))
            else:
                _write(row, state=MailState.WAITING, next_try_at=next_try_at, **_problem(problem))

        self._settle(mail, wait)

    def fail(self, mail: ClaimedMail, problem: Problem, now: datetime) -> None:
        """The server has refused it for good."""
        self._settle(mail, lambda _, row: _write(row, state=MailState.FAILED, closed_at=now, **_problem(problem)))

    def doubt(self, mail: ClaimedMail, problem: Problem, now: datetime) -> None:
        """The dot was sent and no answer came: UNCERTAIN."""
        self._settle(mail, lambda _, row: _write(row, state=MailState.UNCERTAIN, closed_at=now, **_problem(problem)))

    def give_back(self, mail: ClaimedMail) -> None:
        """The worker was told to end before the dot: this was no try."""
        self._settle(mail, lambda _, row: _write(row, state=MailState.WAITING, tries=row.tries - 1))

    def _settle(self, mail: ClaimedMail, write: Callable[[Session, OutboxRow], None]) -> None:
        """Also when the lease was over meanwhile and the mail became UNCERTAIN: a late answer is an answer."""
        open_states = (MailState.SENDING.value, MailState.UNCERTAIN.value)
        mine = select(OutboxRow).filter_by(id=mail.id, holder=mail.holder).where(OutboxRow.state.in_(open_states))
        with self._database.writing() as session:
            row = session.scalar(mine.with_for_update())
            if row is not None:  # else it was deleted, or belongs to another worker
                write(session, row)
                row.lease_until = None

    def _take_back(self, session: Session, now: datetime, real: datetime) -> None:
        """Mails of workers that are gone."""
        ended = _SENDING & (OutboxRow.lease_until < real)
        begun = OutboxRow.dot_at.is_not(None)
        unsure = dict(state=MailState.UNCERTAIN.value, closed_at=now, **_problem(Problem(DIED, Phase.DOT)))
        again = dict(state=MailState.WAITING.value, next_try_at=now, holder=None)
        for which, values in ((ended & begun, unsure), (ended & ~begun, again)):
            changed = update(OutboxRow).where(which).values(values)
            session.execute(changed.execution_options(synchronize_session=False))


def _write(row: OutboxRow, state: MailState, **values: Any) -> None:
    row.state = state.value
    for column, value in values.items():
        setattr(row, column, value)


def _problem(problem: Problem | None) -> dict[str, Any]:
    return dict(
        problem_kind=problem and problem.kind[:60],
        problem_phase=problem and problem.phase.value,
        problem_code=problem and problem.code,
    )

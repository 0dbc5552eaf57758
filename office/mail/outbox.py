"""The verbs of the staff on the outbox, and its retention. Everything here blocks.

Raises `office.errors.StorageError`.
"""
from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from office.mail.forgetting import delete_mails, drop_mails
from office.mail.model import MailAttachment, MailState, OutboxMail, Phase, Problem, StaffOutcome, Why
from office.mail.posting import KEPT_WHEN_HELD
from office.mail.tables import AttachmentRow, OutboxRow
from storage import Database

KEPT_WHEN_CLOSED = timedelta(days=30)
"""So long staff can decide about what failed or is uncertain, and so long the key of what was sent or dropped is kept."""
OPEN = (MailState.UNCERTAIN, MailState.FAILED, MailState.SENDING, MailState.WAITING, MailState.HELD)
"""What staff want to see, the most urgent first."""
RETRIABLE = (MailState.UNCERTAIN, MailState.FAILED, MailState.WAITING)


class Outbox:
    """The mails, as staff see them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, states: Collection[MailState] = OPEN) -> tuple[OutboxMail, ...]:
        """The mails in one of the states, the most urgent first, of each state the oldest first."""
        rows = select(OutboxRow).where(OutboxRow.state.in_([one.value for one in states])).order_by(OutboxRow.id)
        order = {state.value: place for place, state in enumerate((*OPEN, MailState.SENT, MailState.DROPPED))}
        with self._database.reading() as session:
            found = sorted(session.scalars(rows), key=lambda row: order[row.state])
            return tuple(_mail(session, row) for row in found)

    def find(self, mail_id: int) -> OutboxMail | None:
        """One mail with its attachments."""
        with self._database.reading() as session:
            row = session.get(OutboxRow, mail_id)
            return None if row is None else _mail(session, row)

    def counts(self) -> Counter[MailState]:
        """How many mails are in which state."""
        rows = select(OutboxRow.state, func.count()).group_by(OutboxRow.state)
        with self._database.reading() as session:
            return Counter({MailState(state): number for state, number in session.execute(rows)})

    def retry(self, mail_id: int, now: datetime) -> StaffOutcome:
        """Send it at the next opportunity, as if it were new: RETRIED | NOT_NOW | UNKNOWN.

        An UNCERTAIN one may then arrive twice, with the same Message-ID; so a person decides.
        """
        with self._database.writing() as session:
            row = session.get(OutboxRow, mail_id, with_for_update=True)
            if row is None:
                return StaffOutcome.UNKNOWN
            if MailState(row.state) not in RETRIABLE:
                return StaffOutcome.NOT_NOW
            row.state, row.next_try_at, row.tries, row.first_tried_at = MailState.WAITING.value, now, 0, None
            row.holder = row.dot_at = row.closed_at = None
            row.useful_until = max(row.useful_until, now + timedelta(days=1))
            return StaffOutcome.RETRIED

    def drop(self, mail_id: int, now: datetime) -> StaffOutcome:
        """Never send it, and forget what it says: DROPPED | NOT_NOW | UNKNOWN."""
        with self._database.writing() as session:
            row = session.get(OutboxRow, mail_id, with_for_update=True)
            if row is None:
                return StaffOutcome.UNKNOWN
            if MailState(row.state) not in (*RETRIABLE, MailState.HELD):
                return StaffOutcome.NOT_NOW
            drop_mails(session, OutboxRow.id == mail_id, Why.STAFF, now)
            return StaffOutcome.DROPPED

    def forget_older_than(self, now: datetime) -> int:
        """Forget what mails say that are of no use any more, then the mails themselves; how many."""
        state = OutboxRow.state
        is_useless = (
            ((state == MailState.HELD.value) & (OutboxRow.created_at < now - KEPT_WHEN_HELD))
            | (state.in_((MailState.HELD.value, MailState.WAITING.value)) & (OutboxRow.useful_until < now))
            | (state.in_((MailState.FAILED.value, MailState.UNCERTAIN.value)) & (OutboxRow.closed_at < now - KEPT_WHEN_CLOSED))
        )
        is_over = state.in_((MailState.SENT.value, MailState.DROPPED.value)) & (OutboxRow.closed_at < now - KEPT_WHEN_CLOSED)
        with self._database.writing() as session:
            return delete_mails(session, is_over) + drop_mails(session, is_useless, Why.EXPIRED, now)


def _mail(session: Session, row: OutboxRow) -> OutboxMail:
    files = session.scalars(select(AttachmentRow).filter_by(mail_id=row.id).order_by(AttachmentRow.id))
    state = MailState(row.state)
    problem = Problem(row.problem_kind, Phase(row.problem_phase), row.problem_code) if row.problem_phase else None
    return OutboxMail(
        state=state,
        attachments=tuple(MailAttachment(one.name, one.media_type, bytes(one.content)) for one in files),
        problem=problem,
        why=Why(row.problem_kind) if state is MailState.DROPPED else None,
        sent_at=row.closed_at if state is MailState.SENT else None,
        **{name: getattr(row, name) for name in (
            "id", "key", "created_at", "next_try_at", "tries", "case_number", "recipient", "subject", "body",
        )},
    )  # fmt: skip

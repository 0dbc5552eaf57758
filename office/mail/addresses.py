"""What the owner of a mail address may say, with a pass from one of our mails. Everything here blocks.

Raises `office.errors.StorageError`.
"""
from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from office.mail.address_hash import hash_address, hash_pass, readable_address
from office.mail.forgetting import drop_mails
from office.mail.model import AddressOutcome, AddressState, MailState, Why
from office.mail.posting import KEPT_WHEN_HELD, is_confirmed
from office.mail.tables import AddressRow, OutboxRow, PassRow
from storage import Database

KEPT_WHEN_CONFIRMED = timedelta(days=365)
"""A confirmed address to which no mail was written for so long has to be confirmed anew. A blocked one stays: forgotten,
it would get mails again that its owner has refused (GDPR Art. 21(3))."""


class Addresses:
    """Verbs of the owner of an address."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def may_get_mail(self, address: str) -> bool:
        """Whether its owner has confirmed this address."""
        with self._database.reading() as session:
            return is_confirmed(session, address)

    def look(self, token: str) -> AddressState | None:
        """What was said about the address of this pass so far; None if the pass opens nothing."""
        with self._database.reading() as session:
            row = _row(session, token)
            return None if row is None else AddressState(row.state)

    def confirm(self, token: str, now: datetime) -> AddressOutcome:
        """Mails may come, those that wait for it at once: CONFIRMED | ALREADY_CONFIRMED | UNKNOWN."""
        with self._database.writing() as session:
            row = _row(session, token, locked=True)
            if row is None:
                return AddressOutcome.UNKNOWN
            if row.state == AddressState.CONFIRMED.value:
                return AddressOutcome.ALREADY_CONFIRMED
            row.state, row.decided_at, row.used_at = AddressState.CONFIRMED.value, now, now
            held = (OutboxRow.recipient_hash == row.address_hash) & (OutboxRow.state == MailState.HELD.value)
            released = update(OutboxRow).where(held, OutboxRow.created_at >= now - KEPT_WHEN_HELD)
            released = released.values(state=MailState.WAITING.value, next_try_at=now)
            session.execute(released.execution_options(synchronize_session=False))
            return AddressOutcome.CONFIRMED

    def block(self, token: str, now: datetime) -> AddressOutcome:
        """No mail comes any more, what waits is dropped: BLOCKED | ALREADY_BLOCKED | UNKNOWN."""
        with self._database.writing() as session:
            row = _row(session, token, locked=True)
            if row is None:
                return AddressOutcome.UNKNOWN
            if row.state == AddressState.BLOCKED.value:
                return AddressOutcome.ALREADY_BLOCKED
            row.state, row.decided_at, row.used_at = AddressState.BLOCKED.value, now, now
            unsent = (MailState.HELD, MailState.WAITING, MailState.FAILED, MailState.UNCERTAIN)
            mine = (OutboxRow.recipient_hash == row.address_hash) & OutboxRow.state.in_([one.value for one in unsent])
            drop_mails(session, mine, Why.BLOCKED, now)
            return AddressOutcome.BLOCKED

    def bounced(self, typed: str, now: datetime) -> tuple[str, ...] | None:
        """The office says that mail to this address came back: it counts as not confirmed from now on, so that what is to be
        sent waits, and nothing more is sent for KEPT_WHEN_HELD. The numbers of the cases that wrote there in the last weeks;
        None if the address is not known, or its owner wants no mails."""
        address = readable_address(typed)
        key = hash_address(address) if address else ""
        mine = OutboxRow.recipient_hash == key
        with self._database.writing() as session:
            row = session.get(AddressRow, key, with_for_update=True)
            if row is None or row.state == AddressState.BLOCKED.value:
                return None
            row.state, row.decided_at, row.asked_at, row.used_at = AddressState.UNCONFIRMED.value, None, now, now
            waiting = (OutboxRow.state == MailState.WAITING.value) & OutboxRow.case_number.is_not(None)
            held = update(OutboxRow).where(mine, waiting).values(state=MailState.HELD.value, created_at=now)
            session.execute(held.execution_options(synchronize_session=False))
            numbers = select(OutboxRow.case_number).where(mine, OutboxRow.case_number.is_not(None)).distinct()
            return tuple(session.scalars(numbers.order_by(OutboxRow.case_number)))

    def forget_older_than(self, now: datetime) -> int:
        """Forget addresses that nobody confirmed in time and those that were not written to for long; how many."""
        asked_at = func.coalesce(AddressRow.asked_at, AddressRow.used_at)
        is_open, is_confirmed = (AddressRow.state == one.value for one in (AddressState.UNCONFIRMED, AddressState.CONFIRMED))
        is_old = (is_open & (asked_at < now - KEPT_WHEN_HELD)) | (
            is_confirmed & (AddressRow.used_at < now - KEPT_WHEN_CONFIRMED)
        )
        with self._database.writing() as session:
            old = session.scalars(select(AddressRow.address_hash).where(is_old).with_for_update()).all()
            session.execute(delete(PassRow).where(PassRow.address_hash.in_(old)))
            session.execute(delete(AddressRow).where(AddressRow.address_hash.in_(old)))
        return len(old)


def _row(session: Session, token: str, locked: bool = False) -> AddressRow | None:
    found = session.get(PassRow, hash_pass(token))
    return found and session.get(AddressRow, found.address_hash, with_for_update=locked or None, populate_existing=True)

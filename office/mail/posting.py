"""Mails go into the outbox in the unit of work of the matter that they are about: both are kept, or neither is.

To an address that its owner has not confirmed goes exactly one mail, the one that asks for that.
"""
from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from office.mail.address_hash import hash_address, hash_pass, readable_address
from office.mail.model import ASKING, AddressState, MailState, NewMail, PostOutcome, Write
from office.mail.tables import AddressRow, AttachmentRow, OutboxRow, PassRow
from office.typed_text import cleaned

KEPT_WHEN_HELD = timedelta(days=14)
"""So long a mail waits for its address to be confirmed, and no second mail asks for that."""
KEPT_WHEN_WAITING = timedelta(days=30)
"""A mail that could not be sent for so long is of no use any more."""
LONGEST_SUBJECT, LONGEST_NAME = 200, 100


class Mails:
    """Writes mails; `confirmation` is the text of the one mail to an address that is not confirmed yet."""

    def __init__(self, confirmation: Write) -> None:
        self._confirmation = confirmation

    def post(self, session: Session, mail: NewMail, now: datetime) -> PostOutcome:
        """Write `mail` to a person into the outbox: POSTED | HELD | BLOCKED | ALREADY_POSTED | NO_ADDRESS.

        Called inside the unit of work (`Database.writing`) of the matter.
        """
        address = readable_address(mail.to)
        if address is None:
            return PostOutcome.NO_ADDRESS
        if _is_known(session, mail.key):
            return PostOutcome.ALREADY_POSTED
        row = _address_row(session, address, now)
        if row.state == AddressState.BLOCKED.value:
            return PostOutcome.BLOCKED
        row.used_at = now
        if row.state == AddressState.CONFIRMED.value:
            return self._write(session, mail, address, MailState.WAITING, now)
        self.ask_to_confirm(session, address, now)
        return self._write(session, mail, address, MailState.HELD, now)

    def ask_to_confirm(self, session: Session, typed: str, now: datetime) -> bool:
        """Write the mail that lets the owner confirm, unless one was written in the last KEPT_WHEN_HELD or the owner has
        decided already; whether it was written. The caller must not tell anybody which: it would tell who writes to us."""
        address = readable_address(typed)
        if address is None:
            return False
        row = _address_row(session, address, now)
        is_open = row.asked_at is None or row.asked_at < now - KEPT_WHEN_HELD
        if row.state != AddressState.UNCONFIRMED.value or not is_open:
            return False
        row.asked_at = row.used_at = now
        key = f"{ASKING}{row.address_hash[:32]}:{now:%Y%m%dT%H%M%S}"
        asking = NewMail(key, address, self._confirmation, useful_until=now + KEPT_WHEN_HELD)
        self._write(session, asking, address, MailState.WAITING, now)
        return True

    @staticmethod
    def _write(session: Session, mail: NewMail, address: str, state: MailState, now: datetime) -> PostOutcome:
        token = new_pass(session, address, now)
        if not _enqueued(session, mail, address, state, token, now):
            return PostOutcome.ALREADY_POSTED
        return PostOutcome.HELD if state is MailState.HELD else PostOutcome.POSTED


def is_confirmed(session: Session, address: str) -> bool:
    """Whether the owner of the address has confirmed it."""
    row = session.get(AddressRow, hash_address(address))
    return row is not None and row.state == AddressState.CONFIRMED.value


def enqueue(session: Session, mail: NewMail, now: datetime) -> PostOutcome:
    """Write a mail to an address of the office itself, which needs no confirmation; its text gets an empty pass."""
    address = readable_address(mail.to)
    if address is None:
        return PostOutcome.NO_ADDRESS
    is_new = not _is_known(session, mail.key) and _enqueued(session, mail, address, MailState.WAITING, "", now)
    return PostOutcome.POSTED if is_new else PostOutcome.ALREADY_POSTED


def new_pass(session: Session, address: str, now: datetime) -> str:
    """A new secret for the page of this address, whose row must be there."""
    token = secrets.token_urlsafe(24)
    session.add(PassRow(token_hash=hash_pass(token), address_hash=hash_address(address), made_at=now))
    return token


def _enqueued(
    session: Session, mail: NewMail, address: str, state: MailState, token: str, now: datetime
) -> bool:
    """Whether the mail is new; a constraint of the database decides between two at once."""
    text = mail.write(token)
    row = OutboxRow(
        key=mail.key,
        state=state.value,
        recipient_hash=hash_address(address),
        recipient=address,
        subject=cleaned(text.subject)[:LONGEST_SUBJECT],
        body=text.body,
        case_number=mail.case_number,
        conversation_key=mail.conversation_key,
        created_at=now,
        useful_until=mail.useful_until or now + KEPT_WHEN_WAITING,
        next_try_at=now,
        tries=0,
    )
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
            for one in mail.attachments:
                name = cleaned(one.name)[:LONGEST_NAME]
                session.add(AttachmentRow(mail_id=row.id, name=name, media_type=one.media_type, content=one.content))
    except IntegrityError:
        if not _is_known(session, mail.key):
            raise
        return False
    return True


def _is_known(session: Session, key: str) -> bool:
    return session.scalar(select(OutboxRow.id).filter_by(key=key)) is not None


def _address_row(session: Session, address: str, now: datetime) -> AddressRow:
    """The row of the address, locked; begun if there is none, even if two begin it at once."""
    key = hash_address(address)
    row = session.get(AddressRow, key, with_for_update=True, populate_existing=True)
    if row is not None:
        return row
    row = AddressRow(address_hash=key, state=AddressState.UNCONFIRMED.value, used_at=now)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        row = session.get(AddressRow, key, with_for_update=True)
        if row is None:
            raise
    return row

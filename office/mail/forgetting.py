"""How mails are forgotten: what they say, or altogether."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from office.mail.model import ASKING, AddressState, MailState, Why
from office.mail.tables import AddressRow, AttachmentRow, OutboxRow

FORGOTTEN = dict(recipient=None, subject=None, body=None)
"""What a mail says and to whom."""


def drop_mails(session: Session, which: Any, why: Why, now: datetime) -> int:
    """Forget what these mails say and never send them; the key stays, so that they are not written anew. How many."""
    _delete_attachments(session, which)
    values = dict(
        FORGOTTEN, state=MailState.DROPPED.value, problem_kind=why.value, problem_phase=None, problem_code=None,
        closed_at=now, holder=None, lease_until=None,
    )  # fmt: skip
    dropped = update(OutboxRow).where(which).values(values)
    return session.execute(dropped.execution_options(synchronize_session=False)).rowcount


def delete_mails(session: Session, which: Any) -> int:
    """Delete these mails with all that is known of them; a worker that just has one does not send it. How many."""
    _delete_attachments(session, which)
    return session.execute(delete(OutboxRow).where(which).execution_options(synchronize_session=False)).rowcount


def forget_case(session: Session, case_number: str) -> int:
    """Delete the mails about a case, within the unit of work that deletes the case. How many.

    With them goes the mail that asks for a confirmation, if it was not sent yet and nothing else waits for it.
    """
    about = OutboxRow.case_number == case_number
    recipients = session.scalars(select(OutboxRow.recipient_hash).where(about).distinct()).all()
    gone = delete_mails(session, about)
    for recipient in recipients:
        _forget_asking(session, recipient)
    return gone


def forget_conversation(session: Session, conversation_key: str) -> int:
    """Delete the mails that belong to a conversation, within the unit of work that deletes it."""
    return delete_mails(session, OutboxRow.conversation_key == conversation_key)


def _forget_asking(session: Session, recipient: str) -> None:
    theirs = OutboxRow.recipient_hash == recipient
    waits = select(OutboxRow.id).where(theirs, OutboxRow.state == MailState.HELD.value).limit(1)
    if session.scalar(waits) is not None:
        return
    asking = theirs & OutboxRow.key.startswith(ASKING)
    delete_mails(session, asking & (OutboxRow.state == MailState.FAILED.value))
    if delete_mails(session, asking & (OutboxRow.state == MailState.WAITING.value)):
        mine = (AddressRow.address_hash == recipient) & (AddressRow.state == AddressState.UNCONFIRMED.value)
        session.execute(update(AddressRow).where(mine).values(asked_at=None).execution_options(synchronize_session=False))


def _delete_attachments(session: Session, which: Any) -> None:
    theirs = AttachmentRow.mail_id.in_(select(OutboxRow.id).where(which))
    session.execute(delete(AttachmentRow).where(theirs).execution_options(synchronize_session=False))

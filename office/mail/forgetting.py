"""How mails are forgotten: what they say, or altogether."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from office.mail.model import MailState, Why
from office.mail.tables import AttachmentRow, OutboxRow

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
    """Delete the mails about a case, within the unit of work that deletes the case."""
    return delete_mails(session, OutboxRow.case_number == case_number)


def forget_conversation(session: Session, conversation_key: str) -> int:
    """Delete the mails that belong to a conversation, within the unit of work that deletes it."""
    return delete_mails(session, OutboxRow.conversation_key == conversation_key)


def _delete_attachments(session: Session, which: Any) -> None:
    theirs = AttachmentRow.mail_id.in_(select(OutboxRow.id).where(which))
    session.execute(delete(AttachmentRow).where(theirs).execution_options(synchronize_session=False))

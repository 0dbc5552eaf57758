"""Entries of the waiting list and their rows. Everything here happens inside somebody's unit of work."""
from __future__ import annotations

import hashlib
import json
import secrets
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Callable, Sequence

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser
from office.appointments.holds import give_back, hold_row
from office.appointments.model import Slot
from office.appointments.rivals import Rivals
from office.appointments.service import Appointments
from office.appointments.timetable import Timetable
from office.appointments.waiting_model import WaitingNews, WaitingOffer
from office.appointments.waiting_tables import WaitingPassRow, WaitingRow
from office.appointments.wishes_kept import wish_from_json
from office.mail import Mails, NewMail, PostOutcome
from office.mail.forgetting import delete_mails
from office.mail.model import Write
from office.mail.tables import OutboxRow
from storage import Database

_KEYS = "waiting:"
"""How the keys of mails about the list begin."""


@dataclass(frozen=True)
class WaitingWords:
    """What writes the mails; those that lead to the entry's page are given its secret."""

    joined: Callable[[str], Write]
    offered: Callable[[WaitingOffer, str], Write]
    ended: Write


TellInChat = Callable[[Session, str, WaitingNews, "WaitingOffer | None", datetime], None]
"""Writes what is new into the conversation with this key, if there still is one; the offer stands with OFFERED only."""


def tell_nobody(session: Session, key: str, news: WaitingNews, offer: WaitingOffer | None, now: datetime) -> None:
    """Where there are no conversations."""


@dataclass(frozen=True)
class WaitingDesk:
    """What the list works with, whoever does something with it: people (`waiting`) or the worker (`offering`)."""

    database: Database
    timetable: Timetable
    appointments: Appointments
    mails: Mails
    words: WaitingWords
    tell_in_chat: TellInChat = tell_nobody


def holder_of(row: WaitingRow) -> str:
    """Under which name the offered slot is held: not that of the conversation, which may be choosing something else."""
    return f"waiting:{row.id}"


def entry_of(session: Session, conversation_key: str, locked: bool = False) -> WaitingRow | None:
    """The entry of a conversation."""
    mine = select(WaitingRow).filter_by(conversation_key=conversation_key)
    return session.scalar(mine.with_for_update() if locked else mine)


def entry_of_pass(session: Session, token: str, locked: bool = False) -> WaitingRow | None:
    """The entry that a pass opens."""
    row = session.get(WaitingPassRow, _hash(token))
    return row and session.get(WaitingRow, row.entry_id, with_for_update=locked or None, populate_existing=True)


def offer_of(row: WaitingRow, now: datetime) -> WaitingOffer | None:
    """What is offered to it at this moment."""
    if row.offered_until is None or row.offered_until <= now:
        return None
    return WaitingOffer(Slot(row.offered_at, row.minutes, row.adviser), row.offered_until, wish_from_json(row.wish))


def end_offer(session: Session, row: WaitingRow) -> None:
    """The slot is free for the next one; the entry stays, behind those who have let fewer pass."""
    give_back(session, hold_row(session, holder_of(row)))
    row.adviser = row.offered_at = row.minutes = row.offered_until = None
    row.missed += 1
    delete_mails(session, _unsent_mails(row))


def forget_entry(session: Session, row: WaitingRow) -> None:
    """Delete the entry, its passes and its mails."""
    delete_mails(session, _unsent_mails(row))
    session.execute(delete(WaitingPassRow).filter_by(entry_id=row.id))
    session.delete(row)


def standing_before(session: Session, row: WaitingRow, advisers: Sequence[Adviser], now: datetime) -> int:
    """How many are asked first about a time that `row` waits for as well; whoever waits for others stands in nobody's way."""
    before = or_(WaitingRow.missed < row.missed, and_(WaitingRow.missed == row.missed, WaitingRow.id < row.id))
    others = session.scalars(select(WaitingRow.wish).where(before)).all()
    if not others:
        return 0
    rivals = Rivals(wish_from_json(row.wish), advisers, now)
    counted = Counter(json.dumps(one, sort_keys=True) for one in others)  # many wish the same
    return sum(number for wish, number in counted.items() if rivals.has(wish_from_json(json.loads(wish))))


def post(
    session: Session, mails: Mails, row: WaitingRow, write: Callable[[str], Write], now: datetime, useful_until: datetime
) -> bool:
    """Write a mail with a new pass to whoever left an address; whether it was written."""
    if row.email is None:
        return False
    token = secrets.token_urlsafe(24)
    session.add(WaitingPassRow(token_hash=_hash(token), entry_id=row.id, made_at=now))
    mail = NewMail(
        f"{_KEYS}{_hash(token)[:32]}", row.email, write(token), conversation_key=row.conversation_key,
        useful_until=useful_until,
    )  # fmt: skip
    return mails.post(session, mail, now) in (PostOutcome.POSTED, PostOutcome.HELD)


def _unsent_mails(row: WaitingRow):
    """A mail that a worker has at this moment goes with them: then it is not sent."""
    return (OutboxRow.conversation_key == row.conversation_key) & OutboxRow.key.startswith(_KEYS) & OutboxRow.body.is_not(None)


def _hash(token: str) -> str:
    return hashlib.sha256(f"waiting-pass:{token}".encode("utf-8", "replace")).hexdigest()

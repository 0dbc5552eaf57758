"""Secret codes on their way through a conversation: in the text stands a mark, the code itself is cut into two halves.

A mark is „[Code …]“ with random signs; the table holds the code XOR these signs (a one-time pad, so neither half tells
anything by itself). Once the row is deleted, the marks in trackers, answers and transcripts open nothing.
Everything here blocks and raises `storage.StorageError`.
"""
from __future__ import annotations

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Callable, Iterable

from sqlalchemy import Column, ForeignKey, LargeBinary, String, delete, or_, select
from sqlalchemy.orm import Session

from conversation.tables import ConversationRow, Moment
from storage import Database
from storage.base import Base
from storage.privacy import ByParent, Days, Privacy, declared

TYPED_FOR = timedelta(minutes=15)
"""A code that somebody types is kept until its message is answered; this is the longest."""
SHOWN_FOR = timedelta(hours=24)
"""A new code can be read again for so long, after a reload or a late answer."""
_MARK = re.compile(r"\[Code ([a-z2-7]+)\]")


class KeptCodeRow(Base):
    """One half of a code; the other is the mark, of which `mark_hash` is the SHA-256. Goes with the conversation."""

    __tablename__ = "kept_code"
    __table_args__ = declared(Privacy(
        "conversation", ("kept_until",), ("mark_hash", "conversation_key", "half"), ByParent("conversation_key"),
        Days(0, "kept_until"),
    ))  # fmt: skip

    mark_hash = Column(String(64), primary_key=True)
    conversation_key = Column(
        String(64), ForeignKey(ConversationRow.key, ondelete="CASCADE"), nullable=False, index=True
    )
    half = Column(LargeBinary, nullable=False)
    kept_until = Column(Moment, nullable=False, index=True)


@dataclass(frozen=True)
class Halves:
    """A code in two: `mark` for the text, `half` for the table."""

    mark: str
    half: bytes

    @classmethod
    def of(cls, code: str, draw: Callable[[int], bytes] = secrets.token_bytes) -> Halves:
        """Cut `code` in two; `draw` gives that many random bytes."""
        plain = code.encode("utf-8")
        pad = draw(len(plain))
        return cls(f"[Code {base64.b32encode(pad).decode().rstrip('=').lower()}]", _xor(plain, pad))


class KeptCodes:
    """The codes of all conversations, by verbs. `key` is the hash under which a conversation is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, key: str, code: str, now: datetime) -> str:
        """The mark that stands for a new code, readable in this conversation for SHOWN_FOR."""
        halves = Halves.of(code)
        with self._database.writing() as session:
            forget(session, (), now)
            add(session, key, (halves,), now + SHOWN_FOR)
        return halves.mark

    def filled_in(self, key: str, text: str, now: datetime) -> str:
        """`text` with the codes of this conversation where their marks stand; the marks of others stay."""
        marks = marks_in(text)
        if not marks:
            return text
        mine = select(KeptCodeRow.mark_hash, KeptCodeRow.half).where(
            KeptCodeRow.conversation_key == key,
            KeptCodeRow.mark_hash.in_(map(_hash, marks)),
            KeptCodeRow.kept_until > now,
        )
        with self._database.reading() as session:
            halves = dict(session.execute(mine).all())
        for mark in marks:
            if _hash(mark) in halves:
                text = text.replace(mark, _xor(halves[_hash(mark)], _pad(mark)).decode("utf-8"))
        return text


def marks_in(text: str) -> tuple[str, ...]:
    """The marks in `text`, each once."""
    return tuple(dict.fromkeys(one.group() for one in _MARK.finditer(text)))


def places_of_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Where the marks stand in `text`."""
    return tuple(one.span() for one in _MARK.finditer(text))


def with_marks_said(text: str, instead: str) -> str:
    """`text` with `instead` where a mark is left."""
    return _MARK.sub(instead, text)


def add(session: Session, key: str, halves: Iterable[Halves], until: datetime) -> None:
    """Keep the halves of a conversation that is there."""
    for one in halves:
        session.add(KeptCodeRow(mark_hash=_hash(one.mark), conversation_key=key, half=one.half, kept_until=until))


def forget(session: Session, marks: Iterable[str], now: datetime) -> None:
    """Delete what belongs to `marks`, and everything that is older than it may be."""
    mine = KeptCodeRow.mark_hash.in_([_hash(mark) for mark in marks])
    old = delete(KeptCodeRow).where(or_(mine, KeptCodeRow.kept_until <= now))
    session.execute(old.execution_options(synchronize_session=False))


def _hash(mark: str) -> str:
    return hashlib.sha256(mark.encode()).hexdigest()


def _pad(mark: str) -> bytes:
    signs = _MARK.fullmatch(mark)[1].upper()
    return base64.b32decode(signs + "=" * (-len(signs) % 8))


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other))

"""Conversations, turns and answers in the database. Everything here blocks: call it from a thread.

Raises `storage.StorageError` when the database does not answer.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Iterator, Sequence

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from conversation.incoming import IncomingMessage
from conversation.messages import Answer
from conversation.payloads import check_issued
from conversation.rating import with_feedback
from conversation.refusals import ConversationUnknown
from conversation.secrecy import kept_codes
from conversation.tables import AnswerRow, ConversationRow, TurnRow
from storage import Database


class TurnState(Enum):
    """How far a turn is. LATE: answered, but only after the person was told to wait."""

    WAITING = "waiting"
    ANSWERED = "answered"
    LATE = "late"
    FAILED = "failed"


@dataclass(frozen=True)
class StoredTurn:
    """A turn as the database knows it; `words` is None once it is settled."""

    id: int
    key: str
    message_id: str
    state: TurnState
    received_at: datetime
    words: str | None
    answers: tuple[Answer, ...]
    is_new: bool = False


class TurnStore:
    """The database of conversations, by verbs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_turn(self, message: IncomingMessage) -> StoredTurn:
        """Write a turn down as waiting, or find the one that has this message id already.

        Raises ConversationUnknown or PayloadNotIssued; then nothing is written.
        """
        with self._database.writing() as session:
            _enter(session, message)
            known = _turn_of(session, message.key, message.message_id)
            if known is not None:
                return known
            if message.payload is not None:
                check_issued(message.payload, _answers_newest_first(session, message.key))
            kept_codes.add(session, message.key, message.halves, message.received_at + kept_codes.TYPED_FOR)
            row = _new_turn(message, TurnState.WAITING, pending_message=message.words)
            session.add(row)
            session.flush()
            return replace(_as_stored(session, row), is_new=True)

    def record_crisis(self, message: IncomingMessage, answers: Sequence[Answer]) -> tuple[Answer, ...]:
        """Keep the answers to a crisis without its words; the stored ones if this crisis was here before.

        A client may have used the message's id for something else: a crisis is answered all the same.
        """
        with self._database.writing() as session:
            _enter(session, message)
            known = _turn_of(session, message.key, message.message_id)
            if known is not None:
                told = tuple(one for one in known.answers if one.outcome == answers[-1].outcome)
                return told or _append(session, _existing(session, known.id), answers, message.received_at)
            row = _new_turn(message, TurnState.ANSWERED, settled_at=message.received_at, outcome=answers[-1].outcome)
            session.add(row)
            session.flush()
            return _append(session, row, answers, message.received_at)

    def add_answers(self, turn_id: int, answers: Sequence[Answer], now: datetime) -> tuple[Answer, ...]:
        """Store answers of a turn that goes on waiting; returns them with their numbers.

        Raises ConversationUnknown if the conversation was deleted meanwhile.
        """
        with self._database.writing() as session:
            return _append(session, _existing(session, turn_id), answers, now)

    def settle(
        self, turn_id: int, state: TurnState, answers: Sequence[Answer], now: datetime
    ) -> tuple[Answer, ...]:
        """End a turn: store its answers, forget the person's words and codes. Raises ConversationUnknown as above."""
        with self._database.writing() as session:
            row = _existing(session, turn_id)
            row.state = state.value
            row.settled_at = now
            kept_codes.forget(session, kept_codes.marks_in(row.pending_message or ""), now)
            row.pending_message = None
            if answers:
                row.outcome = answers[-1].outcome
            return _append(session, row, answers, now)

    def waiting_turns(self) -> list[StoredTurn]:
        """The turns that an earlier process left unanswered, oldest first."""
        with self._database.reading() as session:
            rows = session.scalars(select(TurnRow).filter_by(state=TurnState.WAITING.value).order_by(TurnRow.id))
            return [_as_stored(session, row) for row in rows.all()]

    def answers_after(self, key: str, number: int) -> list[Answer]:
        """The answers of a conversation with a higher number, in order; raises ConversationUnknown."""
        with self._database.reading() as session:
            if session.get(ConversationRow, key) is None:
                raise ConversationUnknown
            newer = select(AnswerRow).where(AnswerRow.conversation_key == key, AnswerRow.sequence > number)
            return [_answer(row) for row in session.scalars(newer.order_by(AnswerRow.sequence))]

    def count_turns(self, since: datetime) -> dict[TurnState, int]:
        """How many turns received since then are in each state."""
        with self._database.reading() as session:
            rows = session.execute(
                select(TurnRow.state, func.count()).where(TurnRow.received_at >= since).group_by(TurnRow.state)
            )
            counted = dict(rows.all())
        return {state: counted.get(state.value, 0) for state in TurnState}

    def check_reachable(self) -> None:
        """Raises StorageError if the database does not answer."""
        with self._database.reading() as session:
            session.execute(text("SELECT 1"))


def _enter(session: Session, message: IncomingMessage) -> None:
    """Begin the conversation or find it, locked against a second writer (PostgreSQL; SQLite has only one)."""
    if message.is_first:
        session.add(
            ConversationRow(key=message.key, created_at=message.received_at, last_seen_at=message.received_at)
        )
        session.flush()
        return
    row = session.get(ConversationRow, message.key, with_for_update=True)
    if row is None:
        raise ConversationUnknown
    row.last_seen_at = message.received_at


def _existing(session: Session, turn_id: int) -> TurnRow:
    row = session.get(TurnRow, turn_id)
    if row is None:
        raise ConversationUnknown
    return row


def _new_turn(message: IncomingMessage, state: TurnState, **more: object) -> TurnRow:
    return TurnRow(
        conversation_key=message.key,
        message_id=message.message_id,
        received_at=message.received_at,
        state=state.value,
        **more,
    )


def _turn_of(session: Session, key: str, message_id: str) -> StoredTurn | None:
    row = session.scalars(select(TurnRow).filter_by(conversation_key=key, message_id=message_id)).first()
    return None if row is None else _as_stored(session, row)


def _as_stored(session: Session, row: TurnRow) -> StoredTurn:
    answers = select(AnswerRow).filter_by(turn_id=row.id).order_by(AnswerRow.sequence)
    return StoredTurn(
        id=row.id,
        key=row.conversation_key,
        message_id=row.message_id,
        state=TurnState(row.state),
        received_at=row.received_at,
        words=row.pending_message,
        answers=tuple(_answer(one) for one in session.scalars(answers)),
    )


def _answers_newest_first(session: Session, key: str) -> Iterator[Answer]:
    rows = select(AnswerRow).filter_by(conversation_key=key).order_by(AnswerRow.sequence.desc())
    return (_answer(row) for row in session.scalars(rows.execution_options(yield_per=20)))


def append_answers(
    session: Session, key: str, answers: Sequence[Answer], now: datetime, turn_id: int | None = None
) -> tuple[Answer, ...]:
    """Number the answers after the last one of the conversation, which stays locked meanwhile. Without `turn_id` they are
    told unasked."""
    session.get(ConversationRow, key, with_for_update=True, populate_existing=True)
    highest = select(func.max(AnswerRow.sequence)).filter_by(conversation_key=key)
    last = session.scalar(highest) or 0
    numbered = with_feedback([replace(answer, id=last + place) for place, answer in enumerate(answers, start=1)])
    for answer in numbered:
        session.add(
            AnswerRow(
                conversation_key=key,
                sequence=answer.id,
                turn_id=turn_id,
                body=answer.to_json(),
                created_at=now,
            )
        )
    return numbered


def _append(session: Session, turn: TurnRow, answers: Sequence[Answer], now: datetime) -> tuple[Answer, ...]:
    return append_answers(session, turn.conversation_key, answers, now, turn.id)


def _answer(row: AnswerRow) -> Answer:
    return replace(Answer.from_json(row.body), id=row.sequence)

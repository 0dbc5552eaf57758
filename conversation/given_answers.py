"""The answers that a conversation has got, as they are stored: what exactly is rated. Everything here blocks.

Raises `storage.StorageError` when the database does not answer.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from conversation.messages import Answer
from conversation.rating import RATED
from conversation.tables import AnswerRow
from storage import Database
from wording.feedback import PASSED_OVER


@dataclass(frozen=True)
class GivenAnswer:
    """An answer that can be rated: its number, how it ended, the records of its whole turn."""

    number: int
    turn: int
    outcome: str
    records: tuple[str, ...]


class GivenAnswers:
    """The stored answers of all conversations, for reading. `key` is the hash under which a conversation is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, key: str, number: int) -> GivenAnswer | None:
        """The answer with this number, if it can be rated."""
        with self._database.reading() as session:
            row = session.get(AnswerRow, (key, number))
            return None if row is None or not row.body.get("feedback") else _given(session, row)

    def latest(self, key: str) -> GivenAnswer | None:
        """The answer that „das war falsch“ is about: the last one, apart from courtesies and what was said to feedback."""
        last_turn = None
        with self._database.reading() as session:
            for row in _newest_first(session, key):
                if last_turn is not None and row.turn_id != last_turn:
                    return None
                if row.body.get("feedback"):
                    return _given(session, row)
                if row.body["outcome"] not in PASSED_OVER:
                    last_turn = row.turn_id
        return None

    def newest_outcome(self, key: str) -> str:
        """How the last thing ended that a conversation was told, in a turn or unasked; empty if there is none."""
        with self._database.reading() as session:
            return next((row.body["outcome"] for row in _newest_first(session, key)), "")

    def before(self, key: str, number: int) -> GivenAnswer | None:
        """The rateable answer before the one with this number."""
        with self._database.reading() as session:
            rows = (row for row in _newest_first(session, key) if row.sequence < number)
            return next((_given(session, row) for row in rows if row.body.get("feedback")), None)


def _newest_first(session: Session, key: str) -> Iterator[AnswerRow]:
    rows = select(AnswerRow).filter_by(conversation_key=key).order_by(AnswerRow.sequence.desc())
    return session.scalars(rows.execution_options(yield_per=20))


def _given(session: Session, row: AnswerRow) -> GivenAnswer:
    of_turn = select(AnswerRow).filter_by(turn_id=row.turn_id).order_by(AnswerRow.sequence)
    told = [Answer.from_json(one.body) for one in session.scalars(of_turn)]
    records = dict.fromkeys(record for one in told if one.outcome in RATED for record in one.records)
    return GivenAnswer(row.sequence, row.turn_id, row.body["outcome"], tuple(records))

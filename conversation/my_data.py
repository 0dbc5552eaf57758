"""What a person can do with what is stored of their conversation. Everything here blocks: call it from a thread.

Raises `conversation.refusals.StorageUnavailable` when the database does not answer.
"""
from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import Any, Iterator

from sqlalchemy import select

from conversation.refusals import ConversationUnknown, StorageUnavailable
from conversation.tables import AnswerRow, ConversationRow
from office.case_numbers import numbers_written_by_us
from office.privacy import Deletion, Held, Period, PersonalData, Sweep
from storage import Database, StorageError

FORMAT = "ideenlotse-export-1"


class MyData:
    """By verbs; `key` is the hash under which a conversation is kept."""

    def __init__(self, database: Database, personal: PersonalData) -> None:
        self._database = database
        self._personal = personal

    def periods(self) -> tuple[Period, ...]:
        """What is kept, why and how long."""
        return self._personal.periods()

    def days_kept(self) -> int:
        """So many days after its last message a conversation is deleted."""
        return next(one.days["days"] for one in self.periods() if one.table == ConversationRow.__tablename__)

    def held(self, key: str) -> Held:
        """How much is stored, and until when."""
        with _answering():
            return self._personal.held(key)

    def case_numbers(self, key: str) -> tuple[str, ...]:
        """The numbers of cases that the conversation speaks of. The cases themselves lie apart and do not know it."""
        with _answering(), self._database.reading() as session:
            bodies = session.scalars(select(AnswerRow.body).filter_by(conversation_key=key).order_by(AnswerRow.sequence))
            numbers = [number for body in bodies for number in numbers_written_by_us(body["text"])]
        return tuple(dict.fromkeys(numbers))

    def export(self, key: str, now: datetime) -> dict[str, Any]:
        """All that is stored, ready for `json.dumps` (GDPR Art. 15(3), 20); raises ConversationUnknown."""
        with _answering():
            held, parts = self._personal.held(key), self._personal.export(key)
        if not parts:
            raise ConversationUnknown
        return {
            "format": FORMAT,
            "exported_at": now.isoformat(),
            "conversation_key": key,
            "kept_until": held.kept_until.isoformat() if held.kept_until else None,
            "cases_kept_apart": list(self.case_numbers(key)),
            "data": parts,
        }

    def delete(self, key: str) -> Deletion:
        """Delete all of it, for good; safe to repeat."""
        with _answering():
            return self._personal.delete(key)

    def sweep(self, now: datetime) -> Sweep:
        """Delete what is too old, of all people, and make it unreadable in the files; for a nightly run."""
        with _answering():
            return self._personal.sweep(now)

    def declarations(self) -> list[dict[str, Any]]:
        """What each table says of itself."""
        return self._personal.declarations()

    def object_to_review(self, key: str, now: datetime) -> None:
        """The conversation is not reviewed any more (GDPR Art. 21); raises ConversationUnknown."""
        with _answering(), self._database.writing() as session:
            row = session.get(ConversationRow, key, with_for_update=True)
            if row is None:
                raise ConversationUnknown
            row.review_objected_at = row.review_objected_at or now

    def objected_at(self, key: str) -> datetime | None:
        """When the person objected to the review; None if they have not. Who reviews must ask here first."""
        with _answering(), self._database.reading() as session:
            row = session.get(ConversationRow, key)
            return None if row is None else row.review_objected_at


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except StorageError as error:
        raise StorageUnavailable from error

"""Remember lists in the database. Everything here blocks: call it from a thread.

Raises `conversation.refusals.StorageUnavailable` when the database does not answer.
"""
from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Callable, Iterator, Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from conversation.refusals import StorageUnavailable
from conversation.remembering.codes import hashed, new_code, new_token, read_code
from conversation.remembering.tables import RememberedRecordRow, RememberListPassRow, RememberListRow
from storage import Database, StorageError

LIFETIME = timedelta(days=90)
"""A list that nobody has used for so long is deleted."""
PASS_LIFETIME = timedelta(hours=2)
"""A link from the conversation, or the cookie of the page, opens the list for so long."""
MOST_RECORDS = 50
"""On one list: more would make a page that nobody reads and a PDF that takes long."""


@dataclass(frozen=True)
class Remembered:
    """What remembering has changed: the records that were not on the list before, and how many are on it now.

    `is_first` says that the list was begun; `is_full` that some found no room.
    """

    added: tuple[str, ...]
    total: int
    is_first: bool = False
    is_full: bool = False


@dataclass(frozen=True)
class RememberedRecord:
    """A record on a list, by its id, and since when."""

    record_id: str
    remembered_at: datetime


@dataclass(frozen=True)
class OpenList:
    """A list as its page shows it; it is deleted at `kept_until` unless it is used before."""

    records: tuple[RememberedRecord, ...]
    has_code: bool
    kept_until: datetime


class RememberLists:
    """All remember lists, by verbs. A conversation is named by its key; a page by the token of its pass."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    # In the conversation

    def remember(self, conversation_key: str, record_ids: Sequence[str]) -> Remembered:
        """Put the records on the list of the conversation, which begins with the first one. Twice is once."""
        with self._writing() as session:
            row, is_first = self._begun(session, conversation_key)
            known = {one.record_id for one in _records_of(session, row)}
            new = [one for one in dict.fromkeys(record_ids) if one not in known]
            added = new[: max(MOST_RECORDS - len(known), 0)]
            for record_id in added:
                session.add(RememberedRecordRow(list_id=row.id, record_id=record_id, remembered_at=self._now()))
                session.flush()  # one by one, so that the numbers keep the order
            return Remembered(tuple(added), len(known) + len(added), is_first, is_full=len(added) < len(new))

    def forget(self, conversation_key: str, record_id: str) -> bool:
        """Take a record from the list; whether it was there."""
        with self._writing() as session:
            row = self._of_conversation(session, conversation_key)
            if row is None:
                return False
            mine = delete(RememberedRecordRow).filter_by(list_id=row.id, record_id=record_id)
            return session.execute(mine).rowcount > 0

    def clear(self, conversation_key: str) -> bool:
        """Delete the list with its code and all links; whether there was one."""
        with self._writing() as session:
            row = self._of_conversation(session, conversation_key)
            if row is not None:
                session.delete(row)
            return row is not None

    def records(self, conversation_key: str) -> tuple[RememberedRecord, ...]:
        """What is on the list of the conversation, in the order of remembering; counts as a use."""
        with self._writing() as session:
            row = self._of_conversation(session, conversation_key)
            return () if row is None else _records_of(session, row)

    def holds(self, conversation_key: str, record_id: str) -> bool:
        """Whether the record is on the list; no as well when the database is away, for the record is shown anyhow."""
        wanted = select(func.count()).select_from(RememberedRecordRow).join(RememberListRow)
        mine = wanted.where(
            RememberListRow.conversation_key == conversation_key, RememberedRecordRow.record_id == record_id
        )
        try:
            with self._database.reading() as session:
                return session.execute(mine).scalar_one() > 0
        except StorageError:
            return False

    def issue_link(self, conversation_key: str) -> str | None:
        """A token that opens the page of the list for PASS_LIFETIME; None if there is no list."""
        with self._writing() as session:
            row = self._of_conversation(session, conversation_key)
            return None if row is None else self._issue_pass(session, row)

    # On the page

    def open_by_code(self, typed: str) -> str | None:
        """A token for the list with this code, or None; nobody learns why it is None."""
        code = read_code(typed)
        if code is None:
            return None
        with self._writing() as session:
            row = session.scalars(select(RememberListRow).filter_by(code_hash=hashed(code))).first()
            row = self._used(session, row)
            return None if row is None else self._issue_pass(session, row)

    def open(self, token: str) -> OpenList | None:
        """The list that the token opens, or None if the token is unknown or expired; counts as a use."""
        with self._writing() as session:
            row = self._of_pass(session, token)
            if row is None:
                return None
            return OpenList(_records_of(session, row), row.code_hash is not None, row.used_at + LIFETIME)

    def issue_code(self, token: str) -> str | None:
        """A new code for the list; the one before opens nothing any more."""
        with self._writing() as session:
            row = self._of_pass(session, token)
            if row is None:
                return None
            code = new_code()
            row.code_hash = hashed(code)
            return code

    def delete(self, token: str) -> bool:
        """Delete the list that the token opens, with its code and all links; whether there was one."""
        with self._writing() as session:
            row = self._of_pass(session, token)
            if row is not None:
                session.delete(row)
            return row is not None

    def close(self, token: str) -> None:
        """The token opens nothing any more; the list stays."""
        with self._writing() as session:
            session.execute(delete(RememberListPassRow).filter_by(token_hash=hashed(token)))

    # For whoever tidies up

    def delete_expired(self) -> int:
        """Delete the lists that nobody has used for LIFETIME, and passes that are over; how many lists went."""
        with self._writing() as session:
            self._delete_old_passes(session)
            old = delete(RememberListRow).where(RememberListRow.used_at < self._now() - LIFETIME)
            return session.execute(old.execution_options(synchronize_session=False)).rowcount

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        try:
            with self._database.writing() as session:
                yield session
        except StorageError as error:
            raise StorageUnavailable from error

    def _begun(self, session: Session, key: str) -> tuple[RememberListRow, bool]:
        """The list of the conversation, locked; begun if there is none, even if two begin it at once."""
        row = self._of_conversation(session, key)
        if row is not None:
            return row, False
        begun = RememberListRow(conversation_key=key, created_at=self._now(), used_at=self._now())
        try:
            with session.begin_nested():
                session.add(begun)
        except IntegrityError:
            row = self._of_conversation(session, key)
            if row is None:
                raise
            return row, False
        return begun, True

    def _of_conversation(self, session: Session, key: str) -> RememberListRow | None:
        mine = select(RememberListRow).filter_by(conversation_key=key).with_for_update()
        return self._used(session, session.scalars(mine).first())

    def _of_pass(self, session: Session, token: str) -> RememberListRow | None:
        found = session.get(RememberListPassRow, hashed(token))
        if found is None or found.expires_at <= self._now():
            return None
        return self._used(session, session.get(RememberListRow, found.list_id))

    def _used(self, session: Session, row: RememberListRow | None) -> RememberListRow | None:
        """The list marked as used; None, and it is gone, if it has waited for too long."""
        if row is None:
            return None
        if row.used_at < self._now() - LIFETIME:
            session.delete(row)
            session.flush()
            return None
        row.used_at = self._now()
        return row

    def _issue_pass(self, session: Session, row: RememberListRow) -> str:
        self._delete_old_passes(session)
        token = new_token()
        expires_at = self._now() + PASS_LIFETIME
        session.add(RememberListPassRow(token_hash=hashed(token), list_id=row.id, expires_at=expires_at))
        return token

    def _delete_old_passes(self, session: Session) -> None:
        old = delete(RememberListPassRow).where(RememberListPassRow.expires_at <= self._now())
        session.execute(old.execution_options(synchronize_session=False))


def _records_of(session: Session, row: RememberListRow) -> tuple[RememberedRecord, ...]:
    mine = select(RememberedRecordRow).filter_by(list_id=row.id).order_by(RememberedRecordRow.id)
    return tuple(RememberedRecord(one.record_id, one.remembered_at) for one in session.scalars(mine))

"""One database, SQLite or PostgreSQL, and the unit of work on it."""
from __future__ import annotations

import random
import sqlite3
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Iterator, Sequence

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

BUSY_SECONDS = 10
"""How long a writer waits for another one on SQLite before it gives up."""
_TRY_EACH = (0.0005, 0.0015)
"""Seconds between two tries of a writer that waits, however long it has waited: see `_insist`. Drawn anew each time, or the
tries might keep step with another process that writes again and again, and always come in between."""


_MIGRATION_LOCK = 7_362_541
"""A number of our own for PostgreSQL's advisory lock."""
_BARE = "without_transaction"


class StorageError(RuntimeError):
    """The database cannot be used now; the message says so in German, the cause is attached."""


class Database:
    """A database address with its engine; hands out units of work.

    Safe to share between threads. On SQLite writes begin with `BEGIN IMMEDIATE`, so two writers queue instead of
    failing half-way, and readers never wait (WAL). Connections are kept: when the last one closes, SQLite copies its
    log into the file, which would cost more than the write itself.
    """

    def __init__(self, url: str) -> None:
        try:
            self.url = make_url(url)
            self.engine = _sqlite_engine(url) if self.is_sqlite else _server_engine(url)
        except (SQLAlchemyError, ImportError) as error:
            raise StorageError("DATABASE_URL ist keine Adresse für SQLite (sqlite:///…) oder PostgreSQL.") from error
        except OSError as error:
            folder = Path(self.url.database or "").parent
            raise StorageError(f"Der Ordner {folder} lässt sich nicht anlegen ({error.strerror}).") from error
        self._reading = sessionmaker(self.engine, future=True, expire_on_commit=False)
        self._writer = self.engine.execution_options(begin_immediate=True) if self.is_sqlite else self.engine
        self._writing = sessionmaker(self._writer, future=True, expire_on_commit=False)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session to read with; whatever it changed is rolled back."""
        with self._translated(), self._reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A unit of work: everything in the block is kept together, or nothing if it raises."""
        with self._translated(), self._writing() as session, session.begin():
            yield session

    @contextmanager
    def changing_tables(self) -> Iterator[Connection]:
        """A connection in a transaction, for migrations; two processes that start at once go one after the other."""
        with self._translated(), self._writer.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
            yield connection

    def empty_log(self) -> bool:
        """Write SQLite's log into its file and cut it to nothing; whether that could be done. PostgreSQL: True, no effect."""
        if not self.is_sqlite:
            return True
        with self._translated(), self._without_transaction() as connection:
            busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            return not busy

    def overwrite_deleted(self, tables: Sequence[str]) -> bool:
        """Make what was deleted before unreadable in the files of the database; whether that could be done now.

        SQLite: the file is written anew (`VACUUM`) and the log cut to nothing. It fails while somebody else reads or
        writes for longer than BUSY_SECONDS. PostgreSQL: `VACUUM` frees the room of deleted rows in `tables` for new ones;
        what that does not do: docs/privacy.md.
        """
        with self._translated(), self._without_transaction() as connection:
            try:
                connection.exec_driver_sql("VACUUM" if self.is_sqlite else f"VACUUM {', '.join(tables)}")
            except OperationalError as error:
                if not (self.is_sqlite and "locked" in str(error.orig)):
                    raise
                return False
        return self.empty_log()

    @contextmanager
    def _without_transaction(self) -> Iterator[Connection]:
        """A connection for orders that no transaction may hold."""
        options = {_BARE: True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        with self.engine.connect().execution_options(**options) as connection:
            yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise StorageError(
                f"Die Datenbank ({self.url.get_backend_name()}) antwortet nicht richtig: {type(error).__name__}."
            ) from error

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()


def _server_engine(url: str) -> Engine:
    return create_engine(url, future=True, hide_parameters=True, pool_pre_ping=True, pool_recycle=1800)


def _insist(cursor: sqlite3.Cursor, order: str, seconds: float = BUSY_SECONDS) -> None:
    """Try again and again while another one keeps the file.

    SQLite's own waiting looks the more seldom the longer it lasts, down to ten times a second: who came last gets in first,
    and under load some waited ten seconds for a lock that was free fifty times a second (docs/decisions/0024).
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            cursor.execute(order)
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(random.uniform(*_TRY_EACH))


def _begin_writing(connection: Connection, turnstile: threading.Lock) -> None:
    """Become SQLite's one writer. Only one thread of a process stands at the lock, the others behind it: so a thread
    that writes again and again does not get in before those that wait."""
    deadline, cursor = time.monotonic() + BUSY_SECONDS, connection.connection.cursor()
    is_first = turnstile.acquire(timeout=BUSY_SECONDS)
    try:
        cursor.execute("PRAGMA busy_timeout = 0")
        with suppress(sqlite3.Error):
            return _insist(cursor, "BEGIN IMMEDIATE", deadline - time.monotonic())
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # once more, for the error as SQLAlchemy tells it
    finally:
        if is_first:
            turnstile.release()
        cursor.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        cursor.close()


def _sqlite_engine(url: str) -> Engine:
    file = make_url(url).database
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        future=True,
        hide_parameters=True,  # they are people's words, and errors end up in logs
        poolclass=QueuePool,
        max_overflow=20,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    turnstile = threading.Lock()

    @event.listens_for(engine, "connect")
    def prepare(connection, _record) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, see below
        cursor = connection.cursor()
        _insist(cursor, "PRAGMA journal_mode = WAL")  # while another process does just that, SQLite does not wait at all
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten (GDPR Art. 17)
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection) -> None:
        options = connection.get_execution_options()
        if options.get("begin_immediate"):
            _begin_writing(connection, turnstile)
        elif not options.get(_BARE):
            connection.exec_driver_sql("BEGIN")

    return engine

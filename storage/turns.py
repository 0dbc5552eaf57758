"""Units of work that have to go one after the other."""
from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session


def in_turn(session: Session, *names: str) -> None:
    """Wait until no other unit of work has one of these names, and have them until this one ends.

    On PostgreSQL by locks of the transaction, always in the same order. On SQLite all writers go one after the other
    anyway (`Database.writing`).
    """
    if session.get_bind().dialect.name == "postgresql":
        for name in sorted(set(names)):
            session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})

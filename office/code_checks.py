"""Opens cases by their secret codes, and lets whoever guesses wait longer and longer."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Callable

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from office.secret_codes import DECOY, code_matches, read_code, read_signs
from office.tables import CodeTryRow
from storage import Database

FREE_TRIES = 5
"""Wrong codes before the first wait."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
"""Each further wrong code doubles the wait. No longer than an hour: 69 bits are safe without, and a stranger who types
wrong codes must not keep the person out of their own case for days."""
FORGOTTEN_AFTER = timedelta(days=1)
"""So long after the last one wrong codes are forgotten."""


@dataclass(frozen=True)
class Entry:
    """Whether the code opened the case. `wait_until`: no code was looked at, and none will be before then."""

    granted: bool
    wait_until: datetime | None = None


class CodeChecks:
    """Checks codes for any sort of case. Blocks for the time of a slow hash; raises StorageError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(
        self, number: str, typed: str, kept_hash: Callable[[Session, str], str | None], now: datetime
    ) -> Entry:
        """Whether `typed` is the code of the case; `kept_hash` finds the hash of a number, None if there is no case.

        The try is counted before it is compared, so that guesses sent at the same time all count. What is not as long as
        a code is refused without counting. A wrong check sign counts: people expect to wait after five wrong codes.
        """
        if read_signs(typed) is None:
            return Entry(granted=False)
        with self._database.writing() as session:
            row = _tries_of(session, number, now)
            if row.wait_until is not None and row.wait_until > now:
                return Entry(granted=False, wait_until=row.wait_until)
            row.tries, row.tried_at = row.tries + 1, now
            row.wait_until = now + _wait(row.tries) if row.tries >= FREE_TRIES else None
            kept = kept_hash(session, number)
        signs = read_code(typed)
        if signs is None or not code_matches(signs, kept or DECOY):
            return Entry(granted=False)
        with self._database.writing() as session:
            session.execute(delete(CodeTryRow).filter_by(case_number=number))
        return Entry(granted=True)


def forget_tries(session: Session, now: datetime) -> None:
    """Delete the tries of which the last one is long ago."""
    session.execute(delete(CodeTryRow).where(CodeTryRow.tried_at < now - FORGOTTEN_AFTER))


def _tries_of(session: Session, number: str, now: datetime) -> CodeTryRow:
    """The row of the number, locked; begun if there is none, even if two begin it at once."""
    row = session.get(CodeTryRow, number, with_for_update=True)
    if row is not None:
        return row
    row = CodeTryRow(case_number=number, tries=0, tried_at=now)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        row = session.get(CodeTryRow, number, with_for_update=True)
        if row is None:
            raise
    return row


def _wait(tries: int) -> timedelta:
    return min(FIRST_WAIT * 2 ** min(tries - FREE_TRIES, 20), LONGEST_WAIT)

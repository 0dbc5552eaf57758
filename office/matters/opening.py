"""Opening a matter by its number and code, for a verb of the person."""
from __future__ import annotations

from datetime import datetime
from typing import Callable, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from office.case_numbers import read_case_number
from office.code_checks import CodeChecks
from office.matters.kind import MatterKind
from office.matters.model import MatterOutcome, MatterResult
from office.matters.tables import MatterRow
from storage import Database

Result = TypeVar("Result")


class Opening:
    """Opens matters of one kind."""

    def __init__(self, database: Database, kind: MatterKind) -> None:
        self._database = database
        self._codes = CodeChecks(database)
        self._kind = kind

    def opened(
        self, typed: str, code: str, now: datetime, verb: Callable[[Session, MatterRow], Result]
    ) -> Result | MatterResult:
        """What the verb gives in its unit of work, with the row locked; or WRONG_CODE | WAIT."""
        number = read_case_number(typed, self._kind.prefix)
        if number is None:  # its check sign is wrong: no matter can have it, which everybody may know
            return MatterResult(MatterOutcome.WRONG_CODE)
        entry = self._codes.check(number, code, _kept_hash, now)
        if entry.wait_until is not None:
            return MatterResult(MatterOutcome.WAIT, wait_until=entry.wait_until)
        if not entry.granted:
            return MatterResult(MatterOutcome.WRONG_CODE)
        with self._database.writing() as session:
            row = row_of(session, self._kind, number, locked=True)
            return MatterResult(MatterOutcome.WRONG_CODE) if row is None else verb(session, row)


def row_of(session: Session, kind: MatterKind, typed: str, locked: bool = False) -> MatterRow | None:
    """The row of the matter with this number, however it is typed."""
    number = read_case_number(typed, kind.prefix)
    return None if number is None else session.get(MatterRow, number, with_for_update=locked or None)


def _kept_hash(session: Session, number: str) -> str | None:
    return session.scalar(select(MatterRow.code_hash).filter_by(number=number))

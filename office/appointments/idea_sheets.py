"""The idea of a person for the adviser of their session: only if they allow it, and only if it is theirs.

Everything here blocks. Raises `office.errors.StorageError`.
"""
from __future__ import annotations

from datetime import datetime
from enum import Enum

from sqlalchemy.orm import Session

from office.appointments.handed_tables import SessionIdeaRow
from office.case_numbers import read_case_number
from office.matters.kinds.appointment import APPOINTMENT, BOOKED
from office.matters.kinds.idea import IDEA
from office.matters.model import Matter, MatterOutcome
from office.matters.rows import read_matter
from office.matters.service import Matters
from office.matters.tables import MatterRow
from storage import Database


class IdeaSheetOutcome(Enum):
    """How it went to let the adviser read an idea."""

    ALLOWED = "ALLOWED"
    CONSENT_MISSING = "CONSENT_MISSING"
    WRONG_CODE = "WRONG_CODE"
    """There is no such idea, or it is not its code, or nothing showed that it is theirs; nobody learns which."""
    WAIT = "WAIT"
    """Too many wrong codes; later again."""
    NO_SESSION = "NO_SESSION"
    """There is no such session that is still to come."""


class IdeaSheets:
    """`ideas` checks the codes of ideas."""

    def __init__(self, database: Database, ideas: Matters) -> None:
        self._database = database
        self._ideas = ideas

    def allow(
        self, appointment: str, idea: str, version: str, now: datetime, code: str = "", handed_in_here: bool = False
    ) -> IdeaSheetOutcome:
        """Let the adviser of `appointment` read `idea`, in place of an earlier one. `version`: of the consent that was shown.

        That the idea is theirs is shown by its `code`, or by the conversation in which it was handed in (`handed_in_here`,
        for the caller to answer for).
        """
        session_number, idea_number = (
            read_case_number(typed, kind.prefix) for typed, kind in ((appointment, APPOINTMENT), (idea, IDEA))
        )
        if not version:
            return IdeaSheetOutcome.CONSENT_MISSING
        if idea_number is None or not (code or handed_in_here):
            return IdeaSheetOutcome.WRONG_CODE
        if not handed_in_here:
            shown = self._ideas.show(idea_number, code, now).outcome
            if shown is not MatterOutcome.SHOWN:
                return IdeaSheetOutcome.WAIT if shown is MatterOutcome.WAIT else IdeaSheetOutcome.WRONG_CODE
        with self._database.writing() as session:
            row = session.get(MatterRow, session_number or "", with_for_update=True)
            if row is None or row.state != BOOKED:
                return IdeaSheetOutcome.NO_SESSION
            if _read_idea(session, idea_number) is None:
                return IdeaSheetOutcome.WRONG_CODE
            session.merge(
                SessionIdeaRow(matter_number=row.number, idea_number=idea_number, version=version, allowed_at=now)
            )
            return IdeaSheetOutcome.ALLOWED

    def handed(self, appointment: str) -> str | None:
        """The number of the idea that the adviser of this appointment gets. Whoever calls has opened it by its code."""
        with self._database.reading() as session:
            idea = idea_of(session, appointment)
            return idea.number if idea else None

    def take_back(self, appointment: str) -> bool:
        """The adviser does not get it any more; whether there was one. Whoever calls has opened the appointment by its code."""
        with self._database.writing() as session:
            return forget_idea(session, appointment)


def idea_of(session: Session, appointment: str) -> Matter | None:
    """The idea that the adviser of this appointment may read now."""
    row = session.get(SessionIdeaRow, appointment)
    return None if row is None else _read_idea(session, row.idea_number)


def forget_idea(session: Session, appointment: str) -> bool:
    """Within the unit of work in which the session ends; whether there was one."""
    row = session.get(SessionIdeaRow, appointment)
    if row is not None:
        session.delete(row)
    return row is not None


def _read_idea(session: Session, number: str) -> Matter | None:
    row = session.get(MatterRow, number)
    idea = None if row is None or row.kind != IDEA.name else read_matter(session, IDEA, row)
    return None if idea is None or idea.is_withdrawn else idea

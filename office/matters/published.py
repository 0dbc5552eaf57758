"""Ideas that the office has published: only the title and the few words that it has chosen. Everything here blocks.

Raises `office.errors.StorageError`.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from office.case_numbers import read_case_number
from office.matters.kinds.idea import IDEA, PUBLISHED, SELECTED
from office.matters.tables import MatterRow, PublishedIdeaRow
from office.typed_text import fitting
from storage import Database

LONGEST_TITLE, LONGEST_WORDS = 120, 300


@dataclass(frozen=True)
class PublishedIdea:
    """What everybody may know of an idea."""

    number: str
    title: str
    words: str
    published_at: datetime


class PublishedIdeas:
    """Keeps and tells them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tell(self, number: str, title: str, words: str, now: datetime) -> bool:
        """Keep what is told of an idea that is selected, and from PUBLISHED on shown; False if it is neither. Raises Unfit.

        So the words are there before everybody looks for them, and words that are told anew replace the earlier ones.
        """
        title, words = fitting(title, LONGEST_TITLE), fitting(words, LONGEST_WORDS, required=False)
        known = read_case_number(number, IDEA.prefix)
        with self._database.writing() as session:
            row = session.get(MatterRow, known, with_for_update=True) if known else None
            if row is None or row.state not in (SELECTED, PUBLISHED):
                return False
            told = session.get(PublishedIdeaRow, row.number)
            at = told.published_at if told is not None and row.state == PUBLISHED else now
            session.merge(PublishedIdeaRow(matter_number=row.number, title=title, words=words, published_at=at))
        return True

    def all(self) -> tuple[PublishedIdea, ...]:
        """All of them, the newest first."""
        chosen = select(PublishedIdeaRow).join(MatterRow, MatterRow.number == PublishedIdeaRow.matter_number)
        chosen = chosen.where(MatterRow.state == PUBLISHED).order_by(PublishedIdeaRow.published_at.desc())
        with self._database.reading() as session:
            found = session.scalars(chosen)
            return tuple(PublishedIdea(one.matter_number, one.title, one.words, one.published_at) for one in found)

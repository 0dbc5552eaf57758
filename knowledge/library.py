"""The whole knowledge base of a process, ready to be asked."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.obstacle_kinds import ObstacleKinds
from knowledge.office import OfficeProfile
from knowledge.schema import Record
from knowledge.search import Search, SearchResult
from knowledge.terms import Terms
from knowledge.understanding import Reader


@dataclass(frozen=True)
class Library:
    """Office profile, terms, reader, search over the same records, and what tells the kinds of obstacles apart."""

    office: OfficeProfile
    terms: Terms
    reader: Reader
    search: Search
    obstacle_kinds: ObstacleKinds

    def ask(self, question: str, kind: str, today: date) -> SearchResult:
        """Read the question and find the records of `kind` that answer it."""
        return self.search.find(self.reader.read(question), today, kind)

    def record(self, record_id: str) -> Record | None:
        """The record with this id, or None."""
        return next((one for one in self.search.records if one.id == record_id), None)

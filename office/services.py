"""The services of the office, as front ends are given them."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from office.matters.every_kind import EVERY_KIND
from office.matters.kind import MatterKind
from office.matters.service import Matters
from storage import Database


@dataclass(frozen=True)
class OfficeServices:
    """The matters of each kind."""

    matters: tuple[Matters, ...]

    @classmethod
    def over(cls, database: Database) -> OfficeServices:
        """The services on `database`."""
        return cls(tuple(Matters(database, kind) for kind in EVERY_KIND))

    def of(self, kind: MatterKind) -> Matters:
        """The matters of `kind`."""
        return next(one for one in self.matters if one.kind is kind)

    def forget_older_than(self, now: datetime) -> int:
        """Delete what `now` is too old to be kept, of every kind; gives the number of matters."""
        return sum(one.forget_older_than(now) for one in self.matters)

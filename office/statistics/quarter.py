"""Quarters of a year, written 2026Q4."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo


@dataclass(frozen=True)
class Quarter:
    """The quarter `number` (1 to 4) of a year."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def first_day(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def following(self) -> Quarter:
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    def begin(self, zone: tzinfo) -> datetime:
        """Its first moment."""
        return datetime.combine(self.first_day, time(), zone)

    def end(self, zone: tzinfo) -> datetime:
        """The first moment after it."""
        return self.following.begin(zone)


def read_quarter(text: str) -> Quarter:
    """„2026Q4“; raises ValueError."""
    found = re.fullmatch(r"(20\d\d)-?[Qq]([1-4])", text.strip())
    if found is None:
        raise ValueError(text)
    return Quarter(int(found[1]), int(found[2]))

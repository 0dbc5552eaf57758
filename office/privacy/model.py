"""What the verbs of `office.privacy` give back."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Mapping


@dataclass(frozen=True)
class DataPart:
    """The rows of one table that belong to a conversation. `kept_until`: None as long as the conversation itself."""

    part: str
    table: str
    rows: int
    kept_until: datetime | None = None


@dataclass(frozen=True)
class Held:
    """All that a conversation holds; empty if there is none with this key."""

    parts: tuple[DataPart, ...] = ()
    kept_until: datetime | None = None
    """When the conversation is deleted, if nobody goes on with it."""

    def rows(self, table: str) -> int:
        """How many rows of `table`."""
        return sum(one.rows for one in self.parts if one.table == table)

    def part(self, table: str) -> DataPart | None:
        """What there is in `table`."""
        return next((one for one in self.parts if one.table == table and one.rows), None)


@dataclass(frozen=True)
class Deletion:
    """What was deleted, by table; `is_overwritten` says that nothing of it is left in the log of the database."""

    rows: Mapping[str, int] = field(default_factory=dict)
    is_overwritten: bool = True

    @property
    def was_there(self) -> bool:
        """Whether there was anything."""
        return any(self.rows.values())


@dataclass(frozen=True)
class Sweep:
    """What retention has deleted, by table or by service; `is_overwritten` as in Deletion, of the files as a whole."""

    rows: Mapping[str, int]
    is_overwritten: bool


@dataclass(frozen=True)
class Period:
    """What is declared about one table, for people: `days` by name, as its words need them; `basis` is an article."""

    part: str
    table: str
    basis: str
    days: Mapping[str, int]
    with_owner: bool = False

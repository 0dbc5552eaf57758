"""One thing that an editor should look at."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from knowledge.errors import ContentError
from knowledge.schema import Record


class Severity(Enum):
    """What sort of thing it is, in the order in which they are told."""

    BROKEN = "Fehler im Aufbau"
    CONTRADICTION = "Widerspruch"
    ENDED = "Abgelaufen"
    REVIEW_DUE = "Prüfung fällig"
    NO_SOURCE = "Quelle fehlt"
    NO_WAY_TO_REACH = "Kontaktweg fehlt"
    SAME_NAME = "Doppelter Name"
    HARD_TO_READ = "Schwer zu lesen"
    DEAD_LINK = "Toter Link"

    @property
    def is_error(self) -> bool:
        """Whether it makes the check fail; all others only do so in a strict one."""
        return self in (Severity.BROKEN, Severity.CONTRADICTION)


@dataclass(frozen=True)
class Finding:
    """What was found where, and what to do about it; `what` and `remedy` are German sentences."""

    severity: Severity
    file: str
    record: str | None
    field: str | None
    what: str
    remedy: str
    owner: str | None = None

    @classmethod
    def about(cls, record: Record, severity: Severity, field: str | None, what: str, remedy: str) -> Finding:
        """A finding about a record; its file and role follow from it."""
        return cls(severity, f"{record.kind}.yml", record.id, field, what, remedy, record.owner_role)

    @classmethod
    def of_error(cls, error: ContentError) -> Finding:
        """A structural error as a finding."""
        remedy = error.remedy or "Bitte berichtigen Sie die Datei; Muster stehen in docs/records."
        return cls(Severity.BROKEN, error.file, error.record, error.field, error.reason, remedy)

    @property
    def place(self) -> str:
        """File, record and field in one line."""
        parts = (self.file, self.record, self.field and f"Feld {self.field}")
        return ", ".join(part for part in parts if part)

"""The versions of an entry (a record, an adviser), and what happens when its YAML file and the database both change.

Three contents are compared: the file as it was when both last agreed (the base), the file now, and the database now.
A content is a hash here; None means that the entry is not there.
"""
from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from knowledge.schema import EDITED, Entry


class Origin(str, Enum):
    """Where a version was written."""

    YAML = "yaml"
    CONSOLE = "console"


class Meeting(Enum):
    """What follows when file and database meet."""

    SAME = "same"
    """Nothing is new."""
    AGREED = "agreed"
    """Both hold the same, but one took it from the other: the new base has to be noted."""
    FILE_IS_NEWER = "file is newer"
    DATABASE_IS_NEWER = "database is newer"
    CONFLICT = "conflict"
    """Both were changed since they last agreed, each in its own way."""


@dataclass(frozen=True)
class Revision:
    """A version of an entry, a record or an adviser; `body` is None where the record was removed."""

    record_id: str
    number: int
    kind: str
    body: str | None
    content_hash: str | None
    file_hash: str | None
    origin: Origin
    role: str
    created_at: datetime

    @property
    def entry(self) -> Entry | None:
        """What this version says; None where it was removed."""
        return EDITED[self.kind].parse_raw(self.body) if self.body is not None else None


@dataclass(frozen=True)
class Conflict:
    """A record that was changed in the file and in the database; the database's version stays in use.

    `fields` are those that differ; empty if the file no longer has the record.
    """

    record_id: str
    fields: tuple[str, ...]

    @property
    def message(self) -> str:
        """What is wrong and the three ways out, in German."""
        differs = f"verschieden: {', '.join(self.fields)}" if self.fields else "in der Datei entfernt"
        return (
            f"Konflikt bei {self.record_id} ({differs}): Der Eintrag wurde in der Datei und in der Datenbank geändert. "
            f"Es gilt weiter die Datenbank. Bitte entscheiden Sie: ./lotse content take yaml {self.record_id} (die Datei "
            f"gilt), ./lotse content take database {self.record_id} (die Datenbank gilt), oder ./lotse content export, "
            f"beide Fassungen in der Datei zusammenführen und dann take yaml."
        )


def meet(base: str | None, file: str | None, database: str | None) -> Meeting:
    """What follows from the three contents."""
    if file == database:
        return Meeting.SAME if file == base else Meeting.AGREED
    if file == base:
        return Meeting.DATABASE_IS_NEWER
    return Meeting.FILE_IS_NEWER if database == base else Meeting.CONFLICT


def body_of(entry: Entry) -> str:
    """The entry as JSON with what it says itself: defaults are left out, so that a new field of the schema is no change."""
    return json.dumps(json.loads(entry.json(by_alias=True, exclude_defaults=True)), ensure_ascii=False, sort_keys=True)


def content_hash(entry: Entry) -> str:
    """SHA-256 of the body, in hex."""
    return hashlib.sha256(body_of(entry).encode()).hexdigest()


def differing_fields(one: Entry, other: Entry) -> tuple[str, ...]:
    """The fields in which two versions differ, in the order of the schema."""
    first, second = one.dict(), other.dict()
    return tuple(name for name in type(one).__fields__ if first.get(name) != second.get(name))

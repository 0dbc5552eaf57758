"""The records in the database: loading the content files, reading them back."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Iterable

from sqlalchemy import delete, func, select

from knowledge.schema import KINDS, Record
from knowledge.tables import RecordRow
from storage import Database


@dataclass(frozen=True)
class LoadReport:
    """What a load changed, in numbers of records."""

    added: int
    changed: int
    removed: int
    unchanged: int

    @property
    def summary(self) -> str:
        total = self.added + self.changed + self.unchanged
        news = [
            f"{number} {word}"
            for number, word in ((self.added, "neu"), (self.changed, "geändert"), (self.removed, "entfernt"))
            if number
        ]
        return f"{total} Einträge in der Wissensbasis ({', '.join(news) or 'nichts geändert'})."


class RecordStore:
    """Reads and replaces the records of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, records: Iterable[Record], now: datetime) -> LoadReport:
        """Make the database hold exactly `records`, in one unit of work."""
        wanted = {record.id: record for record in records}
        with self._database.writing() as session:
            known = dict(session.execute(select(RecordRow.id, RecordRow.content_hash)).all())
            hashes = {record_id: _hash(record.json()) for record_id, record in wanted.items()}
            changed = [one for one in wanted if one in known and known[one] != hashes[one]]
            added = [one for one in wanted if one not in known]
            removed = [one for one in known if one not in wanted]
            for record_id in added + changed:
                session.merge(_row(wanted[record_id], now))
            if removed:
                session.execute(delete(RecordRow).where(RecordRow.id.in_(removed)))
        return LoadReport(len(added), len(changed), len(removed), len(wanted) - len(added) - len(changed))

    def records(self) -> list[Record]:
        """All records, ordered by id."""
        with self._database.reading() as session:
            rows = session.execute(select(RecordRow.kind, RecordRow.body).order_by(RecordRow.id)).all()
        return [KINDS[kind].parse_raw(body) for kind, body in rows]

    def count(self) -> int:
        """How many records the database holds."""
        with self._database.reading() as session:
            return session.execute(select(func.count()).select_from(RecordRow)).scalar_one()


def _row(record: Record, now: datetime) -> RecordRow:
    body = record.json()
    return RecordRow(
        id=record.id,
        kind=record.kind,
        name=record.name,
        body=body,
        content_hash=_hash(body),
        source_url=record.source_url,
        as_of=record.as_of,
        confidence=record.confidence.value,
        checked_on=record.checked_on,
        loaded_at=now,
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

"""The records and the advisers in the database: loading the content files, changing one, reading all back."""
from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import lru_cache
from typing import Iterable, Iterator

from sqlalchemy import and_, delete, func, select, text
from sqlalchemy.orm import Session

from knowledge.errors import RevisionError
from knowledge.revisions import Conflict, Meeting, Origin, Revision, body_of, content_hash, differing_fields, meet
from knowledge.schema import EDITED, KINDS, Adviser, Entry, Record
from knowledge.tables import RecordRow, RevisionRow
from storage import Database


@dataclass(frozen=True)
class LoadReport:
    """What a load changed, in numbers of records; `only_in_database` and `conflicts` name what it left as it was."""

    added: int
    changed: int
    removed: int
    unchanged: int
    only_in_database: tuple[str, ...] = ()
    """Records that were changed in the database and not in the files: an export would bring them there."""
    conflicts: tuple[Conflict, ...] = ()

    @property
    def summary(self) -> str:
        left = len(self.only_in_database) + len(self.conflicts)
        total = self.added + self.changed + self.unchanged + left
        counted = (
            (self.added, "neu"),
            (self.changed, "geändert"),
            (self.removed, "entfernt"),
            (len(self.only_in_database), "nur in der Datenbank geändert"),
            (len(self.conflicts), "im Konflikt"),
        )
        news = [f"{number} {word}" for number, word in counted if number]
        entries = "1 Eintrag" if total == 1 else f"{total} Einträge"
        return f"{entries} in der Wissensbasis ({', '.join(news) or 'nichts geändert'})."


class RecordStore:
    """Reads and changes the records and advisers of a database; every change adds a revision, none is ever taken away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, entries: Iterable[Entry], now: datetime) -> LoadReport:
        """Bring what is new in the files into the database, in one unit of work; `entries` are all that the files have.

        What was changed in the database alone is left as it is, and so is what was changed in both (a conflict).
        """
        wanted = {entry.id: entry for entry in entries}
        counts = {"added": 0, "changed": 0, "removed": 0, "unchanged": 0}
        ahead: list[str] = []
        conflicts: list[Conflict] = []
        with self._changing() as session:
            latest = _latest(session)
            served = {one for one, last in latest.items() if last.body is not None}
            served.update(session.execute(select(RecordRow.id)).scalars())
            for record_id in sorted({*wanted, *latest, *served}):
                record, last = wanted.get(record_id), latest.get(record_id)
                meeting = _meeting(record, last)
                if meeting is Meeting.CONFLICT:
                    conflicts.append(_conflict(record_id, record, last))
                elif meeting is Meeting.DATABASE_IS_NEWER:
                    ahead.append(record_id)
                elif record is None:
                    if record_id in served:
                        counts["removed"] += 1
                        _add_removal(session, record_id, last, now)
                elif meeting in (Meeting.SAME, Meeting.AGREED):
                    counts["unchanged"] += 1
                    if meeting is Meeting.AGREED:
                        _add(session, record, last, Origin.YAML, content_hash(record), record.owner_role, now)
                else:
                    counts["changed" if record_id in served else "added"] += 1
                    _add(session, record, last, Origin.YAML, content_hash(record), record.owner_role, now)
        return LoadReport(**counts, only_in_database=tuple(ahead), conflicts=tuple(conflicts))

    def revise(
        self, record: Entry, based_on_revision: int, origin: Origin, now: datetime, role: str | None = None
    ) -> int:
        """Change a record or an adviser (or add one, based on 0) and give the number of the new revision.

        `role` is who did it, the record's own role unless given. Without a difference nothing is added. Raises
        RevisionError if there is a later revision than the one it is based on.
        """
        with self._changing() as session:
            last = _latest(session, record.id).get(record.id)
            current = last.number if last else 0
            if current != based_on_revision:
                raise RevisionError(
                    f"{record.id} wurde inzwischen geändert (Fassung {current}, Ihre beruht auf {based_on_revision}). "
                    "Bitte laden Sie den Eintrag neu und tragen Sie Ihre Änderung noch einmal ein."
                )
            if last and last.content_hash == content_hash(record):
                return current
            base = content_hash(record) if origin is Origin.YAML else last and last.file_hash
            return _add(session, record, last, origin, base, role or record.owner_role, now)

    def take(self, side: Origin, record_id: str, entries: Iterable[Entry], now: datetime) -> None:
        """End a conflict: from now on the version of `side` holds. `entries` are those of the files.

        Raises RevisionError if there is no conflict.
        """
        record = next((one for one in entries if one.id == record_id), None)
        with self._changing() as session:
            last = _latest(session, record_id).get(record_id)
            if _meeting(record, last) is not Meeting.CONFLICT:
                raise RevisionError(f"Bei {record_id} gibt es keinen Konflikt. Es ist nichts zu entscheiden.")
            file_hash = content_hash(record) if record else None
            if side is Origin.CONSOLE:
                _add(session, last.entry, last, Origin.CONSOLE, file_hash, last.role, now)
            elif record:
                _add(session, record, last, Origin.YAML, file_hash, record.owner_role, now)
            else:
                _add_removal(session, record_id, last, now)

    def meetings(self, entries: Iterable[Entry]) -> dict[str, Meeting]:
        """How each entry of the files or the database stands to its other side; changes nothing."""
        wanted = {entry.id: entry for entry in entries}
        with self._database.reading() as session:
            latest = _latest(session)
        return {one: _meeting(wanted.get(one), latest.get(one)) for one in sorted({*wanted, *latest})}

    def advisers_after_load(self, advisers: Iterable[Adviser]) -> tuple[Adviser, ...]:
        """Those that the database would have if these, all that the file has, were loaded; changes nothing."""
        wanted, served = {one.id: one for one in advisers}, {one.id: one for one in self.advisers()}
        stay = (Meeting.DATABASE_IS_NEWER, Meeting.CONFLICT)
        sides = {one: served if meeting in stay else wanted for one, meeting in self.meetings(wanted.values()).items()}
        return tuple(side[one] for one, side in sides.items() if one in side)

    def history(self, record_id: str) -> list[Revision]:
        """All versions of a record or an adviser, oldest first; empty if there never was one."""
        with self._database.reading() as session:
            rows = session.execute(
                select(RevisionRow).where(RevisionRow.record_id == record_id).order_by(RevisionRow.number)
            ).scalars()
            return [_revision(row) for row in rows]

    def records(self) -> list[Record]:
        """All records, ordered by id."""
        with self._database.reading() as session:
            rows = session.execute(select(RecordRow.kind, RecordRow.body).order_by(RecordRow.id)).all()
        return [KINDS[kind].parse_raw(body) for kind, body in rows]

    def advisers(self) -> tuple[Adviser, ...]:
        """All advisers, ordered by id."""
        with self._database.reading() as session:
            return advisers_in(session)

    def count(self) -> int:
        """How many records the database holds."""
        with self._database.reading() as session:
            return session.execute(select(func.count()).select_from(RecordRow)).scalar_one()

    @contextmanager
    def _changing(self) -> Iterator[Session]:
        """A unit of work that no other one changes records beside. SQLite lets only one write anyway."""
        with self._database.writing() as session:
            if not self._database.is_sqlite:
                session.execute(text("LOCK TABLE record_revision IN SHARE ROW EXCLUSIVE MODE"))
            yield session


def advisers_in(session: Session) -> tuple[Adviser, ...]:
    """All advisers, ordered by id, for whoever is in a unit of work already."""
    latest = _latest(session, kind=Adviser.kind)
    return tuple(_adviser(one.body) for _, one in sorted(latest.items()) if one.body is not None)


@lru_cache(maxsize=256)
def _adviser(body: str) -> Adviser:
    """Read once, as every search for a time asks for all of them."""
    return Adviser.parse_raw(body)


def _latest(session: Session, record_id: str | None = None, kind: str | None = None) -> dict[str, Revision]:
    """The last revision of each entry, or of one, or of those of a kind."""
    highest = select(RevisionRow.record_id, func.max(RevisionRow.number).label("number")).group_by(RevisionRow.record_id)
    if record_id is not None:
        highest = highest.where(RevisionRow.record_id == record_id)
    if kind is not None:
        highest = highest.where(RevisionRow.kind == kind)
    last = highest.subquery()
    same = and_(RevisionRow.record_id == last.c.record_id, RevisionRow.number == last.c.number)
    return {row.record_id: _revision(row) for row in session.execute(select(RevisionRow).join(last, same)).scalars()}


def _revision(row: RevisionRow) -> Revision:
    columns = {name: getattr(row, name) for name in Revision.__dataclass_fields__}
    created = row.created_at
    moment = created if created.tzinfo else created.replace(tzinfo=timezone.utc)  # SQLite keeps no zone
    return Revision(**{**columns, "origin": Origin(row.origin), "created_at": moment})


def _meeting(record: Entry | None, last: Revision | None) -> Meeting:
    file = content_hash(record) if record else None
    return meet(last and last.file_hash, file, last and last.content_hash)


def _conflict(record_id: str, record: Entry | None, last: Revision) -> Conflict:
    stored = last.entry
    return Conflict(record_id, differing_fields(stored, record) if stored and record else ())


def _add(
    session: Session,
    record: Entry,
    last: Revision | None,
    origin: Origin,
    file_hash: str | None,
    role: str,
    now: datetime,
) -> int:
    """Serve `record` from now on, as the next revision; gives its number."""
    body, digest = body_of(record), content_hash(record)
    number = last.number + 1 if last else 1
    if isinstance(record, Record):
        session.merge(_row(record, body, digest, now))
    session.add(
        RevisionRow(
            record_id=record.id,
            number=number,
            kind=record.kind,
            body=body,
            content_hash=digest,
            file_hash=file_hash,
            origin=origin.value,
            role=role,
            created_at=now.astimezone(timezone.utc),
        )
    )
    return number


def _row(record: Record, body: str, digest: str, now: datetime) -> RecordRow:
    return RecordRow(
        id=record.id,
        kind=record.kind,
        name=record.name,
        body=body,
        content_hash=digest,
        source_url=record.source_url,
        as_of=record.as_of,
        confidence=record.confidence.value,
        checked_on=record.checked_on,
        loaded_at=now,
    )


def _add_removal(session: Session, record_id: str, last: Revision | None, now: datetime) -> None:
    """Serve the record no longer; its revisions stay, with one that says that it was removed."""
    session.execute(delete(RecordRow).where(RecordRow.id == record_id))
    if last:
        session.add(
            RevisionRow(
                record_id=record_id,
                number=last.number + 1,
                kind=last.kind,
                origin=Origin.YAML.value,
                role=EDITED[last.kind].usual_owner,
                created_at=now.astimezone(timezone.utc),
            )
        )

"""`./lotse content history`, `export` and `take`: the records and advisers of the database beside those of the files."""
from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from bot.advising.misplaced import told_after_edit
from bot.child_processes import VAR
from bot.commands import given_path
from bot.errors import StartError
from bot.settings import TIME_ZONE, Settings
from knowledge.entries import read_entries
from knowledge.record_export import Export, export
from knowledge.record_file import write_atomically
from knowledge.revisions import Meeting, Origin, Revision, differing_fields
from knowledge.schema import Entry
from knowledge.store import RecordStore
from storage.migrate import database_at_hand

ORIGINS = {Origin.YAML: "Datei", Origin.CONSOLE: "Datenbank"}
SIDES = {"yaml": Origin.YAML, "database": Origin.CONSOLE}
NAMES = {"yaml": "die Datei", "database": "die Datenbank"}


def history(arguments, settings: Settings) -> int:
    """Print all versions of a record: when, where, by whom, and which fields changed."""
    with _store(settings) as store:
        revisions = store.history(arguments.id)
    if not revisions:
        raise StartError(f"Von {arguments.id} kennt die Datenbank keine Fassung. Bitte prüfen Sie die id.")
    before: Entry | None = None
    for revision in revisions:
        print(f"{revision.number:>3}  {_when(revision)}  {ORIGINS[revision.origin]}, {revision.role}: {_what(revision, before)}")
        before = revision.entry
    return 0


def write_export(arguments, settings: Settings) -> int:
    """Write the records of the database as YAML, to a folder of their own or upon the files."""
    in_files = read_entries(settings.content)
    with _store(settings) as store:
        in_database, meetings = [*store.records(), *store.advisers()], store.meetings(in_files)
    if not in_database:
        raise StartError("Die Datenbank ist leer. Bitte laden Sie sie zuerst (./lotse start).")
    folder = settings.content if arguments.in_place else given_path(arguments.to) if arguments.to else VAR / "export"
    if not arguments.in_place and folder.resolve() == settings.content.resolve():
        raise StartError("Dort liegen die Einträge selbst. In diesen Ordner schreibt nur ./lotse content export --in-place.")
    made = export(settings.content, in_files, in_database, meetings if arguments.in_place else None)
    try:
        _write(made.texts, folder)
    except OSError as error:
        raise StartError(f"Der Ordner {folder} lässt sich nicht beschreiben ({error.strerror}).") from error
    _tell(made, folder)
    if arguments.in_place:
        _tell_left(meetings)
    return 0


def take(arguments, settings: Settings) -> int:
    """End the conflict of a record in favour of one side."""
    with _store(settings) as store:
        store.take(SIDES[arguments.side], arguments.id, read_entries(settings.content), settings.now())
    print(f"Bei {arguments.id} gilt jetzt {NAMES[arguments.side]}. Die andere Fassung steht in ./lotse content history.")
    if arguments.side == "database":
        print("In die Dateien kommt sie mit ./lotse content export --in-place.")
    for line in told_after_edit(settings):
        print(line)
    return 0


@contextmanager
def _store(settings: Settings) -> Iterator[RecordStore]:
    with database_at_hand(settings.database_url) as database:
        yield RecordStore(database)


def _when(revision: Revision) -> str:
    return f"{revision.created_at.astimezone(TIME_ZONE):%d.%m.%Y %H:%M}"


def _what(revision: Revision, before: Entry | None) -> str:
    if revision.entry is None:
        return "entfernt"
    if before is None:
        return "neu"
    fields = differing_fields(before, revision.entry)
    return f"geändert: {', '.join(fields)}" if fields else "Datei und Datenbank sind gleich"


def _write(texts: dict[str, str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        file = folder / name
        if not file.exists() or file.read_bytes() != text.encode():
            write_atomically(file, text)


def _tell(made: Export, folder: Path) -> None:
    news = [f"{len(ids)} {word}: {', '.join(ids)}" for ids, word in
            ((made.changed, "geändert"), (made.added, "neu"), (made.removed, "entfernt")) if ids]  # fmt: skip
    print(f"Geschrieben nach {folder}. Gegenüber den Dateien: {'; '.join(news) or 'kein Unterschied'}.")


def _tell_left(meetings: dict[str, Meeting]) -> None:
    """What was left as it is in the files, and why."""
    for meeting, why in ((Meeting.CONFLICT, "im Konflikt, bitte mit ./lotse content take entscheiden"),
                         (Meeting.FILE_IS_NEWER, "in der Datei neuer, noch nicht geladen")):  # fmt: skip
        left = [one for one, found in meetings.items() if found is meeting]
        if left:
            print(f"Nicht angetastet, {why}: {', '.join(left)}.")


PARTS = {"history": history, "export": write_export, "take": take}

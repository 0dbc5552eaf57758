"""The records and advisers of the database as YAML files, built upon the files that are there."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterable

from knowledge.content_files import checked_wholly, parse_yaml
from knowledge.errors import ContentError
from knowledge.record_file import RecordFile
from knowledge.revisions import Meeting
from knowledge.schema import EDITED, Entry


@dataclass(frozen=True)
class Export:
    """`texts` are all files by their name; `changed`, `added` and `removed` are the ids in which they differ from those there."""

    texts: dict[str, str]
    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]


def export(
    content: Path, in_files: Iterable[Entry], in_database: Iterable[Entry], meetings: dict[str, Meeting] | None = None
) -> Export:
    """The files as the database has the entries.

    With `meetings`, only what is newer in the database is taken over: conflicts, and what the files have and the database
    has not loaded yet, stay as they are in the files. Raises ContentError if a file is written in a way that cannot be changed.
    """
    files, stored = {one.id: one for one in in_files}, {one.id: one for one in in_database}

    def is_wanted(record_id: str) -> bool:
        return meetings is None or meetings.get(record_id) is Meeting.DATABASE_IS_NEWER

    changed = [one for one in files if one in stored and files[one] != stored[one] and is_wanted(one)]
    added = [one for one in stored if one not in files and is_wanted(one)]
    removed = [one for one in files if one not in stored and is_wanted(one)]
    texts = {}
    for kind, model in EDITED.items():
        file = content / f"{kind}.yml"
        before = file.read_text("utf-8")
        record_file = RecordFile(before, model)
        for record_id in changed:
            if stored[record_id].kind == kind:
                record_file.change(files[record_id], stored[record_id])
        for record_id in removed:
            if files[record_id].kind == kind:
                record_file.remove(record_id)
        for record_id in added:
            if stored[record_id].kind == kind:
                record_file.append(stored[record_id])
        texts[file.name] = record_file.text
        if record_file.text == before:
            continue
        expected = [stored[one] if one in changed else files[one] for one in files
                    if files[one].kind == kind and one not in removed]  # fmt: skip
        check_text(record_file.text, file, model, expected + [stored[one] for one in added if stored[one].kind == kind])
    return Export(texts, tuple(changed), tuple(added), tuple(removed))


def check_text(text: str, file: Path, model: type[Entry], expected: list[Entry]) -> None:
    """Raises ContentError unless the text reads as exactly these entries: better no file than a wrong one."""
    try:
        read = [checked_wholly(model, entry, file, "") for entry in parse_yaml(text, file, list)]
    except ContentError:
        read = None
    if read != expected:
        reason = "ist so geschrieben, dass sie sich nicht von selbst ändern lässt"
        raise ContentError(file.name, None, None, f"{reason}; bitte ändern Sie die Datei von Hand")

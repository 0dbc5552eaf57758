"""`./lotse content import` and `template`: new records from a CSV table."""
from __future__ import annotations

import csv
import sys
from pathlib import Path

from bot.commands import given_path
from bot.errors import StartError
from bot.settings import Settings
from knowledge.checking import findings_of
from knowledge.content_files import read_records
from knowledge.record_export import check_text
from knowledge.record_file import RecordFile, write_atomically
from knowledge.schema import KINDS, Record
from knowledge.table_columns import columns_of
from knowledge.table_import import TableImport, read_table


def import_table(arguments, settings: Settings) -> int:
    """Append the records of a table to the file of their kind, or print what is wrong and write nothing (1)."""
    existing = read_records(settings.content)
    model = KINDS[arguments.kind]
    try:
        data = given_path(arguments.file).read_bytes()
    except OSError as error:
        raise StartError(f"Die Datei {arguments.file} lässt sich nicht lesen ({error.strerror}).") from None
    table = read_table(data, model, existing)
    if table.troubles:
        for trouble in table.troubles:
            print(trouble)
        count = len(table.troubles)
        print(f"{count} Fehler in {arguments.file}. Es wurde nichts geschrieben.")
        return 1
    file = settings.content / f"{arguments.kind}.yml"
    text = _appended(file, model, existing, table)
    if not arguments.dry_run:
        try:
            write_atomically(file, text)
        except OSError as error:
            raise StartError(f"Die Datei {file} lässt sich nicht schreiben ({error.strerror}).") from error
    _report(table, existing, file, arguments.dry_run, settings)
    return 0


def template(arguments, settings: Settings) -> int:
    """Print the head of a table on stdout, and on stderr what belongs into each column."""
    columns = columns_of(KINDS[arguments.kind])
    sys.stdout.write("\ufeff")  # spreadsheets take it for UTF-8 only with this sign
    csv.writer(sys.stdout, delimiter=";", lineterminator="\r\n").writerow([column.label for column in columns])
    for column in columns:
        print(f"{column.label}: {column.explanation}", file=sys.stderr)
    return 0


def _appended(file: Path, model: type[Record], existing: list[Record], table: TableImport) -> str:
    record_file = RecordFile(file.read_text("utf-8"), model)
    for record in table.records:
        record_file.append(record)
    check_text(record_file.text, file, model, [one for one in existing if one.kind == model.kind] + list(table.records))
    return record_file.text


def _report(table: TableImport, existing: list[Record], file: Path, is_dry_run: bool, settings: Settings) -> None:
    added = {record.id for record in table.records}
    for record in table.records:
        print(f"{record.id}: {record.name}")
    for one in findings_of([*existing, *table.records], [], settings.now().date()):
        if one.record in added:
            print(f"Hinweis zu {one.record}, {one.field}: {one.what} {one.remedy}")
    entries = "1 Eintrag" if len(added) == 1 else f"{len(added)} Einträge"
    said = "wären neu; geschrieben wurde nichts" if is_dry_run else "neu"
    print(f"{entries} {said} in {file.name} (Tabelle in {table.encoding}).")


PARTS = {"import": import_table, "template": template}

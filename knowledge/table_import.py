"""New records from a CSV table, as spreadsheets write it: all of them, or a list of what is wrong."""
from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Iterator

from knowledge.content_files import checked_wholly
from knowledge.errors import ContentError
from knowledge.folding import fold
from knowledge.schema import Record
from knowledge.schema.labels import LABELS
from knowledge.table_columns import CellError, Column, column_named, columns_of

DELIMITERS = ";,\t"
LONGEST_ID = 80


@dataclass(frozen=True)
class CellTrouble:
    """What is wrong at one place of the table; `line` counts from 1 as an editor shows it, the head is line 1."""

    line: int
    column: str | None
    what: str

    def __str__(self) -> str:
        return f"Zeile {self.line}" + (f", Spalte „{self.column}“" if self.column else "") + f": {self.what}"


@dataclass(frozen=True)
class TableImport:
    """The records of a table, or its troubles: where there is one, `records` must not be used."""

    records: tuple[Record, ...]
    troubles: tuple[CellTrouble, ...]
    encoding: str


def read_table(data: bytes, model: type[Record], existing: Iterable[Record]) -> TableImport:
    """Read a table of records of one kind. Missing ids are made from the prefix and the name; `existing` keep theirs."""
    columns = columns_of(model)
    try:
        text, encoding = _decoded(data)
        rows = iter(list(_rows(text, columns)))
    except (UnicodeDecodeError, csv.Error):
        unreadable = "Das ist keine lesbare Tabelle. Bitte speichern Sie sie als CSV in UTF-8."
        return TableImport((), (CellTrouble(1, None, unreadable),), "")
    head = next(rows, (1, []))[1]
    found = [column_named(title, columns) if title.strip() else None for title in head]
    troubles = list(_troubles_of_head(head, found, columns))
    if troubles:
        return TableImport((), tuple(troubles), encoding)
    reading = _Reading(model, list(existing))
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            reading.add(line, cells, found)
    reading.check_relations()
    if not reading.records and not reading.troubles:
        nothing = "Die Tabelle hat keine Einträge. Bitte füllen Sie mindestens eine Zeile."
        reading.troubles.append(CellTrouble(2, None, nothing))
    return TableImport(tuple(reading.records), tuple(sorted(reading.troubles, key=lambda one: one.line)), encoding)


class _Reading:
    """Collects records and troubles, line by line."""

    def __init__(self, model: type[Record], existing: list[Record]) -> None:
        self.records: list[Record] = []
        self.troubles: list[CellTrouble] = []
        self._model, self._columns = model, columns_of(model)
        self._known = {one.id for one in existing}
        self._line_of: dict[str, int] = {}

    def add(self, line: int, cells: list[str], columns: list[Column | None]) -> None:
        """Read one line; adds a record or at least one trouble."""
        before = len(self.troubles)
        entry: dict[str, Any] = {}
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            self._trouble(line, None, "Die Zeile hat mehr Felder als die Kopfzeile. Bitte setzen Sie Text, in dem ein "
                                      "Trennzeichen vorkommt, in Anführungszeichen.")  # fmt: skip
        for column, cell in zip(columns, cells):
            if column and cell.strip():
                try:
                    _put(entry, column.path, column.value(cell))
                except CellError as error:
                    self._trouble(line, column.label, str(error))
        if len(self.troubles) > before:
            return
        self._fill(entry)
        record = checked_wholly(self._model, entry, Path("Tabelle"), f"Zeile {line}")
        if isinstance(record, list):
            self.troubles.extend(_of_field(line, error, columns) for error in record)
        elif record.id in self._line_of:
            first = self._line_of[record.id]
            self._trouble(line, "Id", f"{record.id} steht schon in Zeile {first}. Bitte ändern Sie eine der beiden.")
        elif record.id in self._known:
            self._trouble(line, "Id", f"{record.id} gibt es schon. Bitte ändern Sie den vorhandenen Eintrag in seiner "
                                      "Datei, oder lassen Sie die Id leer.")  # fmt: skip
        else:
            self._line_of[record.id] = line
            self.records.append(record)

    def check_relations(self) -> None:
        """`related` may name what exists and what stands in the table."""
        for record in self.records:
            for other in getattr(record, "related", ()):
                if other not in self._known and other not in self._line_of:
                    line = self._line_of[record.id]
                    self._trouble(line, LABELS["related"], f"„{other}“ gibt es nicht. Bitte berichtigen Sie die id.")

    def _fill(self, entry: dict[str, Any]) -> None:
        """What an empty cell means: no values for a list, an inner part without fields, an id of our making."""
        for column in self._columns:
            if column.holds_several and column.field.required:
                entry.setdefault(column.path, [])
        if "contact" in self._model.__fields__:
            entry.setdefault("contact", {})
        if "id" not in entry and isinstance(entry.get("name"), str):
            entry["id"] = self._new_id(entry["name"])

    def _new_id(self, name: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:LONGEST_ID].strip("-") or "eintrag"
        wanted, number = f"{self._model.id_prefix}-{slug}", 2
        free = wanted
        while free in self._known or free in self._line_of:
            free, number = f"{wanted}-{number}", number + 1
        return free

    def _trouble(self, line: int, column: str | None, what: str) -> None:
        self.troubles.append(CellTrouble(line, column, what))


def _decoded(data: bytes) -> tuple[str, str]:
    """UTF-8 if it is, else Windows-1252 as older spreadsheets write it; with the name of what it was."""
    if b"\0" in data:
        raise csv.Error("UTF-16, or no text at all")
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252"), "Windows-1252"


def _rows(text: str, columns: list[Column]) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line in which each begins; the delimiter is the one that makes most heads known."""

    def known(delimiter: str) -> int:
        head = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        return sum(column_named(title, columns) is not None for title in head)

    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=known))
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _troubles_of_head(head: list[str], found: list[Column | None], columns: list[Column]) -> Iterator[CellTrouble]:
    if not any(found):
        yield CellTrouble(1, None, "Keine Spalte ist bekannt. Bitte nehmen Sie die Kopfzeile aus ./lotse content template.")
        return
    for number, (title, column) in enumerate(zip(head, found)):
        if title.strip() and column is None:
            yield CellTrouble(1, title, "Diese Spalte gibt es nicht. Bitte berichtigen Sie den Namen oder nehmen Sie sie heraus.")
        if column and column in found[:number]:
            yield CellTrouble(1, title, "Diese Spalte gibt es zweimal. Bitte nehmen Sie eine heraus.")
    for column in columns:
        if column.is_required and column not in found:
            yield CellTrouble(1, column.label, "Diese Spalte fehlt. Bitte ergänzen Sie sie.")


def _of_field(line: int, error: ContentError, columns: list[Column | None]) -> CellTrouble:
    """A structural error in the words of the table: the label of the column instead of the field."""
    path = re.sub(r"\.\d+.*$", "", error.field or "")
    column = next((one for one in columns if one and one.path in (path, error.field)), None)
    return CellTrouble(line, column.label if column else path or None, f"{error.reason}. {error.remedy or ''}".strip())


def _put(entry: dict[str, Any], path: str, value: Any) -> None:
    outer, _, inner = path.partition(".")
    if inner:
        entry.setdefault(outer, {})[inner] = value
    else:
        entry[outer] = value

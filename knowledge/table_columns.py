"""The columns of a table of records, and how a cell becomes the value of a field."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import SHAPE_TUPLE_ELLIPSIS, ModelField

from knowledge.folding import fold
from knowledge.schema import Record
from knowledge.schema.labels import LABELS

_YES, _NO = {"ja", "j", "true", "wahr", "x", "1"}, {"nein", "n", "false", "falsch", "0"}


class CellError(ValueError):
    """A cell cannot be read; the message is German, with the remedy."""


@dataclass(frozen=True)
class Column:
    """A field that a table can hold; `path` is dotted for fields inside another one."""

    path: str
    field: ModelField

    @property
    def label(self) -> str:
        return LABELS[self.path]

    @property
    def holds_several(self) -> bool:
        return self.field.shape == SHAPE_TUPLE_ELLIPSIS

    @property
    def is_required(self) -> bool:
        """Whether a record needs a value here; a list that may be empty needs none, and an id is made."""
        may_be_empty = self.holds_several and not self.field.validate((), {}, loc=self.path)[1]
        return bool(self.field.required) and self.path != "id" and not may_be_empty

    @property
    def explanation(self) -> str:
        """What the cell takes, in German."""
        kind = self.field.type_
        if isinstance(kind, type) and issubclass(kind, Enum):
            takes = ", ".join(one.value for one in kind)
        elif self.path == "materials":
            takes = "Titel und Adresse, etwa: Leitfaden https://…"
        elif self.path == "id":
            takes = "leer lassen, sie wird gebildet"
        elif self.path in ("regions", "responsible_for_regions"):
            takes = "DE, EU oder ein Land, etwa DE-SN"
        elif self.path == "as_of":
            takes = "Jahr, Monat oder Tag, etwa 2026-05"
        elif self.path == "recurrence":
            takes = "Monat und Tag, etwa 03-31"
        elif _is_kind(kind, date):
            takes = "Tag, etwa 31.12.2026"
        elif _is_kind(kind, bool):
            takes = "ja oder nein"
        elif _is_kind(kind, int, float):
            takes = "Zahl"
        else:
            takes = "Text"
        several = "; mehrere mit | getrennt" if self.holds_several else ""
        return f"{takes}{several}{'; Pflicht' if self.is_required else ''}"

    def value(self, cell: str) -> Any:
        """What a cell that is not empty says, as YAML would have it; raises CellError."""
        if self.holds_several:
            parts = [part.strip() for part in re.split(r"[|\n]", cell)]
            return [self._single(part) for part in parts if part]
        return self._single(cell.strip())

    def _single(self, text: str) -> Any:
        kind = self.field.type_
        if self.path == "materials":
            return _material(text)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return text.lower()
        if _is_kind(kind, bool):
            return _yes_or_no(text)
        if _is_kind(kind, date):
            return _day(text)
        if _is_kind(kind, int):
            return _whole_number(text)
        if _is_kind(kind, float):
            return _number(text)
        return text.replace("\r\n", "\n")


def columns_of(model: type[Record]) -> list[Column]:
    """All columns of a kind, in the order of the schema but with those that must be filled first."""
    columns = []
    for name, field in model.__fields__.items():
        if _is_kind(field.type_, BaseModel) and field.shape != SHAPE_TUPLE_ELLIPSIS:
            columns.extend(Column(f"{name}.{inner}", part) for inner, part in field.type_.__fields__.items())
        else:
            columns.append(Column(name, field))
    return sorted(columns, key=lambda one: (one.path != "id", not one.is_required))


def column_named(title: str, columns: list[Column]) -> Column | None:
    """The column that a head of a table means, by its field or its label, however that is spelled."""
    wanted = fold(" ".join(title.split()))
    return next((one for one in columns if wanted in (fold(one.path), fold(one.label))), None)


def _is_kind(kind: Any, *bases: type) -> bool:
    """Whether it is one of the types; True and False are no numbers here."""
    return isinstance(kind, type) and issubclass(kind, bases) and not (kind is bool and bool not in bases)


def _material(text: str) -> dict[str, str]:
    title, _, url = text.rpartition(" ")
    if not title or "://" not in url:
        raise CellError(f"„{text}“ hat keine Adresse am Ende. Bitte schreiben Sie etwa: Leitfaden https://beispiel.example")
    return {"title": title.strip(), "url": url}


def _yes_or_no(text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise CellError(f"„{text}“ ist weder ja noch nein. Bitte schreiben Sie eines davon.")


def _day(text: str) -> str:
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    raise CellError(f"„{text}“ ist kein Tag. Bitte schreiben Sie ihn etwa so: 31.12.2026")


def _whole_number(text: str) -> int:
    bare = re.sub(r"\s*(?:€|EUR|Euro)$", "", text)
    if re.fullmatch(r"\d+(?:,00?)?|\d{1,3}(?:[.\s]\d{3})+(?:,00?)?", bare):
        return int(re.sub(r"[.\s]", "", bare.split(",")[0]))
    raise CellError(f"„{text}“ ist keine ganze Zahl. Bitte schreiben Sie nur Ziffern, etwa 5000")


def _number(text: str) -> float:
    bare = re.sub(r"\s*(?:%|Prozent)$", "", text)
    if re.fullmatch(r"\d+(?:[.,]\d+)?", bare):
        return float(bare.replace(",", "."))
    raise CellError(f"„{text}“ ist keine Zahl. Bitte schreiben Sie etwa 80 oder 82,5")

"""Reading the YAML files of `knowledge/content/`, with errors that name file, record and field."""
from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterator, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from knowledge.errors import ContentError
from knowledge.field_errors import field_of, reason_of, remedy_of
from knowledge.schema import KINDS, Record

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Model = TypeVar("_Model", bound=BaseModel)
_TEXT = ("tag:yaml.org,2002:str", re.compile(r"[0-9]{1,2}:[0-9]{2}$"))
"""A time of day; YAML 1.1 would take 14:00 for the number 840."""


class _UniqueKeys(_Loader):
    """Refuses a mapping that names a key twice: the first value would be lost without a word."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, (list, dict)):
                raise yaml.constructor.ConstructorError(None, None, "Feldname ist kein Text", key_node.start_mark)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"doppeltes Feld „{key}“", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)

    yaml_implicit_resolvers = {
        first: [_TEXT, *((tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp")]
        for first, resolvers in _Loader.yaml_implicit_resolvers.items()
    }
    """Days and times of day stay text until the schema reads them: only there an error can name record and field."""


def read_yaml(file: Path, expected: type) -> Any:
    """The content of `file`, which must be a `list` or a `dict`; raises ContentError."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(file.name, None, None, "die Datei fehlt") from None
    except UnicodeDecodeError:
        raise ContentError(file.name, None, None, "die Datei ist nicht in UTF-8 gespeichert") from None
    except OSError as error:
        raise ContentError(file.name, None, None, f"lässt sich nicht lesen ({error.strerror})") from None
    return parse_yaml(text, file, expected)


def parse_yaml(text: str, file: Path, expected: type) -> Any:
    """What `text` says, which is or will be the content of `file`; raises ContentError as `read_yaml` does."""
    try:
        content = yaml.load(text, Loader=_UniqueKeys)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"Zeile {mark.line + 1}" if mark else None
        raise ContentError(file.name, line, None, f"kein lesbares YAML ({getattr(error, 'problem', error)})") from None
    except ValueError as error:
        raise ContentError(file.name, None, None, f"kein lesbares YAML ({error})") from None
    if not isinstance(content, expected):
        wanted = "eine Liste" if expected is list else "eine Zuordnung von Feldern"
        raise ContentError(file.name, None, None, f"enthält nicht {wanted}")
    return content


def checked(model: type[_Model], content: Any, file: Path, record: str) -> _Model:
    """`content` as a `model`; raises ContentError for the first field that does not fit."""
    checked_or_errors = checked_wholly(model, content, file, record)
    if isinstance(checked_or_errors, list):
        raise checked_or_errors[0]
    return checked_or_errors


def checked_wholly(model: type[_Model], content: Any, file: Path, record: str) -> _Model | list[ContentError]:
    """`content` as a `model`, or an error for each field that does not fit."""
    if not isinstance(content, dict):
        remedy = "Bitte prüfen Sie Einrückung und Strich am Anfang; Muster stehen in docs/records."
        return [ContentError(file.name, record, None, "ist keine Zuordnung von Feldern", remedy)]
    try:
        return model(**content)
    except ValidationError as refused:
        return [ContentError(file.name, record, field_of(one), reason_of(one), remedy_of(one, model))
                for one in refused.errors()]  # fmt: skip
    except TypeError:
        return [ContentError(file.name, record, None, "hat einen Feldnamen, der kein Text ist")]


def read_records(content: Path) -> list[Record]:
    """All records of all kinds, in the order of the files; raises ContentError for the first thing that is wrong.

    Beyond each record's own schema: ids are unique over all files, and `related` names records that exist.
    """
    records, errors = inspect_records(content)
    if errors:
        raise errors[0]
    return records


def inspect_records(content: Path) -> tuple[list[Record], list[ContentError]]:
    """All records that can be read, and everything that is wrong with the others and between them."""
    found = _Inspection()
    for kind, model in KINDS.items():
        file = content / f"{kind}.yml"
        try:
            entries = read_yaml(file, list)
        except ContentError as error:
            found.errors.append(error)
            continue
        for number, entry in enumerate(entries, start=1):
            found.add(model, entry, file, number)
    found.errors.extend(found.dangling())
    return found.records, found.errors


class _Inspection:
    """Collects records and errors over all files."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.errors: list[ContentError] = []
        self._file_of: dict[str, str] = {}
        self._broken: set[str] = set()

    def add(self, model: type[Record], entry: Any, file: Path, number: int) -> None:
        name = str(entry.get("id") or f"Eintrag {number}") if isinstance(entry, dict) else f"Eintrag {number}"
        record = checked_wholly(model, entry, file, name)
        if isinstance(record, list):
            self.errors.extend(record)
            self._broken.add(name)
        elif record.id in self._file_of:
            remedy = "Bitte geben Sie dem neuen Eintrag eine andere id; die des alten ist öffentlich und bleibt."
            self.errors.append(ContentError(file.name, record.id, "id", f"steht schon in {self._file_of[record.id]}", remedy))
        else:
            self._file_of[record.id] = file.name
            self.records.append(record)

    def dangling(self) -> Iterator[ContentError]:
        """`related` that names nothing; what is there but broken is no second error."""
        remedy = "Bitte berichtigen Sie die id oder nehmen Sie sie aus der Liste."
        for record in self.records:
            for other in getattr(record, "related", ()):
                if other not in self._file_of and other not in self._broken:
                    reason = f"nennt „{other}“, das es nicht gibt"
                    yield ContentError(self._file_of[record.id], record.id, "related", reason, remedy)

"""Reading the YAML files of `knowledge/content/`, with errors that name file, record and field."""
from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from knowledge.errors import ContentError
from knowledge.schema import KINDS, Record

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Model = TypeVar("_Model", bound=BaseModel)

_REASONS = {
    "value_error.missing": "fehlt",
    "value_error.extra": "gehört nicht in dieses Format",
    "type_error.none.not_allowed": "ist leer",
    "value_error.any_str.min_length": "ist leer",
    "value_error.date": "ist kein Datum (JJJJ-MM-TT)",
    "value_error.str.regex": "hat nicht die richtige Form",
    "value_error.any_str.max_length": "ist zu lang",
    "type_error.str": "ist kein Text (vielleicht fehlen Anführungszeichen)",
    "type_error.tuple": "ist keine Liste",
    "type_error.dict": "ist keine Zuordnung von Feldern",
    "type_error.integer": "ist keine ganze Zahl",
    "type_error.float": "ist keine Zahl",
    "type_error.bool": "ist weder true noch false",
}
_REASON_FAMILIES = (("value_error.url", "ist keine Internetadresse"), ("value_error.number", "ist zu klein oder zu groß"))


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
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in _Loader.yaml_implicit_resolvers.items()
    }
    """Days stay text until the schema reads them: only there an error can name record and field."""


def read_yaml(file: Path, expected: type) -> Any:
    """The content of `file`, which must be a `list` or a `dict`; raises ContentError."""
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_UniqueKeys)
    except FileNotFoundError:
        raise ContentError(file.name, None, None, "die Datei fehlt") from None
    except UnicodeDecodeError:
        raise ContentError(file.name, None, None, "die Datei ist nicht in UTF-8 gespeichert") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"Zeile {mark.line + 1}" if mark else None
        raise ContentError(file.name, line, None, f"kein lesbares YAML ({getattr(error, 'problem', error)})") from None
    except ValueError as error:
        raise ContentError(file.name, None, None, f"kein lesbares YAML ({error})") from None
    except OSError as error:
        raise ContentError(file.name, None, None, f"lässt sich nicht lesen ({error.strerror})") from None
    if not isinstance(content, expected):
        wanted = "eine Liste" if expected is list else "eine Zuordnung von Feldern"
        raise ContentError(file.name, None, None, f"enthält nicht {wanted}")
    return content


def checked(model: type[_Model], content: Any, file: Path, record: str) -> _Model:
    """`content` as a `model`; raises ContentError for the first field that does not fit."""
    if not isinstance(content, dict):
        raise ContentError(file.name, record, None, "ist keine Zuordnung von Feldern")
    try:
        return model(**content)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"] if part != "__root__") or None
        raise ContentError(file.name, record, field, _reason(first)) from None
    except TypeError:
        raise ContentError(file.name, record, None, "hat einen Feldnamen, der kein Text ist") from None


def _reason(error: dict[str, Any]) -> str:
    """What pydantic says of a field, in German."""
    kind = error["type"]
    if kind == "type_error.enum":
        return f"kennt nur: {', '.join(one.value for one in error['ctx']['enum_values'])}"
    families = (reason for start, reason in _REASON_FAMILIES if kind.startswith(start))
    return _REASONS.get(kind) or next(families, error["msg"])


def read_records(content: Path) -> list[Record]:
    """All records of all kinds, in the order of the files; raises ContentError.

    Beyond each record's own schema: ids are unique over all files, and `related` names records that exist.
    """
    records: list[Record] = []
    owner: dict[str, str] = {}
    for kind, model in KINDS.items():
        file = content / f"{kind}.yml"
        for number, entry in enumerate(read_yaml(file, list), start=1):
            name = str(entry.get("id") or f"Eintrag {number}") if isinstance(entry, dict) else f"Eintrag {number}"
            record = checked(model, entry, file, name)
            if record.id in owner:
                raise ContentError(file.name, record.id, "id", f"steht schon in {owner[record.id]}")
            owner[record.id] = file.name
            records.append(record)
    for file_name, record_id, missing in _dangling(records, owner):
        raise ContentError(file_name, record_id, "related", f"nennt „{missing}“, das es nicht gibt")
    return records


def _dangling(records: list[Record], owner: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for record in records:
        for other in getattr(record, "related", ()):
            if other not in owner:
                yield owner[record.id], record.id, other

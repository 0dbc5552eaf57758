"""The text of a YAML file of records or advisers, changed with as little difference as possible.

What is not touched keeps its bytes, comments included. Of a record that changes, only the lines of the fields that differ
are written anew; a comment inside such a field is lost.
"""
from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.revisions import differing_fields
from knowledge.schema import Entry

LINE_WIDTH = 110
"""Where PyYAML breaks lines, as in the files that are there."""


class _Dumper(yaml.SafeDumper):
    """Indents lists under their field, and leaves days without quotation marks, as the reader takes them for text."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


@dataclass
class _Block:
    """The lines of one record, cut into those of its fields; `tail` follows the last one (empty lines, comments)."""

    record_id: str
    fields: dict[str, list[str]]
    tail: list[str]

    @property
    def lines(self) -> list[str]:
        return [line for part in self.fields.values() for line in part] + self.tail


class RecordFile:
    """The records of one kind as text. `text` must be YAML that the schema accepts."""

    def __init__(self, text: str, model: type[Entry]) -> None:
        self._model = model
        self._lines = text.splitlines(keepends=True)
        if self._lines and not self._lines[-1].endswith("\n"):
            self._lines[-1] += "\n"
        root = yaml.compose(text, Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
        entries = root.value if isinstance(root, yaml.SequenceNode) and not root.flow_style else []
        starts = [self._line_of_dash(entry) for entry in entries]
        self._head = self._lines[: starts[0]] if starts else [line for line in self._lines if line.startswith("#")]
        ends = [*starts[1:], len(self._lines)]
        self._blocks = [self._block(entry, *bounds) for entry, *bounds in zip(entries, starts, ends)]

    @property
    def text(self) -> str:
        """The whole file."""
        if not self._blocks:
            return "".join([*self._head, "[]\n"])
        return "".join(self._head + [line for block in self._blocks for line in block.lines])

    def change(self, old: Entry, new: Entry) -> None:
        """Write the fields in which `new` differs from `old`, which must be in the file, in their place."""
        block = next(one for one in self._blocks if one.record_id == old.id)
        entry = _plain(new)
        for name in differing_fields(old, new):
            if name not in block.fields:
                self._make_room(block, name)
            block.fields[name] = _field_lines(name, entry[name], is_first=name == next(iter(block.fields)))

    def remove(self, record_id: str) -> None:
        """Take a record out, with the comments inside it; those between it and the next one stay."""
        number = next(number for number, block in enumerate(self._blocks) if block.record_id == record_id)
        comments = [line for line in self._blocks[number].tail if line.strip()]
        before = self._blocks[number - 1].tail if number else self._head
        before.extend(comments)
        del self._blocks[number]

    def append(self, record: Entry) -> None:
        """Add a record at the end, its fields in the order of the others."""
        if self._blocks and not (self._blocks[-1].tail and not self._blocks[-1].tail[-1].strip()):
            self._blocks[-1].tail.append("\n")
        entry = _plain(record)
        always = self._usual_fields()
        fields = {}
        for name in self._order():
            default = self._model.__fields__[name].default
            if name in always or entry[name] != json.loads(json.dumps(default)):
                fields[name] = _field_lines(name, entry[name], is_first=not fields)
        self._blocks.append(_Block(record.id, fields, []))

    def _line_of_dash(self, entry: yaml.MappingNode) -> int:
        """Where the record begins: its first field may stand below the dash, with a comment between."""
        line = entry.start_mark.line
        while line and not self._lines[line].lstrip().startswith("-"):
            line -= 1
        return line

    def _block(self, entry: yaml.MappingNode, start: int, end: int) -> _Block:
        names = [key.value for key, _ in entry.value]
        starts = [start, *(key.start_mark.line for key, _ in entry.value[1:])]
        last = entry.value[-1][1]
        # a plain or block value may end at the start of the line after it
        stop = last.end_mark.line if last.end_mark.column == 0 else last.end_mark.line + 1
        stop = min(stop, end)
        while stop > starts[-1] + 1 and _is_blank(self._lines[stop - 1]):
            stop -= 1
        bounds = [*starts[1:], stop]
        fields = {name: self._lines[start:bound] for name, start, bound in zip(names, starts, bounds)}
        record_id = next(value.value for key, value in entry.value if key.value == "id")
        return _Block(record_id, fields, self._lines[stop:end])

    def _usual_fields(self) -> set[str]:
        """Fields that every record of the file names, even where they are empty; in an empty file those without default."""
        if self._blocks:
            return set.intersection(*(set(block.fields) for block in self._blocks))
        return {name for name, field in self._model.__fields__.items() if field.required}

    def _order(self) -> list[str]:
        """All fields: as the fullest record has them, and those that it lacks after the one before them in the schema."""
        order = list(max((block.fields for block in self._blocks), key=len, default={}))
        before = None
        for name in self._model.__fields__:
            if name not in order:
                order.insert(order.index(before) + 1 if before else 0, name)
            before = name
        return order

    def _make_room(self, block: _Block, name: str) -> None:
        """Give the block an empty place for the field, where the other records have it."""
        order = self._order()
        later = set(order[order.index(name) :])
        names = list(block.fields)
        place = next((number for number, other in enumerate(names) if number and other in later), len(names))
        names.insert(place, name)
        block.fields = {one: block.fields.get(one, []) for one in names}


def write_atomically(file: Path, text: str) -> None:
    """Replace the file in one step, so that a reader sees the old or the new text; raises OSError."""
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        os.chmod(name, mode)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _plain(record: Entry) -> dict[str, Any]:
    """The record as YAML has it: days as text, codes as words, whole numbers without a point, empty inner fields left out."""
    lean = json.loads(record.json(by_alias=True, exclude_defaults=True))
    entry = {name: lean.get(name, value) for name, value in json.loads(record.json(by_alias=True)).items()}
    return {name: int(value) if isinstance(value, float) and value.is_integer() else value for name, value in entry.items()}


def _field_lines(name: str, value: Any, is_first: bool) -> list[str]:
    """The lines of one field; the first field of a record carries the dash of the list."""
    text = yaml.dump([{name: value}], Dumper=_Dumper, width=LINE_WIDTH, allow_unicode=True, sort_keys=False)
    lines = text.splitlines(keepends=True)
    return lines if is_first else ["  " + lines[0][2:], *lines[1:]]


def _is_blank(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")

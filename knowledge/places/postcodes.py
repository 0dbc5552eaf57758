"""Postcodes and the municipalities that they belong to: `postcodes.csv`, whose head names source and licence.

A Land by the first digits alone would be wrong near many borders; this table tells it for each code.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import ContentError

_LINE = re.compile(r"(?P<code>\d{5});(?P<land>[A-Z]{2});(?P<names>[^;]+)")
_NONE: tuple = ()


@dataclass(frozen=True)
class Delivered:
    """The places of one Land that share a postcode. `land` is an ISO 3166-2 code."""

    land: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class PostcodeTable:
    """All postcodes; an empty one knows none."""

    by_code: dict[str, tuple[Delivered, ...]] = field(default_factory=dict)

    def of(self, code: str) -> tuple[Delivered, ...]:
        """One for each Land that the code reaches into, none for a code that is not in use."""
        return self.by_code.get(code, _NONE)

    def lands_by_name(self) -> dict[str, tuple[str, ...]]:
        """Each municipality with the Länder in which one of that name lies."""
        lands: dict[str, dict[str, None]] = {}
        for reached in self.by_code.values():
            for one in reached:
                for name in one.names:
                    lands.setdefault(name, {})[one.land] = None
        return {name: tuple(found) for name, found in lands.items()}


def load_postcodes(path: Path) -> PostcodeTable:
    """Read the table; raises ContentError with the line that is not as its head says."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        raise ContentError(path.name, None, None, "die Datei fehlt") from None
    by_code: dict[str, tuple[Delivered, ...]] = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line:
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ContentError(path.name, f"Zeile {number}", None, "hat nicht die Form postleitzahl;land;orte")
        one = Delivered(f"DE-{match['land']}", tuple(match["names"].split("|")))
        by_code[match["code"]] = (*by_code.get(match["code"], _NONE), one)
    return PostcodeTable(by_code)

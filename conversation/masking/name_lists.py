"""The lists of names: data (`knowledge/content/first_names.txt`, `surnames.txt`), read without any dictionary."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import ContentError
from knowledge.folding import fold

_GROUPS = ("immer", "großgeschrieben", "mit Umgebung", "keine Personen")


@dataclass(frozen=True)
class NameLists:
    """First names and surnames in folded spelling, by how sure they are, and phrases that name nobody."""

    first: frozenset[str]
    first_capital: frozenset[str]
    first_weak: frozenset[str]
    surname: frozenset[str]
    surname_weak: frozenset[str]
    nobody: tuple[str, ...]


def read_name_lists(content: Path) -> NameLists:
    """The lists of the content folder; raises ContentError."""
    first, last = _groups(content / "first_names.txt"), _groups(content / "surnames.txt")
    return NameLists(
        first=_folded(first["immer"]),
        first_capital=_folded(first["großgeschrieben"]),
        first_weak=_folded(first["mit Umgebung"]),
        surname=_folded(last["immer"]),
        surname_weak=_folded(last["mit Umgebung"]),
        nobody=tuple(last["keine Personen"]),
    )


def _groups(file: Path) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {name: [] for name in _GROUPS}
    group = None
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(file.name, None, None, f"lässt sich nicht lesen ({error})") from None
    for number, line in enumerate(map(str.strip, lines), start=1):
        if line.startswith("["):
            group = line.strip("[]")
            if group not in groups:
                raise ContentError(file.name, f"Zeile {number}", None, f"kennt keine Gruppe „{group}“")
        elif line and not line.startswith("#"):
            if group is None:
                raise ContentError(file.name, f"Zeile {number}", None, "steht vor der ersten Gruppe")
            groups[group].append(line)
    return groups


def _folded(lines: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split())

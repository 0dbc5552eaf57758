"""Figures on reported obstacles, as text to read, as rows for a spreadsheet, and as plain values for JSON."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Callable, Iterator

from office.statistics.obstacles import UNKNOWN, ObstacleFigures
from office.statistics.publishing import SMALLEST, Told
from wording.obstacle_sorts import SORTS

COLUMNS = ("Quartal", "Tabelle", "Innerhalb von", "Merkmal", "Meldungen")
QUOTES_NOTE = (
    "Zitate, nur mit Einwilligung, ohne erkannte Namen und Orte. Bitte lesen Sie jedes vor dem Weitergeben: Kein Programm erkennt "
    "alles."
)
_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


@dataclass(frozen=True)
class FigureWords:
    """Puts figures into words. `land_name`: „Sachsen“ for DE-SN."""

    land_name: Callable[[str], str]

    def text(self, figures: ObstacleFigures, today: date) -> str:
        """All of it to read."""
        head = [f"Gemeldete Hindernisse, {_quarter(figures)}"]
        if today < figures.quarter.following.first_day:
            head.append("Das Quartal ist noch nicht zu Ende. Geben Sie Zahlen erst danach weiter, und nur einmal: Aus zwei Ständen lässt "
                        "sich errechnen, was dazwischen lag.")  # fmt: skip
        if figures.total is None:
            return "\n".join([*head, f"Weniger als {SMALLEST} Meldungen dürfen ausgewertet werden. Dazu gibt es keine Zahlen."])
        head.append(
            f"{figures.total} Meldungen dürfen ausgewertet werden. Zahlen unter {SMALLEST} stehen nirgends; sie sind zusammengefasst."
        )
        tables = ["\n".join([f"{title}:", *(f"  {number:>5}  {name}" for name, number in rows)])
                  for title, rows in self._tables(figures)]  # fmt: skip
        quotes = ["\n".join([QUOTES_NOTE, *(f"  „{one}“" for one in figures.quotes)])] if figures.quotes else []
        return "\n\n".join(["\n".join(head), *tables, *quotes])

    def rows(self, figures: ObstacleFigures) -> Iterator[tuple[str, str, str, str, str]]:
        """One row for each number, under COLUMNS, then the quotes."""
        quarter = str(figures.quarter)
        total = f"unter {SMALLEST}" if figures.total is None else str(figures.total)
        yield quarter, "Gesamt", "", "", total
        for title, within, told, names, rest in self._told(figures):
            yield from ((quarter, title, within, names(name), str(number)) for name, number in told.counts)
            if told.rest:
                yield quarter, title, within, rest, str(told.rest)
        yield from ((quarter, "Zitat", "", quote, "") for quote in figures.quotes)

    def values(self, figures: ObstacleFigures) -> dict[str, Any]:
        """The same by the codes that are stored; `rest` holds what is too small to be told by itself."""
        return {
            "quarter": str(figures.quarter),
            "smallest_told": SMALLEST,
            "total": figures.total,
            "sorts": _plain(figures.sorts),
            "months": _plain(figures.months),
            "lands": _plain(figures.lands),
            "kreise": {land: _plain(told) for land, told in figures.kreise},
            "named": _plain(figures.named),
            "quotes": list(figures.quotes),
        }

    def _tables(self, figures: ObstacleFigures) -> Iterator[tuple[str, list[tuple[str, int]]]]:
        for title, within, told, names, rest in self._told(figures):
            rows = [(names(name), number) for name, number in told.counts]
            rows += [(rest, told.rest)] if told.rest else []
            if rows:
                yield f"{title} ({within})" if within else title, rows

    def _told(self, figures: ObstacleFigures) -> Iterator[tuple[str, str, Told, Callable[[str], str], str]]:
        yield "Art", "", figures.sorts, lambda name: SORTS[name] if name != UNKNOWN else "ohne Art", "alle übrigen Arten"
        yield "Land", "", figures.lands, self._land, "alle übrigen Länder und ohne Ort"
        for land, told in figures.kreise:
            yield "Kreis", self._land(land), told, lambda name: name or "ohne Kreis", "alle übrigen Kreise und ohne Kreis"
        yield "Monat", "", figures.months, _month, "alle übrigen Monate"
        yield "Genannte Regel oder Stelle", "", figures.named, _named, ""

    def _land(self, land: str) -> str:
        return self.land_name(land) if land != UNKNOWN else "ohne Ort"


def _plain(told: Told) -> dict[str, Any]:
    return {"counts": {name or "unknown": number for name, number in told.counts}, "rest": told.rest}


def _quarter(figures: ObstacleFigures) -> str:
    return f"{figures.quarter.number}. Quartal {figures.quarter.year}"


def _month(name: str) -> str:
    year, month = name.split("-")
    return f"{_MONTHS[int(month) - 1]} {year}"


def _named(name: str) -> str:
    return name.upper() if name in ("gema", "dsgvo", "leader") else name if name.startswith("§") else name.capitalize()

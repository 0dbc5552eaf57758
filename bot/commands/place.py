"""Sagt zu jeder Zeile, welches Land, welcher Kreis und welcher Ort gemeint ist.

Ausgabe: eine Zeile JSON je Zeile, {"q", "land", "kreis", "place", "candidates"}; bei mehrdeutigen Namen ist land leer
(null) und candidates nennt die Möglichkeiten.
"""
from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.lines import add_file_argument, read_texts, write_lines
from bot.settings import Settings

HELP = "Ortsangaben auflösen"


def add_arguments(parser) -> None:
    add_file_argument(parser)


def run(arguments, settings: Settings) -> int:
    from knowledge.places import PlaceResolver

    resolver = PlaceResolver.from_content(settings.content)

    def resolved(text: str) -> dict[str, Any]:
        found = resolver.resolve(text)
        return {
            "q": text,
            "land": found.land,
            "kreis": found.kreis,
            "place": found.place,
            "candidates": [asdict(one) for one in found.candidates],
        }

    write_lines(map(resolved, read_texts(arguments.file)))
    return 0

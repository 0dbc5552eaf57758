"""Sucht zu jeder Zeile die Einträge der Wissensbasis, die am besten passen.

Ausgabe: eine Zeile JSON je Zeile, {"q", "hits": [{"id", "score", "why"}]}. why nennt die Teile, aus denen sich score
zusammensetzt. Gesucht wird in der Datenbank; fehlt sie oder ist sie veraltet, werden die Einträge vorher geladen.
"""
from __future__ import annotations

import logging
import sys
from dataclasses import replace
from typing import Any

from bot.lines import add_file_argument, read_texts, write_lines
from bot.quiet_logging import configure_logging
from bot.settings import Settings

HELP = "in der Wissensbasis suchen"
KINDS = ("foerderung", "rechtliche_huerden", "kontakte", "fallbeispiele", "methoden", "veranstaltungen")
LANDS = tuple(f"DE-{code}" for code in "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split())


def add_arguments(parser) -> None:
    add_file_argument(parser)
    parser.add_argument("--kind", choices=KINDS, metavar="ART", help=f"nur diese Art: {', '.join(KINDS)}")
    parser.add_argument("--land", choices=LANDS, metavar="LAND", help="nur was in diesem Land gilt, etwa DE-SN")
    parser.add_argument("--limit", type=_positive, default=10, metavar="ZAHL", help="so viele Treffer (10)")


def run(arguments, settings: Settings) -> int:
    sys.modules.setdefault("tensorflow", None)  # spaCy's thinc would load it unused
    configure_logging("search", logging.ERROR, sys.stderr)
    from bot.bootstrap import load_knowledge, open_library
    from knowledge.places import Place, Resolution

    load_knowledge(settings)
    library = open_library(settings)
    today = settings.now().date()

    def found(text: str) -> dict[str, Any]:
        if not text.strip():
            return {"q": text, "hits": []}
        asked = library.reader.read(text)
        if arguments.land:
            place = Place(arguments.land, None, None)
            asked = replace(asked, where=Resolution(arguments.land, None, None, (place,), asked.where.mentions))
        hits = library.search.ranking(asked, today, arguments.kind, arguments.limit, bool(arguments.land))
        return {"q": text, "hits": [{"id": hit.record.id, "score": hit.score, "why": hit.why} for hit in hits]}

    write_lines(map(found, read_texts(arguments.file)))
    return 0


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError
    return value

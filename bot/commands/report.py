"""Zählt, was Menschen gemeldet haben, so dass sich die Zahlen weitergeben lassen.

Gezählt wird nur, wessen Auswertung erlaubt ist. Zahlen unter fünf stehen nirgends, auch nicht als Unterschied zwischen einer Summe
und ihren Teilen. Wie das geht, steht in docs/decisions/0022-figures.md.
"""
from __future__ import annotations

import json

from bot.output_file import output_file
from bot.settings import TIME_ZONE, Settings

HELP = "gemeldete Hindernisse zählen, zum Weitergeben"


def add_arguments(parser) -> None:
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )
    description = "Zählt die gemeldeten Hindernisse eines Quartals nach Art, Land, Kreis, Monat und genannter Regel oder Stelle."
    obstacles = choices.add_parser("obstacles", help="Hindernisse eines Quartals zählen", description=description)
    obstacles.add_argument("--quarter", required=True, type=_quarter, metavar="QUARTAL", help="etwa 2026Q4")
    form = obstacles.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="als JSON, für Programme")
    form.add_argument("--csv", action="store_true", help="als CSV-Tabelle, für Excel, LibreOffice und andere")
    obstacles.add_argument("--quotes", action="store_true", help="mit Zitaten von allen, die auch das erlaubt haben; geschwärzt")
    obstacles.add_argument("--to", metavar="DATEI", help="neue Datei, die nur Sie lesen dürfen; ohne: auf die Ausgabe")


def run(arguments, settings: Settings) -> int:
    from bot.compose_office import office_at_hand
    from knowledge.places import PlaceResolver
    from office.matters.kinds.obstacle import OBSTACLE
    from office.spreadsheets import write_spreadsheet
    from office.statistics.obstacles import obstacle_figures
    from wording.consent import quoting_versions
    from wording.figures import COLUMNS, FigureWords

    quote = _quote(settings) if arguments.quotes else None
    with office_at_hand(settings) as office:
        figures = obstacle_figures(office.of(OBSTACLE), arguments.quarter, TIME_ZONE, quote, quoting_versions())
    words = FigureWords(PlaceResolver.from_content(settings.content).land_name)
    with output_file(arguments.to) as out:
        if arguments.csv:
            write_spreadsheet(out, COLUMNS, words.rows(figures))
        elif arguments.json:
            out.write(json.dumps(words.values(figures), ensure_ascii=False, indent=2).encode("utf-8") + b"\n")
        else:
            out.write(words.text(figures, settings.now().date()).encode("utf-8") + b"\n")
    return 0


def _quote(settings: Settings):
    """Loads the German pipeline, so only where quotes are wanted."""
    from conversation.masking.masking import open_masking
    from conversation.quoting import Quoting
    from knowledge.reading import open_reader

    reader = open_reader(settings.content, settings.spacy_model)
    return Quoting(open_masking(settings.content, reader), reader).quote


def _quarter(text: str):
    from office.statistics.quarter import read_quarter

    return read_quarter(text)

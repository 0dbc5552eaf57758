"""Pflegt die Einträge der Wissensbasis und die Plätze der Beratung: prüfen, ansehen, aus Tabellen übernehmen, mit der Datenbank abgleichen.

Wie ein Eintrag geändert wird, steht in docs/editing-records.md; was ein Unterbefehl tut, sagt
./lotse content UNTERBEFEHL --help.
"""
from __future__ import annotations

import importlib

from bot.settings import Settings

HELP = "die Einträge der Wissensbasis pflegen"
KINDS = ("foerderung", "rechtliche_huerden", "kontakte", "fallbeispiele", "methoden", "veranstaltungen")


def add_arguments(parser) -> None:
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )

    def add(name: str, module: str, help: str, more: str = ""):
        part = choices.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}. {more}".strip())
        part.set_defaults(module=module)
        return part

    check = add("check", "check", "alle Einträge prüfen", "Rückgabewert 1 bei Fehlern im Aufbau und Widersprüchen.")
    check.add_argument("--strict", action="store_true", help="Rückgabewert 1 auch bei allen anderen Hinweisen")
    check.add_argument("--links", action="store_true", help="auch alle Internetadressen besuchen (Minuten)")

    show = add("show", "show", "einen Eintrag so zeigen, wie Menschen ihn sehen", "Auch einen Platz der Beratung. Gelesen wird die Datei, nicht die Datenbank.")
    show.add_argument("id", metavar="ID", help="die id des Eintrags, etwa foe-by-sela")

    history = add("history", "database", "alle Fassungen eines Eintrags zeigen", "Gelesen wird die Datenbank.")
    history.add_argument("id", metavar="ID", help="die id des Eintrags")

    export = add(
        "export", "database", "die Einträge der Datenbank als YAML schreiben",
        "Unveränderte Einträge bleiben\nZeichen für Zeichen gleich, von geänderten werden nur die geänderten Felder neu geschrieben.",
    )  # fmt: skip
    where = export.add_mutually_exclusive_group()
    where.add_argument("--to", metavar="ORDNER", help="wohin (var/export); dort Vorhandenes wird ersetzt")
    where.add_argument("--in-place", action="store_true", help="in den Ordner der Einträge, nur was dort nicht neuer ist")

    take = add("take", "database", "einen Konflikt zwischen Datei und Datenbank entscheiden")
    take.add_argument("side", choices=("yaml", "database"), metavar="SEITE", help="yaml oder database: diese Fassung gilt")
    take.add_argument("id", metavar="ID", help="die id des Eintrags")

    table = add("import", "table", "neue Einträge aus einer CSV-Tabelle übernehmen", "Bei einem Fehler wird nichts geschrieben.")
    table.add_argument("file", metavar="DATEI", help="CSV in UTF-8 oder Windows-1252, mit Strichpunkt oder Komma")
    _add_kind(table)
    table.add_argument("--dry-run", action="store_true", help="nur prüfen und berichten")

    template = add("template", "table", "eine leere CSV-Tabelle mit den Spalten einer Art ausgeben")
    _add_kind(template)


def _add_kind(parser) -> None:
    parser.add_argument("--kind", choices=KINDS, required=True, metavar="ART", help=f"die Art: {', '.join(KINDS)}")


def run(arguments, settings: Settings) -> int:
    module = importlib.import_module(f"bot.editing.{arguments.module}")
    return module.PARTS[arguments.part](arguments, settings)

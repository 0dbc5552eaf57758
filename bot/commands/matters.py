"""Kümmert sich um alles, was Menschen der Stelle hinterlassen haben: Rückrufe, Fragen, Ideen, Hindernisse, Anliegen.

matters forget löscht, was zu alt ist, jede Art nach ihrer Frist. Rufen Sie es einmal am Tag auf.
"""
from __future__ import annotations

from bot.settings import Settings

HELP = "Vorgänge aller Art löschen, deren Frist vorbei ist"


def add_arguments(parser) -> None:
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )
    description = "Löscht, was zu alt ist, jede Art nach ihrer Frist."
    choices.add_parser("forget", help="löschen, was zu alt ist", description=description)


def run(arguments, settings: Settings) -> int:
    from bot.compose_office import office_at_hand

    with office_at_hand(settings) as office:
        number = office.forget_older_than(settings.now())
    print({0: "Nichts war zu alt.", 1: "Ein Vorgang ist gelöscht."}.get(number, f"{number} Vorgänge sind gelöscht."))
    return 0

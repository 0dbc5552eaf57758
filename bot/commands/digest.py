"""Zeigt, was bei der Stelle eingegangen ist und was auf sie wartet. Namen und Texte stehen nicht darin.

Der Worker schickt dasselbe einmal am Tag als Mail an LOTSE_DIGEST_TO, oder an die Adresse der Stelle.
"""
from __future__ import annotations

HELP = "zeigen, was eingegangen ist und was wartet"


def add_arguments(parser) -> None:
    """For `bot.cli`."""
    parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    ).add_parser("show", help="die Übersicht auf die Ausgabe schreiben", description="Die Übersicht auf die Ausgabe schreiben.")


def run(arguments, settings) -> int:
    """For `bot.cli`."""
    from bot.compose_office import office_digest
    from storage.migrate import database_at_hand
    from wording.digest import digest_text

    with database_at_hand(settings.database_url) as database:
        now = settings.now()
        digest = office_digest(database, settings)
        print(digest_text(digest.of(now), now, digest.beside(now)), end="")
    return 0

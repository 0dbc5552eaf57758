"""Führt aus, was der Datenschutz verlangt: Fristen, Auskunft, Löschung, und zeigt, was jede Tabelle über sich sagt.

Was ein Unterbefehl tut, sagt ./lotse privacy UNTERBEFEHL --help. Ein Gespräch nennt man mit seiner Kennung, die in der Datei
mit den eigenen Daten steht (64 Zeichen), oder mit dem Schlüssel, den der Browser hat; „-“ liest ihn von der Eingabe.
"""
from __future__ import annotations

import json
import os
import re
import sys

from bot.commands import given_path
from bot.errors import StartError
from bot.settings import TIME_ZONE, Settings

HELP = "Fristen ausführen, Gespräche ausgeben und löschen, Erklärungen der Tabellen zeigen"
_KEY = re.compile(r"[0-9a-f]{64}")


def add_arguments(parser) -> None:
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )

    def add(name: str, help: str, more: str = ""):
        return choices.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}. {more}".strip())

    add("sweep", "löschen, was zu alt ist, und das Gelöschte in den Dateien überschreiben", "Einmal am Tag ist richtig.")
    listing = add("declarations", "zeigen, was jede Tabelle über personenbezogene Daten sagt")
    listing.add_argument("--json", action="store_true", help="als JSON")
    export = add("export", "ausgeben, was zu einem Gespräch gespeichert ist")
    export.add_argument("--format", choices=("text", "json"), default="text", help="text oder json (text)")
    export.add_argument("--to", metavar="DATEI", help="neue Datei, die nur Sie lesen dürfen; ohne: auf die Ausgabe")
    delete = add("delete", "ein Gespräch ganz löschen", "Was eine Nummer hat, etwa ein Rückruf, bleibt.")
    delete.add_argument("--surely", action="store_true", help="wirklich löschen; ohne wird nur gezeigt, wie viel da ist")
    for one in (export, delete):
        one.add_argument("conversation", metavar="GESPRÄCH", help="die Kennung, der Schlüssel oder -")


def run(arguments, settings: Settings) -> int:
    from bot.compose_office import my_data
    from conversation.refusals import StorageUnavailable
    from storage import StorageError
    from storage.migrate import database_at_hand

    with database_at_hand(settings.database_url) as database:
        try:
            return _PARTS[arguments.part](my_data(database, settings), arguments, settings)
        except StorageUnavailable as error:
            raise error.__cause__ if isinstance(error.__cause__, StorageError) else error


def _sweep(mine, arguments, settings: Settings) -> int:
    from wording.privacy_report import sweep_report

    swept = mine.sweep(settings.now())
    print(sweep_report(swept))
    return 0 if swept.is_overwritten else 1


def _declarations(mine, arguments, settings: Settings) -> int:
    from wording.privacy_report import declaration_lines

    told = mine.declarations()
    print(json.dumps(told, ensure_ascii=False, indent=2) if arguments.json else "\n".join(declaration_lines(told)))
    return 0


def _export(mine, arguments, settings: Settings) -> int:
    from conversation.refusals import ConversationUnknown
    from knowledge.office import read_office
    from wording.export import export_as_text

    try:
        export = mine.export(_key(arguments.conversation), settings.now())
    except ConversationUnknown:
        raise StartError("Zu diesem Gespräch ist nichts gespeichert.") from None
    if arguments.format == "json":
        text = json.dumps(export, ensure_ascii=False, indent=2) + "\n"
    else:
        text = export_as_text(export, read_office(settings.content), TIME_ZONE)
    if arguments.to is None:
        print(text, end="")
        return 0
    try:
        handle = os.open(given_path(arguments.to), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise StartError(f"Die Datei {arguments.to} gibt es schon. Bitte nennen Sie einen anderen Namen.") from None
    except OSError as error:
        raise StartError(f"Die Datei {arguments.to} lässt sich nicht schreiben ({error.strerror}).") from None
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    return 0


def _delete(mine, arguments, settings: Settings) -> int:
    from wording.privacy_report import deletion_report, held_report

    key = _key(arguments.conversation)
    if not arguments.surely:
        print(held_report(mine.held(key)))
        return 0
    print(deletion_report(mine.delete(key)))
    return 0


_PARTS = {"sweep": _sweep, "declarations": _declarations, "export": _export, "delete": _delete}


def _key(given: str) -> str:
    from conversation.incoming import key_of

    told = sys.stdin.readline().strip() if given == "-" else given.strip()
    if not told:
        raise StartError("Bitte nennen Sie die Kennung des Gesprächs.")
    return told if _KEY.fullmatch(told) else key_of(told)

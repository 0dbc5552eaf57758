"""Zeigt der Stelle, wie Menschen die Antworten bewertet haben, und welche Einträge enttäuschen.

Was ein Unterbefehl tut, sagt ./lotse feedback UNTERBEFEHL --help. Namen und Nummern in Fragen und Gründen sind
geschwärzt, soweit das Programm sie erkannt hat: Bitte geben Sie die Ausgaben trotzdem nicht weiter.
"""
from __future__ import annotations

import json
from datetime import date, datetime, time

from bot.output_file import output_file
from bot.settings import TIME_ZONE, Settings

HELP = "Rückmeldungen zu Antworten zeigen und ausgeben"
VERDICTS = {"helpful": True, "unhelpful": False}
FORMATS = ("csv", "json")


def add_arguments(parser) -> None:
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )

    def add(name: str, help: str, more: str = ""):
        return choices.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}. {more}".strip())

    _add_filters(add("list", "die Rückmeldungen zeigen", "Die neueste kommt zuerst."))
    export = add("export", "die Rückmeldungen ausgeben", "Als CSV-Tabelle oder mit einem JSON-Objekt je Zeile.")
    _add_filters(export)
    export.add_argument("--format", choices=FORMATS, default="csv", metavar="FORM", help="csv (ohne Angabe) oder json")
    export.add_argument("--to", metavar="DATEI", help="neue Datei, die nur Sie lesen dürfen; ohne: auf die Ausgabe")
    _add_filters(add("records", "je Eintrag zählen", "Zuerst kommen die Einträge, die am öftesten nicht geholfen haben."))
    add("forget", "löschen, was älter als 180 Tage ist")


def run(arguments, settings: Settings) -> int:
    from bot.compose_office import office_at_hand

    with office_at_hand(settings) as office:
        return _PARTS[arguments.part](office.feedback, arguments, settings)


def _list(feedback, arguments, settings: Settings) -> int:
    from wording.feedback_list import NOTHING, short_rating

    print("\n".join(short_rating(one, TIME_ZONE) for one in feedback.list(_filter(arguments))) or NOTHING)
    return 0


def _export(feedback, arguments, settings: Settings) -> int:
    from office.spreadsheets import write_spreadsheet
    from wording.feedback_list import COLUMNS, rating_cells, rating_object

    found = feedback.list(_filter(arguments))
    with output_file(arguments.to) as out:
        if arguments.format == "csv":
            write_spreadsheet(out, COLUMNS, (rating_cells(one, TIME_ZONE) for one in found))
        else:
            for one in found:
                out.write(json.dumps(rating_object(one, TIME_ZONE), ensure_ascii=False).encode("utf-8") + b"\n")
    return 0


def _records(feedback, arguments, settings: Settings) -> int:
    from wording.feedback_list import count_lines

    print("\n".join(count_lines(feedback.count_by_record(_filter(arguments)))))
    return 0


def _forget(feedback, arguments, settings: Settings) -> int:
    number = feedback.forget_older_than(settings.now())
    print({0: "Keine Rückmeldung war zu alt.", 1: "Eine Rückmeldung ist gelöscht."}.get(
        number, f"{number} Rückmeldungen sind gelöscht."
    ))  # fmt: skip
    return 0


_PARTS = {"list": _list, "export": _export, "records": _records, "forget": _forget}


def _filter(arguments):
    from office.feedback import FeedbackFilter

    since = datetime.combine(arguments.since, time(), TIME_ZONE) if arguments.since else None
    return FeedbackFilter(since, VERDICTS.get(arguments.verdict), arguments.record)


def _add_filters(parser) -> None:
    parser.add_argument("--since", type=_day, metavar="TAG", help="nur was seit diesem Tag kam, etwa 2026-11-22")
    parser.add_argument(
        "--verdict", choices=tuple(VERDICTS), metavar="URTEIL", help="helpful (hilfreich) oder unhelpful (nicht hilfreich)"
    )
    parser.add_argument("--record", metavar="KENNUNG", help="nur zu diesem Eintrag, etwa foe-bund-stark")


def _day(text: str) -> date:
    return date.fromisoformat(text)

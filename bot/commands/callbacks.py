"""Zeigt der Stelle die Rückrufe, um die Menschen gebeten haben, und hält fest, was daraus geworden ist.

Was ein Unterbefehl tut, sagt ./lotse callbacks UNTERBEFEHL --help. Die Ausgaben enthalten Namen und Telefonnummern:
Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

from datetime import date, datetime, time

from bot.errors import StartError
from bot.output_file import output_file
from bot.settings import TIME_ZONE, Settings

HELP = "die Rückrufe der Stelle zeigen und abhaken"
STATES = ("open", "called", "done", "withdrawn", "all")
_MARKED_BY = {"called": "mark_called", "done": "mark_done", "withdraw": "mark_withdrawn"}


def add_arguments(parser) -> None:
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )

    def add(name: str, help: str, more: str = ""):
        return choices.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}. {more}".strip())

    listing = add("list", "die Rückrufe zeigen, die noch zu tun sind", "Der älteste kommt zuerst.")
    _add_filters(listing, "ohne: offene und angerufene")
    _add_number(add("show", "einen Rückruf ganz zeigen"))
    for name, help, more in (
        ("called", "vermerken, dass niemand abgenommen hat", "Der Rückruf bleibt auf der Liste."),
        ("done", "einen Rückruf abhaken", "Was die Person angegeben hat, wird nach 30 Tagen gelöscht."),
        ("withdraw", "einen Rückruf für die Person zurückziehen", "Was sie angegeben hat, wird sofort gelöscht."),
    ):
        part = add(name, help, more)
        _add_number(part)
        part.add_argument("--by", default="Stelle", metavar="ROLLE", help="wer das war, als Rolle, nicht als Name (Stelle)")
    export = add("export", "die Rückrufe als CSV-Tabelle ausgeben", "Für Excel, LibreOffice und andere.")
    _add_filters(export, "ohne: alle")
    export.add_argument("--to", metavar="DATEI", help="neue Datei, die nur Sie lesen dürfen; ohne: auf die Ausgabe")
    add("forget", "löschen, was zu alt ist", "Erledigtes und Zurückgezogenes nach 30, alles andere nach 180 Tagen.")


def run(arguments, settings: Settings) -> int:
    from bot.compose_office import office_at_hand

    with office_at_hand(settings) as office:
        return _PARTS[arguments.part](office.callbacks, arguments, settings)


def _list(callbacks, arguments, settings: Settings) -> int:
    from wording.callback_list import NOTHING, short_callback

    found = callbacks.list(_filter(arguments, default=("open", "called")))
    print("\n".join(short_callback(one, TIME_ZONE) for one in found) or NOTHING)
    return 0


def _show(callbacks, arguments, settings: Settings) -> int:
    from wording.callback_list import unknown_number, whole_callback

    callback = callbacks.find(arguments.number)
    if callback is None:
        raise StartError(unknown_number(arguments.number))
    print(whole_callback(callback, TIME_ZONE))
    return 0


def _mark(callbacks, arguments, settings: Settings) -> int:
    from office.callbacks import CallbackOutcome
    from wording.callback_list import outcome_for_staff, unknown_number

    verb = getattr(callbacks, _MARKED_BY[arguments.part])
    result = verb(arguments.number, arguments.by, settings.now())
    if result.outcome is CallbackOutcome.INVALID:
        raise StartError(f"--by braucht eine Rolle mit höchstens {result.problems[0].limit} Zeichen.")
    if result.outcome is CallbackOutcome.UNKNOWN_NUMBER:
        raise StartError(unknown_number(arguments.number))
    print(outcome_for_staff(result))
    return 0


def _export(callbacks, arguments, settings: Settings) -> int:
    from office.spreadsheets import write_spreadsheet
    from wording.callback_list import COLUMNS, callback_cells

    found = callbacks.list(_filter(arguments, default=STATES[:-1]))
    with output_file(arguments.to) as out:
        write_spreadsheet(out, COLUMNS, (callback_cells(one, TIME_ZONE) for one in found))
    return 0


def _forget(callbacks, arguments, settings: Settings) -> int:
    number = callbacks.forget_older_than(settings.now())
    print({0: "Kein Rückruf war zu alt.", 1: "Ein Rückruf ist gelöscht."}.get(number, f"{number} Rückrufe sind gelöscht."))
    return 0


_PARTS = {"list": _list, "show": _show, "export": _export, "forget": _forget, **dict.fromkeys(_MARKED_BY, _mark)}


def _filter(arguments, default: tuple[str, ...]):
    from office.callbacks import CallbackFilter, CallbackState

    chosen = STATES[:-1] if arguments.state == "all" else (arguments.state,) if arguments.state else default
    since = datetime.combine(arguments.since, time(), TIME_ZONE) if arguments.since else None
    return CallbackFilter(frozenset(map(CallbackState, chosen)), since)


def _add_number(parser) -> None:
    parser.add_argument("number", metavar="NUMMER", help="die Nummer, etwa RUECKRUF-7K3M9U oder 7k3m9u")


def _add_filters(parser, default: str) -> None:
    parser.add_argument(
        "--state", choices=STATES, metavar="STAND",
        help=f"open (offen), called (angerufen), done (erledigt), withdrawn (zurückgezogen) oder all; {default}",
    )  # fmt: skip
    parser.add_argument("--since", type=_day, metavar="TAG", help="nur was seit diesem Tag kam, etwa 2026-11-22")


def _day(text: str) -> date:
    return date.fromisoformat(text)

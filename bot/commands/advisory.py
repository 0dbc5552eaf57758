"""Zeigt freie Beratungszeiten und vergebene Termine, bucht, verschiebt und sagt ab, und hält Abwesenheit fest.

Was ein Unterbefehl tut, sagt ./lotse advisory UNTERBEFEHL --help; ausführlich steht es in docs/handbuch/beratung.md. Die Ausgaben
enthalten, was Menschen angegeben haben: Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

import importlib
from datetime import date, datetime

from bot.settings import TIME_ZONE, Settings

HELP = "Beratungstermine zeigen, buchen, verschieben, absagen; Abwesenheit eintragen"
FORMATS = ("telefon", "video", "vor_ort", "besuch")
ACCESS = ("stufenlos", "gebaerdensprache", "einfache_sprache", "schriftlich", "mehr_zeit")
STATES = ("took_place", "missed")


def add_arguments(parser) -> None:
    add = _adder(parser)
    _json(add("advisers", "times", "die Plätze der Beratung mit Themen, Orten und Zeiten zeigen"))
    _add_slots(add("slots", "times", "freie Zeiten zeigen", "Die früheste kommt zuerst; vergeben wird hier nichts."))
    day = add("day", "times", "zeigen, wer an einem Tag wann da ist und wer kommt")
    day.add_argument("day", type=date.fromisoformat, nargs="?", metavar="TAG", help="etwa 2026-12-01; ohne: heute")
    _adviser(day)
    _json(day)
    _add_sessions(add)
    _add_leave(_adder(add("leave", "leave", "Abwesenheit eintragen, herausnehmen, zeigen")))


def run(arguments, settings: Settings) -> int:
    from bot.compose_office import office_at_hand

    module = importlib.import_module(f"bot.advising.{arguments.module}")
    with office_at_hand(settings) as office:
        return module.PARTS[arguments.part](office, arguments, settings)


def _add_slots(slots) -> None:
    _adviser(slots)
    slots.add_argument("--day", type=date.fromisoformat, metavar="TAG", help="nur an diesem Tag, etwa 2026-12-01")
    slots.add_argument("--from", dest="first", type=date.fromisoformat, metavar="TAG", help="nur ab diesem Tag")
    slots.add_argument("--until", dest="last", type=date.fromisoformat, metavar="TAG", help="nur bis zu diesem Tag, er zählt mit")
    slots.add_argument(
        "--topic", action="append", default=[], metavar="THEMA", help="etwa Mobilität, Fördermittel, Verein; auch mehrmals"
    )
    slots.add_argument("--place", metavar="ORT", help="Ort, Kreis oder Land, etwa Bautzen")
    slots.add_argument("--minutes", type=int, metavar="MINUTEN", help="wie lange, etwa 30")
    slots.add_argument("--format", choices=FORMATS, metavar="FORM", help=", ".join(FORMATS))
    slots.add_argument("--language", metavar="SPRACHE", help="etwa en oder pl")
    slots.add_argument(
        "--access", action="append", default=[], choices=ACCESS, metavar="BEDARF", help=f"{', '.join(ACCESS)}; auch mehrmals"
    )
    slots.add_argument("--limit", type=int, default=20, metavar="ZAHL", help="höchstens so viele (20)")
    _json(slots)


def _add_sessions(add) -> None:
    listing = add("list", "sessions", "die vergebenen Termine zeigen", "Ohne Tage: die von heute an.")
    _adviser(listing)
    listing.add_argument("--from", dest="first", type=date.fromisoformat, metavar="TAG", help="ab diesem Tag")
    listing.add_argument("--until", dest="last", type=date.fromisoformat, metavar="TAG", help="bis zu diesem Tag, er zählt mit")
    listing.add_argument("--with-cancelled", action="store_true", help="auch die abgesagten")
    listing.add_argument("--misplaced", action="store_true", help="nur kommende, die nicht mehr zu ihrem Platz passen")
    _json(listing)
    _json(_number(add("show", "sessions", "einen Termin ganz zeigen")))

    book = add(
        "book", "sessions", "einen Termin für jemanden buchen, der anruft",
        "Auch kurzfristig, aber nur zu den Zeiten des Platzes.\nNummer und Code erscheinen einmal: Bitte nennen Sie beides der "
        "Person. Was Sie nicht als Schalter angeben, wird\nin einem Terminal gefragt.",
    )  # fmt: skip
    book.add_argument("--adviser", required=True, metavar="PLATZ", help="die id des Platzes, etwa ber-foerderung")
    _start(book)
    book.add_argument("--minutes", type=int, metavar="MINUTEN", help="wie lange; ohne: die erste Länge des Platzes")
    book.add_argument("--format", choices=FORMATS, required=True, metavar="FORM", help=", ".join(FORMATS))
    book.add_argument("--name", metavar="TEXT", help="Name oder Pseudonym")
    book.add_argument("--reach", metavar="TEXT", help="Telefonnummer oder Mailadresse, auch beides")
    book.add_argument("--topic", metavar="TEXT", help="worum es geht")
    book.add_argument("--needs", metavar="TEXT", help="was die Person braucht, um teilzunehmen")
    book.add_argument("--place", metavar="TEXT", help="bei besuch: wohin die Beratung kommt")
    book.add_argument("--note", metavar="TEXT", help="was sonst noch wichtig ist")
    book.add_argument("--consent", action="store_true", help="die Person hat dem vorgelesenen Text zugestimmt")
    _by(book)

    move = _number(add("move", "sessions", "einen Termin verschieben", "Die neue Zeit ist vergeben, bevor die alte frei wird."))
    _start(move)
    move.add_argument("--adviser", metavar="PLATZ", help="ein anderer Platz; ohne: derselbe")
    move.add_argument("--minutes", type=int, metavar="MINUTEN", help="eine andere Länge; ohne: dieselbe")
    _by(move)
    cancel = _number(add("cancel", "sessions", "einen Termin absagen", "Die Person bekommt eine Mail, wenn das möglich ist."))
    cancel.add_argument("--reason", default="", metavar="TEXT", help="warum; die Person liest es")
    _by(cancel)
    _by(_number(add(
        "withdraw", "sessions", "einen Termin für die Person zurückziehen", "Was sie angegeben hat, wird sofort gelöscht."
    )))  # fmt: skip
    state = _number(add("set-state", "sessions", "festhalten, ob ein Termin stattgefunden hat"))
    state.add_argument("state", choices=STATES, metavar="STAND", help="took_place (hat stattgefunden), missed (niemand kam)")
    _by(state)


def _add_leave(add) -> None:
    entered = add("add", "leave", "Abwesenheit eintragen", "Schon vergebene Termine bleiben; der Befehl nennt sie.", "leave_add")
    entered.add_argument("adviser", metavar="PLATZ", help="die id des Platzes, etwa ber-foerderung")
    entered.add_argument("first", type=date.fromisoformat, metavar="VON", help="der erste Tag, etwa 2026-12-01")
    entered.add_argument("last", type=date.fromisoformat, nargs="?", metavar="BIS", help="der letzte Tag; ohne: nur der eine")
    _by(entered)
    add("remove", "leave", "Abwesenheit herausnehmen", "", "leave_remove").add_argument(
        "id", type=int, metavar="NR", help="die Nummer aus ./lotse advisory leave list"
    )
    listing = add("list", "leave", "Abwesenheit zeigen, mit den Terminen darin", "", "leave_list")
    _adviser(listing)
    _json(listing)


def _adder(parser):
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )

    def add(name: str, module: str, help: str, more: str = "", part: str | None = None):
        added = choices.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}. {more}".strip())
        added.set_defaults(module=module, **({"part": part} if part else {}))
        return added

    return add


def _adviser(parser) -> None:
    parser.add_argument("--adviser", metavar="PLATZ", help="nur dieser Platz, etwa ber-foerderung")


def _number(parser):
    parser.add_argument("number", metavar="NUMMER", help="die Nummer, etwa TERMIN-7K3M9U oder 7k3m9u")
    return parser


def _start(parser) -> None:
    parser.add_argument("--start", required=True, type=_moment, metavar="ZEIT", help="wann er beginnt, etwa 2026-12-01T14:30")


def _by(parser) -> None:
    parser.add_argument("--by", default="Stelle", metavar="ROLLE", help="wer das war, als Rolle, nicht als Name (Stelle)")


def _json(parser) -> None:
    parser.add_argument("--json", action="store_true", help="als JSON für Programme, eine Zeile je Eintrag")


def _moment(text: str) -> datetime:
    """A local time without a zone, or any with one."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=TIME_ZONE)

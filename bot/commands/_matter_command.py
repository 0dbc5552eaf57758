"""The commands on matters: `./lotse callbacks`, `./lotse questions` and what follows are built here, kind by kind."""
from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Mapping

from bot.commands import given_path
from bot.errors import StartError
from bot.output_file import output_file
from bot.settings import TIME_ZONE, Settings
from wording.matter_list import ListWords

_ALL = "all"


@dataclass(frozen=True)
class Part:
    """A sub-command: its line in the help, and what is added to that in its own help."""

    help: str
    more: str = ""


@dataclass(frozen=True)
class MatterCommand:
    """The command of one kind. `parts` tells which sub-commands there are: list, show, answer, set-state, withdraw, export,
    forget, and any state that the office may bring a matter to. `narrowed`: what `list` shows without a state. `example` is a
    number as people write it."""

    words: ListWords
    parts: Mapping[str, Part]
    narrowed: str
    example: str

    def add_arguments(self, parser):
        """For `bot.cli`; gives the sub-commands, to which a kind may add its own."""
        choices = parser.add_subparsers(
            title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
        )
        for name, part in self.parts.items():
            description = f"{part.help[0].upper()}{part.help[1:]}. {part.more}".strip()
            added = choices.add_parser(name, help=part.help, description=description)
            if name in ("list", "export"):
                self._add_filters(added, self.narrowed if name == "list" else "ohne: alle")
            if name == "export":
                added.add_argument(
                    "--to", metavar="DATEI", help="neue Datei, die nur Sie lesen dürfen; ohne: auf die Ausgabe"
                )
            if name not in ("list", "export", "forget"):
                added.add_argument("number", metavar="NUMMER", help=f"die Nummer, etwa {self.example}")
            if name in ("list", "show"):
                added.add_argument("--json", action="store_true", help="als JSON statt zum Lesen; list: eine Zeile je Vorgang")
            if name == "set-state":
                self._add_state(added)
            if name == "answer":
                added.add_argument("text", metavar="TEXT", nargs="?", help="die Antwort; ohne: aus --from oder der Eingabe")
                added.add_argument("--from", dest="source", metavar="DATEI", help="Datei, in der die Antwort steht")
            if name not in ("list", "export", "forget", "show"):
                added.add_argument(
                    "--by", default="Stelle", metavar="ROLLE", help="wer das war, als Rolle, nicht als Name (Stelle)"
                )
        return choices

    def run(self, arguments, settings: Settings) -> int:
        """For `bot.cli`."""
        from bot.compose_office import office_at_hand

        steps = {"list": self._list, "show": self._show, "export": self._export, "forget": self._forget,
                 "answer": self._answer, "withdraw": self._withdraw, "set-state": self._set_given_state}  # fmt: skip
        with office_at_hand(settings) as office:
            return steps.get(arguments.part, self._set_state)(office.of(self.words.kind), arguments, settings)

    def _list(self, matters, arguments, settings: Settings) -> int:
        found = matters.list(self._filter(arguments, None))
        if arguments.json:
            print("\n".join(json.dumps(as_json(one), ensure_ascii=False) for one in found))
            return 0
        print("\n".join(self.words.short(one, TIME_ZONE) for one in found) or self.words.none)
        return 0

    def _show(self, matters, arguments, settings: Settings) -> int:
        matter = matters.find(arguments.number)
        if matter is None:
            raise StartError(self.words.unknown_number(arguments.number))
        print(json.dumps(as_json(matter), ensure_ascii=False, indent=2) if arguments.json else self.words.whole(matter, TIME_ZONE))
        return 0

    def _set_given_state(self, matters, arguments, settings: Settings) -> int:
        reason = arguments.reason or ""
        result = matters.set_state(arguments.number, arguments.state, arguments.by, settings.now(), reason)
        return self._told(arguments, result)

    def _set_state(self, matters, arguments, settings: Settings) -> int:
        return self._told(arguments, matters.set_state(arguments.number, arguments.part, arguments.by, settings.now()))

    def _withdraw(self, matters, arguments, settings: Settings) -> int:
        return self._told(arguments, matters.mark_withdrawn(arguments.number, arguments.by, settings.now()))

    def _answer(self, matters, arguments, settings: Settings) -> int:
        text = _answer_text(arguments)
        return self._told(arguments, matters.answer(arguments.number, text, arguments.by, settings.now()))

    def _told(self, arguments, result) -> int:
        from office.matters.model import MatterOutcome
        from office.typed_text import Reason

        if result.outcome is MatterOutcome.INVALID:
            problem = result.problems[0]
            if problem.field == "reason":
                raise StartError(
                    f"Dieser Stand braucht --reason mit höchstens {problem.limit} Zeichen: Die Person liest ihn mit Nummer und Code."
                )
            if problem.field == "by":
                raise StartError(f"--by braucht eine Rolle mit höchstens {problem.limit} Zeichen.")
            if problem.reason is Reason.TOO_LONG:
                raise StartError(f"Die Antwort darf höchstens {problem.limit} Zeichen haben.")
            raise StartError("Die Antwort ist leer." if problem.reason is Reason.MISSING else "Die Antwort ist nicht lesbar.")
        if result.outcome is MatterOutcome.UNKNOWN_NUMBER:
            raise StartError(self.words.unknown_number(arguments.number))
        print(self.words.said(result))
        return 0

    def _export(self, matters, arguments, settings: Settings) -> int:
        from office.spreadsheets import write_spreadsheet

        found = matters.list(self._filter(arguments, frozenset(self.words.states)))
        with output_file(arguments.to) as out:
            write_spreadsheet(out, self.words.columns, (self.words.cells(one, TIME_ZONE) for one in found))
        return 0

    def _forget(self, matters, arguments, settings: Settings) -> int:
        print(self.words.forgotten(matters.forget_older_than(settings.now())))
        return 0

    def _filter(self, arguments, default: frozenset[str] | None):
        from office.matters.model import MatterFilter

        every = frozenset(self.words.states)
        states = every if arguments.state == _ALL else frozenset({arguments.state}) if arguments.state else default
        since = datetime.combine(arguments.since, time(), TIME_ZONE) if arguments.since else None
        until = datetime.combine(arguments.until + timedelta(days=1), time(), TIME_ZONE) if arguments.until else None
        return MatterFilter(states, since, until, arguments.land, arguments.kreis, arguments.desk, arguments.sort)

    def _add_state(self, parser) -> None:
        reachable = {name for one in self.words.kind.states for name in one.leads_to}
        states = {name: german for name, german in self.words.states.items() if name in reachable}
        told = ", ".join(f"{name} ({german})" for name, german in states.items())
        parser.add_argument("state", choices=tuple(states), metavar="STAND", help=told)
        parser.add_argument("--reason", metavar="TEXT", help="für die Person: die Frage an sie oder die Begründung")

    def _add_filters(self, parser, default: str) -> None:
        states = self.words.states
        told = ", ".join(f"{name} ({german})" for name, german in states.items())
        parser.add_argument(
            "--state", choices=(*states, _ALL), metavar="STAND", help=f"{told} oder all; {default}"
        )
        parser.add_argument("--since", type=_day, metavar="TAG", help="nur was seit diesem Tag kam, etwa 2026-11-22")
        parser.add_argument("--until", type=_day, metavar="TAG", help="nur was bis zu diesem Tag kam, er selbst zählt mit")
        parser.add_argument("--desk", metavar="PLATZ", help="nur was zu diesem Platz der Stelle gehört, etwa Förderberatung")
        sorts = next((one.choices for one in self.words.kind.fields if one.name == "sort"), ())
        if sorts:
            told = ", ".join(f"{name} ({self.words.choices[name]})" for name in sorts)
            parser.add_argument("--sort", choices=sorts, metavar="ART", help=f"nur diese Art: {told}")
        else:
            parser.set_defaults(sort=None)
        has_place = self.words.kind.can_be_evaluated
        if has_place:
            parser.add_argument("--land", metavar="LAND", help="nur aus diesem Bundesland, etwa DE-SN")
            parser.add_argument("--kreis", metavar="KREIS", help="nur aus diesem Kreis, etwa Görlitz")
        else:
            parser.set_defaults(land=None, kreis=None)


def as_json(matter) -> dict[str, object]:
    """A matter as plain values, with moments in ISO 8601."""
    from dataclasses import asdict

    plain = asdict(matter)
    plain["consents"] = [{**asdict(one), "purpose": one.purpose.value} for one in matter.consents]
    return json.loads(json.dumps(plain, default=lambda value: value.isoformat()))


def _answer_text(arguments) -> str:
    """From the call, a file or the standard input; raises StartError."""
    if arguments.text is not None:
        return arguments.text
    if arguments.source is None:
        return sys.stdin.read()
    try:
        return given_path(arguments.source).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StartError(f"Die Datei {arguments.source} lässt sich nicht lesen ({type(error).__name__}).") from None


def _day(text: str) -> date:
    return date.fromisoformat(text)

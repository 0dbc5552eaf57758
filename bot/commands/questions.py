"""Zeigt der Stelle die Fragen, die der Assistent nicht beantworten konnte, und nimmt ihre Antworten auf.

Was ein Unterbefehl tut, sagt ./lotse questions UNTERBEFEHL --help. Die Antwort erscheint im Gespräch der Person, wenn es noch da
ist, und geht als Mail an eine bestätigte Adresse; wer nur ein Telefon angegeben hat, wartet auf Ihren Anruf. Die Ausgaben enthalten, was Menschen
geschrieben haben: Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

from bot.commands import _gap, _learned
from bot.commands._matter_command import MatterCommand, Part
from bot.settings import Settings
from wording.question_list import WORDS

HELP = "die Fragen an die Stelle zeigen und beantworten"
_COMMAND = MatterCommand(
    WORDS,
    {
        "list": Part("die Fragen zeigen, die auf eine Antwort warten", "Die älteste kommt zuerst."),
        "show": Part("eine Frage ganz zeigen", "Mit früheren Fassungen, Antwort und Verlauf."),
        "answer": Part("eine Frage beantworten", "Eine zweite Antwort kommt zur ersten hinzu."),
        "done": Part("eine Frage abschließen", "Was die Person angegeben hat, wird nach 90 Tagen gelöscht."),
        "withdraw": Part("eine Frage für die Person zurückziehen", "Was sie angegeben hat, wird sofort gelöscht."),
        "export": Part("die Fragen als CSV-Tabelle ausgeben", "Für Excel, LibreOffice und andere."),
    },
    narrowed="ohne: offene",
    example="FRAGE-7K3M9U oder 7k3m9u",
)


def add_arguments(parser) -> None:
    parts = _COMMAND.add_arguments(parser)
    _gap.add_gap(parts)
    _learned.add_learned(parts)


def run(arguments, settings: Settings) -> int:
    steps = {_gap.PART: _gap.run_gap, _learned.PART: _learned.run_learned}
    step = steps.get(arguments.part)
    return _COMMAND.run(arguments, settings) if step is None else step(_COMMAND, arguments, settings)

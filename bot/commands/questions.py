"""Zeigt der Stelle die Fragen, die der Assistent nicht beantworten konnte, und nimmt ihre Antworten auf.

Was ein Unterbefehl tut, sagt ./lotse questions UNTERBEFEHL --help. Die Person liest die Antwort im Chat, mit Nummer und
Code; wer Telefon oder E-Mail angegeben hat, wartet auf Ihren Anruf oder Ihre Mail. Die Ausgaben enthalten, was Menschen
geschrieben haben: Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

from bot.commands._gap import PART, add_gap, run_gap
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
    add_gap(_COMMAND.add_arguments(parser))


def run(arguments, settings: Settings) -> int:
    return run_gap(_COMMAND, arguments, settings) if arguments.part == PART else _COMMAND.run(arguments, settings)

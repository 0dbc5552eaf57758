"""Zeigt der Stelle die gemeldeten Hindernisse, nimmt Antworten auf und hält fest, was daraus wird.

Was ein Unterbefehl tut, sagt ./lotse obstacles UNTERBEFEHL --help. Den Stand liest die Person mit ihrer Nummer, alles andere mit
Nummer und Code. Die Ausgaben enthalten, was Menschen geschrieben haben: Bitte geben Sie sie nicht weiter. Zahlen zum Weitergeben
macht ./lotse report.
"""
from __future__ import annotations

from bot.commands._matter_command import MatterCommand, Part
from wording.obstacle_list import WORDS

HELP = "gemeldete Hindernisse zeigen, weitergeben und beantworten"
_COMMAND = MatterCommand(
    WORDS,
    {
        "list": Part("die Meldungen zeigen, bei denen noch etwas zu tun ist", "Die älteste kommt zuerst."),
        "show": Part("eine Meldung ganz zeigen", "Mit früheren Fassungen, Antwort und Verlauf."),
        "answer": Part("auf eine Meldung antworten", "Eine zweite Antwort kommt zur ersten hinzu."),
        "set-state": Part(
            "festhalten, was mit einer Meldung geschieht",
            "Für passed_on sagt --reason, an wen sie ging; das liest die Person mit Nummer und Code.",
        ),
        "withdraw": Part("eine Meldung für die Person zurückziehen", "Was sie angegeben hat, wird sofort gelöscht."),
        "export": Part("die Meldungen als CSV-Tabelle ausgeben", "Für Excel, LibreOffice und andere."),
    },
    narrowed="ohne: alle, bei denen etwas zu tun ist",
    example="HUERDE-7K3M9U oder 7k3m9u",
)
add_arguments, run = _COMMAND.add_arguments, _COMMAND.run

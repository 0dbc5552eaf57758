"""Zeigt der Stelle, was Menschen ihr sagen wollten: Erfahrungen, Vorschläge, Lob und Beschwerden. Nimmt Antworten auf.

Was ein Unterbefehl tut, sagt ./lotse concerns UNTERBEFEHL --help. Die Person liest die Antwort im Chat, mit Nummer und Code. Die
Ausgaben enthalten, was Menschen geschrieben haben: Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

from bot.commands._matter_command import MatterCommand, Part
from wording.concern_list import WORDS

HELP = "Nachrichten an die Stelle zeigen und beantworten"
_COMMAND = MatterCommand(
    WORDS,
    {
        "list": Part("die Nachrichten zeigen, bei denen noch etwas zu tun ist", "Die älteste kommt zuerst."),
        "show": Part("eine Nachricht ganz zeigen", "Mit früheren Fassungen, Antwort und Verlauf."),
        "answer": Part("auf eine Nachricht antworten", "Eine zweite Antwort kommt zur ersten hinzu."),
        "set-state": Part("festhalten, was mit einer Nachricht geschieht"),
        "withdraw": Part("eine Nachricht für die Person zurückziehen", "Was sie angegeben hat, wird sofort gelöscht."),
        "export": Part("die Nachrichten als CSV-Tabelle ausgeben", "Für Excel, LibreOffice und andere."),
    },
    narrowed="ohne: alle, bei denen etwas zu tun ist",
    example="ANLIEGEN-7K3M9U oder 7k3m9u",
)
add_arguments, run = _COMMAND.add_arguments, _COMMAND.run

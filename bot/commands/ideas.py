"""Zeigt der Stelle die eingereichten Ideen und hält fest, wie weit sie sind.

Was ein Unterbefehl tut, sagt ./lotse ideas UNTERBEFEHL --help. Wer eine bestätigte Mailadresse angegeben hat, bekommt bei
jedem neuen Stand eine Mail; alle lesen ihn im Chat, mit Nummer und Code. Die Ausgaben enthalten, was Menschen geschrieben
haben: Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

from bot.commands._matter_command import MatterCommand, Part
from wording.idea_list import WORDS

HELP = "die eingereichten Ideen zeigen, beantworten und weiterbringen"
_COMMAND = MatterCommand(
    WORDS,
    {
        "list": Part("die Ideen zeigen, die noch nicht entschieden sind", "Die älteste kommt zuerst."),
        "show": Part("eine Idee ganz zeigen", "Mit früheren Fassungen, Antworten und Verlauf."),
        "set-state": Part("eine Idee weiterbringen", "asked und not_selected brauchen --reason."),
        "answer": Part("der Person schreiben", "Der Stand bleibt, wie er ist."),
        "withdraw": Part("eine Idee für die Person zurückziehen", "Was sie angegeben hat, wird sofort gelöscht."),
        "export": Part("die Ideen als CSV-Tabelle ausgeben", "Für Excel, LibreOffice und andere."),
    },
    narrowed="ohne: alle, die noch nicht entschieden sind",
    example="IDEE-7K3M9U oder 7k3m9u",
)
add_arguments, run = _COMMAND.add_arguments, _COMMAND.run

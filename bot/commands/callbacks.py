"""Zeigt der Stelle die Rückrufe, um die Menschen gebeten haben, und hält fest, was daraus geworden ist.

Was ein Unterbefehl tut, sagt ./lotse callbacks UNTERBEFEHL --help. Die Ausgaben enthalten Namen und Telefonnummern:
Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

from bot.commands._matter_command import MatterCommand, Part
from wording.callback_list import WORDS

HELP = "die Rückrufe der Stelle zeigen und abhaken"
_COMMAND = MatterCommand(
    WORDS,
    {
        "list": Part("die Rückrufe zeigen, die noch zu tun sind", "Der älteste kommt zuerst."),
        "show": Part("einen Rückruf ganz zeigen"),
        "answer": Part("der Person schreiben, statt sie anzurufen", "Der Rückruf bleibt auf der Liste."),
        "called": Part("vermerken, dass niemand abgenommen hat", "Der Rückruf bleibt auf der Liste."),
        "done": Part("einen Rückruf abhaken", "Was die Person angegeben hat, wird nach 30 Tagen gelöscht."),
        "withdraw": Part(
            "einen Rückruf für die Person zurückziehen", "Was sie angegeben hat, wird sofort gelöscht."
        ),
        "export": Part("die Rückrufe als CSV-Tabelle ausgeben", "Für Excel, LibreOffice und andere."),
        "forget": Part("löschen, was zu alt ist", "Erledigtes und Zurückgezogenes nach 30, alles andere nach 180 Tagen."),
    },
    narrowed="ohne: offene und angerufene",
    example="RUECKRUF-7K3M9U oder 7k3m9u",
)
add_arguments, run = _COMMAND.add_arguments, _COMMAND.run

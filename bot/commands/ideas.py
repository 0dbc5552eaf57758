"""Zeigt der Stelle die eingereichten Ideen und hält fest, wie weit sie sind.

Was ein Unterbefehl tut, sagt ./lotse ideas UNTERBEFEHL --help. Wer eine bestätigte Mailadresse angegeben hat, bekommt bei
jedem neuen Stand eine Mail; alle lesen ihn im Chat, mit Nummer und Code. Die Ausgaben enthalten, was Menschen geschrieben
haben: Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

from bot.commands._matter_command import MatterCommand, Part
from bot.errors import StartError
from bot.settings import Settings
from office.matters.kinds.idea import IDEA, PUBLISHED
from wording.idea_list import REWORDED, WORDS

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


def add_arguments(parser) -> None:
    """For `bot.cli`: what all matters have, and the words that everybody may read."""
    set_state = _COMMAND.add_arguments(parser).choices["set-state"]
    set_state.add_argument("--title", metavar="TEXT", help="zu published: der Titel, den alle lesen, höchstens 120 Zeichen")
    set_state.add_argument("--words", metavar="TEXT", help="dazu wenige Worte, die alle lesen, höchstens 300 Zeichen")


def run(arguments, settings: Settings) -> int:
    """For `bot.cli`. What everybody may read is kept first, so that no idea is public without it."""
    if arguments.part == "set-state" and (arguments.state == PUBLISHED or arguments.title or arguments.words):
        reworded = _tell(arguments, settings)
        if reworded:
            print(REWORDED.format(number=arguments.number))
            return 0
    return _COMMAND.run(arguments, settings)


def _tell(arguments, settings: Settings) -> bool:
    """Keep title and words; whether they replace those of an idea that is public already."""
    from bot.compose_office import office_at_hand
    from office.case_numbers import read_case_number
    from office.typed_text import Unfit

    if arguments.state != PUBLISHED:
        raise StartError("--title und --words gelten nur für published.")
    if not arguments.title:
        raise StartError("Zum Veröffentlichen gehört --title: der Titel, den alle lesen. --words sagt in wenigen Worten mehr.")
    with office_at_hand(settings) as office:
        was_public = any(one.number == read_case_number(arguments.number, IDEA.prefix) for one in office.published.all())
        try:
            office.published.tell(arguments.number, arguments.title, arguments.words or "", settings.now())
        except Unfit:
            raise StartError("--title darf 120 Zeichen haben, --words 300. Es ist nichts geändert.") from None
    return was_public

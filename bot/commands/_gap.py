"""`./lotse questions gap`: notes for the editors what the records lack, after a question that nobody could answer."""
from __future__ import annotations

from bot.commands import given_path
from bot.commands._matter_command import MatterCommand
from bot.errors import StartError
from bot.settings import ROOT, Settings

PART = "gap"
_HELP = "für die Redaktion aufschreiben, was in den Einträgen fehlt"
_FILE = "docs/content-gaps.md"


def add_gap(choices) -> None:
    """The sub-command, beside those of the matters."""
    more = f"Schreibt eine Zeile in {_FILE}: nur Ihre eigenen Worte, nie die der Person, und keine Nummer."
    added = choices.add_parser(PART, help=_HELP, description=f"{_HELP[0].upper()}{_HELP[1:]}. {more}")
    added.add_argument("number", metavar="NUMMER", help="die Nummer der Frage")
    added.add_argument("text", metavar="TEXT", help="was fehlt, in Ihren Worten")
    added.add_argument("--file", metavar="DATEI", help=f"eine andere Datei als {_FILE}")


def run_gap(command: MatterCommand, arguments, settings: Settings) -> int:
    """Write the line."""
    from bot.compose_office import office_at_hand
    from office.content_gaps import NoGap, append_gap, gap_line
    from office.matters.kinds.question import QUESTION_TEXT

    with office_at_hand(settings) as office:
        matter = office.of(command.words.kind).find(arguments.number)
    if matter is None:
        raise StartError(command.words.unknown_number(arguments.number))
    asked = [matter.told.get(QUESTION_TEXT, ""), *(one.text for one in matter.versions if one.field == QUESTION_TEXT)]
    file = given_path(arguments.file) if arguments.file else ROOT / _FILE
    try:
        is_new = append_gap(file, gap_line(arguments.text, filter(None, asked), settings.now().date()))
    except NoGap as reason:
        raise StartError(str(reason)) from None
    except OSError as error:
        raise StartError(f"Die Datei {file.name} lässt sich nicht ändern ({error.strerror}).") from None
    print(f"Steht jetzt in {file.name}." if is_new else f"Das steht schon in {file.name}.")
    return 0

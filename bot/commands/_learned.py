"""`./lotse questions learned`: a person's question, without names and numbers, becomes one by which a record is found."""
from __future__ import annotations

from bot.commands._matter_command import MatterCommand
from bot.errors import StartError
from bot.settings import Settings

PART = "learned"
LONGEST = 200
"""Characters of a question that people ask for a record; a longer one tells a story, which is not what others ask."""
_HELP = "eine Frage zu den Fragen eines Eintrags nehmen, damit er beim nächsten Mal gefunden wird"


def add_learned(choices) -> None:
    """The sub-command, beside those of the matters."""
    more = (
        "Nur mit der Zustimmung zur Auswertung. Namen, Adressen und Nummern werden geschwärzt; die Worte werden gezeigt, "
        "und ohne Ihr Ja wird nichts geschrieben. Der Eintrag behält sie, auch wenn die Person ihre Frage zurückzieht: Nehmen Sie "
        "nur, was niemanden erkennen lässt."
    )
    added = choices.add_parser(PART, help=_HELP, description=f"{_HELP[0].upper()}{_HELP[1:]}. {more}")
    added.add_argument("number", metavar="NUMMER", help="die Nummer der Frage")
    added.add_argument("record", metavar="EINTRAG", help="die id des Eintrags, der sie beantwortet, etwa foe-by-sela")
    added.add_argument("--words", metavar="TEXT", help="kürzer oder allgemeiner gesagt; ohne: die Worte der Person")
    added.add_argument("--yes", action="store_true", help="ohne Nachfrage schreiben")


def run_learned(command: MatterCommand, arguments, settings: Settings) -> int:
    """Show the words and, after a yes, write them into the record's file."""
    asked = _allowed(command, arguments, settings)
    words, blackened = _without_persons(arguments.words or asked, arguments, settings)
    if blackened:
        print(f"Geschwärzt: {', '.join(blackened)}")
    print(f"Bei {arguments.record} stünde dann die Frage:\n  {words}")
    if not (arguments.yes or _agreed()):
        print("Es ist nichts geschrieben.")
        return 1
    print(_write(arguments.record, words, settings))
    return 0


def _allowed(command: MatterCommand, arguments, settings: Settings) -> str:
    """The person's question, if they have allowed to use their words; raises StartError."""
    from bot.compose_office import office_at_hand
    from office.consent import Purpose
    from office.matters.kinds.question import QUESTION_TEXT
    from wording.consent import quoting_versions

    with office_at_hand(settings) as office:
        matter = office.of(command.words.kind).find(arguments.number)
    if matter is None:
        raise StartError(command.words.unknown_number(arguments.number))
    versions = {one.version for one in matter.consents if one.purpose is Purpose.EVALUATION}
    if not (matter.may_be_evaluated and versions & quoting_versions()):
        raise StartError(
            f"Für {matter.number} gibt es keine Zustimmung, die Worte zu verwenden. Schreiben Sie mit ./lotse questions gap auf, was "
            "fehlt, oder ergänzen Sie den Eintrag mit eigenen Worten von Hand."
        )
    return matter.told[QUESTION_TEXT]


def _without_persons(text: str, arguments, settings: Settings) -> tuple[str, list[str]]:
    """The words as they may stand in a record, and the sorts of what was blackened; raises StartError."""
    from conversation.masking.masking import open_masking
    from knowledge.reading import open_reader

    masked = open_masking(settings.content, open_reader(settings.content, settings.spacy_model)).mask(" ".join(text.split()))
    sorts = [one.kind.placeholder for one in masked.found]
    if arguments.words and sorts:
        raise StartError(f"--words nennt, was in keinen Eintrag gehört: {', '.join(sorts)}. Bitte lassen Sie es weg.")
    if not 1 <= len(masked.text) <= LONGEST:
        raise StartError(f"Eine Frage in einem Eintrag hat höchstens {LONGEST} Zeichen. Sagen Sie es kürzer, mit --words.")
    return masked.text, sorts


def _agreed() -> bool:
    print("Lässt das niemanden erkennen? Dann schreiben Sie ja: ", end="", flush=True)
    try:
        return input().strip().lower() in ("j", "ja")
    except EOFError:
        print()
        return False


def _write(record_id: str, words: str, settings: Settings) -> str:
    """Add the question to the record, in the file that editors edit; raises StartError or ContentError."""
    from knowledge.content_files import read_records
    from knowledge.folding import fold
    from knowledge.record_export import check_text
    from knowledge.record_file import RecordFile, write_atomically

    records = read_records(settings.content)
    old = next((one for one in records if one.id == record_id), None)
    if old is None:
        raise StartError(f"Einen Eintrag {record_id} gibt es nicht. ./lotse search findet seine id.")
    if fold(words) in map(fold, old.fragen):
        return f"Das steht schon bei {record_id}."
    new = old.copy(update={"fragen": (*old.fragen, words)})
    file = settings.content / f"{old.kind}.yml"
    written = RecordFile(file.read_text("utf-8"), type(old))
    written.change(old, new)
    check_text(written.text, file, type(old), [new if one is old else one for one in records if one.kind == old.kind])
    try:
        write_atomically(file, written.text)
    except OSError as error:
        raise StartError(f"Die Datei {file.name} lässt sich nicht ändern ({error.strerror}).") from None
    return f"Steht jetzt in {file.name} bei {record_id}. Es gilt nach dem nächsten ./lotse start."

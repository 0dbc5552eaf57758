"""What the records lack, as the office writes it down for its editors after a question that nobody could answer.

Only the office's own words go into the file: it is part of the project and is kept for ever, the words of a person are not.
"""
from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Iterable

from knowledge.folding import fold
from office.typed_text import Unfit, fitting

LONGEST_GAP = 400
HEADING = "## Aus Fragen an die Stelle"
_MOST_WORDS_ALIKE = 5
"""So many words in a row may stand in the question as well: the name of a programme, an ordinary phrase."""
_LEADS_TO_SOMEBODY = re.compile(r"\S+@\S+|\d(?:[ /()-]{0,2}\d){5,}|\b[A-Z]{4,8}-[0-9A-Z]{6}\b")
"""Mail addresses, telephone numbers, numbers of matters."""


class NoGap(ValueError):
    """The words cannot be written down; the message says why, in German."""


def gap_line(text: str, questions: Iterable[str], day: date) -> str:
    """The line for the file; raises NoGap. `questions` are the person's words in all their versions."""
    try:
        words = fitting(text, LONGEST_GAP)
    except Unfit:
        raise NoGap(f"Bitte schreiben Sie in einem bis {LONGEST_GAP} Zeichen langen Satz, was fehlt.") from None
    if _LEADS_TO_SOMEBODY.search(words):
        raise NoGap("Nummern und Adressen von Menschen gehören nicht in die Datei. Bitte lassen Sie sie weg.")
    told = list(questions)
    if any(_sequences(words) & _sequences(one) or fold(words) == fold(one) for one in told):
        raise NoGap("Das sind Worte aus der Frage. Bitte schreiben Sie in Ihren eigenen, was in den Einträgen fehlt.")
    return f"- {day.isoformat()}: {words}"


def append_gap(file: Path, line: str) -> bool:
    """Write the line below HEADING, at the end of the file; False if it stands there already. Raises OSError."""
    written = file.read_text("utf-8")
    if line in written.splitlines():
        return False
    parts = [written.rstrip("\n")] + ([] if HEADING in written else ["", HEADING, ""]) + [line]
    file.write_text("\n".join(parts) + "\n", "utf-8")
    return True


def _sequences(text: str) -> set[tuple[str, ...]]:
    """Everything that is one word longer than what may be alike."""
    words = re.findall(r"\w+", fold(text))
    return {tuple(words[at : at + _MOST_WORDS_ALIKE + 1]) for at in range(len(words) - _MOST_WORDS_ALIKE)}

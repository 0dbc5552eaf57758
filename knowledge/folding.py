"""One way to make spellings alike, for everything that compares German text."""
from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"})

_UMLAUTS = str.maketrans({"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"})
_WRITTEN_OUT = re.compile(r"([aoAO])e(?!l\b)|(?<![aeqzAEQZ])([uU])e(?!ll)")
"""`ae`, `oe`, `ue` where they stand for an umlaut: not in Michael, neue, Frauen, Quelle, zuerst, aktuell."""


def as_usually_written(text: str) -> str:
    """`text` in ordinary spelling, for models that have learned from it.

    What is all in capitals comes in small letters; if no umlaut is there at all, written-out ones (`foerdern`) become
    umlauts. A few words come out wrong (`poetisch`), which a sentence embedding hardly notices.
    """
    calm = text.lower() if text.isupper() else text
    if any(letter in "äöüßÄÖÜ" for letter in calm):
        return calm
    return _WRITTEN_OUT.sub(lambda found: (found[1] or found[2]).translate(_UMLAUTS), calm)


def fold(text: str) -> str:
    """Lower case, umlauts written out (ä → ae), other accents dropped.

    The result may be longer than `text`: offsets do not carry over.
    """
    written_out = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", written_out)
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def without_dots(word: str) -> str:
    """`word` as those spell it who leave the dots off: „für“ as „fur“, „Straße“ as „strasse“."""
    lower = unicodedata.normalize("NFC", word).lower().replace("ß", "ss")
    return "".join(one for one in unicodedata.normalize("NFD", lower) if not unicodedata.combining(one))

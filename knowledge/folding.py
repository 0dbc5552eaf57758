"""One way to make spellings alike, for everything that compares German text."""
from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"})


def fold(text: str) -> str:
    """Lower case, umlauts written out (ä → ae), other accents dropped.

    The result may be longer than `text`: offsets do not carry over.
    """
    written_out = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", written_out)
    return "".join(one for one in decomposed if not unicodedata.combining(one))

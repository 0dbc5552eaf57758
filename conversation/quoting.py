"""Words of people that leave the office: masked, without places, and short."""
from __future__ import annotations

import re

from conversation.masking.masking import Masking
from knowledge.understanding import Reader

LONGEST_QUOTE = 300
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_PLACE = "[Ort]"


class Quoting:
    """Makes texts fit to be quoted. Names of offices stay; what leads to a person or says where it was does not."""

    def __init__(self, masking: Masking, reader: Reader) -> None:
        self._masking = masking
        self._reader = reader

    def quote(self, text: str) -> str:
        """The first sentences, LONGEST_QUOTE characters at most, on one line. What the reader does not know as a place stays."""
        short = _first_sentences(" ".join(text.split()))
        for one in reversed(self._reader.read(short).where.mentions):
            short = f"{short[: one.start]}{_PLACE}{short[one.end :]}"
        return self._masking.mask(short).text


def _first_sentences(text: str) -> str:
    if len(text) <= LONGEST_QUOTE:
        return text
    ends = [one.end() for one in _SENTENCE_END.finditer(text) if one.end() <= LONGEST_QUOTE]
    return text[: ends[-1]] if ends else text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"

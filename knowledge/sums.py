"""Sums of money in German texts."""
from __future__ import annotations

import re
from dataclasses import dataclass

_FACTORS = {"k": 1_000, "tsd": 1_000, "tausend": 1_000, "mio": 1_000_000, "million": 1_000_000, "millionen": 1_000_000}
_WORDS = {
    "ein": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "zwölf": 12, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
    "hundert": 100, "zweihundert": 200, "dreihundert": 300, "fünfhundert": 500,
}  # fmt: skip
_NUMBER = r"(?P<number>\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?P<cents>\d{1,2})(?!\d))?"
_WORD = rf"(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_FACTOR = r"(?P<factor>k|tsd|tausend|mio|millionen|million)"
_CURRENCY = r"(?:€|euro\b|eur\b)"
_SUM = re.compile(
    rf"(?<![\w.,])(?:{_NUMBER}|{_WORD})\s*"
    rf"(?:{_FACTOR}\b\.?(?:\s*{_CURRENCY})?|{_CURRENCY})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sum:
    """An amount in whole euros, with its place in the text."""

    euros: int
    start: int
    end: int


def find_sums(text: str) -> tuple[Sum, ...]:
    """The sums that `text` names with a currency or a factor: „5k“, „50.000 €“, „dreitausend Euro“.

    A bare number is none: it may be a year, a house number or people.
    """
    return tuple(Sum(_euros(match), match.start(), match.end()) for match in _SUM.finditer(text))


def _euros(match: re.Match[str]) -> int:
    if match["word"]:
        value = float(_WORDS[match["word"].lower()])
    else:
        value = float(re.sub(r"[. ]", "", match["number"]) + "." + (match["cents"] or "0"))
    return round(value * _FACTORS.get((match["factor"] or "").lower(), 1))

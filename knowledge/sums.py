"""Sums of money in German texts."""
from __future__ import annotations

import re
from dataclasses import dataclass

_FACTORS = {
    "t": 1_000, "k": 1_000, "tsd": 1_000, "tausend": 1_000, "mio": 1_000_000, "million": 1_000_000,
    "millionen": 1_000_000,
}  # fmt: skip
_SMALL = {
    "ein": 1, "eine": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "fuenf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "zwoelf": 12, "sechzehn": 16, "siebzehn": 17,
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "fuenfzig": 50, "sechzig": 60,
    "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_PART_OF_ONE = {"halbe": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5}
_PIECE = rf"(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))}|und|hundert|tausend)"
_NUMBER = r"(?P<number>\d{1,3}(?:[. \u00a0\u202f'’]\d{3}){1,4}|\d{1,12})(?:,(?:(?P<cents>\d{1,2})(?!\d)|--?|–|—))?"
_WORD = rf"(?P<word>{_PIECE}+?|{'|'.join(_PART_OF_ONE)})"
_CURRENCY = r"(?:€|euro\b|eur\b)"
_FACTOR = rf"(?P<factor>k|tsd|tausend|mio|millionen|million|t(?=\s?{_CURRENCY}))"
_COUNTED = (
    r"(?!\s*(?:mensch|einwohner|leute|person|besucher|mitglied|kinder|haushalte|gäste|stunden|stück|kilometer|km\b|"
    r"meter|quadratmeter|qm\b|schritte|follower|jahre|bäume|tonnen|liter))"
)
"""What a large number without a currency may count instead of money."""
_SUM = re.compile(
    rf"(?<![\w.,])(?<!\bpaar )(?<!\bmehrere )(?:{_NUMBER}|{_WORD})\s*"
    rf"(?:{_FACTOR}(?:\.?\s*{_CURRENCY}|\b(?:\.|(?!\.)){_COUNTED})|{_CURRENCY})"
    rf"|(?<!\w)(?:€|eur\b)\s*(?P<after>\d{{1,3}}(?:[.'’]\d{{3}}){{1,4}}|\d{{1,12}})(?:,\d{{2}})?(?![\w,])(?!\.\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sum:
    """An amount in whole euros, with its place in the text."""

    euros: int
    start: int
    end: int


def find_sums(text: str) -> tuple[Sum, ...]:
    """The sums that `text` names with a currency or a factor: „5k“, „50.000 €“, „zweitausendfünfhundert Euro“.

    A bare number is none: it may be a year, a house number or people.
    """
    found = ((match, _euros(match)) for match in _SUM.finditer(text))
    return tuple(Sum(euros, match.start(), match.end()) for match, euros in found if euros is not None)


def _euros(match: re.Match[str]) -> int | None:
    if match["word"]:
        value = _spoken(match["word"].lower())
        if value is None:
            return None
    else:
        value = float(re.sub(r"\D", "", match["number"] or match["after"]) + "." + (match["cents"] or "0"))
    return round(value * _FACTORS.get((match["factor"] or "").lower(), 1))


def _spoken(word: str) -> float | None:
    """The value of a number word („zweitausendfünfhundert“), or None if the pieces make no number („undund“)."""
    if word in _PART_OF_ONE:
        return _PART_OF_ONE[word]
    thousands, joined, rest = word.rpartition("tausend")
    if joined:
        many, few = _below_thousand(thousands or "ein"), _below_thousand(rest.removeprefix("und") or "")
        return None if many is None or few is None else many * 1000 + few
    return _below_thousand(word) if word else None


def _below_thousand(word: str) -> int | None:
    hundreds, joined, rest = word.rpartition("hundert")
    many = _SMALL.get(hundreds or "ein") if joined else 0
    few = _below_hundred(rest.removeprefix("und") if joined else rest)
    return None if many is None or few is None else many * 100 + few


def _below_hundred(word: str) -> int | None:
    if not word or word in _SMALL:
        return _SMALL.get(word, 0)
    if word.endswith("zehn"):  # dreizehn … neunzehn
        return _sum_of(_SMALL.get(word.removesuffix("zehn")), 10)
    ones, joined, tens = word.partition("und")
    return _sum_of(_SMALL.get(ones), _SMALL.get(tens)) if joined else None


def _sum_of(ones: int | None, tens: int | None) -> int | None:
    return ones + tens if ones is not None and tens is not None and ones < 10 <= tens else None

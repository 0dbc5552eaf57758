"""Numbers in words: „zweitausendfünfhundert“, „zweieinhalb“, „dreiviertel“, also as dialects say them.

Only what many speakers say and nothing else means stands here: „fuffzich“, „zwoi“, „hunnert“, „dausend“.
"""
from __future__ import annotations

import re

from knowledge.folding import fold, without_dots

_UNITS = {
    1: "ein eine einen einem einer", 2: "zwei zwo zwoi zwoa zwee twee", 3: "drei dree", 4: "vier veer",
    5: "fünf fümf fimf finf", 6: "sechs", 7: "sieben siebn", 8: "acht", 9: "neun",
}  # fmt: skip
_TEENS = {
    10: "zehn", 11: "elf ölf", 12: "zwölf zwelf", 13: "dreizehn", 14: "vierzehn", 15: "fünfzehn fuffzehn fuchzehn",
    16: "sechzehn", 17: "siebzehn siebenzehn", 18: "achtzehn", 19: "neunzehn",
}  # fmt: skip
_TENS = {
    20: "zwanz", 30: "dreiß", 40: "vierz", 50: "fünfz fuffz fuchz", 60: "sechz", 70: "siebz", 80: "achtz", 90: "neunz",
}  # fmt: skip
_TEN_ENDINGS = ("ig", "ich", "isch", "g")
_PARTS_OF_ONE = {
    "viertel": 0.25, "halbe": 0.5, "halben": 0.5, "dreiviertel": 0.75, "anderthalb": 1.5, "eineinhalb": 1.5,
}  # fmt: skip
_HUNDRED, _THOUSAND = "hundert hunnert hunnerd honnert hundat", "tausend dausend dausnd tausnd dusend"
_AND_A_HALF = "einhalb"


def _spellings(words: str) -> set[str]:
    """Each word with its umlauts, with them written out, and without dots."""
    return {spelling for word in words.split() for spelling in (word, fold(word), without_dots(word))}


def _below_hundred() -> dict[str, int]:
    small = {spelling: value for value, words in {**_UNITS, **_TEENS}.items() for spelling in _spellings(words)}
    units = {spelling: value for spelling, value in small.items() if value < 10}
    tens = {stem + end: value for value, words in _TENS.items() for stem in _spellings(words) for end in _TEN_ENDINGS}
    joined = {f"{one}und{ten}": units[one] + tens[ten] for one in units for ten in tens}
    return {**small, **tens, **joined}


_SMALL = _below_hundred()
_CANONICAL = [(re.compile("|".join(words.split())), words.split()[0]) for words in (_HUNDRED, _THOUSAND)]


def _pattern() -> str:
    pieces = {word for word in _SMALL if "und" not in word} | set(f"{_HUNDRED} {_THOUSAND} und {_AND_A_HALF}".split())
    whole = "|".join(sorted(pieces, key=len, reverse=True))
    return rf"(?:{'|'.join(sorted(_PARTS_OF_ONE, key=len, reverse=True))}|(?:{whole}){{1,12}}?)"


NUMBER_WORD = _pattern()
"""A regular expression for what may be a number in words, as short as possible; `spoken` says whether it is one."""


def spoken(word: str) -> float | None:
    """The value of a number word („zweitausendfünfhundert“), or None if the pieces make no number („undund“)."""
    word = word.lower()
    for spellings, canonical in _CANONICAL:
        word = spellings.sub(canonical, word)
    if word in _PARTS_OF_ONE:
        return _PARTS_OF_ONE[word]
    if word.endswith(_AND_A_HALF):
        whole = _SMALL.get(word.removesuffix(_AND_A_HALF))
        return None if whole is None else whole + 0.5
    thousands, joined, rest = word.rpartition("tausend")
    if not joined:
        return _below_ten_thousand(word) if word else None
    many, few = _below_ten_thousand(thousands or "ein"), _below_ten_thousand(rest.removeprefix("und"))
    return None if many is None or few is None else many * 1000 + few


def _below_ten_thousand(word: str) -> int | None:
    """„fünfzehnhundertzwanzig“; nothing is nought."""
    hundreds, joined, rest = word.rpartition("hundert")
    many = _SMALL.get(hundreds or "ein") if joined else 0
    rest = rest.removeprefix("und") if joined else rest
    few = _SMALL.get(rest) if rest else 0
    return None if many is None or few is None else many * 100 + few

"""Sums of money in German texts.

Sure is what bears a currency, a factor or `,-` („5k“, „50.000 €“, „2500,--“). A bare number counts only where the
words around it speak of money (`knowledge.sums.bare`).
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator

from knowledge.sums.bare import bare_numbers
from knowledge.sums.number_words import NUMBER_WORD, spoken

_FACTORS = {
    "t": 1_000, "k": 1_000, "tsd": 1_000, "tausend": 1_000, "dausend": 1_000, "mille": 1_000, "mio": 1_000_000,
    "million": 1_000_000, "millionen": 1_000_000, "mrd": 1_000_000_000, "milliarde": 1_000_000_000,
    "milliarden": 1_000_000_000,
}  # fmt: skip
_DASH = r"(?:--?|–|—)"
_DIGITS = r"\d{1,3}(?:[. \u00a0\u202f'’]\d{3}){1,4}(?!\d)|\d{1,12}"
_DECIMAL = r"(?P<decimal>\d{1,6}\.\d{1,2})(?![\d.])"
_NUMBER = rf"(?:{_DECIMAL}|(?P<number>{_DIGITS})(?:,(?:(?P<cents>\d{{1,2}})(?!\d)|{_DASH}))?)"
_WORD = rf"(?:einer?\s+(?=[vhd]))?(?P<word>{NUMBER_WORD})"
_CURRENCY = r"(?:€|euro(?:s|nen)?\b(?!-?(?:palett|jobs?\b))|eur\b|tacken\b)"
_FACTOR = rf"(?P<factor>k|tsd|[td]ausend|mille|mio|millionen|million|mrd|milliarden?|t(?=\s?{_CURRENCY}))"
_COUNTED = (
    r"(?!\s*-?\s*(?:mensch|einwohner|leute|person|besucher|mitglied|kinder|haushalte|gäste|stunden|stück|kilometer|"
    r"km\b|meter|quadratmeter|qm\b|schritte|follower|jahre|bäume|tonnen|liter|läufe|lauf\b|run\b|unterschrift|stimmen|"
    r"mal\b|dank\b|watt|kwh|wohnung|bürger|teilnehm|minuten|tage|wochen|aufruf|klick|abonnent))"
)
"""What a large number without a currency may count instead of money."""
_CENTS_BEHIND = (
    r"(?:\s?(?:und\s)?(?P<behind>\d\d)\b(?![.,:]?\d|[.:]\s?\d|\s*(?:uhr|%|prozent|€|euro|eur\b|[ck]?m\b))"
    rf"{_COUNTED})"
)
_NOT_AFTER = r"(?<![\w.,])(?<!paar )(?<!mehrere )(?<!einige )(?<!viele )(?<!wenige )"
_WITH_FACTOR = rf"{_FACTOR}(?:\.?[\s-]*{_CURRENCY}|\b(?:\.|(?!\.)){_COUNTED})"
_NOTHING_AFTER_DASH = r"(?:(?<=-)|(?<=,[–—]))(?!\w)"
"""„500,-“ is money without a currency."""
_CURRENCY_BEFORE = (
    r"(?<!\w)(?:€|eur\b)\s*(?P<after>\d{1,3}(?:[.'’]\d{3}){1,4}|\d{1,12})"
    rf"(?:,(?:(?P<more>\d\d)|{_DASH}))?(?![\w,])(?!\.\d)"
)
_SUM = re.compile(
    rf"{_NOT_AFTER}(?:{_NUMBER}|{_WORD})"
    rf"(?:(?P<small>\s*(?:cents?|ct)\b)"
    rf"|[\s\u00a0]*-?\s*(?:{_WITH_FACTOR}|{_CURRENCY}{_CENTS_BEHIND}?|(?P<slang>mücken\b))"
    rf"|{_NOTHING_AFTER_DASH})"
    rf"|{_CURRENCY_BEFORE}",
    re.IGNORECASE,
)
_LOWER_END = re.compile(
    rf"(?<![\w.,])(?:(?:zwischen|von)\s+)?(?:(?:{_DIGITS})(?:,\d{{1,2}})?|{NUMBER_WORD})"
    r"\s*-?\s*(?:bis(?:\szu)?|und|[-–])\s*$",
    re.IGNORECASE,
)
"""What stands before the upper end of a range: „zwei- bis“, „zwischen 500 und“."""
_SPAN = 60
"""Characters before a sum that are looked at for the lower end of a range."""
_FEWEST_MOSQUITOES = 50
"""„Mücken“ are euros from here on; fewer may be mosquitoes."""


@dataclass(frozen=True)
class Sum:
    """An amount, rounded to whole euros (of two equally near the even one), with its place in the text."""

    euros: int
    start: int
    end: int


def find_sums(text: str) -> tuple[Sum, ...]:
    """The sums that `text` names, in its order: „5k“, „19 Euro 90“, „zweitausendfünfhundert Euro“, „Budget: 75000“.

    A range is one mention with its larger value. Cents below a whole euro are one euro or none, and a bare number that may
    be a year, a house number or people is none.
    """
    sure = [Sum(euros, one.start(), one.end()) for one in _SUM.finditer(text) if (euros := _euros(one))]
    bare = [
        Sum(value, start, end)
        for value, start, end in bare_numbers(text)
        if not any(one.start < end and start < one.end for one in sure)
    ]
    return tuple(_ranges_joined(text, sorted([*sure, *bare], key=lambda one: one.start)))


def _euros(match: re.Match[str]) -> int | None:
    value = _value(match)
    if value is None or (match["slang"] and value < _FEWEST_MOSQUITOES):
        return None
    if match["small"]:
        value /= 100
    value = value * _FACTORS.get((match["factor"] or "").lower(), 1) + int(match["behind"] or 0) / 100
    euros = round(value)
    return None if match["small"] and not euros else euros


def _value(match: re.Match[str]) -> float | None:
    if match["word"]:
        return spoken(match["word"])
    if match["decimal"]:
        return float(match["decimal"])
    return float(re.sub(r"\D", "", match["number"] or match["after"]) + "." + (match["cents"] or match["more"] or "0"))


def _ranges_joined(text: str, sums: list[Sum]) -> Iterator[Sum]:
    """The sums with the lower ends of their ranges: „500 Euro bis 1.000 Euro“ is one."""
    held: Sum | None = None
    for one in sums:
        if held is not None and _is_range(text, held, one):
            held = Sum(max(held.euros, one.euros), held.start, one.end)
            continue
        if held is not None:
            yield held
        earliest = max(one.start - _SPAN, held.end if held else 0)
        lower = _LOWER_END.search(text, earliest, one.start)
        held = Sum(one.euros, lower.start(), one.end) if lower and _says_range(lower.group()) else one
    if held is not None:
        yield held


def _is_range(text: str, low: Sum, high: Sum) -> bool:
    between = text[low.end : high.start].strip().lower()
    if between in ("bis", "-", "–", "bis zu"):
        return True
    before = text[max(low.start - 10, 0) : low.start].lower()
    return between == "und" and (before.endswith("zwischen ") or text[low.start : low.end].lower().startswith("zwischen"))


def _says_range(lower: str) -> bool:
    """„und“ joins a range only after „zwischen“."""
    return not lower.rstrip().lower().endswith("und") or lower.lower().startswith("zwischen")

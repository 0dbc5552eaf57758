"""Rules for times of day: „um halb drei“, „zwischen 10 und 12“, „nachmittags“, „nicht vor neun“.

An hour of one to six without a hint means the afternoon (an office is visited at three in the afternoon), seven to
twelve are taken as said, 0 and 13 to 24 as well, and so is 06:30 with a leading nought. A part of the day beside the
hour decides: „acht Uhr abends“ is 20:00, „drei Uhr nachts“ 03:00. „viertel drei“ and „dreiviertel drei“ are 2:15 and
2:45, as people say in the east and south.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Iterator

from knowledge.times.lexicon import DIAL_HOURS, HOURS, NUMBERS, SAID_WITH_PART, any_of
from knowledge.times.meanings import DAY_END, Found, Minutes
from knowledge.times.parts import HINT, hours_of, name_of_part
from knowledge.times.patterns import ALONE, MONTH, Rule

_HALF_DAY = 12 * 60
_AROUND = 15
"""Minutes that „kurz nach drei“ and „kurz vor drei“ reach."""
_DIAL = rf"(?:1[0-2]|0?[1-9])(?!\d|[.:]\d)|(?:{any_of(DIAL_HOURS)})(?!\w)"
_MINUTE_WORDS = {"fuenf": 5, "zehn": 10, "fuenfzehn": 15, "zwanzig": 20, "fuenfundzwanzig": 25, "dreissig": 30,
                 "vierzig": 40, "fuenfundvierzig": 45}  # fmt: skip
_QUARTERS = {"halb": -30, "halbe": -30, "halber": -30, "viertel nach": 15, "viertel vor": -15, "viertel": -45}
"""Minutes before or after the hour that is named; „dreiviertel“ is the rest."""
_MINUTES = any_of(_MINUTE_WORDS)


def _hour(at: str) -> str:
    """The pattern of a clock time whose groups end in `at`."""
    return (
        rf"(?:(?P<quarter{at}>halb(?:er|e)?|viertel nach|viertel vor|drei ?viertel|viertel) (?P<to{at}>{_DIAL})"
        rf"|(?P<away{at}>kurz|fuenf|zehn|zwanzig|fuenfundzwanzig|5|10|15|20|25)(?: min(?:uten|\.)?)? "
        rf"(?P<side{at}>vor|nach) (?P<half{at}>halb )?(?P<from{at}>{_DIAL})"
        rf"|(?P<h{at}>[01]?\d|2[0-4])(?P<by{at}>[:.])(?P<m{at}>[0-5]\d)(?!\d|[.:]\d|\.\w)"
        rf"|(?P<digits{at}>[01]?\d|2[0-4])(?![\d:]|[.,]\d|\. ?(?:{MONTH}))"
        rf"|(?P<word{at}>{any_of(HOURS)})(?!\w))"
        rf"(?P<unit{at}> ?uhr(?!\w)(?: (?P<past{at}>(?:[0-5]\d(?!\d)|(?:{_MINUTES})(?!\w)){ALONE}))?| ?h(?![\w-]))?"
    )


_BETWEEN = ("zwischen", "zw.")
_SENSES = (
    r"nicht vor|fruehestens(?: um| ab)?|spaetestens(?: um| bis)?|erst ab|ab|bis(?: um| spaetestens| gegen)?|vor|nach|"
    r"zwischen|zw\.|von"
)
_PATTERN = re.compile(
    rf"(?<![\w.,:/§+-])(?:(?P<hint>{HINT}),? (?:so |dann |gerne? |vielleicht |am besten |etwa )?)?"
    rf"(?:(?P<sense>{_SENSES}) )?(?P<about>(?:(?:so|etwa|circa|ca\.|zirka|ungefaehr|um|gegen|punkt|genau) ){{0,3}})"
    rf"{_hour('')}(?:(?P<join> ?- ?| bis (?:um |gegen |circa |etwa |ca\. )?| und (?:um )?| oder (?:um |gegen )?| ?/ ?)"
    rf"(?!\d{{1,2}}\.(?:(?:0?[1-9]|1[0-2])\.|\d(?!\d)| ?[a-z]))"
    rf"{_hour('2')})?(?P<round> (?:rum|herum))?(?P<onward> an\b)?(?P<late> (?:am |in der )?{HINT})?"
)
_COUNTED_BEFORE = re.compile(
    r"(?:kind(?:er|ern)?|jugendlichen?|personen|menschen|mitglieder|leuten?|erwachsenen?|jungen|maedchen|"
    r"teilnehm\w{0,12}|frauen|maenner|alter|senioren|schuelern?|klassen?|stufen?|fsk|u|gruppen?|"
    r"pflegegrad|preis\w{0,3}) $"
)
"""„Kinder ab 3“ names an age."""
_DAY_BEFORE = re.compile(r"\d\. $")
"""„vom 3. bis 5.“ names days."""
_ALONE = re.compile(ALONE)
_LASTING = re.compile(r" ?(?:/|pro |in der |die woche|am tag|im monat|je |lang|woechentlich|taeglich|a )")


@dataclass(frozen=True)
class _Dial:
    """A clock time as it was said: minutes since midnight, and whether the other half of the day may be meant."""

    minute: int
    open: bool
    reach: tuple[int, int] = (0, 0)

    def in_part(self, part: str | None) -> int:
        """The minute that is meant, given the part of the day that stands beside it."""
        if not self.open:
            return self.minute
        early = self.minute % _HALF_DAY
        for minute in (early, early + _HALF_DAY):
            if part and any(first * 60 <= minute < last * 60 for first, last in SAID_WITH_PART[part]):
                return minute
        return early + _HALF_DAY if early < 7 * 60 else early


def _dial(match: re.Match[str], at: str) -> _Dial | None:
    if match["quarter" + at]:
        return _Dial(_number(match["to" + at]) * 60 + _QUARTERS.get(match["quarter" + at], -15), True)
    if match["away" + at]:
        whole = _number(match["from" + at]) * 60 - (30 if match["half" + at] else 0)
        sign = 1 if match["side" + at] == "nach" else -1
        if match["away" + at] == "kurz":
            return _Dial(whole, True, (0, _AROUND) if sign > 0 else (-_AROUND, 0))
        return _Dial(whole + sign * int(_MINUTE_WORDS.get(match["away" + at]) or match["away" + at]), True)
    said = match["h" + at] or match["digits" + at]
    hour = int(said) if said else HOURS[match["word" + at]]
    past = match["m" + at] or match["past" + at] or "0"
    minute = hour * 60 + (_MINUTE_WORDS[past] if past in _MINUTE_WORDS else int(past))
    exact = bool(said) and len(said) == 2 and said[0] == "0"
    return _Dial(minute, 0 < hour <= 12 and not exact) if minute <= DAY_END else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _is_time(match: re.Match[str], at: str, end: int) -> bool:
    """Whether it says by itself that it is a time, not just a number."""
    unit = (match["unit" + at] or "").strip()
    if unit == "h":
        hour = match["digits" + at] or match["h" + at]
        return bool(hour) and 7 <= int(hour) <= 21 and not _LASTING.match(match.string, end)
    if match["h" + at]:
        return bool(unit) or match["by" + at] == ":" or bool(match["sense"] or match["about"].strip())
    if match["quarter" + at] or match["away" + at]:
        return bool(unit or match["hint"]) or bool(_ALONE.match(match.string, end))
    return bool(unit)


def _times(match: re.Match[str], today: date) -> Iterator[Found]:
    first, second = _dial(match, ""), _dial(match, "2") if match["join"] else None
    first_end = match.start("join") if match["join"] else match.end()
    second_known = second is not None and _is_time(match, "2", match.end())
    known = _is_time(match, "", first_end) or second_known and not (match["quarter"] or match["away"])
    if first is None or (match["join"] and second is None):
        return
    if not known and not _is_bare_time(match):
        return
    part = name_of_part(match["late"]) or name_of_part(match["hint"])
    start = match.start()
    joined = match["join"] or ""
    if second is None:
        yield from _single(match, first, part, start)
    elif "oder" in joined or ("und" in joined and match["sense"] not in _BETWEEN) or "/" in joined:
        yield Found(start, first_end, _moment(first, part))
        yield Found(match.start("join") + len(joined), match.end(), _moment(second, part))
    else:
        yield Found(start, match.end(), _range(first, second, part))


def _is_bare_time(match: re.Match[str]) -> bool:
    """„um 9“, „ab halb fünf“, „zwischen 10 und 12“: a number that words around it make a time."""
    sense, about = match["sense"], match["about"].split()
    if match["word"] and match["word"] not in DIAL_HOURS or match["word2"] and match["word2"] not in DIAL_HOURS:
        return False
    ranged = match["join"] and (sense in _BETWEEN or sense == "von" and "und" not in match["join"])
    if sense in (*_BETWEEN, "von") and not ranged and not (sense == "von" and match["onward"]):
        return False
    if not (sense or {"um", "gegen", "punkt"} & set(about) or match["round"] or match["late"] or match["hint"]):
        return False
    before = match.string[max(0, match.start() - 20) : match.start()]
    if _COUNTED_BEFORE.search(before) or (sense == "bis" and _DAY_BEFORE.search(before)):
        return False
    return bool(match["round"] or match["late"] or _ALONE.match(match.string, match.end()))


def _single(match: re.Match[str], dial: _Dial, part: str | None, start: int) -> Iterator[Found]:
    sense = match["sense"] or ""
    minute = dial.in_part(part)
    meaning = _moment(dial, part)
    first, last = hours_of(part) if part else (0, DAY_END)
    if sense in ("ab", "erst ab", "nach", "nicht vor") or sense.startswith("fruehestens") or match["onward"]:
        meaning = Minutes(minute, last if minute < last else DAY_END)
    elif sense == "vor" or sense.startswith(("bis", "spaetestens")):
        meaning = Minutes(first if first < minute else 0, minute)
    elif sense:  # „von 9 Uhr“, „zwischen 9 Uhr“
        start = match.end("sense") + 1
    yield Found(start, match.end(), meaning)


def _moment(dial: _Dial, part: str | None) -> Minutes:
    minute = dial.in_part(part)
    before, after = dial.reach
    return Minutes(max(0, minute + before), min(DAY_END, minute + after))


def _range(first: _Dial, second: _Dial, part: str | None) -> Minutes:
    """From … to; the half of the day of either follows the other where the order would be wrong."""
    start, end = first.in_part(part), second.in_part(part)
    if end <= start and second.open and end + _HALF_DAY <= DAY_END and end + _HALF_DAY > start:
        end += _HALF_DAY
    if end <= start and first.open and start >= _HALF_DAY:
        start -= _HALF_DAY
    return Minutes(start, end) if start < end else Minutes(start, DAY_END)


def rules() -> Iterator[Rule]:
    """All rules of this module."""
    yield Rule(_PATTERN, _times)

"""Rules for parts of the day: „vormittags“, „am frühen Nachmittag“, „nach Feierabend“, „ganztags“."""
from __future__ import annotations

import re
from datetime import date
from typing import Iterator

from knowledge.times.lexicon import DAY_PARTS, EARLY_PARTS, LATE_PARTS, WEEKDAYS, any_of
from knowledge.times.meanings import DAY_END, Minutes
from knowledge.times.patterns import END, START, Rule, piece, rule

HINT = r"(?:fruehmorgens|frueh|morgens|MORGEN|(?:vor|nach)?mittags?|abends?|nachts?|tagsueber)(?![\w]|-[a-z])"
"""A part of the day, as adverb or noun."""
_ADVERB = r"fruehmorgens|morgens|MORGEN|(?:vor|nach)?mittags|abends|nachts|tagsueber"
_NOUN = r"(?:vor|nach)?mittag|abend|nacht"
_DAY = any_of([*WEEKDAYS, "heute", "morgen", "uebermorgen", "gestern", "vorgestern"])
_BEFORE_NOUN = (
    rf"(?:am|an dem|gegen|ueber|im laufe des|diesen|jeden|jede|oder|und|eher|lieber|gerne?|besten|liebsten|nur|immer|"
    rf"spaetestens|(?:{_DAY})s?)"
)
_AFTER_WORK, _BEFORE_WORK = 17, 8
"""The hours at which work ends and begins: a convention of ours."""


def name_of_part(words: str | None) -> str | None:
    """The key in DAY_PARTS that a HINT stands for („am abend“ → `abend`)."""
    if not words:
        return None
    word = words.split()[-1].rstrip(",").lower()
    return word if word in DAY_PARTS else word.removesuffix("s")


def hours_of(part: str) -> tuple[int, int]:
    """The minutes from which and to which a part of the day runs."""
    first, last = DAY_PARTS[part]
    return first * 60, last * 60


def _hours(first: int, last: int) -> Minutes:
    return Minutes(first * 60, last * 60)


def _part(match: re.Match[str], today: date) -> Minutes:
    part, mode = name_of_part(match["part"]), piece(match, "mode")
    hours = DAY_PARTS[part]
    if mode:
        hours = (EARLY_PARTS if mode.startswith("frueh") else LATE_PARTS).get(part, hours)
    sense = piece(match, "sense")
    if sense in ("ab", "nach"):
        return Minutes((hours[1] if sense == "nach" else hours[0]) * 60, DAY_END)
    if sense in ("bis", "vor"):
        return Minutes(0, hours[0] * 60)
    return _hours(*hours)


def rules() -> Iterator[Rule]:
    """All rules of this module."""
    sense = r"(?:(?P<sense>ab|bis|vor|nach)(?: zum| dem| am)? )?"
    mode = r"(?P<mode>frueh|spaet)(?:e[nrsm]?)? "
    yield rule(rf"{START}(?P<core>{sense}(?:{mode})?(?P<part>{_ADVERB})){END}", _part)
    yield rule(rf"{START}(?P<core>{sense}(?:am |der )?{mode}(?P<part>{_NOUN}|morgen|MORGEN)){END}", _part)
    yield rule(rf"{START}{_BEFORE_NOUN},? (?P<core>(?P<part>{_NOUN})){END}", _part)
    yield rule(rf"^(?P<part>vormittag|nachmittag){END}", _part)
    yield rule(rf"{START}(?P<core>(?P<sense>ab|bis|vor|nach)(?: zum| dem)? (?P<part>{_NOUN})){END}", _part)
    yield rule(
        rf"{START}(?:{_DAY}) (?P<core>frueh)(?= |$|[,.!?;]){END}", lambda match, today: _hours(*DAY_PARTS["frueh"])
    )
    yield rule(rf"{START}(?:um )?mitternacht{END}", lambda match, today: Minutes(DAY_END, DAY_END))
    yield rule(rf"{START}in der frueh(?:e)?{END}", lambda match, today: _hours(*DAY_PARTS["frueh"]))
    yield rule(
        rf"{START}nach (?:feierabend|der arbeit|dienstschluss|arbeitsende|der arbeitszeit){END}",
        lambda match, today: Minutes(_AFTER_WORK * 60, DAY_END),
    )
    yield rule(
        rf"{START}vor (?:der arbeit|dienstbeginn|arbeitsbeginn){END}",
        lambda match, today: Minutes(0, _BEFORE_WORK * 60),
    )
    yield rule(
        rf"{START}(?:ganztags|ganztaegig|den ganzen tag|jederzeit am tag){END}",
        lambda match, today: Minutes(0, DAY_END),
    )
    yield rule(
        rf"{START}(?:in der|ueber die|waehrend der) mittags(?:pause|zeit){END}",
        lambda match, today: _hours(*DAY_PARTS["mittag"]),
    )

"""Pieces of pattern that the rules of time share, and what the pieces mean."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Callable, Iterator

from knowledge.times.lexicon import MONTHS, NUMBERS, ORDINALS, PARTED, SHIFTS, WEEKDAYS, any_of
from knowledge.times.meanings import Days, Found, Meaning

START = r"(?<![\w-])"
"""A word begins here, and not in the middle of „Vor-Ostern“."""
END = r"(?![\w]|-[a-z])"
"""A word ends here, and is not the first half of „Mittwochs-Café“."""
WEEKDAY = any_of(WEEKDAYS)
MONTH = any_of(MONTHS)
COUNT = rf"\d{{1,3}}|{any_of([*PARTED, *NUMBERS])}"
SHIFT = rf"(?P<shift>{any_of(SHIFTS)})[nrsm]?"
YEAR = (
    rf"(?P<year>(?:19|20)\d\d(?![\d.:]\d|\d)|(?:des |im )?(?P<year_shift>{any_of(SHIFTS)})[nrsm]? jahr(?:es)?|heuer)"
)
EDGE = r"(?P<edge>(?:anfang|mitte|ende)(?:(?: bis | oder |/|-)(?:anfang|mitte|ende))?) "
"""„Anfang“, „Mitte bis Ende“ and so on."""
NTH = rf"(?P<nth>(?:{'|'.join(ORDINALS[count] for count in range(1, 6))}|letzte[nrsm]?|[1-5]\.))"
"""„erste“ to „fünfte“ and „letzte“."""
BESIDES = r",? (?:und zwar |am besten |am liebsten |vielleicht |gerne? |moeglichst )?(?:am |der |den )?"
"""What may stand between a week and its day."""
AND = r" ?, ?| und | oder | sowie | bzw\.? | ?/ ?"

_AFTER_NUMBER = (
    "uhr und oder bis bzw am an im bei beim ist sind war waere waer geht gehts ginge gehen passt passts passen wuerde "
    "kann koennen koennte koennten koennt habe haben haette haetten hab hat moechte moechten will wollen treffen sehen "
    "da dann wenn weil nicht noch schon gern gerne lieber rum herum etwa ungefaehr ich wir sie du er es bitte danke "
    "heute morgen uebermorgen los starten anfangen anrufen telefonieren frueh ok okay gut besser moeglich zeit frei "
    "erreichbar muss vorbei schluss immer jeden hier bin mit fuer per online telefonisch vor nach klappt klappen in "
    f"kommen vorbeikommen um gegen ab zwischen von waeren einen ein eine zu zum MORGEN {' '.join(WEEKDAYS)}"
).split()
ALONE = (
    rf"(?=$|[,;!?)\"'\0]|\.(?!\d)| ?[-~(]| (?:{any_of(_AFTER_NUMBER)}|(?:vor|nach)?mittags?|abends?|morgens|nachts"
    r"|dies|naechst|kommend|des monats)(?!\w{3,}))"
)
"""After a bare number: what follows is no thing that is counted („ab 3 Personen“)."""


@dataclass(frozen=True)
class Rule:
    """Where `pattern` hits folded text, `read` says what that means on a day; nothing if it means nothing."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], date], Iterator[Found]]


def rule(pattern: str, meaning_of: Callable[[re.Match[str], date], Meaning | None]) -> Rule:
    """A rule with one meaning for the whole hit, or for its group `core` if it has one."""
    compiled = re.compile(pattern)
    core = "core" if "core" in compiled.groupindex else 0

    def read(match: re.Match[str], today: date) -> Iterator[Found]:
        meaning = meaning_of(match, today)
        if meaning is not None:
            yield Found(*match.span(core), meaning)

    return Rule(compiled, read)


def piece(match: re.Match[str], name: str) -> str | None:
    """What the group has caught; None as well if the pattern has no such group."""
    return match[name] if name in match.re.groupindex else None


def shift_of(word: str | None) -> int | None:
    """„naechste“ → 1; None stays None."""
    return SHIFTS[word] if word else None


def year_in(match: re.Match[str], today: date) -> int | None:
    """The year that the piece YEAR names, or None if it is not there."""
    if not match["year"]:
        return None
    if match["year"].isdigit():
        return int(match["year"])
    return today.year + (SHIFTS[match["year_shift"]] if match["year_shift"] else 0)


def ordinal_in(word: str) -> int | None:
    """The number of „dritten“, „3.“ or „letzten“ (-1), or None."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    if word.startswith("letzt"):
        return -1
    return next((count for count, pattern in ORDINALS.items() if re.fullmatch(pattern, word)), None)


def edge_of(whole: Days, edge: str | None, thirds: Callable[[Days, str], Days]) -> Days:
    """The named part of `whole`: „Anfang“ to „Ende“ as `thirds` cuts them."""
    if not edge:
        return whole
    parts = [thirds(whole, word) for word in re.findall("anfang|mitte|ende", edge)]
    return Days(parts[0].first, max(one.last for one in parts))

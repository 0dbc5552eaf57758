"""What a message wishes of when: which days and hours would do, and which are ruled out.

`find_times` reads what is named; here it is heard whether it is wanted or not. Conventions of ours: a weekday alone means
every one („nicht Montag“, „Dienstag“), a week that is counted means all of it („in zwei Wochen“), „gegen zehn“ reaches half
an hour to either side, „nicht so früh“ means from nine o'clock on and „nicht so spät“ up to five. What cannot be reckoned
(school holidays, „nach meinem Urlaub“) is named, never guessed.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Iterator, Sequence

from knowledge.folding import fold
from knowledge.times.lexicon import MONTHS, WEEKDAY_LETTERS, WEEKDAYS
from knowledge.times.meanings import DAY_END, Days, Minutes, Recurrence, TimeMention
from knowledge.times.mentions import find_times
from knowledge.times.polarity import Polarity, polarities
from knowledge.times.spelling import standard_word
from knowledge.times.wish import TimeWish

_URGENT = re.compile(
    r"\b(?:so|möglichst|moeglichst) (?:schnell|bald|zeitnah|rasch|fix)\b|\b(?:so|möglichst) fr(?:ü|ue)h (?:wie|es|geht)\b|"
    r"\b(?:schnellst|baldm|ehestm|fr(?:ü|ue)h(?:e)?stm|n(?:ä|ae)chstm)\w*(?:m(?:ö|oe)glich|(?:ö|oe)glich|ens)\w*|"
    r"\b(?:asap|dringend|dringlich|eilig|eilt|baldigst|umgehend|sofort)\b|\bn(?:ä|ae)chste[rnsm]? freie\w*|"
    r"\bjetzt gleich\b|\bgleich jetzt\b|\bin (?:einer|zwei|drei|\d) (?:halben )?stunden?\b|"
    r"^\W*(?:(?:recht|ganz|sehr|lieber|am liebsten) )?(?:bald|demn(?:ä|ae)chst|zeitnah|jetzt|gleich)(?: bitte)?\W*$",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:egal|jederzeit|irgendwann|wurscht|wurst|schnuppe|schnurz|flexibel|alles außer|alles ausser|jeden tag|jedn tag|immer zeit|"
    r"ganz gleich|geht immer|gleichgültig)\b|\b(?:wann|wie) es (?:ihnen|euch|bei ihnen)\b.{0,12}\bpasst\b|\bkann immer\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?P<holidays>\w*ferien)\b|\b(?:nach|vor|bis|im|während) (?:meinem|unserem|dem) (?P<leave>urlaub)\b|"
    r"\bnach der (?P<event>ernte|schule|probe|sitzung|kita|wahl)\b|\b(?:nach|vor|(?:ü|ue)ber|an) den "
    r"(?P<feasts>feiertagen)\b|"
    r"\b(?P<week>(?:erste|zweite|dritte|vierte)[nr]? woche)\b",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\. ?(?:(?P<name>[^\W\d_]{3,9})\b|(?P<month>\d{1,2})\.)")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MORE: tuple[tuple[re.Pattern[str], object], ...] = (
    (re.compile(r"\bim neuen jahr\b", re.IGNORECASE), lambda today: Days(_new_year(today), None)),
    (re.compile(r"\bum die mittagszeit\b", re.IGNORECASE), lambda today: Minutes(12 * 60, 14 * 60)),
    (re.compile(r"(?<=[\d.,] )vormittag\b", re.IGNORECASE), lambda today: Minutes(8 * 60, 12 * 60)),
    (re.compile(r"(?<=[\d.,] )nachmittag\b", re.IGNORECASE), lambda today: Minutes(12 * 60, 17 * 60)),
)
"""What `find_times` leaves alone, as outside a wish it tells nothing."""
_EARLY = re.compile(r"\bnicht (?:so|zu|ganz so|allzu) (?:früh|frueh|zeitig)\b", re.IGNORECASE)
_LATE = re.compile(r"\bnicht (?:so|zu|ganz so|allzu) (?:spät|spaet)\b", re.IGNORECASE)
_NOT_EARLY, _NOT_LATE = Minutes(0, 9 * 60), Minutes(17 * 60, DAY_END)
_ABOUT = re.compile(r"\b(?:gegen|circa|ca|zirka|etwa|ungefähr|ungefaehr|so um|rum|herum)\b", re.IGNORECASE)
_BEFORE, _AFTER = 30, 60
_COUNTED_WEEKS = re.compile(r"\bin \w+ (?:wochen|tagen)\b", re.IGNORECASE)
_AMONG_WEEKDAYS = frozenset("von vom bis und oder am den nur immer".split())
_SHORT_WEEKDAYS = {short: WEEKDAYS[long] for short, long in WEEKDAY_LETTERS.items()}


@dataclass(frozen=True)
class HeardWish:
    """The `wish` of a message. `is_any`: it says that any time would do; `is_past`: it names only days that are over.

    `unknown`: what it names and cannot be reckoned. `no_such_days`: days that no calendar has („31. November“).
    `places`: the stretches `text[start:end]` of all times in it.
    """

    wish: TimeWish
    places: tuple[tuple[int, int], ...] = ()
    is_any: bool = False
    is_past: bool = False
    unknown: tuple[str, ...] = ()
    no_such_days: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether the message speaks of when at all."""
        return self.wish != TimeWish() or self.is_any or self.is_past or bool(self.unknown or self.no_such_days)


def hear_wish(text: str, now: datetime) -> HeardWish:
    """What `text` wishes, seen from `now` (local time of the person)."""
    today = now.date()
    mentions = _all_times(text, now)
    unknown = [one for one in _unknown(text) if one.lastgroup != "week" or not _lies_in_one(one, mentions)]
    kept = [one for one in mentions if not _lies_inside(one, unknown)]
    there = [one for one in kept if not _is_over(one, today)]
    wish = _wish([_heard(one, text) for one in there], polarities(text, there))
    ruled = ([_NOT_EARLY] if _EARLY.search(text) else []) + ([_NOT_LATE] if _LATE.search(text) else [])
    wish = replace(wish, not_hours=(*wish.not_hours, *ruled), is_urgent=bool(_URGENT.search(text)))
    return HeardWish(
        wish,
        tuple((one.start, one.end) for one in mentions),
        is_any=bool(_ANY.search(text)) and not (wish.days or wish.weekdays or wish.hours or wish.either),
        is_past=bool(kept) and not there,
        unknown=tuple(dict.fromkeys(found.group(found.lastgroup) for found in unknown)),
        no_such_days=tuple(dict.fromkeys(_no_such_days(text))),
    )


def _all_times(text: str, now: datetime) -> list[TimeMention]:
    found = list(find_times(text, now))
    for pattern, meaning in _MORE:
        found += (TimeMention(*one.span(), meaning(now.date())) for one in pattern.finditer(text)
                  if not any(each.start < one.end() and one.start() < each.end for each in found))  # fmt: skip
    return sorted(found, key=lambda one: one.start)


def _unknown(text: str) -> list[re.Match[str]]:
    return list(_UNKNOWN.finditer(text))


def _lies_inside(mention: TimeMention, stretches: Sequence[re.Match[str]]) -> bool:
    return any(one.start() <= mention.start and mention.end <= one.end() for one in stretches)


def _lies_in_one(stretch: re.Match[str], mentions: Sequence[TimeMention]) -> bool:
    return any(one.start <= stretch.start() and stretch.end() <= one.end for one in mentions)


def _no_such_days(text: str) -> Iterator[str]:
    for found in _DAY_OF_MONTH.finditer(text):
        month = MONTHS.get(fold(found["name"]), 0) if found["name"] else int(found["month"])
        if 1 <= month <= 12 and not 1 <= int(found["day"]) <= _LONGEST_MONTHS[month - 1]:
            yield text[found.start() : found.end()]


def _is_over(mention: TimeMention, today: date) -> bool:
    meaning = mention.meaning
    return isinstance(meaning, Days) and meaning.last is not None and meaning.last < today


@dataclass(frozen=True)
class _Heard:
    """One mention as a wish means it: `weekdays` where a weekday stands alone; `days` or `hours` otherwise."""

    days: Days | None = None
    weekdays: frozenset[int] = frozenset()
    hours: Minutes | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether it is one day, or a weekday."""
        return bool(self.weekdays) or self.days is not None and self.days.first == self.days.last


def _heard(mention: TimeMention, text: str) -> _Heard:
    meaning, words = mention.meaning, text[mention.start : mention.end]
    if isinstance(meaning, Minutes):
        lead = text[max(0, mention.start - 9) : mention.end]
        is_about = meaning.first == meaning.last and _ABOUT.search(lead)
        return _Heard(hours=Minutes(max(0, meaning.first - _BEFORE), min(DAY_END, meaning.last + _AFTER)) if is_about else meaning)
    if isinstance(meaning, Recurrence):
        return _Heard(weekdays=frozenset(meaning.weekdays))
    weekdays = _bare_weekdays(words, meaning)
    if weekdays is None and _COUNTED_WEEKS.match(words) and meaning.first == meaning.last:
        monday = meaning.first - timedelta(days=meaning.first.weekday())
        meaning = Days(monday, monday + timedelta(days=6))
    return _Heard(meaning, weekdays or frozenset())


def _bare_weekdays(words: str, days: Days) -> frozenset[int] | None:
    """The weekdays from … to …, if `words` name nothing but weekdays; None otherwise."""
    folded = [standard_word(word) for word in re.findall(r"[a-z]+|\d+", fold(words))]
    named = [word for word in folded if word in WEEKDAYS or word in _SHORT_WEEKDAYS or word == "wochenende"]
    if not named or folded[0] == "bis" or len(named) + sum(word in _AMONG_WEEKDAYS for word in folded) < len(folded) or days.last is None:
        return None
    count = min(7, (days.last - days.first).days + 1)
    return frozenset((days.first.weekday() + step) % 7 for step in range(count))


def _wish(heard: Sequence[_Heard], said: Sequence[Polarity]) -> TimeWish:
    wanted = [one for one, polarity in zip(heard, said) if polarity is Polarity.WANTED]
    refused = [one for one, polarity in zip(heard, said) if polarity is Polarity.REFUSED]
    ruled_out = TimeWish(
        not_days=tuple(one.days for one in refused if one.days and not one.weekdays),
        not_weekdays=frozenset().union(*(one.weekdays for one in refused)),
        not_hours=tuple(one.hours for one in refused if one.hours),
    )
    groups = list(_groups(wanted))
    if len(groups) > 1 and all(any(one.is_narrow for one in group) for group in groups) and any(
        one.hours for group in groups for one in group
    ):
        return replace(ruled_out, either=tuple(_joined(group) for group in groups))
    together = _joined(wanted)
    return replace(ruled_out, days=together.days, weekdays=together.weekdays, hours=together.hours)


def _groups(wanted: Sequence[_Heard]) -> Iterator[list[_Heard]]:
    """Days with the hours behind them: a day that follows such hours begins the next group."""
    group: list[_Heard] = []
    for one in wanted:
        if one.hours is None and any(each.hours for each in group) and any(each.hours is None for each in group):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _joined(wanted: Sequence[_Heard]) -> TimeWish:
    """Weekdays count within the weeks or months that are named; beside single days they are days as well."""
    days = [one for one in wanted if one.days is not None and not one.weekdays]
    weekdays = [one for one in wanted if one.weekdays]
    hours = _from_to(tuple(one.hours for one in wanted if one.hours))
    if any(one.is_narrow for one in days) and all(one.days for one in weekdays):
        return TimeWish(days=tuple(one.days for one in wanted if one.days), hours=hours)
    return TimeWish(
        days=_since_until(tuple(one.days for one in days)), weekdays=frozenset().union(*(one.weekdays for one in weekdays)), hours=hours
    )


def _from_to(hours: tuple[Minutes, ...]) -> tuple[Minutes, ...]:
    """„ab 10, aber nur bis 14 Uhr“ is one stretch; other hours are alternatives."""
    if len(hours) == 2:
        early, late = sorted(hours, key=lambda one: (one.first, one.last))
        if early.first == 0 and late.last == DAY_END and late.first < early.last < DAY_END:
            return (Minutes(late.first, early.last),)
    return hours


def _since_until(days: tuple[Days, ...]) -> tuple[Days, ...]:
    """„nicht vor dem 7., aber vor Weihnachten“ is one stretch; other days are alternatives."""
    if len(days) == 2:
        since, until = sorted(days, key=lambda one: one.last is not None)
        if since.last is None and until.last is not None and until.first < since.first <= until.last:
            return (Days(since.first, until.last),)
    return days


def _new_year(today: date) -> date:
    """The first of January that is meant; in January itself it is the running year, from today."""
    return today if today.month == 1 else date(today.year + 1, 1, 1)

"""What words around a date make of it: „vom … bis …“, „ab …“, „nach …“, „seit …“."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Iterator, Sequence

from knowledge.times.meanings import Days, Found

_ARTICLE = r"(?:dem |den |der |die |das |zum |zur |am |im |in der |in |den kommenden )?"
_TO = re.compile(rf" ?(?:bis(?: einschliesslich)?(?: zum| zur| in die| in den)?|[-~]) ?{_ARTICLE}")
_AND = re.compile(rf" und (?:um )?{_ARTICLE}")
_BETWEEN = re.compile(rf"(?:^|(?<=\W))zwischen {_ARTICLE}$")
_FROM = re.compile(rf"(?:^|(?<=\W))(?:von|vom|ab) {_ARTICLE}$")
_YEAR = re.compile(r"(?:19|20)\d\d|\d\.\d{1,2}\.\d\d(?!\d)")
_LONGEST_WORDS = 44
_BOUND = re.compile(
    rf"(?:^|(?<=\W))(?:(?P<since>seit|letztmals|zuletzt)|(?P<from>ab|fruehestens(?: ab)?|nicht vor|erst ab|von)|"
    rf"(?P<until>bis(?: spaetestens| einschliesslich| maximal| hoechstens)?|spaetestens(?: bis)?)|"
    rf"(?P<before>vor|noch vor)|(?P<after>nach|erst nach)) {_ARTICLE}$"
)


def bounded(found: Sequence[Found], text: str, today: date) -> Iterator[Found]:
    """`found` (all dates of `text`, in order) with ranges joined and bounds applied; „seit …“ drops its date."""
    for one in _joined(found, text):
        words = _BOUND.search(text, max(0, one.start - _LONGEST_WORDS), one.start)
        if not words or not isinstance(one.meaning, Days) or one.meaning.last is None:
            yield one
        elif not words["since"]:
            meaning = _within(one.meaning, words, today, text[one.end : one.end + 4])
            yield one if meaning is None else Found(words.start(), one.end, meaning)


def _within(days: Days, words: re.Match[str], today: date, behind: str) -> Days | None:
    day = timedelta(days=1)
    if words["from"] == "von":
        return Days(days.first, None) if re.match(r" an\b", behind) else None
    if words["from"]:
        return Days(days.first, None)
    if words["after"]:
        return Days(days.last + day, None)
    last = days.last if words["until"] else days.first - day
    return Days(min(today, last), last)


def _joined(found: Sequence[Found], text: str) -> Iterator[Found]:
    waiting: Found | None = None
    for one in found:
        joined = waiting and _join(waiting, one, text)
        if waiting and not joined:
            yield waiting
        waiting = joined or one
    if waiting:
        yield waiting


def _join(first: Found, second: Found, text: str) -> Found | None:
    """The range of two dates with „bis“ or „zwischen … und“, or None if they are two separate ones."""
    if not (isinstance(first.meaning, Days) and isinstance(second.meaning, Days)):
        return None
    if first.meaning.last is None or second.meaning.last is None or second.start - first.end > _LONGEST_WORDS:
        return None
    gap, low = text[first.end : second.start], max(0, first.start - _LONGEST_WORDS)
    between = _AND.fullmatch(gap) and _BETWEEN.search(text, low, first.start)
    if not between and not _TO.fullmatch(gap):
        return None
    opening = between or _FROM.search(text, low, first.start)
    late_year = _YEAR.search(text, second.start, second.end) and not _YEAR.search(text, first.start, first.end)
    days = _in_order(_in_year_of(second.meaning, first.meaning) if late_year else first.meaning, second.meaning)
    return days and Found(opening.start() if opening else first.start, second.end, days)


def _in_order(first: Days, second: Days) -> Days | None:
    """From the first to the second: for weekdays the second moves a week on, for dates the first some years back."""
    if second.last >= first.first:
        return Days(first.first, second.last)
    if first.first - second.last < timedelta(days=7):
        return Days(first.first, second.last + timedelta(days=7))
    running = _in_year_of(second, first)
    return Days(running.first, second.last) if running.first <= second.last else None


def _in_year_of(second: Days, first: Days) -> Days:
    """`first` moved to the last year in which it does not come after `second` („vom 3.5. bis 7.5.2028“)."""
    for year in (second.last.year, second.last.year - 1):
        try:
            start = first.first.replace(year=year)
        except ValueError:  # 29 February
            continue
        if start <= second.last:
            return replace(first, first=start)
    return first

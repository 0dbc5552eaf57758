"""Rules for single days: today and tomorrow, weekdays, „in 3 Tagen“, dates with a number."""
from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Iterator

from knowledge.times.calendar import (
    day_of,
    later,
    months,
    next_day_of_month,
    next_weekday,
    one_day,
    weekday_of_month,
    yearly,
)
from knowledge.times.lexicon import DAY_WORDS, MONTHS, ORDINALS, WEEKDAYS, any_of, number_of
from knowledge.times.meanings import Days
from knowledge.times.patterns import (
    ALONE,
    AND,
    COUNT,
    END,
    MONTH,
    NTH,
    SHIFT,
    START,
    WEEKDAY,
    YEAR,
    Rule,
    ordinal_in,
    piece,
    rule,
    shift_of,
    year_in,
)

_ORDINAL = any_of(ORDINALS.values())
_DAY_WORD = any_of(DAY_WORDS)
_NAMED = rf"(?:(?:{WEEKDAY}),? (?:den |dem |der )?)?"
_UNIT = r"(?P<unit>tag|woche|monat|jahr)(?:e[ns]?|s|n)?"
_MONTH_OR_NUMBER = rf"(?:(?P<month>{MONTH})s?{END}|(?P<month_number>1[0-2]|0?[1-9])\.(?!\d))"
_SOME = {"tag": (2, 7), "woche": (14, 42), "monat": (60, 180), "jahr": (730, 1825)}
"""„ein paar Wochen“ in days, from … to: a convention of ours."""
_COMING = {"tag": 7, "woche": 28, "monat": 90, "jahr": 365}
"""„in den nächsten Tagen“ in days."""
_COMMON_FORM = 8
"""„in acht Tagen“ is a week (Duden, „acht“)."""


def _day_word(match: re.Match[str], today: date) -> Days:
    return one_day(today + timedelta(days=DAY_WORDS[match["day"]]))


def _weekday(match: re.Match[str], today: date) -> Days:
    return one_day(next_weekday(today, WEEKDAYS[match["weekday"]], shift_of(match["shift"])))


def _from_now(match: re.Match[str], today: date) -> Days | None:
    unit, anchor = match["unit"], match["anchor"]
    if anchor:
        today = _anchor(anchor, today)
    if match["some"]:
        least, most = _SOME[unit]
        return None if match["way"] == "vor" else Days(today + timedelta(least), today + timedelta(most))
    count = number_of(match["count"])
    if unit == "tag" and count == _COMMON_FORM:
        count = 7
    if match["way"] == "vor":
        return one_day(later(today, -count, unit)) if unit in ("tag", "woche") and not anchor else None
    if match["way"] == "ueber" and not anchor:
        return None
    day = later(today, count, unit)
    return one_day(day) if match["way"] in ("in", "ueber") else Days(today, day)


def _anchor(word: str, today: date) -> date:
    return next_weekday(today, WEEKDAYS[word]) if word in WEEKDAYS else today + timedelta(days=DAY_WORDS[word])


def _coming(match: re.Match[str], today: date) -> Days:
    unit = match["unit"]
    if match["count"]:
        return Days(today, later(today, number_of(match["count"]), unit))
    return Days(today, today + timedelta(days=_COMING[unit]))


def _iso(match: re.Match[str], today: date) -> Days | None:
    return day_of(int(match["y"]), int(match["m"]), int(match["d"]))


def _numeric(match: re.Match[str], today: date) -> Days | None:
    year = piece(match, "year")
    full = int(year) + (2000 if len(year) == 2 else 0) if year else None
    return _day_and_month(int(match["d"]), int(match["m"]), today, full)


def _day_and_month(day: int, month: int, today: date, year: int | None) -> Days | None:
    return yearly(lambda count: day_of(count, month, day), today, year=year)


def _named(match: re.Match[str], today: date) -> Days | None:
    day = ordinal_in(match["d"])
    return day and _day_and_month(day, MONTHS[match["month"]], today, year_in(match, today))


def _listed(match: re.Match[str], today: date) -> Days | None:
    day = ordinal_in(match["d"])
    month = MONTHS[match["month"]] if match["month"] else int(match["month_number"])
    year = match["of_year"]
    return day and _day_and_month(day, month, today, int(year) if year else None)


def _bare(match: re.Match[str], today: date) -> Days | None:
    day = ordinal_in(match["d"])
    return day and next_day_of_month(today, day, shift_of(piece(match, "shift")))


def _weekday_of_month(match: re.Match[str], today: date) -> Days | None:
    weekday, ordinal = WEEKDAYS[match["weekday"]], ordinal_in(match["nth"])
    if match["month"]:
        make = lambda year: weekday_of_month(year, MONTHS[match["month"]], weekday, ordinal)  # noqa: E731
        return yearly(make, today, year=year_in(match, today))
    month = months(today.year, today.month + shift_of(match["shift"])).first
    return weekday_of_month(month.year, month.month, weekday, ordinal)


def rules() -> Iterator[Rule]:
    """All rules of this module."""
    yield rule(rf"{START}(?P<day>{_DAY_WORD})(?:,? (?:am )?(?:{WEEKDAY}))?{END}", _day_word)
    yield rule(rf"{START}(?:{SHIFT} )?(?P<weekday>{WEEKDAY}){END}", _weekday)
    yield rule(
        rf"{START}(?:(?P<anchor>{_DAY_WORD}|{WEEKDAY}) )?(?P<way>in|ueber|vor|innerhalb(?: von)?|binnen) "
        rf"(?:(?P<some>(?:ein )?paar|wenigen|einigen)|(?P<count>{COUNT})) {_UNIT}{END}",
        _from_now,
    )
    yield rule(
        rf"{START}(?:in den|innerhalb der|im laufe der) (?:naechsten|kommenden) (?:(?P<count>{COUNT}) )?{_UNIT}{END}",
        _coming,
    )
    yield rule(r"(?<![\w.,/:-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", _iso)
    yield rule(
        rf"(?<![\w.,/:-]){_NAMED}(?P<core>(?P<d>\d{{1,2}})(?P<by>[/-])(?P<m>\d{{1,2}})(?P=by)"
        r"(?P<year>20\d\d))(?![\w-])",
        _numeric,
    )
    yield rule(
        rf"(?<![\w,/:])(?<!\d[.-])(?P<core>{_NAMED}(?P<d>\d{{1,2}})\. ?(?P<m>\d{{1,2}})\."
        r"(?: ?(?P<year>(?:19|20)\d\d)(?!\d))?)(?!\w|\.?\d)",
        _numeric,
    )
    yield rule(
        rf"(?<![\w.,/:-]){_NAMED}(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<year>\d\d)(?!\w|[.,:/]\d)", _numeric
    )
    yield rule(
        r"(?=\d)(?:(?<=\bam )|(?<=\bvom )|(?<=\bzum )|(?<=\bden )|(?<=\bdem ))(?P<d>\d{1,2})\.(?P<m>1[0-2]|0?[1-9])"
        r"(?![\w.:]\d|\d|\.\d| ?(?:uhr|h)\b)(?=$|[ ,;!?)])",
        _numeric,
    )
    yield rule(
        rf"(?<![\w.,:])(?<!\w/)(?<!\d-){_NAMED}(?P<d>\d{{1,2}}\.?|{_ORDINAL}) (?P<month>{MONTH})s?"
        rf"(?:,? {YEAR})?{END}",
        _named,
    )
    yield rule(
        rf"(?<![\w.,/:])(?<!\d-)(?P<d>\d{{1,2}})\.(?P<month>{MONTH})(?: ?{YEAR})?{END}", _named
    )
    more = rf"(?: ?(?:{AND}|bis zum|bis|-) ?(?:am |zum |dem |den )?(?:\d{{1,2}}\.|(?:{_ORDINAL})(?!\w)))"
    yield rule(
        rf"(?<![\w.,:])(?<!\w/)(?P<core>(?P<d>\d{{1,2}}\.|(?:{_ORDINAL})(?!\w)))"
        rf"(?={more}{{1,5}} ?{_MONTH_OR_NUMBER}(?: ?(?P<of_year>20\d\d)(?!\d))?)",
        _listed,
    )
    named = rf"(?:{WEEKDAY})(?:,? (?:den|der|dem)|,) "
    month_after = rf"(?: (?:des |der )?(?:(?:{SHIFT}) )?monat(?:s|es)?{END})?"
    yield rule(
        rf"(?<!\w)(?:am |vom |dem |bis zum |(?<=\d\. )(?:und |oder )(?:am )?|(?<=\d\. )bis (?:zum )?|(?={named}))"
        rf"(?P<core>(?:{named})?(?P<d>\d{{1,2}}\.|\d{{1,2}}ten|(?:{_ORDINAL})(?!\w)){month_after}){ALONE}",
        _bare,
    )
    yield rule(rf"(?<!\w)am (?P<core>(?P<d>\d{{1,2}})){ALONE}(?!\.| uhr| \d|-)", _bare)
    yield rule(
        rf"{START}{NTH} (?P<weekday>{WEEKDAY}) (?:im |des |in )?(?:(?P<month>{MONTH})s?(?: {YEAR})?"
        rf"|{SHIFT} monat(?:s|es)?){END}",
        _weekday_of_month,
    )

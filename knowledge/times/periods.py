"""Rules for weeks, week-ends, months, seasons, quarters, years and feasts, whole or their beginning, middle and end."""
from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from typing import Iterator

from knowledge.times.calendar import add_months, calendar_week, months, one_day, season, week_of, yearly
from knowledge.times.feasts import FEASTS
from knowledge.times.lexicon import MONTHS, ORDINALS, WEEKDAYS
from knowledge.times.meanings import Days, Found
from knowledge.times.patterns import (
    ALONE,
    AND,
    BESIDES,
    EDGE,
    END,
    MONTH,
    NTH,
    SHIFT,
    START,
    WEEKDAY,
    YEAR,
    Rule,
    edge_of,
    ordinal_in,
    piece,
    rule,
    shift_of,
    year_in,
)

_WEEK = (
    rf"(?:(?:des |der |in der )?{SHIFT} woche|(?:in )?(?:der )?(?:kw|kalenderwoche) ?(?P<kw>\d{{1,2}})"
    rf"(?P<kw_last> ?(?:-|bis) ?\d{{1,2}})?(?!\d)"
    rf"|(?:in )?(?:der )?(?P<kw_before>\d{{1,2}})\. ?(?:kw|kalenderwoche))(?:(?: ?/ ?|,? ){YEAR})?{END}"
)
_DAYS = rf"(?P<days>(?:{WEEKDAY})(?:(?:{AND}| bis | ?[-~] ?)(?:am )?(?:{WEEKDAY})){{0,4}})"
_EACH_DAY = re.compile(WEEKDAY)
_SEASON = "fruehjahr|fruehling|sommer|herbst|winter"
_BEFORE_SEASON = re.compile(r"(?:^|\W)(?:im|zum|diesem|den|ab|bis|dem|der|seit|oder|des|ueber) $")
"""What makes a season a time: without it „Sommer“ is a noun like any other."""
_MORE_SEASONS = re.compile(rf"(?: oder | und | bis |/|-)(?:{_SEASON})(?!\w)")
_OFTEN_NAMES = {"maerz", "mai", "august"}
_BEFORE_MONTH = re.compile(
    r"(?:^|\W)(?:im|ab|bis|oder|und|seit|erst|den|des|noch|fuer|vor|nach|monat|besten|zwischen|von|[/,~-]) ?$|[~/-]$"
)
"""What makes März, Mai and August months: they are names of people as well."""
_NOTHING_MORE = re.compile(ALONE)
_DAY_BEFORE = re.compile(rf"(?:\d\.? ?|(?<!\w)(?:{'|'.join(ORDINALS.values())}) )$")
"""„30. Februar“: a day that the month does not have makes no month."""
_FEASTS = [(re.compile(name), make) for name, make in FEASTS.items()]
_THIRD_OF_YEAR = {"anfang": (1, 2), "mitte": (6, 2), "ende": (11, 2)}


def _week_thirds(week: Days, edge: str) -> Days:
    """Monday and Tuesday, Tuesday to Thursday, Thursday to Sunday."""
    first, last = {"anfang": (0, 1), "mitte": (1, 3), "ende": (3, 6)}[edge]
    return Days(week.first + timedelta(first), week.first + timedelta(last))


def _month_thirds(month: Days, edge: str) -> Days:
    """Up to the 10th, up to the 20th, the rest."""
    first, last = {"anfang": (1, 10), "mitte": (11, 20), "ende": (21, month.last.day)}[edge]
    return Days(month.first.replace(day=first), month.first.replace(day=last))


def _quarter_thirds(quarter: Days, edge: str) -> Days:
    """The first, middle or last third in whole months; for half years and seasons too."""
    length = (quarter.last.year - quarter.first.year) * 12 + quarter.last.month - quarter.first.month + 1
    third = length // 3
    start = {"anfang": 0, "mitte": third, "ende": length - third}[edge]
    return months(quarter.first.year, quarter.first.month + start, third)


def _year_thirds(year: Days, edge: str) -> Days:
    """January and February, June and July, November and December."""
    return months(year.first.year, *_THIRD_OF_YEAR[edge])


def _whole_week(match: re.Match[str], today: date) -> Days | None:
    number = match["kw"] or match["kw_before"]
    if not number:
        return week_of(today, shift_of(match["shift"]))
    year = year_in(match, today)
    whole = yearly(lambda count: calendar_week(count, int(number)), today, year=year)
    if whole and match["kw_last"]:
        until = calendar_week(whole.first.isocalendar().year, int(re.sub(r"\D", "", match["kw_last"])))
        return Days(whole.first, until.last) if until and until.last > whole.last else None
    return whole


def _week(match: re.Match[str], today: date) -> Days | None:
    whole = _whole_week(match, today)
    return whole and edge_of(whole, match["edge"], _week_thirds)


def _edge_of_this(match: re.Match[str], today: date) -> Days:
    """„Ende des Monats“: of the running one, or of the next if that part is over."""
    unit, edge = match["unit"] or match["one_word"], match["edge"] or match["word_edge"]
    whole_of = {
        "woche": lambda ahead: edge_of(week_of(today, ahead), edge, _week_thirds),
        "monat": lambda ahead: edge_of(months(today.year, today.month + ahead), edge, _month_thirds),
        "jahr": lambda ahead: edge_of(months(today.year + ahead, 1, 12), edge, _year_thirds),
    }[unit]
    running = whole_of(0)
    return running if running.last >= today else whole_of(1)


def _days_of_week(match: re.Match[str], today: date) -> Iterator[Found]:
    week = _whole_week(match, today)
    if not week:
        return
    start, end = match.span("days")
    named = list(_EACH_DAY.finditer(match.string, start, end))
    for index, one in enumerate(named):
        first = match.start() if index == 0 else one.start()
        last = match.end() if index == len(named) - 1 else one.end()
        yield Found(first, last, one_day(week.first + timedelta(days=WEEKDAYS[one.group()])))


def _weekend(match: re.Match[str], today: date) -> Days:
    saturday = today + timedelta(days=5 - today.weekday())
    shift = shift_of(match["shift"]) or 0
    ahead = shift - 1 if shift > 0 and today.weekday() < 5 else shift
    first = saturday + timedelta(weeks=ahead)
    return Days(first, first + timedelta(days=1))


def _month(match: re.Match[str], today: date) -> Days | None:
    name, shift, listed = match["month"], shift_of(piece(match, "shift")), piece(match, "list_year")
    year = int(listed) if listed else year_in(match, today)
    before = match.string[max(0, match.start() - 24) : match.start()]
    if _DAY_BEFORE.search(before):
        return None
    if name in _OFTEN_NAMES and not match["edge"] and shift is None and year is None:
        if not (_BEFORE_MONTH.search(before) if before else _NOTHING_MORE.match(match.string, match.end())):
            return None
    month = MONTHS[name]
    whole = yearly(lambda count: months(count, month), today, shift, year)
    part = whole and edge_of(whole, match["edge"], _month_thirds)
    if part and part.last < today and shift is None and year is None:  # „Anfang November“ on the 26th
        return edge_of(months(whole.first.year + 1, month), match["edge"], _month_thirds)
    return part


def _part_of_month(match: re.Match[str], today: date) -> Days | None:
    """„erste Märzwoche“ is the 1st to 7th, „zweite Märzhälfte“ from the 16th on."""
    month, nth = MONTHS[match["month"] or match["of_month"]], ordinal_in(match["nth"])
    part = _half if match["part"] == "haelfte" else _seven_days
    return yearly(lambda year: part(months(year, month), nth), today, year=year_in(match, today))


def _half(month: Days, nth: int | None) -> Days | None:
    if nth == 1:
        return Days(month.first, month.first.replace(day=15))
    return Days(month.first.replace(day=16), month.last) if nth in (2, -1) else None


def _seven_days(month: Days, nth: int | None) -> Days | None:
    if nth == -1:
        return Days(month.last - timedelta(days=6), month.last)
    first = month.first + timedelta(weeks=nth - 1) if nth else month.first
    return Days(first, first + timedelta(days=6)) if nth in (1, 2, 3, 4) else None


def _season(match: re.Match[str], today: date) -> Days | None:
    shift, year = shift_of(match["shift"]), year_in(match, today)
    if not match["edge"] and shift is None and year is None:
        before = match.string[max(0, match.start() - 12) : match.start()]
        if not (_BEFORE_SEASON.search(before) or _MORE_SEASONS.match(match.string, match.end())):
            return None
    whole = yearly(partial(season, match["season"]), today, shift, year)
    return whole and edge_of(whole, match["edge"], _quarter_thirds)


def _of_months(match: re.Match[str], today: date) -> Days | None:
    """Quarters and half years."""
    length = 6 if match["part"] == "halbjahr" else 3
    if match["shift"]:
        running = (today.month - 1) // length * length + 1
        whole: Days | None = months(today.year, running + length * shift_of(match["shift"]), length)
    else:
        nth = ordinal_in(match["nth"] or match["q"])
        nth = 12 // length if nth == -1 else nth
        if not nth or nth > 12 // length:
            return None
        year = int(match["q_year"]) if match["q_year"] else year_in(match, today)
        whole = yearly(lambda count: months(count, (nth - 1) * length + 1, length), today, year=year)
    return whole and edge_of(whole, match["edge"], _quarter_thirds)


def _relative(match: re.Match[str], today: date) -> Days:
    shift = shift_of(match["shift"])
    if match["unit"] == "monat":
        first = add_months(today.replace(day=1), shift)
        return edge_of(months(first.year, first.month), match["edge"], _month_thirds)
    return edge_of(months(today.year + shift, 1, 12), match["edge"], _year_thirds)


def _year(match: re.Match[str], today: date) -> Days:
    number = int(match["number"] or match["alone"] or today.year)
    return edge_of(months(number, 1, 12), match["edge"], _year_thirds)


def _feast(match: re.Match[str], today: date) -> Days | None:
    span = match.span("feast")
    make = next(make for name, make in _FEASTS if name.fullmatch(match.string, *span))
    return yearly(make, today, shift_of(match["shift"]), year_in(match, today))


def rules() -> Iterator[Rule]:
    """All rules of this module."""
    edge = f"(?:{EDGE}(?:des |der |vom |im )?)?"
    yield rule(rf"{START}{edge}{_WEEK}", _week)
    yield rule(
        rf"{START}(?:{EDGE}(?:der|des|dieser|dieses|diesen) (?P<unit>woche|monat|jahr)(?:e?s)?|"
        rf"(?P<one_word>woche|monat|jahr)(?:n|e?s)(?P<word_edge>anfang|mitte|(?<!wochen)ende)){END}",
        _edge_of_this,
    )
    yield Rule(re.compile(rf"{START}{_WEEK}{BESIDES}{_DAYS}{END}"), _days_of_week)
    yield Rule(re.compile(rf"{START}{_DAYS},? {_WEEK}"), _days_of_week)
    yield rule(rf"{START}(?:{SHIFT} )?wochenende{END}", _weekend)
    listed = rf"(?:{AND}| bis |[~-])(?:(?:anfang|mitte|ende) )?(?:{MONTH}) (?P<list_year>(?:19|20)\d\d)(?!\d)"
    yield rule(rf"{START}{edge}(?:{SHIFT} )?(?P<month>{MONTH})s?(?:,? {YEAR}|(?={listed}))?{END}", _month)
    yield rule(rf"{START}{YEAR},? (?:im )?(?:{EDGE})?(?P<month>{MONTH}){END}", _month)
    yield rule(
        rf"{START}{NTH} (?:(?P<month>{MONTH})(?P<part>woche|haelfte)|woche (?:im |des |in )?(?P<of_month>{MONTH})s?)"
        rf"(?:,? {YEAR})?{END}",
        _part_of_month,
    )
    yield rule(rf"{START}{edge}(?:{SHIFT} )?(?P<season>{_SEASON})(?:s|es)?(?:,? {YEAR})?{END}", _season)
    yield rule(
        rf"{START}{edge}(?:(?:{SHIFT}|{NTH}) (?P<part>quartal|halbjahr)(?:s|es)?(?:,? {YEAR})?"
        rf"|(?:(?<=\bim )|(?<=\bin )|(?<=\bab )|(?<=\bbis )|(?=q ?\d ?/? ?20\d\d))q ?(?P<q>[1-4])"
        rf"(?: ?/? ?(?P<q_year>20\d\d))?){END}",
        _of_months,
    )
    yield rule(rf"{START}{edge}{SHIFT} (?P<unit>monat|jahr)(?:e?s)?{END}", _relative)
    alone = r"(?:(?<=\bab )|(?<=\bbis )|(?<=\bin )|(?<=\bvor )|(?<=\bnach ))"
    yield rule(
        rf"{START}(?:(?:{EDGE}(?:des jahres )?|(?:im |des )?jahr(?:e?s?)? )(?P<number>(?:19|20)\d\d){END}"
        rf"(?![.,:]?\d|-\d)|{alone}(?P<alone>20[2-4]\d){ALONE}(?! ?-\d)|heuer{END})",
        _year,
    )
    yield rule(rf"{START}(?:{SHIFT} )?(?P<feast>{'|'.join(FEASTS)})(?: {YEAR})?{END}", _feast)

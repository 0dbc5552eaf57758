"""German feasts and fixed days: when each lies in a given year."""
from __future__ import annotations

from datetime import date, timedelta

from knowledge.times.calendar import Yearly, day_of, one_day, weekday_of_month
from knowledge.times.meanings import Days


def easter_sunday(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus.

    Source: J. Meeus, Astronomical Algorithms (1991), chapter 8, after Butcher's Ecclesiastical Calendar (1876); good
    for every year of the Gregorian calendar.
    """
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * left + 2 * (of_century // 4) - moon - of_century % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def advent_sunday(year: int, count: int) -> date:
    """The first to fourth Sunday of Advent; the fourth is the last Sunday before 25 December."""
    christmas = date(year, 12, 25)
    fourth = christmas - timedelta(days=christmas.weekday() + 1)
    return fourth - timedelta(weeks=4 - count)


def _fixed(month: int, day: int) -> Yearly:
    return lambda year: day_of(year, month, day)


def _after_easter(days: int, last: int | None = None) -> Yearly:
    def make(year: int) -> Days:
        sunday = easter_sunday(year)
        return Days(sunday + timedelta(days=days), sunday + timedelta(days=days if last is None else last))

    return make


def _advent(count: int, days_before: int = 0) -> Yearly:
    return lambda year: one_day(advent_sunday(year, count) - timedelta(days=days_before))


def _advent_season(year: int) -> Days:
    return Days(advent_sunday(year, 1), date(year, 12, 24))


def _sunday_of(month: int, count: int) -> Yearly:
    return lambda year: weekday_of_month(year, month, 6, count)


def _stretch(first: tuple[int, int], last: tuple[int, int]) -> Yearly:
    return lambda year: Days(date(year, *first), date(year, *last))


FEASTS: dict[str, Yearly] = {
    r"heilige drei koenige|dreikoenig(?:e|stag)?|dreikoenigsfest": _fixed(1, 6),
    r"neujahr(?:stag)?": _fixed(1, 1),
    r"valentinstag": _fixed(2, 14),
    r"(?:welt|internationaler? )?frauentag": _fixed(3, 8),
    r"rosenmontag": _after_easter(-48),
    r"faschingsdienstag|fastnachtsdienstag|veilchendienstag": _after_easter(-47),
    r"aschermittwoch": _after_easter(-46),
    r"palmsonntag": _after_easter(-7),
    r"gruendonnerstag": _after_easter(-3),
    r"karfreitag": _after_easter(-2),
    r"karsamstag|ostersamstag": _after_easter(-1),
    r"ostersonntag": _after_easter(0),
    r"ostermontag": _after_easter(1),
    r"ostern|osterfeiertage|osterwochenende": _after_easter(0, 1),
    r"tag der arbeit|maifeiertag": _fixed(5, 1),
    r"muttertag": _sunday_of(5, 2),
    r"(?:christi )?himmelfahrt(?:stag)?|vatertag": _after_easter(39),
    r"pfingstsonntag": _after_easter(49),
    r"pfingstmontag": _after_easter(50),
    r"pfingsten|pfingstwochenende": _after_easter(49, 50),
    r"fronleichnam": _after_easter(60),
    r"(?:mariae?|marien) himmelfahrt": _fixed(8, 15),
    r"erntedank(?:fest)?": _sunday_of(10, 1),
    r"tag der deutschen einheit": _fixed(10, 3),
    r"reformationstag|halloween": _fixed(10, 31),
    r"allerheiligen": _fixed(11, 1),
    r"martinstag|martini": _fixed(11, 11),
    r"buss-? und bettag|busstag": _advent(1, 11),
    r"volkstrauertag": _advent(1, 14),
    r"totensonntag|ewigkeitssonntag": _advent(1, 7),
    r"(?:erste[nrs]?|1\.) (?:advent|adventssonntag)": _advent(1),
    r"(?:zweite[nrs]?|2\.) (?:advent|adventssonntag)": _advent(2),
    r"(?:dritte[nrs]?|3\.) (?:advent|adventssonntag)": _advent(3),
    r"(?:vierte[nrs]?|4\.) (?:advent|adventssonntag)": _advent(4),
    r"(?:(?<=\bim )|(?<=\bden ganzen ))advent|adventszeit": _advent_season,
    r"nikolaus(?:tag)?": _fixed(12, 6),
    r"heilig(?:e[rn])? ?abend": _fixed(12, 24),
    r"(?:erste[nrs]?|1\.) weihnachts(?:feier)?tag": _fixed(12, 25),
    r"(?:zweite[nrs]?|2\.) weihnachts(?:feier)?tag": _fixed(12, 26),
    r"weihnachten|weihnachtsfeiertage[n]?": _stretch((12, 24), (12, 26)),
    r"zwischen den (?:jahren|feiertagen)|zwischen weihnachten und (?:neujahr|silvester)": _stretch((12, 27), (12, 31)),
    r"silvester": _fixed(12, 31),
    r"jahreswechsel": lambda year: Days(date(year, 12, 31), date(year + 1, 1, 1)),
}
"""Name as a pattern over folded text → when it is. Sources: the feast-day laws of the Länder (fixed days, Buß- und
Bettag as the Wednesday before 23 November), general custom for the rest. „Ostern“ is Sunday and Monday, „Weihnachten“
24 to 26 December, „zwischen den Jahren“ 27 to 31 December."""

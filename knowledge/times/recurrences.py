"""Rules for what comes back: „dienstags“, „jeden Montag und Mittwoch“, „werktags“, „jeden ersten Mittwoch im Monat“.

„an einem Mittwoch“ leaves open which one, so it stands here too. „jeden ersten Mittwoch“ is that of the month, „jeden
zweiten“ comes every two weeks unless the month is named.
"""
from __future__ import annotations

import re
from datetime import date
from typing import Iterator

from knowledge.times.lexicon import WEEKDAYS
from knowledge.times.meanings import Recurrence
from knowledge.times.patterns import AND, END, NTH, START, WEEKDAY, Rule, ordinal_in, rule

_WORKING_DAYS = (0, 1, 2, 3, 4)
_WEEKEND = (5, 6)
_STEP = re.compile(rf"(?P<to>bis|[-~])|(?P<day>{WEEKDAY})")


def _listed(match: re.Match[str], today: date) -> Recurrence:
    """All days of a list; „bis“ takes those between two days along."""
    days: set[int] = set()
    last, ranging = 0, False
    for step in _STEP.finditer(match["days"]):
        if step["to"]:
            ranging = True
            continue
        day = WEEKDAYS[step["day"]]
        days |= {(last + ahead) % 7 for ahead in range((day - last) % 7 + 1)} if ranging else {day}
        last, ranging = day, False
    return Recurrence(tuple(sorted(days)))


def _of_month(match: re.Match[str], today: date) -> Recurrence:
    return Recurrence((WEEKDAYS[match["weekday"]],), ordinal=ordinal_in(match["nth"]))


def _every_second(match: re.Match[str], today: date) -> Recurrence:
    return Recurrence((WEEKDAYS[match["weekday"]],), every=2)


def rules() -> Iterator[Rule]:
    """All rules of this module."""
    more = rf"(?:{AND}| bis | ?[-~] ?)"
    always = r"(?:jede[nr]?|(?:immer|jeweils|jede woche|regelmaessig|woechentlich)(?: am)?|an (?:irgend)?einem)"
    yield rule(
        rf"{START}(?:(?:{always}|nur) )?(?P<days>(?:{WEEKDAY})s(?:{more}(?:{WEEKDAY})s?){{0,6}}){END}", _listed
    )
    yield rule(rf"{START}{always} (?P<days>(?:{WEEKDAY})s?(?:{more}(?:{WEEKDAY})s?){{0,6}}){END}", _listed)
    yield rule(
        rf"{START}(?:werktags|wochentags|unter der woche|an werktagen|an wochentagen|werktaeglich){END}",
        lambda match, today: Recurrence(_WORKING_DAYS),
    )
    yield rule(
        rf"{START}(?:(?:jedes|immer am|nur am|an einem) wochenende|an (?:den )?wochenenden|wochenends){END}",
        lambda match, today: Recurrence(_WEEKEND),
    )
    yield rule(
        rf"{START}(?:(?:immer )?(?:am |jede[nr] |jeweils am ))?{NTH} (?P<weekday>{WEEKDAY}) "
        rf"(?:im|des|eines|jeden|eines jeden|in jedem) monat(?:s|es)?{END}",
        _of_month,
    )
    yield rule(rf"{START}jeden (?P<nth>ersten|letzten|1\.) (?P<weekday>{WEEKDAY}){END}", _of_month)
    yield rule(
        rf"{START}(?:jeden (?:zweiten|2\.)|alle (?:zwei|2) wochen(?: am)?) (?P<weekday>{WEEKDAY})s?{END}", _every_second
    )

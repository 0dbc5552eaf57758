"""Times in German words, from the written forms that the grammar of times gives them (`knowledge.times`)."""
from __future__ import annotations

from typing import Sequence

from knowledge.times import Days, Minutes, Recurrence, read_meaning
from wording.dates import WEEKDAYS, listed, weekday_in_words

_ORDINALS = {1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", 5: "fünften", -1: "letzten", -2: "vorletzten"}
_DAY_END = 24 * 60


def times_in_words(values: Sequence[str]) -> str:
    """„Dienstag, 1. Dezember 2026, 14 bis 17 Uhr“"""
    return ", ".join(time_in_words(value) for value in values)


def time_in_words(value: str) -> str:
    """One written form in words; raises ValueError if it is none."""
    meaning = read_meaning(value)
    if isinstance(meaning, Days):
        return _days(meaning)
    return _minutes(meaning) if isinstance(meaning, Minutes) else _recurrence(meaning)


def _days(days: Days) -> str:
    if days.last is None:
        return f"ab {weekday_in_words(days.first)}"
    first = weekday_in_words(days.first)
    return first if days.first == days.last else f"{first}, bis {weekday_in_words(days.last)}"


def _minutes(minutes: Minutes) -> str:
    first, last = _clock(minutes.first), _clock(minutes.last)
    if minutes.first == minutes.last:
        return f"{first} Uhr"
    if minutes.last >= _DAY_END:
        return f"ab {first} Uhr"
    return f"bis {last} Uhr" if minutes.first == 0 else f"{first} bis {last} Uhr"


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}" if minute % 60 else str(minute // 60)


def _recurrence(rule: Recurrence) -> str:
    days = listed([WEEKDAYS[day] for day in rule.weekdays])
    if rule.ordinal:
        return f"am {_ORDINALS.get(rule.ordinal, str(rule.ordinal) + '.')} {days} im Monat"
    return f"jeden {days}" if rule.every == 1 else f"alle {rule.every} Wochen am {days}"

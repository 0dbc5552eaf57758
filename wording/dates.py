"""Dates in German words."""
from __future__ import annotations

import re
from datetime import date
from typing import Sequence

_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
_ISO_DATE = re.compile(r"\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")
_ISO_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def day_in_words(day: date) -> str:
    """„22. November 2026“"""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """„Sonntag, 22. November 2026“"""
    return f"{WEEKDAYS[day.weekday()]}, {day_in_words(day)}"


def dates_in_words(text: str) -> str:
    """`text` with its ISO dates as people write them: „2026-03-18 (Runde 2026)“ → „18. März 2026 (Runde 2026)“.

    A month counts only by itself: „2011-12“ within a text may be two years.
    """
    if _ISO_MONTH.fullmatch(text):
        return f"{_MONTHS[int(text[5:]) - 1]} {text[:4]}"
    return _ISO_DATE.sub(lambda found: day_in_words(date.fromisoformat(found.group())), text)


def source_date_in_words(as_of: str | None) -> str:
    """The date of a source as precise as it is known: „November 2025“, „2025“, „Stand unbekannt“."""
    if as_of is None:
        return "Stand unbekannt"
    parts = [int(part) for part in as_of.split("-")]
    if len(parts) == 3:
        return f"Stand {day_in_words(date(*parts))}"
    return f"Stand {_MONTHS[parts[1] - 1]} {parts[0]}" if len(parts) == 2 else f"Stand {parts[0]}"


def listed(words: Sequence[str], last: str = "und") -> str:
    """„a, b und c“"""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""

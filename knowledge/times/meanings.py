"""What a phrase of time means: days, a rule that comes back, or a part of the day, each with its written form."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DAY_END = 24 * 60
"""The last minute of a day plus one: 24:00 in ISO 8601-1, clause 5.3.1."""
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Days:
    """The days from `first` to `last`, both included; without `last` they have no end („ab Mai“).

    Written by ISO 8601: `2026-12-01`, `2026-12-01/2026-12-07`, open `2027-05-01/..` (ISO 8601-2, clause 4.4).
    """

    first: date
    last: date | None

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat() if self.last else '..'}"


@dataclass(frozen=True)
class Recurrence:
    """Weekdays (0 = Monday) that come back: every `every` weeks, or as the `ordinal`-th of each month (-1: the last).

    Written as a recurrence rule of iCalendar (RFC 5545, section 3.3.10): `FREQ=WEEKLY;BYDAY=TU,TH`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`, `FREQ=MONTHLY;BYDAY=1WE`. It names no first day, because none was said.
    """

    weekdays: tuple[int, ...]
    every: int = 1
    ordinal: int = 0

    def __str__(self) -> str:
        if self.ordinal:
            return "FREQ=MONTHLY;BYDAY=" + ",".join(f"{self.ordinal}{_BYDAY[day]}" for day in self.weekdays)
        interval = f"INTERVAL={self.every};" if self.every > 1 else ""
        return f"FREQ=WEEKLY;{interval}BYDAY=" + ",".join(_BYDAY[day] for day in self.weekdays)


@dataclass(frozen=True)
class Minutes:
    """A part of a day in minutes since midnight, local time; `first == last` is a moment („um halb drei“).

    Written `14:30` or `12:00/17:00`; the day runs from 00:00 to 24:00, so „nach 17 Uhr“ is `17:00/24:00`.
    """

    first: int
    last: int

    def __str__(self) -> str:
        moment = _clock(self.first)
        return moment if self.first == self.last else f"{moment}/{_clock(self.last)}"


Meaning = Days | Recurrence | Minutes


@dataclass(frozen=True)
class Found:
    """A stretch of folded text that a rule has given a meaning."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True)
class TimeMention:
    """A stretch of the message that names a time: `text[start:end]` means `meaning`."""

    start: int
    end: int
    meaning: Meaning

    @property
    def kind(self) -> str:
        """`uhrzeit` for a part of the day, `datum` for days and for what comes back."""
        return "uhrzeit" if isinstance(self.meaning, Minutes) else "datum"

    @property
    def value(self) -> str:
        """The written form of the meaning."""
        return str(self.meaning)


def read_meaning(value: str) -> Meaning:
    """The meaning that a written form stands for; raises ValueError for anything else."""
    if value.startswith("FREQ="):
        return _recurrence(value)
    first, ranged, last = value.partition("/")
    if ranged and not last:
        raise ValueError(f"{value} has no end")
    if ":" in first:
        return Minutes(_minute(first), _minute(last or first))
    return Days(date.fromisoformat(first), None if last == ".." else date.fromisoformat(last or first))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    minute = int(hours) * 60 + int(minutes)
    if not 0 <= minute <= DAY_END:
        raise ValueError(f"{clock} lies outside the day")
    return minute


def _recurrence(value: str) -> Recurrence:
    parts = dict(part.split("=", 1) for part in value.split(";"))
    days = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    if parts["FREQ"] not in ("WEEKLY", "MONTHLY") or not days:
        raise ValueError(f"{value} is no rule of ours")
    ordinal = int(days[0][:-2] or 0)
    return Recurrence(tuple(_BYDAY.index(day[-2:]) for day in days), int(parts.get("INTERVAL", 1)), ordinal)

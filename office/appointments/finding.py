"""Which of the free slots are offered for a wish. Pure: what is taken and who is away is handed in."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from heapq import merge, nsmallest
from itertools import combinations, islice
from typing import Callable, Iterator, Sequence

from knowledge.schema.adviser import Adviser
from knowledge.times.meanings import Minutes
from knowledge.times.wish import TimeWish
from office.appointments.choosing import fitting
from office.appointments.hours import LOCAL, earliest_start, last_day, session_starts
from office.appointments.model import Offer, OfferOutcome, SessionWish, Slot
from office.appointments.taken import Taken
from office.appointments.timetable import Absences

GIVEN_UP = ("minutes", "topics", "language", "format", "adviser", "kreis", "land", "access")
"""The parts of a wish, in the order in which one would rather go without them."""
_DAY = timedelta(days=1)


def window(advisers: Sequence[Adviser], now: datetime) -> tuple[date, date]:
    """The first and the last local day on which somebody can have a session."""
    return (
        min(earliest_start(one, now) for one in advisers).astimezone(LOCAL).date(),
        max(last_day(one, now) for one in advisers),
    )


def offer(
    advisers: Sequence[Adviser], wish: SessionWish, taken: Taken, absences: Absences, now: datetime, limit: int,
    after: Slot | None,
) -> Offer:  # fmt: skip
    """What is free for a wish that `advisers` fit, the best first: FOUND | NEAREST | FULL."""
    on_those_days = free_slots(advisers, wish, taken, absences, now, after, wish.times)
    if found := tuple(islice((slot for slot in on_those_days if _grants(wish.times, slot)), limit)):
        return Offer(OfferOutcome.FOUND, found)
    all_slots = list(free_slots(advisers, wish, taken, absences, now, after))
    if not all_slots:
        return Offer(OfferOutcome.FULL)
    nearest = nsmallest(limit, all_slots, key=_farness(wish.times, window(advisers, now)))
    return Offer(OfferOutcome.NEAREST, tuple(sorted(nearest)))


def free_slots(
    advisers: Sequence[Adviser], wish: SessionWish, taken: Taken, absences: Absences, now: datetime,
    after: Slot | None = None, times: TimeWish | None = None,
) -> Iterator[Slot]:  # fmt: skip
    """All free slots, the earliest first, of which no two begin at the same moment; only on days that `times` grants."""

    def of(rank: int, adviser: Adviser) -> Iterator[tuple[datetime, int, Slot]]:
        earliest = earliest_start(adviser, now)
        minutes, away = wish.minutes or adviser.lengths[0], absences(adviser.id)
        for day in _days(*window([adviser], now)):
            if times is not None and not times.grants_day(day):
                continue
            for starts_at in session_starts(adviser, minutes, day, day, away):
                slot = Slot(starts_at, minutes, adviser.id)
                if starts_at >= earliest and (after is None or starts_at > after.starts_at) and taken.leaves(adviser, slot):
                    yield starts_at, rank, slot

    last = None
    for starts_at, _, slot in merge(*(of(rank, adviser) for rank, adviser in enumerate(advisers))):
        if starts_at != last:
            yield slot
        last = starts_at


def without(advisers: Sequence[Adviser], wish: SessionWish) -> tuple[str, ...]:
    """The fewest parts of the wish that would have to go so that somebody fits; all if there is nobody at all."""
    empty = SessionWish()
    said = [name for name in GIVEN_UP if getattr(wish, name) != getattr(empty, name)]
    for number in range(1, len(said)):
        for parts in combinations(said, number):
            if fitting(advisers, replace(wish, **{name: getattr(empty, name) for name in parts})):
                return parts
    return tuple(said)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * _DAY for number in range((last - first).days + 1))


def _grants(times: TimeWish, slot: Slot) -> bool:
    return times.grants(slot.starts_at.astimezone(LOCAL), slot.ends_at.astimezone(LOCAL))


def _farness(times: TimeWish, days: tuple[date, date]) -> Callable[[Slot], tuple]:
    """How far a slot is from what was wished, for sorting: what was ruled out comes last, then days count, then minutes."""
    granted = [day for day in _days(*days) if times.grants_day(day)]
    granted = granted or [edge for one in times.days for edge in (one.first, one.last) if edge is not None]
    ruled_out = TimeWish(not_days=times.not_days, not_weekdays=times.not_weekdays, not_hours=times.not_hours)

    def far(slot: Slot) -> tuple:
        starts, ends = slot.starts_at.astimezone(LOCAL), slot.ends_at.astimezone(LOCAL)
        in_days = min((abs((starts.date() - day).days) for day in granted), default=0)
        first = starts.hour * 60 + starts.minute
        in_minutes = min((_minutes_off(first, first + slot.minutes, one) for one in times.hours), default=0)
        return not ruled_out.grants(starts, ends), in_days, in_minutes, slot

    return far


def _minutes_off(first: int, last: int, part: Minutes) -> int:
    """So many minutes a session would have to be earlier or later."""
    if part.first == part.last:
        return abs(first - part.first)
    return max(part.first - first, last - part.last, 0)

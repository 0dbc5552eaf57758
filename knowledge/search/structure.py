"""What the structure of the records says to a question: place, topic, legal form, sum, and what has ended."""
from __future__ import annotations

from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Iterable, Sequence

import numpy

from knowledge.schema import Case, Event, Funding, Method, Record
from knowledge.schema.event import EventStatus
from knowledge.schema.funding import StatedStatus
from knowledge.understanding import Understanding

GENERAL_TOPICS = frozenset({"engagement", "finanzierung", "regionalentwicklung"})
"""Nearly every question and every second record has one of these: they tell nothing apart."""
MOST_TOPICS = 2
"""Shared topics beyond these add nothing."""


class Structure:
    """The traits of `records` as columns, worked out once; rows of answers are in their order."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = tuple(records)
        self._lands = _columns(record.lands for record in records)
        self._topics = _columns(_names(record.topics) - GENERAL_TOPICS for record in records)
        self._forms = _columns(_names(getattr(record, "eligible", ())) for record in records)
        self._nationwide = numpy.array([not record.lands for record in records], bool)
        self._anywhere = numpy.array([isinstance(record, (Case, Method)) for record in records], bool)
        amounts = [_amounts(record) for record in records]
        self._least = numpy.array([least for least, _ in amounts], float)
        self._most = numpy.array([most for _, most in amounts], float)
        self._ended_on = lru_cache(maxsize=2)(self._ended)

    def parts(self, asked: Understanding, today: date) -> dict[str, numpy.ndarray]:
        """By the name of its weight, how much each part applies to each record (mostly 0 or 1)."""
        return {
            "land": self._any(self._lands, asked.lands),
            "nationwide": self._nationwide & bool(asked.lands),
            "elsewhere": self.elsewhere(asked),
            "unasked_land": ~self._nationwide & ~self._anywhere & (not asked.lands),
            "topic": numpy.minimum(self._count(self._topics, asked.topics), MOST_TOPICS),
            "form": self._any(self._forms, asked.organisation_forms),
            "amount": self._sum_does_not_fit(asked.amount_eur),
            "ended": self.ended(today),
        }

    def elsewhere(self, asked: Understanding) -> numpy.ndarray:
        """Which records hold only in other Länder than the person asks about; cases and methods help anywhere."""
        if not asked.lands:
            return numpy.zeros(len(self._records), bool)
        return ~self._nationwide & ~self._anywhere & ~self._any(self._lands, asked.lands)

    def ended(self, today: date) -> numpy.ndarray:
        """Which records name something that is over on `today`."""
        return self._ended_on(today)

    def _ended(self, today: date) -> numpy.ndarray:
        return numpy.array([has_ended(record, today) for record in self._records], bool)

    def _sum_does_not_fit(self, euros: int | None) -> numpy.ndarray:
        """Whether the sum lies beside the least and the highest support; unknown limits do not speak against it."""
        if not euros:
            return numpy.zeros(len(self._records), bool)
        return (euros < self._least) | (euros > self._most)

    def _count(self, columns: dict[str, numpy.ndarray], names: Iterable[str]) -> numpy.ndarray:
        known = [columns[name] for name in names if name in columns]
        return numpy.sum(known, axis=0, dtype=int) if known else numpy.zeros(len(self._records), int)

    def _any(self, columns: dict[str, numpy.ndarray], names: Iterable[str]) -> numpy.ndarray:
        return self._count(columns, names) > 0


def has_ended(record: Record, day: date) -> bool:
    """Whether the record names something that is over on `day`."""
    if isinstance(record, Funding):
        return record.status_on(day) is StatedStatus.ENDED
    return isinstance(record, Event) and record.status_on(day) is EventStatus.PAST


def _columns(traits: Iterable[frozenset[str]]) -> dict[str, numpy.ndarray]:
    """For each trait, which records have it."""
    traits = list(traits)
    names = sorted(frozenset().union(*traits))
    return {name: numpy.array([name in those for those in traits], bool) for name in names}


def _names(members: Iterable[Enum]) -> frozenset[str]:
    return frozenset(member.value for member in members)


def _amounts(record: Record) -> tuple[float, float]:
    if not isinstance(record, Funding):
        return 0.0, numpy.inf
    most = record.amount_max_eur
    return record.amount_min_eur or 0.0, numpy.inf if most is None else most

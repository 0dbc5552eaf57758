"""Which counts may be told, so that no single report can be made out (docs/decisions/0022-figures.md)."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

SMALLEST = 5
"""A smaller number of reports is never told, be it a count, a rest, or the difference between a total and what is told."""


@dataclass(frozen=True)
class Told:
    """`counts` by name, the largest first; `rest`: how many reports are in none of them, None if nothing may be told."""

    counts: tuple[tuple[str, int], ...] = ()
    rest: int | None = None


def told_parts(counts: Mapping[str, int]) -> Told:
    """The parts of a whole. Small ones go together into the rest, and with them, while the rest is small, the next larger.

    So the whole minus what is told is 0 or at least SMALLEST and holds two parts or more, and nobody learns which ones.
    """
    whole = sum(counts.values())
    if whole < SMALLEST:
        return Told()
    kept = sorted(((name, number) for name, number in counts.items() if number >= SMALLEST), key=lambda one: (-one[1], one[0]))
    rest = whole - sum(number for _, number in kept)
    while 0 < rest < SMALLEST:
        rest += kept.pop()[1]
    return Told(tuple(kept), rest)


def told_mentions(counts: Mapping[str, int]) -> Told:
    """Counts of what may be named together in one report: they make no whole, so there is no rest to take them from."""
    kept = ((name, number) for name, number in counts.items() if number >= SMALLEST)
    return Told(tuple(sorted(kept, key=lambda one: (-one[1], one[0]))))

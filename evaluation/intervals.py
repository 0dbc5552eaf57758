"""Confidence intervals: no figure of an evaluation goes without one."""
from __future__ import annotations

from math import sqrt
from random import Random
from typing import Callable, Sequence, TypeVar

Z = 1.96
"""Standard deviations on either side that hold 95 %."""
_Item = TypeVar("_Item")


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, 1927); (0, 1) if there is nothing to count."""
    if not of:
        return 0.0, 1.0
    share, square = right / of, Z * Z / of
    middle = (share + square / 2) / (1 + square)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square)
    return middle - half, middle + half


def bootstrap(
    items: Sequence[_Item], measure: Callable[[Sequence[_Item]], float], rounds: int = 400
) -> tuple[float, float]:
    """The 95 % interval of any measure by drawing the items anew (Efron, 1979), the same at every call."""
    chance = Random(20261126)
    drawn = sorted(measure(chance.choices(items, k=len(items))) for _ in range(rounds))
    return drawn[round(rounds * 0.025)], drawn[min(rounds - 1, round(rounds * 0.975))]

"""Figures over readings: shares with intervals, macro-F1, calibration, out of scope, crisis."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Callable, Iterable, Sequence

from evaluation.intervals import bootstrap, wilson
from evaluation.message_sets import MESSY
from evaluation.readings import ASKED_BACK, Reading

OUT_OF_SCOPE = "ausserhalb"
BINS = 10


@dataclass(frozen=True)
class Share:
    """So many of so many, with the 95 % interval."""

    name: str
    right: int
    of: int

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.right, self.of)


def share(name: str, items: Iterable[Reading], holds: Callable[[Reading], bool]) -> Share:
    """How many of `items` hold."""
    judged = [holds(one) for one in items]
    return Share(name, sum(judged), len(judged))


def accuracy(readings: Sequence[Reading], name: str = "all") -> Share:
    """The share whose likeliest need is the right one."""
    return share(name, readings, lambda one: one.is_right)


def by_style(readings: Sequence[Reading]) -> list[Share]:
    """Accuracy in each style, the messy ones together at the end."""
    styles = sorted({one.message.style for one in readings})
    each = [accuracy([one for one in readings if one.message.style == style], style) for style in styles]
    return [*each, accuracy([one for one in readings if one.message.style in MESSY], "messy styles together")]


def by_need(readings: Sequence[Reading]) -> list[tuple[Share, float]]:
    """For each need the share found (recall) and the F1."""
    needs = sorted({one.message.need for one in readings})
    return [
        (accuracy([one for one in readings if one.message.need == need], need), _f1(readings, need)) for need in needs
    ]


def macro_f1(readings: Sequence[Reading]) -> float:
    """The mean F1 of all needs, each counting alike."""
    needs = {one.message.need for one in readings}
    return sum(_f1(readings, need) for need in needs) / len(needs)


def macro_f1_interval(readings: Sequence[Reading]) -> tuple[float, float]:
    """Its 95 % interval."""
    return bootstrap(readings, macro_f1, rounds=200)


def _f1(readings: Sequence[Reading], need: str) -> float:
    hits = sum(one.is_right for one in readings if one.message.need == need)
    named = sum(one.need == need for one in readings) + sum(one.message.need == need for one in readings)
    return 2 * hits / named if named else 0.0


def confusions(readings: Sequence[Reading]) -> list[tuple[str, str, list[Reading]]]:
    """Wanted need, seen need and the messages, the most frequent pair first."""
    pairs = Counter((one.message.need, one.need) for one in readings if not one.is_right)
    return [
        (wanted, seen, [one for one in readings if (one.message.need, one.need) == (wanted, seen)])
        for (wanted, seen), _ in pairs.most_common()
    ]


@dataclass(frozen=True)
class CalibrationBin:
    """The readings whose confidence lies between two bounds: how sure the model was, how often it was right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def calibration(readings: Sequence[Reading]) -> tuple[float, list[CalibrationBin]]:
    """The expected calibration error (Naeini et al., 2015) and its bins."""
    bins = []
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [one for one in readings if low < one.confidence <= high]
        if inside:
            sure = sum(one.confidence for one in inside) / len(inside)
            bins.append(CalibrationBin(low, high, len(inside), sure, accuracy(inside).value))
    error = sum(one.count * abs(one.confidence - one.right) for one in bins) / len(readings)
    return error, bins


def out_of_scope(readings: Sequence[Reading]) -> list[Share]:
    """How many strange messages are turned away, and how many good ones are by mistake (or asked back)."""
    turned_away = (OUT_OF_SCOPE, ASKED_BACK)
    strange = [one for one in readings if one.message.need == OUT_OF_SCOPE]
    good = [one for one in readings if one.message.need != OUT_OF_SCOPE]
    return [
        share("out of scope: recognised or asked back", strange, lambda one: one.acted in turned_away),
        share("good messages: sent away or asked back", good, lambda one: one.acted in turned_away),
        share("asked back, of all", readings, lambda one: one.asks_back),
        share("right, of those acted upon", [one for one in readings if not one.asks_back], lambda one: one.is_right),
    ]


def two_needs(readings: Sequence[Reading], wanted: Sequence[str | None]) -> list[Share]:
    """Of messages with two needs, how many pairs and first needs are seen; of those with one, how many are split."""
    pairs = [(one, second) for one, second in zip(readings, wanted) if second is not None]
    single = [one for one, second in zip(readings, wanted) if second is None]
    both = sum({one.need, one.second} == {one.message.need, second} for one, second in pairs)
    in_order = sum((one.need, one.second) == (one.message.need, second) for one, second in pairs)
    return [
        Share("two needs: both seen", both, len(pairs)),
        Share("two needs: both seen, in their order", in_order, len(pairs)),
        share("one need: taken for two", single, lambda one: one.second is not None),
        share("one need: right", single, lambda one: one.is_right),
    ]

"""The report on the understanding of needs: everything that `./lotse eval nlu` says about a set, as Markdown."""
from __future__ import annotations

from typing import Sequence

from evaluation import measures
from evaluation.message_sets import MESSY
from evaluation.readings import ChangedSide, Reading
from evaluation.tables import interval, shares, table


def summary(readings: Sequence[Reading]) -> str:
    """Accuracy, macro-F1, out of scope and calibration."""
    low_f1, high_f1 = measures.macro_f1_interval(readings)
    error, _ = measures.calibration(readings)
    messy = [one for one in readings if one.message.style in MESSY]
    figures = [
        measures.accuracy(readings, "need right at first try"),
        measures.accuracy(messy, "the same in messy styles"),
        *measures.out_of_scope(readings),
    ]
    return (
        shares("figure", figures)
        + f"\n\nMacro-F1 {measures.macro_f1(readings):.3f} ({low_f1:.3f}–{high_f1:.3f}); "
        f"expected calibration error {error:.3f}."
    )


def styles(readings: Sequence[Reading]) -> str:
    """Accuracy in each style."""
    return shares("style", measures.by_style(readings))


def needs(readings: Sequence[Reading]) -> str:
    """Share found and F1 of each need."""
    rows = [
        [one.name, str(one.of), f"{one.value:.2f}", interval(one.interval), f"{f1:.2f}"]
        for one, f1 in measures.by_need(readings)
    ]
    return table(["need", "n", "found", "95 %", "F1"], rows)


def calibration(readings: Sequence[Reading]) -> str:
    """How often the model was right at each degree of confidence."""
    rows = [
        [f"{one.low:.1f}–{one.high:.1f}", str(one.count), f"{one.confidence:.2f}", f"{one.right:.2f}"]
        for one in measures.calibration(readings)[1]
    ]
    return table(["confidence", "n", "mean", "right"], rows)


def confusions(readings: Sequence[Reading], most: int = 12) -> str:
    """The pairs that are mistaken for one another most often."""
    pairs = measures.confusions(readings)[:most]
    return table(["wanted", "taken for", "n"], [[wanted, seen, str(len(each))] for wanted, seen, each in pairs])


def mistakes(readings: Sequence[Reading]) -> str:
    """Every mistake with its message, by pair of needs."""
    lines = []
    for wanted, seen, each in measures.confusions(readings):
        lines.append(f"{len(each)} × {wanted} taken for {seen}")
        lines += [f"    {one.confidence:.2f} {'?' if one.asks_back else ' '} {one.message.text}" for one in each]
    return "\n".join(lines)


def changes(changed: Sequence[ChangedSide]) -> str:
    """Which messages changed sides since the accepted model."""
    if not changed:
        return "No message changed sides since the accepted model."
    gained = sum(one.is_gain for one in changed)
    lines = [f"Since the accepted model {gained} messages were gained and {len(changed) - gained} lost:"]
    lines += [
        f"  {'+' if one.is_gain else '-'} {one.message.need}: {one.before} → {one.now} | {one.message.text}"
        for one in changed
    ]
    return "\n".join(lines)

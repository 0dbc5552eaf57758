"""Reported obstacles in figures: only those whose evaluation was agreed to, and no count that could tell who reported."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import tzinfo
from typing import Callable, Container, Iterable

from knowledge.obstacle_words import named_rules
from office.consent import Purpose
from office.matters.kinds.obstacle import OBSTACLE
from office.matters.model import Matter, MatterFilter
from office.matters.service import Matters
from office.statistics.publishing import SMALLEST, Told, told_mentions, told_parts
from office.statistics.quarter import Quarter

UNKNOWN = ""
"""Stands for a kind, Land or Kreis that is not known."""


@dataclass(frozen=True)
class ObstacleFigures:
    """The figures of one quarter. `total` is None if there are too few reports, and then everything else is empty.

    `sorts` by the values of the kind, `months` as 2026-10, `lands` as DE-SN, `kreise` within each Land that is told,
    `named`: rules and offices, of which a report may name several. `quotes` are masked and say nothing of whose they are.
    """

    quarter: Quarter
    total: int | None
    sorts: Told = Told()
    months: Told = Told()
    lands: Told = Told()
    kreise: tuple[tuple[str, Told], ...] = ()
    named: Told = Told()
    quotes: tuple[str, ...] = ()


def obstacle_figures(
    matters: Matters, quarter: Quarter, zone: tzinfo, quote: Callable[[str], str] | None = None, quotable: Container[str] = (),
) -> ObstacleFigures:  # fmt: skip
    """Count the obstacles that came in a quarter.

    `quote` makes a text fit to be quoted; without it there are no quotes. `quotable`: the versions of the consent to
    evaluation that ask for quoting.
    """
    every_state = frozenset(OBSTACLE.state_names)
    found = matters.list(MatterFilter(every_state, quarter.begin(zone), quarter.end(zone)))
    allowed = [one for one in found if one.may_be_evaluated]
    if len(allowed) < SMALLEST:
        return ObstacleFigures(quarter, None)
    lands = told_parts(Counter(one.where.land or UNKNOWN for one in allowed))
    return ObstacleFigures(
        quarter,
        len(allowed),
        sorts=told_parts(Counter(one.told["sort"] or UNKNOWN for one in allowed)),
        months=told_parts(Counter(one.received_at.astimezone(zone).strftime("%Y-%m") for one in allowed)),
        lands=lands,
        kreise=tuple((land, _kreise(allowed, land)) for land, _ in lands.counts if land != UNKNOWN),
        named=told_mentions(Counter(name for one in allowed for name in _named(one))),
        quotes=_quotes(allowed, quote, quotable) if quote else (),
    )


def _kreise(allowed: Iterable[Matter], land: str) -> Told:
    """Only within a Land that is told: otherwise the Kreise would tell what the rest of the Länder hides."""
    return told_parts(Counter(one.where.kreis or UNKNOWN for one in allowed if one.where.land == land))


def _named(matter: Matter) -> set[str]:
    """The rules and offices that a report names, each once; other words of the person are never counted."""
    text = f"{matter.told['rule_or_office']}\n{matter.told['obstacle']}"
    return {counted for _, _, counted in named_rules(text)}


def _quotes(allowed: Iterable[Matter], quote: Callable[[str], str], quotable: Container[str]) -> tuple[str, ...]:
    """In the order of the alphabet: that of time would tell when each was written."""
    agreed = (one for one in allowed if _consent_to_evaluation(one) in quotable)
    return tuple(sorted(filter(None, (quote(one.told["obstacle"]) for one in agreed)), key=str.casefold))


def _consent_to_evaluation(matter: Matter) -> str:
    return next(one.version for one in matter.consents if one.purpose is Purpose.EVALUATION)

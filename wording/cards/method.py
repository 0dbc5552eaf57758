"""Methods: what for and how long, then the steps one at a time."""
from __future__ import annotations

from datetime import date
from typing import Iterator, Mapping

from knowledge.schema import Method
from wording.cards.piece import FACTS, Piece
from wording.cards.sentences import bullets

ALL_STEPS = "schritte"
"""The part with all steps at once; a single step is named by its number, „1“ for the first."""
OURS = "Die Schritte sind unsere Zusammenfassung."


def short(record: Method, today: date) -> Iterator[str]:
    yield f"Aufwand: {record.effort}"


def first(record: Method, today: date) -> Iterator[str]:
    yield "\n".join([f"Aufwand: {record.effort}", f"Der Weg hat {_steps(len(record.steps))}.", OURS])


def pieces(record: Method, today: date) -> Mapping[str, Piece]:
    steps = ["Schritt für Schritt", *(f"{number}. {step}" for number, step in enumerate(record.steps, 1))]
    return {
        ALL_STEPS: Piece.of("Alle Schritte zeigen", "\n".join(steps), OURS),
        FACTS: Piece.of("Gut zu wissen", bullets("Gut zu wissen", record.facts)),
    }


def step(record: Method, number: int) -> tuple[str, ...]:
    """The paragraphs of one step, 1 to as many as there are."""
    last = "Das ist der letzte Schritt." if number == len(record.steps) else ""
    text = f"Schritt {number} von {len(record.steps)}\n{record.steps[number - 1]}"
    return tuple(filter(None, (text, last)))


def step_number(record: Method, part: str) -> int | None:
    """Which step `part` names, or None."""
    numbers = {str(number): number for number in range(1, len(record.steps) + 1)}
    return numbers.get(part)


def _steps(count: int) -> str:
    return "einen Schritt" if count == 1 else f"{count} Schritte"

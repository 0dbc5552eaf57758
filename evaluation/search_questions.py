"""The questions that measure the search, and how well a search answers them."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable, Sequence

import yaml

from evaluation.message_sets import SETS

DEVELOPMENT = "search"
LEARNING = "search_learning"
FAR = 1_000
"""The place of a right record that is not found at all."""


@dataclass(frozen=True)
class SearchQuestion:
    """What somebody would type, the kind of record that helps, the style, and the records a fair judge accepts."""

    text: str
    kind: str
    style: str
    right: frozenset[str]


@dataclass(frozen=True)
class Answered:
    """A question with the place of the first right record: 1 is best."""

    question: SearchQuestion
    place: int


def read_search_questions(name: str = DEVELOPMENT) -> list[SearchQuestion]:
    """The set `name` of `evaluation/sets`."""
    told = yaml.safe_load((SETS / f"{name}.yml").read_text("utf-8"))
    return [SearchQuestion(one["q"], one["kind"], one["style"], frozenset(one["right"])) for one in told]


def answered(
    questions: Iterable[SearchQuestion], find: Callable[[str, str | None], Sequence[str]], told_the_kind: bool
) -> list[Answered]:
    """Let `find(question, kind)` rank record ids, best first, among one kind or among all."""
    return [
        Answered(one, _place(find(one.text, one.kind if told_the_kind else None), one.right)) for one in questions
    ]


def share_within(seen: Sequence[Answered], best: int) -> float:
    """The share of questions with a right record among the `best` first."""
    return sum(one.place <= best for one in seen) / len(seen)


def reciprocal_rank(seen: Sequence[Answered]) -> float:
    """MRR: the mean of one divided by the place, 0 where nothing was found."""
    return sum(1 / one.place if one.place < FAR else 0.0 for one in seen) / len(seen)


def _place(found: Sequence[str], right: frozenset[str]) -> int:
    return next((place for place, one in enumerate(found, 1) if one in right), FAR)

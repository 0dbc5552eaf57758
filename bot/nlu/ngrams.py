"""The n-gram side of one message, straight from the words to the scores.

scikit-learn's vectorisers learn the columns and their weights; for a single message their matrices cost more than the
sums in them. This does the same sums: log tf·idf, each view of length 1, the views together of length 1.
"""
from __future__ import annotations

from collections import Counter
from typing import Sequence

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer


class NgramScores:
    """Scores by n-grams alone, for trained `views` and the rows of `weights` that belong to their columns."""

    def __init__(self, views: Sequence[TfidfVectorizer], weights: numpy.ndarray) -> None:
        self._views, self._needs, start = [], weights.shape[1], 0
        for view in views:
            columns = _vocabulary(view)
            self._views.append((view.build_analyzer(), columns, view.idf_, weights[start : start + len(columns)]))
            start += len(columns)

    def of(self, text: str) -> numpy.ndarray:
        """One score for each column of the weights."""
        parts = [part for view in self._views if (part := _of_view(text, *view)) is not None]
        if not parts:
            return numpy.zeros(self._needs)
        return sum(parts) / numpy.sqrt(len(parts))


def _of_view(text, analyze, columns, rarity, weights) -> numpy.ndarray | None:
    counts = Counter(column for gram in analyze(text) if (column := columns.get(gram)) is not None)
    if not counts:
        return None
    at = numpy.fromiter(counts.keys(), dtype=int, count=len(counts))
    values = (1 + numpy.log(numpy.fromiter(counts.values(), dtype=float, count=len(counts)))) * rarity[at]
    return (values / numpy.linalg.norm(values)) @ weights[at]


def _vocabulary(view: TfidfVectorizer) -> dict[str, int]:
    """The columns by n-gram, of a view that was fitted or that was given its words."""
    return getattr(view, "vocabulary_", None) or view.vocabulary

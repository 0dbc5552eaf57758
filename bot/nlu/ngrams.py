"""The n-gram side of one message, straight from the words to the scores.

scikit-learn's vectorisers learn the columns and their weights; for a single message their matrices cost more than the
sums in them. This does the same sums: log tf·idf, each view of length 1, the views together of length 1. n-grams within
words are looked up once for each word, and remembered: words come again, in the clauses of a message at the latest.
"""
from __future__ import annotations

from functools import lru_cache
from typing import Sequence

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer

_WORDS_KEPT = 20_000


class NgramScores:
    """Scores by n-grams alone, for trained `views` and the rows of `weights` that belong to their columns."""

    def __init__(self, views: Sequence[TfidfVectorizer], weights: numpy.ndarray) -> None:
        self._views, self._needs, start = [], weights.shape[1], 0
        for view in views:
            columns = _Columns(view)
            self._views.append((columns, view.idf_, weights[start : start + len(columns)]))
            start += len(columns)

    def of(self, text: str) -> numpy.ndarray:
        """One score for each column of the weights."""
        parts = [part for view in self._views if (part := _of_view(text, *view)) is not None]
        if not parts:
            return numpy.zeros(self._needs)
        return sum(parts) / numpy.sqrt(len(parts))


class _Columns:
    """The columns of a view that a text names, one for each n-gram in it that was learned."""

    def __init__(self, view: TfidfVectorizer) -> None:
        """A view that was fitted, or that was given its words."""
        self._analyze, self._by_ngram = view.build_analyzer(), getattr(view, "vocabulary_", None) or view.vocabulary
        self._named = self._in_words if view.analyzer == "char_wb" else self._in_text
        self._in_word = lru_cache(maxsize=_WORDS_KEPT)(self._in_text)

    def __len__(self) -> int:
        return len(self._by_ngram)

    def __call__(self, text: str) -> numpy.ndarray:
        return self._named(text)

    def _in_text(self, text: str) -> numpy.ndarray:
        known = (self._by_ngram.get(ngram) for ngram in self._analyze(text))
        return numpy.array([column for column in known if column is not None], dtype=int)

    def _in_words(self, text: str) -> numpy.ndarray:
        return numpy.concatenate([_NONE, *map(self._in_word, text.split())])


_NONE = numpy.array([], dtype=int)


def _of_view(text: str, columns: _Columns, rarity: numpy.ndarray, weights: numpy.ndarray) -> numpy.ndarray | None:
    at, counts = numpy.unique(columns(text), return_counts=True)
    if not len(at):
        return None
    values = (1 + numpy.log(counts)) * rarity[at]
    return (values / numpy.linalg.norm(values)) @ weights[at]

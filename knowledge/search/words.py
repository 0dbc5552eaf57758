"""Likeness by words: BM25 over pieces of four letters.

Pieces of words cope with endings („Bürgerbusse“), compounds („Bürgerbusverein“) and most typing errors, where whole
words do not. BM25: Robertson and Zaragoza, 2009, „The Probabilistic Relevance Framework“, with their usual constants.
"""
from __future__ import annotations

from collections import Counter
from typing import Sequence

import numpy
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from knowledge.folding import fold

PIECE = 4
"""Letters of a piece; shorter words are pieces of their own, with the gap before and behind."""
FEW_TEXTS = 300
"""Among fewer texts than these, nobody can tell which words are rare: rarity is counted as if there were so many."""
MOST_PIECES = 20
"""A question of two or three words."""
K1, B = 1.2, 0.75

_pieces = CountVectorizer(preprocessor=fold, analyzer="char_wb", ngram_range=(PIECE, PIECE)).build_analyzer()


class WordIndex:
    """Holds the pieces of `texts`; rows of answers are in their order.

    What an `earlier` index has counted is taken over from it, so that a change of one text costs one count.
    """

    def __init__(self, texts: Sequence[str], earlier: WordIndex | None = None) -> None:
        self._columns: dict[str, int] = dict(earlier._columns) if earlier else {}
        self._counted: dict[str, tuple[numpy.ndarray, numpy.ndarray]] = {}
        for text in texts:
            known = earlier and earlier._counted.get(text)
            self._counted[text] = known or self._count(text)
        self._weights = self._weighted([self._counted[text] for text in texts])

    def likeness(self, question: str) -> numpy.ndarray:
        """BM25, divided by the root of the number of pieces so that long questions do not drown all else; at least 0."""
        pieces = _pieces(question)
        counts = Counter(self._columns[piece] for piece in pieces if piece in self._columns)
        if not counts:
            return numpy.zeros(self._weights.shape[1])
        columns, numbers = _arrays(counts)
        asked = csr_matrix((numbers, ([0] * len(columns), columns)), shape=(1, self._weights.shape[0]))
        return (asked @ self._weights).toarray()[0].astype("f8") / numpy.sqrt(len(pieces))

    def holds_all(self, question: str) -> numpy.ndarray:
        """Which texts have every piece of a short question, as „GEMA“ or „Bier ausschenken“; none for a long one."""
        pieces = set(_pieces(question))
        if not 0 < len(pieces) <= MOST_PIECES or not pieces <= self._columns.keys():
            return numpy.zeros(self._weights.shape[1], bool)
        rows = self._weights[[self._columns[piece] for piece in pieces]]
        return rows.getnnz(axis=0) == len(pieces)

    def _count(self, text: str) -> tuple[numpy.ndarray, numpy.ndarray]:
        return _arrays(Counter(self._columns.setdefault(piece, len(self._columns)) for piece in _pieces(text)))

    def _weighted(self, counted: Sequence[tuple[numpy.ndarray, numpy.ndarray]]) -> csr_matrix:
        """The share of each piece (row) in the likeness of each text (column)."""
        lengths = numpy.array([numbers.sum() for _, numbers in counted])
        pieces = numpy.concatenate([columns for columns, _ in counted]) if counted else numpy.zeros(0, int)
        numbers = numpy.concatenate([numbers for _, numbers in counted]) if counted else numpy.zeros(0)
        texts = numpy.repeat(numpy.arange(len(counted)), [len(columns) for columns, _ in counted])
        found_in = numpy.bincount(pieces, minlength=len(self._columns))
        rarity = numpy.log1p((max(len(counted), FEW_TEXTS) - found_in + 0.5) / (found_in + 0.5))
        long = 1 - B + B * lengths / (lengths.mean() or 1) if counted else lengths
        share = numbers * (K1 + 1) / (numbers + K1 * long[texts]) * rarity[pieces]
        return csr_matrix((share.astype("f4"), (pieces, texts)), shape=(len(self._columns), len(counted)))


def _arrays(counts: Counter) -> tuple[numpy.ndarray, numpy.ndarray]:
    columns = numpy.fromiter(counts.keys(), dtype=numpy.int64, count=len(counts))
    return columns, numpy.fromiter(counts.values(), dtype=numpy.float32, count=len(counts))

"""The index of the records: how like a question is each of them, by its words and by its meaning.

Words: tf·idf over character 3- to 5-grams of folded text, which copes with endings, compounds and typing errors.
Meaning: sentence embeddings of name with summary, and of the keywords. Weights and their comparison with other
choices: docs/decisions/0005-search.md.
"""
from __future__ import annotations

from typing import Sequence

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.embedding import SentenceEmbedder
from knowledge.folding import fold
from knowledge.schema import Record

_TOLD = (
    "provider", "organisation", "role", "typical_trap", "ways_forward", "steps", "starting_point", "concept",
    "lessons", "how_to_apply", "place",
)  # fmt: skip


class RecordIndex:
    """Holds the vectors of `records`; the rows of every answer are in their order."""

    def __init__(self, records: Sequence[Record], embedder: SentenceEmbedder) -> None:
        self.records = tuple(records)
        self._vectorizer = TfidfVectorizer(
            preprocessor=fold, analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=numpy.float32
        )
        self._words = self._vectorizer.fit_transform([words_of(record) for record in self.records]).T.tocsr()
        self._meanings = embedder.encode([meaning_of(record) for record in self.records])
        self._keywords = embedder.encode([keywords_of(record) for record in self.records])

    def word_likeness(self, question: str) -> numpy.ndarray:
        """Cosine of the character n-grams, 0 to 1, one value for each record."""
        return (self._vectorizer.transform([question]) @ self._words).toarray()[0]

    def meaning_likeness(self, question_vector: numpy.ndarray) -> numpy.ndarray:
        """Sum of the two cosines of the embedding, -2 to 2, one value for each record."""
        return self._meanings @ question_vector + self._keywords @ question_vector


def words_of(record: Record) -> str:
    """The text that is searched by words; name and keywords count twice."""
    parts = [record.name] * 2 + list(record.keywords) * 2 + [record.summary, *record.facts]
    for field in _TOLD:
        value = getattr(record, field, None)
        parts.extend([value] if isinstance(value, str) else value or ())
    return " ".join(parts)


def meaning_of(record: Record) -> str:
    """The text whose meaning stands for the record."""
    return f"{record.name}. {record.summary}"


def keywords_of(record: Record) -> str:
    """The keywords as one text for the embedding."""
    return "; ".join(record.keywords)

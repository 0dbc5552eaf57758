"""The index of the records: how like a question is each of them, by its words and by its meaning.

Words: the text of the record with the questions that lay people ask for it (`fragen`). Meaning: the sentence embedding
of name with summary, and the middle of the embeddings of keywords and lay questions. Comparison with other choices:
docs/decisions/0005-search.md.
"""
from __future__ import annotations

from typing import Iterator, Sequence

import numpy

from knowledge.embedding import SentenceEmbedder
from knowledge.schema import Record
from knowledge.search.words import WordIndex

_TOLD = (
    "provider", "organisation", "role", "typical_trap", "ways_forward", "steps", "starting_point", "concept",
    "lessons", "how_to_apply", "place",
)  # fmt: skip
_AT_ONCE = 500
"""Records whose texts are embedded in one go: the vectors of all together would fill the memory."""


class RecordIndex:
    """Holds the vectors of `records`; the rows of every answer are in their order.

    `of_summary` and `of_questions` weigh the two embeddings of a record. An `earlier` index saves counting the words of
    what has not changed; an embedder with a cache does the same for the embeddings.
    """

    def __init__(
        self,
        records: Sequence[Record],
        embedder: SentenceEmbedder,
        of_summary: float,
        of_questions: float,
        earlier: RecordIndex | None = None,
    ) -> None:
        self.records = tuple(records)
        texts = [" ".join([words_of(record), *record.fragen]) for record in self.records]
        self._words = WordIndex(texts, earlier._words if earlier else None)
        self._meanings = _meanings(self.records, embedder, of_summary, of_questions)

    def word_likeness(self, question: str) -> numpy.ndarray:
        """BM25, at least 0, one value for each record."""
        return self._words.likeness(question)

    def holds_all_words(self, question: str) -> numpy.ndarray:
        """Whether all of a short question stands in the record, one value for each."""
        return self._words.holds_all(question)

    def meaning_likeness(self, question_vector: numpy.ndarray) -> numpy.ndarray:
        """The weighted sum of the two cosines of the embedding, one value for each record."""
        return self._meanings @ question_vector


def words_of(record: Record) -> str:
    """The text that is searched by words; name and keywords count twice."""
    parts = [record.name] * 2 + list(record.keywords) * 2 + [record.summary, *record.facts]
    for field in _TOLD:
        value = getattr(record, field, None)
        parts.extend([value] if isinstance(value, str) else value or ())
    return " ".join(parts)


def embedded_texts(record: Record) -> Iterator[str]:
    """All texts of which the index needs the embedding: the summary first, then what people ask."""
    yield f"{record.name}. {record.summary}"
    yield "; ".join(record.keywords)
    yield from record.fragen


def _meanings(
    records: Sequence[Record], embedder: SentenceEmbedder, of_summary: float, of_questions: float
) -> numpy.ndarray:
    meanings = numpy.zeros((len(records), embedder.dimensions), numpy.float32)
    for first in range(0, len(records), _AT_ONCE):
        texts = [list(embedded_texts(record)) for record in records[first : first + _AT_ONCE]]
        vectors = iter(embedder.encode([text for several in texts for text in several]))
        for row, several in enumerate(texts, first):
            summary, *asked = (next(vectors) for _ in several)
            middle = numpy.mean(asked, axis=0)
            meanings[row] = of_summary * summary + of_questions * middle / (numpy.linalg.norm(middle) or 1)
    return meanings

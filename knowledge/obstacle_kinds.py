"""The kind of an obstacle that somebody tells, proposed: by the nearest of some hundred short examples, and by words.

Likeness is the cosine of the sentence embedding plus that of character n-grams, each kind by its nearest example; words that
speak for a kind (`knowledge.obstacle_words`) add a little. Figures: tests/knowledge/test_obstacle_kinds.py. Whoever
reports sees the proposal and changes it.
"""
from __future__ import annotations

from pathlib import Path
from typing import Mapping, Sequence

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.content_files import read_yaml
from knowledge.embedding import SentenceEmbedder
from knowledge.errors import ContentError
from knowledge.folding import fold
from knowledge.obstacle_words import words_for
from knowledge.obstacles import Obstacle

Examples = Mapping[Obstacle, Sequence[str]]
_OF_WORDS = 0.06
"""What each word is worth, in cosines; between 0 and 0.1 it hardly matters."""
_MOST_WORDS = 3
_LEAST_LIKE = 0.45
"""Below, the message tells nothing that an example tells: no kind is proposed."""


def read_examples(content: Path) -> Examples:
    """Kind → how people tell it, from `obstacle_examples.yml`; raises ContentError if a kind has none."""
    file = content / "obstacle_examples.yml"
    told = read_yaml(file, dict)
    if set(told) != {one.value for one in Obstacle} or not all(isinstance(one, list) and one for one in told.values()):
        raise ContentError(file.name, None, None, "braucht Beispiele zu jeder Art von Hindernis, und zu keiner anderen")
    return {Obstacle(kind): tuple(map(str, texts)) for kind, texts in told.items()}


class ObstacleKinds:
    """Knows examples of each kind; `index_embedder` may have a cache, `embedder` is for what people tell."""

    def __init__(self, examples: Examples, index_embedder: SentenceEmbedder, embedder: SentenceEmbedder) -> None:
        self._kinds = tuple(examples)
        texts = [text for kind in self._kinds for text in examples[kind]]
        self._starts = numpy.cumsum([0, *(len(examples[kind]) for kind in self._kinds)])[:-1]
        self._embedder = embedder
        self._meanings = index_embedder.encode(texts)
        self._ngrams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, preprocessor=fold)
        self._words = self._ngrams.fit_transform(texts)

    def propose(self, text: str) -> Obstacle | None:
        """The kind that `text` is most like, or None if it is like none."""
        meaning = self._meanings @ self._embedder.encode([text])[0]
        likeness = meaning + (self._words @ self._ngrams.transform([text]).T).toarray()[:, 0]
        nearest = numpy.maximum.reduceat(likeness, self._starts)
        spoken = words_for(text)
        if not spoken and nearest.max() < _LEAST_LIKE:
            return None
        weighed = [near + _OF_WORDS * min(spoken.get(kind, 0), _MOST_WORDS) for kind, near in zip(self._kinds, nearest)]
        return self._kinds[int(numpy.argmax(weighed))]

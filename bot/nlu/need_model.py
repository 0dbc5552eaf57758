"""The classifier of needs, without Rasa: features, logistic regression, calibrated confidence.

A message is seen twice: as n-grams of its folded letters and words (log tf·idf), and as a sentence embedding. Each
view is scaled to length 1, so that neither drowns the other; that scaling is worth more than the choice of the
classifier (docs/decisions/0004-understanding.md). Confidence is calibrated by temperature (Guo et al., 2017, „On
Calibration of Modern Neural Networks“) on a fifth of the messages that the calibrating model has not seen.
"""
from __future__ import annotations

from typing import Sequence

import numpy
import scipy.sparse
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import FeatureUnion, make_union
from sklearn.preprocessing import normalize

from knowledge.embedding import SentenceEmbedder
from knowledge.folding import fold

LONGEST_SEEN = 1_000
"""Characters of a message that decide about its need."""
_SEED = 20261122


class NeedModel:
    """Tells how likely each need is for a message. Train it with `train`, or give it the parts of a trained one."""

    def __init__(
        self, embedder: SentenceEmbedder, ngrams: FeatureUnion, head: LogisticRegression, temperature: float
    ) -> None:
        self._embedder = embedder
        self.embedder_name = embedder.name
        self.ngrams, self.head, self.temperature = ngrams, head, temperature

    @classmethod
    def train(
        cls, texts: Sequence[str], needs: Sequence[str], embedder: SentenceEmbedder, strength: float
    ) -> NeedModel:
        """Learn from `texts` and their `needs`; `strength` is the inverse of the regularisation (scikit-learn's C)."""
        ngrams = _new_ngrams()
        seen = [text[:LONGEST_SEEN] for text in texts]
        features = _join(ngrams.fit_transform(seen), embedder.encode(seen))
        temperature = _temperature(features, numpy.asarray(needs), strength)
        return cls(embedder, ngrams, _fit(features, needs, strength), temperature)

    @property
    def needs(self) -> list[str]:
        return [str(need) for need in self.head.classes_]

    def probabilities(self, texts: Sequence[str]) -> numpy.ndarray:
        """One row for each text, one column for each of `needs`; rows sum to 1."""
        seen = [text[:LONGEST_SEEN] for text in texts]
        features = _join(self.ngrams.transform(seen), self._embedder.encode(seen))
        return softmax(self.head.decision_function(features) / self.temperature, axis=1)


def _new_ngrams() -> FeatureUnion:
    return make_union(
        TfidfVectorizer(preprocessor=fold, token_pattern=r"\w+", ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        TfidfVectorizer(preprocessor=fold, analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
    )


def _join(ngrams: scipy.sparse.spmatrix, vectors: numpy.ndarray) -> scipy.sparse.csr_matrix:
    return scipy.sparse.hstack([normalize(ngrams), scipy.sparse.csr_matrix(vectors)]).tocsr()


def _fit(features: scipy.sparse.spmatrix, needs: Sequence[str], strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=300, random_state=_SEED).fit(features, needs)


def _temperature(features: scipy.sparse.csr_matrix, needs: numpy.ndarray, strength: float) -> float:
    """The divisor of the scores under which held-out messages are likeliest."""
    rows = numpy.arange(len(needs))
    learn, held_out = train_test_split(rows, test_size=0.2, random_state=_SEED, stratify=needs)
    head = _fit(features[learn], needs[learn], strength)
    scores = head.decision_function(features[held_out])
    columns = numpy.searchsorted(head.classes_, needs[held_out])

    def surprise(temperature: float) -> float:
        return -log_softmax(scores / temperature, axis=1)[numpy.arange(len(columns)), columns].mean()

    return float(minimize_scalar(surprise, bounds=(0.1, 5.0), method="bounded").x)

"""The classifier of needs, without Rasa: features, logistic regression, calibrated confidence.

A message is seen twice: as n-grams of its folded letters and words (log tf·idf), and as a sentence embedding. Each
view is scaled to length 1, so that neither drowns the other; that scaling is worth more than the choice of the
classifier (docs/decisions/0004-understanding.md). Confidence is calibrated by temperature (Guo et al., 2017, „On
Calibration of Modern Neural Networks“) on a fifth of the messages that the calibrating model has not seen.
"""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

import numpy
import scipy.sparse
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import normalize

from knowledge.embedding import SentenceEmbedder
from knowledge.folding import fold

LONGEST_SEEN = 1_000
"""Characters of a message that decide about its need."""
_SEED = 20261122


class NeedModel:
    """Tells how likely each need is for a message. Made by `train`, or by `load` from what `save` has written."""

    def __init__(self, embedder: SentenceEmbedder, views: Sequence[TfidfVectorizer], head: Head) -> None:
        self._embedder, self._views, self._head = embedder, views, head

    @classmethod
    def train(
        cls, texts: Sequence[str], needs: Sequence[str], embedder: SentenceEmbedder, strength: float
    ) -> NeedModel:
        """Learn from `texts` and their `needs`; `strength` is the inverse of the regularisation (scikit-learn's C)."""
        seen = [text[:LONGEST_SEEN] for text in texts]
        views = [view.fit(seen) for view in _new_views()]
        features = _features(views, seen, embedder)
        temperature = _temperature(features, numpy.asarray(needs), strength)
        learned = _fit(features, needs, strength)
        head = Head([str(need) for need in learned.classes_], learned.coef_, learned.intercept_, temperature)
        return cls(embedder, views, head)

    @property
    def needs(self) -> list[str]:
        return self._head.needs

    def probabilities(self, texts: Sequence[str]) -> numpy.ndarray:
        """One row for each text, one column for each of `needs`; rows sum to 1."""
        seen = [text[:LONGEST_SEEN] for text in texts]
        return self._head.probabilities(_features(self._views, seen, self._embedder))

    def save(self, folder: Path) -> None:
        """Write numbers and words, no objects: such files cannot carry code."""
        told = {
            "embedder": self._embedder.name,
            "needs": self.needs,
            "temperature": self._head.temperature,
            "words": [list(view.get_feature_names_out()) for view in self._views],
        }
        (folder / "model.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        rarity = {f"idf_{number}": view.idf_.astype("f4") for number, view in enumerate(self._views)}
        numpy.savez(
            folder / "model.npz",
            weights=self._head.weights.astype("f4"),
            offsets=self._head.offsets.astype("f4"),
            **rarity,
        )

    @classmethod
    def load(cls, folder: Path, embedder: SentenceEmbedder) -> NeedModel:
        """Read what `save` has written; raises ValueError if it was made with another embedding or holds objects."""
        told = json.loads((folder / "model.json").read_text("utf-8"))
        if told["embedder"] != embedder.name:
            raise ValueError(f"Das Modell braucht {told['embedder']}, da ist {embedder.name}: bitte neu trainieren")
        with numpy.load(folder / "model.npz", allow_pickle=False) as numbers:
            head = Head(told["needs"], numbers["weights"], numbers["offsets"], told["temperature"])
            rarity = [numbers[f"idf_{number}"] for number in range(len(told["words"]))]
        views = _new_views()
        for view, words, idf in zip(views, told["words"], rarity):
            view.vocabulary = {word: column for column, word in enumerate(words)}
            view.idf_ = idf
        return cls(embedder, views, head)


@dataclass(frozen=True)
class Head:
    """The logistic regression: one row of `weights` and one of `offsets` for each need."""

    needs: list[str]
    weights: numpy.ndarray
    offsets: numpy.ndarray
    temperature: float

    def probabilities(self, features: scipy.sparse.csr_matrix) -> numpy.ndarray:
        """Calibrated shares of the needs, one row for each row of `features`."""
        return softmax((features @ self.weights.T + self.offsets) / self.temperature, axis=1)


def _new_views() -> list[TfidfVectorizer]:
    return [
        TfidfVectorizer(preprocessor=fold, token_pattern=r"\w+", ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        TfidfVectorizer(preprocessor=fold, analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
    ]


def _features(
    views: Sequence[TfidfVectorizer], texts: Sequence[str], embedder: SentenceEmbedder
) -> scipy.sparse.csr_matrix:
    ngrams = scipy.sparse.hstack([view.transform(texts) for view in views])
    return scipy.sparse.hstack([normalize(ngrams), scipy.sparse.csr_matrix(embedder.encode(texts))]).tocsr()


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

"""The classifier of needs, without Rasa: spelling, features, a linear classifier, calibrated confidence.

A message loses salutation and sign-off and is put into ordinary spelling first (`knowledge.spelling`), then it is seen
twice: as n-grams of its folded words and letters (log tf·idf), and as a sentence embedding. Each view has a fixed length,
so that neither drowns the other.
A linear support vector machine, one need against all others, gives a score for each need; softmax over the scores,
divided by a temperature (Guo et al., 2017, „On Calibration of Modern Neural Networks“), gives the confidence. What each
part is worth: docs/understanding.md.
"""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Sequence

import numpy
import scipy.sparse
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

from bot.nlu.ngrams import NgramScores
from knowledge.spelling.correction import Correction
from knowledge.spelling.courtesy import without_courtesy
from knowledge.embedding import SentenceEmbedder
from knowledge.folding import fold

LONGEST_SEEN = 1_000
"""Characters of a message that decide about its need."""
EMBEDDING_LENGTH = 0.4
"""Length of the embedding beside the n-grams' length of 1 (docs/decisions/0004-understanding.md)."""
_HELD_OUT = 0.25
"""Share of the messages on which confidence is fitted: seven such quarters gave temperatures of 0.161 to 0.168, and four
together 0.164."""
_CLOSE_ENOUGH = 1e-3
"""Where learning stops. Ten times closer takes a fourth longer and puts no message of the sets under another need."""
_SEED = 20261122


class NeedModel:
    """Tells how likely each need is for a message. Made by `train`, or by `load` from what `save` has written."""

    def __init__(
        self, embedder: SentenceEmbedder, correction: Correction, views: Sequence[TfidfVectorizer], head: Head
    ) -> None:
        self._embedder, self._correction, self._views, self._head = embedder, correction, views, head
        self._by_ngrams = NgramScores(views, head.weights[: -embedder.dimensions])
        self._by_meaning = EMBEDDING_LENGTH * head.weights[-embedder.dimensions :]

    @classmethod
    def train(
        cls,
        texts: Sequence[str],
        needs: Sequence[str],
        embedder: SentenceEmbedder,
        correction: Correction,
        strength: float,
        views: Sequence[TfidfVectorizer] | None = None,
    ) -> NeedModel:
        """Learn from `texts` and their `needs`; `strength` is the inverse of the regularisation (scikit-learn's C).

        `views` are for measuring what each is worth; a model with other views than usual cannot be stored.
        """
        seen = _seen(texts, correction)
        views = views or (word_view(), letter_view())
        features = _features([view.fit_transform(seen) for view in views], embedder.encode(seen))
        wanted = numpy.asarray(needs)
        learned = _fit(features, wanted, strength)
        temperature = _temperature(features, wanted, strength)
        head = Head.rounded([str(need) for need in learned.classes_], learned.coef_.T, learned.intercept_, temperature)
        return cls(embedder, correction, views, head)

    @property
    def needs(self) -> list[str]:
        return self._head.needs

    def probabilities(self, texts: Sequence[str]) -> numpy.ndarray:
        """One row for each text, one column for each of `needs`; rows sum to 1."""
        seen = _seen(texts, self._correction)
        return self._head.shares(self._scores_by_ngrams(seen) + self._embedder.encode(seen) @ self._by_meaning)

    def probabilities_by_ngrams(self, texts: Sequence[str]) -> numpy.ndarray:
        """As `probabilities`, without the embedding: a first look at a tenth of the time."""
        return self._head.shares(self._scores_by_ngrams(_seen(texts, self._correction)))

    def _scores_by_ngrams(self, seen: Sequence[str]) -> numpy.ndarray:
        return numpy.stack([self._by_ngrams.of(text) for text in seen])

    def save(self, folder: Path) -> None:
        """Write numbers and words, no objects: such files cannot carry code."""
        told = {
            "embedder": self._embedder.name,
            "needs": self.needs,
            "temperature": self._head.temperature,
            "correction": self._correction.told(),
            "words": [list(view.get_feature_names_out()) for view in self._views],
        }
        (folder / "model.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        rarity = {f"idf_{number}": view.idf_.astype("f4") for number, view in enumerate(self._views)}
        numbers = {"weights": self._head.weights.astype("f4"), "offsets": self._head.offsets.astype("f4")}
        numpy.savez(folder / "model.npz", **numbers, **rarity)

    @classmethod
    def load(cls, folder: Path, embedder: SentenceEmbedder) -> NeedModel:
        """Read what `save` has written; raises ValueError if it was made with another embedding or holds objects."""
        told = json.loads((folder / "model.json").read_text("utf-8"))
        if told["embedder"] != embedder.name:
            raise ValueError(f"Das Modell braucht {told['embedder']}, da ist {embedder.name}: bitte neu trainieren")
        with numpy.load(folder / "model.npz", allow_pickle=False) as numbers:
            head = Head.rounded(told["needs"], numbers["weights"], numbers["offsets"], told["temperature"])
            rarity = [numbers[f"idf_{number}"] for number in range(len(told["words"]))]
        views = [word_view(), letter_view()]
        for view, words, idf in zip(views, told["words"], rarity):
            view.vocabulary = {word: column for column, word in enumerate(words)}
            view.idf_ = idf
        return cls(embedder, Correction(**told["correction"]), views, head)


@dataclass(frozen=True)
class Head:
    """The linear classifier: one column of `weights` and one of `offsets` for each need."""

    needs: list[str]
    weights: numpy.ndarray
    offsets: numpy.ndarray
    temperature: float

    @classmethod
    def rounded(
        cls, needs: list[str], weights: numpy.ndarray, offsets: numpy.ndarray, temperature: float
    ) -> Head:
        """With the precision that is stored, row by row in memory: a message picks the rows of its n-grams."""
        rows = numpy.ascontiguousarray(weights.astype("f4"), dtype="f8")
        return cls(needs, rows, offsets.astype("f4").astype("f8"), temperature)

    def shares(self, scores: numpy.ndarray) -> numpy.ndarray:
        """Calibrated shares of the needs, one row for each row of `scores` (features times weights)."""
        return softmax((scores + self.offsets) / self.temperature, axis=1)


def word_view() -> TfidfVectorizer:
    """Words and pairs of words."""
    return _view(token_pattern=r"\w+", ngram_range=(1, 2))


def letter_view() -> TfidfVectorizer:
    """Two to five letters within a word, with its edges."""
    return _view(analyzer="char_wb", ngram_range=(2, 5))


def _view(**kind: Any) -> TfidfVectorizer:
    return TfidfVectorizer(preprocessor=fold, sublinear_tf=True, min_df=2, **kind)


def _seen(texts: Sequence[str], correction: Correction) -> list[str]:
    return [correction.correct(without_courtesy(text[:LONGEST_SEEN])) for text in texts]


def _features(ngrams: Sequence[scipy.sparse.csr_matrix], meanings: numpy.ndarray) -> scipy.sparse.csr_matrix:
    """The n-grams of all views with length 1 together, and beside them the embeddings."""
    return scipy.sparse.hstack([normalize(scipy.sparse.hstack(ngrams)), meanings * EMBEDDING_LENGTH], format="csr")


def _fit(features: scipy.sparse.spmatrix, needs: numpy.ndarray, strength: float) -> LinearSVC:
    return LinearSVC(C=strength, class_weight="balanced", tol=_CLOSE_ENOUGH, random_state=_SEED).fit(features, needs)


def _temperature(features: scipy.sparse.csr_matrix, needs: numpy.ndarray, strength: float) -> float:
    """The divisor of the scores under which messages that the scoring model has not seen are likeliest."""
    rows, columns = numpy.arange(len(needs)), numpy.unique(needs, return_inverse=True)[1]
    learn, held_out = train_test_split(rows, test_size=_HELD_OUT, stratify=columns, random_state=_SEED)
    scores = _fit(features[learn], columns[learn], strength).decision_function(features[held_out])

    def surprise(temperature: float) -> float:
        return -log_softmax(scores / temperature, axis=1)[numpy.arange(len(held_out)), columns[held_out]].mean()

    return float(minimize_scalar(surprise, bounds=(0.02, 5.0), method="bounded").x)

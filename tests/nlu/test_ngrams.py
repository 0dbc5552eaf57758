"""The scores of n-grams for one message are the very sums that scikit-learn's matrices give."""
from __future__ import annotations

import numpy
import pytest
from scipy.sparse import hstack
from sklearn.preprocessing import normalize

from bot.nlu.need_model import letter_view, word_view
from bot.nlu.ngrams import NgramScores
from tests.nlu.test_training_data import MESSAGES

SEEN = [*MESSAGES["foerderung"][:60], *MESSAGES["gruss"][:30]]
ODD = ["", "?!", "Geld", "geld geld GELD für den Dorfladen", "Żółć", "x" * 1_000, " \t Geld\u00a0für\n\u0308 uns ", *SEEN[:40]]


@pytest.fixture(scope="module")
def views():
    return [view.fit(SEEN) for view in (word_view(), letter_view())]


@pytest.mark.parametrize("chosen", [(0, 1), (0,), (1,)])
def test_scores_are_those_of_the_matrices(views, chosen):
    views = [views[number] for number in chosen]
    weights = numpy.random.default_rng(3).normal(size=(sum(len(view.vocabulary_) for view in views), 4))
    expected = normalize(hstack([view.transform(ODD) for view in views])) @ weights
    scores = NgramScores(views, weights)
    assert numpy.allclose(numpy.stack([scores.of(text) for text in ODD]), expected)


def test_without_a_view_there_are_no_scores():
    assert (NgramScores([], numpy.zeros((0, 4))).of("Geld") == numpy.zeros(4)).all()

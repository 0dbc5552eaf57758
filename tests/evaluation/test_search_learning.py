"""The weights are learned: the same questions give the same weights, and what tells right from wrong gets weight."""
from __future__ import annotations

from dataclasses import asdict

import pytest

from evaluation.search_learning import PARTS, learn_weights
from evaluation.search_questions import Answered, SearchQuestion, reciprocal_rank, share_within
from knowledge.embedding import UseEmbedder
from knowledge.search import Search
from knowledge.search.weights import FILE, Weights, read_weights
from tests.builders import TODAY, a_funding
from tests.library import library  # noqa: F401

PLACES = {"Sachsen": "DE-SN", "Bayern": "DE-BY", "Hessen": "DE-HE"}


@pytest.fixture(scope="module")
def lessons():
    """Records that differ in their Land alone, and questions of which only the Land tells the right one."""
    records = [a_funding(id=f"foe-{name.lower()}", regions=[code]) for name, code in PLACES.items()]
    texts = ("Wer zahlt uns einen Bus in {}?", "Geld für den Dorfbus, wir sind aus {}", "bus {} zuschuss")
    return records, [
        SearchQuestion(text.format(name), "foerderung", "formell", frozenset({f"foe-{name.lower()}"}))
        for name in PLACES for text in texts
    ]  # fmt: skip


def test_what_tells_the_right_record_gets_weight_and_the_rest_none(lessons, library):  # noqa: F811
    records, questions = lessons
    embedder = UseEmbedder()
    learn = lambda: learn_weights(questions, records, embedder, embedder, library.reader, TODAY)  # noqa: E731
    weights = learn()
    assert weights == learn(), "the same questions give the same weights"
    assert weights.land > 1 > abs(weights.form) and weights.elsewhere < 0
    search = Search(records, embedder, embedder, weights)
    for question in questions:
        assert search.ranking(library.reader.read(question.text), TODAY, None, 1)[0].record.id in question.right


def test_weights_are_kept_and_read_as_they_were(tmp_path):
    weights = Weights(*range(1, 15))
    weights.write(tmp_path / "weights.yml")
    assert read_weights(tmp_path / "weights.yml") == weights
    assert set(asdict(read_weights(FILE))) == {*PARTS, "found", "found_if_it_fits", "found_in_land"}


def test_figures_of_places():
    question = SearchQuestion("?", "foerderung", "formell", frozenset({"foe-a"}))
    seen = [Answered(question, place) for place in (1, 2, 4, 1_000)]
    assert (share_within(seen, 1), share_within(seen, 3)) == (0.25, 0.5)
    assert reciprocal_rank(seen) == pytest.approx((1 + 1 / 2 + 1 / 4) / 4)

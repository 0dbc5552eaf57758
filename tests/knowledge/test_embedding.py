"""Embeddings and their cache in the database."""
from __future__ import annotations

from typing import Sequence

import numpy
import pytest

from knowledge.embedding import CachedEmbedder, UseEmbedder
from storage import Database
from storage.migrate import migrate


class LetterCounts:
    """An embedder whose vectors can be worked out in the head; it counts what it had to compute."""

    def __init__(self, name: str = "letters/1", shift: int = 0) -> None:
        self.name, self.dimensions, self.computed, self._shift = name, 3, [], shift

    def encode(self, texts: Sequence[str]) -> numpy.ndarray:
        self.computed.extend(texts)
        rows = [[text.count("a") + self._shift, text.count("b"), len(text)] for text in texts]
        return numpy.array(rows, numpy.float32).reshape(len(texts), 3)


@pytest.fixture
def database(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def use() -> UseEmbedder:
    return UseEmbedder()


def test_what_is_known_is_not_computed_again(database):
    first, second = LetterCounts(), LetterCounts()
    before = CachedEmbedder(first, database).encode(["ab", "bb"])
    after = CachedEmbedder(second, database).encode(["bb", "ab"])
    assert first.computed == ["ab", "bb"] and second.computed == []
    assert (after == before[::-1]).all() and after.dtype == numpy.float32


def test_only_what_is_new_is_computed_and_the_order_is_kept(database):
    CachedEmbedder(LetterCounts(), database).encode(["a"])
    embedder = LetterCounts()
    rows = CachedEmbedder(embedder, database).encode(["bb", "a", "bb", "äöü🚌"])
    assert embedder.computed == ["bb", "äöü🚌"]
    assert rows.tolist() == [[0, 2, 2], [1, 0, 1], [0, 2, 2], [0, 0, 4]]


def test_vectors_of_different_models_are_never_mixed(database):
    old, new = LetterCounts("letters/1"), LetterCounts("letters/2", shift=100)
    assert CachedEmbedder(old, database).encode(["a"]).tolist() == [[1, 0, 1]]
    assert CachedEmbedder(new, database).encode(["a"]).tolist() == [[101, 0, 1]]
    assert new.computed == ["a"]
    assert CachedEmbedder(old, database).encode(["a"]).tolist() == [[1, 0, 1]]
    assert old.computed == ["a"]


def test_more_texts_than_one_query_takes_are_all_found_again(database):
    texts = [f"a{number}" for number in range(1_001)]
    CachedEmbedder(LetterCounts(), database).encode(texts)
    again = LetterCounts()
    assert CachedEmbedder(again, database).encode(texts).shape == (1_001, 3)
    assert again.computed == []


def test_no_texts_give_no_rows(database, use):
    assert CachedEmbedder(LetterCounts(), database).encode([]).shape == (0, 3)
    assert use.encode([]).shape == (0, use.dimensions)


def test_half_a_character_is_cached_like_any_text(database):
    embedder = LetterCounts()
    for _ in range(2):
        CachedEmbedder(embedder, database).encode(["\ud83d"])
    assert embedder.computed == ["\ud83d"]


def test_the_model_gives_unit_vectors_and_the_same_ones_each_time(use):
    texts = ["Bürgerbus", "", " ", "🚌", "ein langer Satz. " * 500]
    rows = use.encode(texts)
    assert rows.shape == (5, use.dimensions) and rows.dtype == numpy.float32
    assert numpy.linalg.norm(rows, axis=1) == pytest.approx(numpy.ones(5), abs=1e-3)
    assert (use.encode(texts) == rows).all()


def test_like_meanings_lie_closer_than_unlike_ones(use):
    question, near, far = use.encode(
        ["Wer hilft alten Menschen beim Einkaufen?", "Unterstützung für Senioren im Alltag", "Rezept für Kartoffelsuppe"]
    )
    assert question @ near > question @ far + 0.1


def test_the_model_survives_the_cache_unchanged(database, use):
    cached = CachedEmbedder(use, database)
    assert (cached.encode(["Bürgerbus"]) == use.encode(["Bürgerbus"])).all()
    assert (CachedEmbedder(LetterCounts(use.name), database).encode(["Bürgerbus"]) == use.encode(["Bürgerbus"])).all()

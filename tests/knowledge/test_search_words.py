"""Likeness by words: endings, compounds, typing errors, and an index that follows its texts."""
from __future__ import annotations

import numpy
import pytest

from knowledge.search.words import WordIndex

TEXTS = ["Der Bürgerbus fährt durch das Dorf", "Ein Dorfladen im alten Konsum", "Die Mustersatzung für Vereine", "Kultur"]


@pytest.fixture(scope="module")
def index() -> WordIndex:
    return WordIndex(TEXTS)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Bürgerbusse", 0), ("buergerbus", 0), ("Bürgerbusverein", 0), ("Bürgerbuss", 0), ("BÜRGERBUS", 0),
        ("dorfläden", 1), ("Dorf Laden", 1), ("Vereinssatzung", 2), ("Mustersazung", 2), ("kulturell", 3),
    ],
)  # fmt: skip
def test_endings_compounds_and_errors_find_the_word(index, question, text):
    assert index.likeness(question).argmax() == text


def test_what_shares_nothing_is_not_like_anything(index):
    assert (index.likeness("xyzzy 🚌") == 0).all() and (index.likeness("") == 0).all()


def test_rare_words_count_more_than_frequent_ones():
    index = WordIndex(["Geld für Kinder", "Geld für Bienen", "Geld für Kinder und Alte"])
    assert index.likeness("Geld Bienen").argmax() == 1


def test_all_words_of_a_short_question_are_held_or_not(index):
    assert index.holds_all("Bürgerbus Dorf").tolist() == [True, False, False, False]
    assert index.holds_all("Dorf").tolist() == [True, False, False, False]
    for none in ("", "Bürgerbus Mars", "Der Bürgerbus fährt durch das Dorf und noch viel weiter"):
        assert not index.holds_all(none).any()


def test_an_index_that_follows_an_earlier_one_is_as_if_new():
    earlier = WordIndex(TEXTS)
    changed = [TEXTS[1], "Ein Repaircafé im Dorf", TEXTS[0]]
    for question in ("Dorf", "Repaircafé", "Bürgerbus", "Mustersatzung"):
        assert numpy.allclose(WordIndex(changed, earlier).likeness(question), WordIndex(changed).likeness(question))


def test_no_texts_are_no_likeness():
    assert WordIndex([]).likeness("Dorf").shape == (0,)

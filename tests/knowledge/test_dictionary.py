"""Which words there are, and their ground forms."""
from __future__ import annotations

import pytest

from knowledge.spelling import dictionary


@pytest.mark.parametrize("word", ["Senioren", "senioren", "SENIOREN", "fördert", "Vereins", "Dorfladen"])
def test_german_word_forms_are_known_in_any_case(word):
    assert dictionary.is_word(word)


@pytest.mark.parametrize("word", ["senoiren", "Pfelge", "asdf", "", "7"])
def test_slips_and_gibberish_are_no_words(word):
    assert not dictionary.is_word(word)


@pytest.mark.parametrize(
    ("form", "ground"),
    [("Vereins", "Verein"), ("Genossenschaften", "Genossenschaft"), ("gründeten", "gründen"), ("Kindergärten", "Kindergarten"),
     ("xyzzy", "xyzzy")],
)  # fmt: skip
def test_a_form_leads_to_its_ground_form_and_an_unknown_word_to_itself(form, ground):
    assert dictionary.lemma(form) == ground

"""Ordinary spelling for what people type, and hands off what is right."""
from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies

from bot.settings import read_settings
from knowledge.spelling.correction import Correction, read_dialects
from knowledge.errors import ContentError
from knowledge.folding import fold

CONTENT = read_settings({}).content
LEARNED = [
    "Wer fördert Angebote für Senioren in unserer Gemeinde?", "Ich möchte den Termin stornieren und meine Daten löschen.",
    *["nein danke, das ist eine Frage"] * 6, "Die Genossenschaft braucht eine Genehmigung vom Gesundheitsamt.",
]  # fmt: skip


@pytest.fixture(scope="module")
def correction() -> Correction:
    return Correction.learn(LEARNED, read_dialects(CONTENT))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Senoiren", "Senioren"), ("Genossenshaft", "Genossenschaft"), ("stroniren", "stroniren"),
        ("löshcen", "löschen"), ("dnake", "danke"), ("nien", "nein"), ("Farge", "Frage"),
        ("Gesundheitsmat", "Gesundheitsamt"), ("fordert", "fordert"), ("mochte", "mochte"), ("fur", "für"),
        ("GENEHMIGNUG", "Genehmigung"),
    ],
)  # fmt: skip
def test_a_word_that_nobody_knows_becomes_the_one_that_is_one_slip_away(correction, typed, meant):
    assert correction.correct(f"x {typed}.") == f"x {meant}."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ick weet dat nich", "ich weiß das nicht"), ("isch hab ä idee", None), ("Wat kost dat", None), ("mir ham koi Geld", None)],
)
def test_dialect_becomes_ordinary_words(correction, typed, meant):
    corrected = correction.correct(typed)
    assert corrected != typed
    if meant:
        assert corrected == meant


@pytest.mark.parametrize("text", ["Schuhe und Felgen", "Wir fordern mehr Geld", "Görlitz", "IDEE-7K3M9Q", "", "…", "🚌 5.000 €"])
def test_right_words_names_and_numbers_stay(correction, text):
    assert correction.correct(text) == text


@given(strategies.text(max_size=300))
def test_any_text_can_be_corrected_always_alike_and_signs_stay(text):
    correction = Correction({"Frage": 9}, {"wat": "was"})
    once = correction.correct(text)
    assert once == correction.correct(text)
    assert [one for one in once if not one.isalpha()] == [one for one in text if not one.isalpha()]


def test_it_is_the_same_after_being_told_and_made_again(correction):
    again = Correction(**correction.told())
    text = "wat kost dat för de Senoiren, nien"
    assert again.correct(text) == correction.correct(text)


def test_twenty_thousand_characters_take_less_than_half_a_second(correction):
    for word in ("Senoiren ", "abcdefghij", "ä" * 40 + " "):
        text = (word * 20_000)[:20_000]
        began = time.perf_counter()
        correction.correct(text)
        assert time.perf_counter() - began < 0.4


def test_every_variant_of_the_dialects_is_one_word_that_stands_once_and_is_no_ordinary_one_of_its_list():
    import yaml

    groups = yaml.safe_load((CONTENT / "dialects.yml").read_text("utf-8"))
    variants = [fold(variant) for group in groups.values() for each in group.values() for variant in each]
    assert len(variants) == len(set(variants)) > 800
    assert [one for one in variants if not one.isalnum()] == []
    ordinary = {fold(meant) for group in groups.values() for meant in group}
    assert ordinary & set(variants) == set()


def test_a_broken_list_of_dialects_is_one_error_with_its_place(tmp_path):
    (tmp_path / "dialects.yml").write_text("platt:\n  ich: 5\n", "utf-8")
    with pytest.raises(ContentError, match="dialects.yml.*groups.platt.ich"):
        read_dialects(tmp_path)

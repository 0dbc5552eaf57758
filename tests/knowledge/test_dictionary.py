"""Which words there are, and their ground forms."""
from __future__ import annotations

import logging
import os
import subprocess
import sys

import pytest
import simplemma
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.settings import ROOT
from knowledge.spelling import dictionary


@pytest.mark.parametrize("word", ["Senioren", "senioren", "SENIOREN", "fördert", "Vereins", "Dorfladen"])
def test_german_word_forms_are_known_in_any_case(word):
    assert dictionary.is_word(word)


@pytest.mark.parametrize("word", ["senoiren", "Pfelge", "asdf", "", "7"])
def test_slips_and_gibberish_are_no_words(word):
    assert not dictionary.is_word(word)


@pytest.mark.parametrize("word", ["\0", "\0¢", "Verein\0", "Ver\0ein", "\ud800", "Verein\ud800", "\x7f", "\uffff"])
def test_signs_that_no_word_has_break_nothing(word):
    assert not dictionary.is_word(word) and dictionary.lemma(word) == word


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(max_size=12), st.builds("{}{}".format, st.sampled_from(("Verein", "För", "Dorf")), st.text(max_size=4))))
def test_the_compact_form_says_what_the_list_says(word):
    listed = word.isprintable() and any(simplemma.is_known(one, lang="de") for one in (word, word.lower()) if one)
    assert dictionary.is_word(word) is listed
    assert dictionary.lemma(word) == (simplemma.lemmatize(word, lang="de") if word and word.isprintable() else word)


@pytest.mark.parametrize(
    ("form", "ground"),
    [("Vereins", "Verein"), ("Genossenschaften", "Genossenschaft"), ("gründeten", "gründen"), ("Kindergärten", "Kindergarten"),
     ("xyzzy", "xyzzy")],
)  # fmt: skip
def test_a_form_leads_to_its_ground_form_and_an_unknown_word_to_itself(form, ground):
    assert dictionary.lemma(form) == ground


def test_the_compact_form_is_made_once_even_if_several_processes_ask_at_once(tmp_path):
    code = (
        "from pathlib import Path\nfrom knowledge.spelling import dictionary\n"
        f"dictionary._COMPACT = Path({str(tmp_path / 'kept')!r})\n"
        "print(dictionary.lemma('Vereins'), dictionary.is_word('senoiren'))"
    )
    asking = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [one.communicate() for one in asking] == [("Verein False\n", "")] * 2
    assert os.listdir(tmp_path / "kept") == ["de.dic"]
    made = (tmp_path / "kept" / "de.dic").stat().st_mtime_ns
    dictionary.make_compact(tmp_path / "kept")
    assert (tmp_path / "kept" / "de.dic").stat().st_mtime_ns == made


def test_where_nothing_can_be_kept_the_words_are_the_same_and_the_log_says_so(tmp_path, monkeypatch, caplog):
    (tmp_path / "file").touch()
    monkeypatch.setattr(dictionary, "_COMPACT", tmp_path / "file" / "kept")
    kept = (dictionary.is_word, dictionary.lemma, dictionary._words, dictionary._ground_forms, dictionary._dictionary)
    for one in kept:
        one.cache_clear()
    try:
        with caplog.at_level(logging.WARNING):
            assert dictionary.lemma("Vereins") == "Verein" and dictionary.is_word("Vereins")
        assert "cannot be kept" in caplog.text
    finally:
        for one in kept:
            one.cache_clear()

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


ASK = """
import sys
from pathlib import Path
from knowledge.spelling.dictionary import open_dictionary
print(open_dictionary(Path(sys.argv[1])).get_dictionary("de")["Vereins"])
"""


def test_the_compact_form_is_made_whole_though_several_processes_ask_at_once_and_only_once(tmp_path):
    command = [sys.executable, "-c", ASK, str(tmp_path / "kept")]
    asking = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    assert [one.communicate() for one in asking] == [("Verein\n", "")] * 2
    assert os.listdir(tmp_path / "kept") == ["de.dic"]
    made = (tmp_path / "kept" / "de.dic").stat().st_mtime_ns
    assert dictionary.open_dictionary(tmp_path / "kept").get_dictionary("de")["Vereins"] == "Verein"
    assert (tmp_path / "kept" / "de.dic").stat().st_mtime_ns == made


def test_where_nothing_can_be_kept_the_words_are_the_same_and_the_log_says_so(tmp_path, caplog):
    (tmp_path / "file").touch()
    with caplog.at_level(logging.WARNING):
        words = dictionary.open_dictionary(tmp_path / "file" / "kept").get_dictionary("de")
    assert str(tmp_path / "file" / "kept") in caplog.text
    compact = dictionary.open_dictionary(tmp_path / "kept").get_dictionary("de")
    assert len(words) == len(compact) and all(compact.get(word) == ground for word, ground in words.items())

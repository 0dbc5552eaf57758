"""A wish for plain words that frames a question."""
from __future__ import annotations

import pytest

from knowledge.spelling.courtesy import without_courtesy
from knowledge.spelling.style_wish import split_style_wish


@pytest.mark.parametrize("text, rest", [
    ("Wie bekomme ich Geld? Bitte einfach erklären", "Wie bekomme ich Geld?"),
    ("Was ist ein Verein? In leichter Sprache bitte.", "Was ist ein Verein?"),
    ("Leichte Sprache bitte. Wie gründe ich einen Verein?", "Wie gründe ich einen Verein?"),
    ("Erklären Sie es bitte einfach: Wer hilft bei Bussen?", "Wer hilft bei Bussen?"),
    ("Wie gründe ich einen Verein, bitte in einfachen Worten", "Wie gründe ich einen Verein"),
])  # fmt: skip
def test_the_wish_is_taken_off(text, rest):
    assert split_style_wish(text) == (rest, True) and without_courtesy(text) == rest


@pytest.mark.parametrize("text", [
    "", "einfach bitte", "Leichte Sprache", "Wer fördert ein Heft in Leichter Sprache?", "Wir machen ein Heft, in leichter Sprache.",
    "Erklärung, bitte einfach", "Das ist nicht einfach. Wer hilft uns?",
])  # fmt: skip
def test_what_is_no_frame_stays(text):
    assert split_style_wish(text) == (text, False)

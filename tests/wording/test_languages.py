"""Which language a message is written in or asks for."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import ROOT
from wording.languages import ANSWERED, PLAIN, language_of

MESSAGES = yaml.safe_load(Path(__file__).with_name("languages.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", MESSAGES)
def test_nine_of_ten_messages_get_the_answer_that_serves_them(language):
    wrong = [message for message in MESSAGES[language] if language_of(message) != language]
    assert len(wrong) <= 0.1 * len(MESSAGES[language]), wrong


def test_every_language_has_an_answer_of_its_own():
    responses = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["responses"]
    assert set(MESSAGES) == {*ANSWERED, "de"}
    for language in set(MESSAGES) - {PLAIN}:
        assert "utter_andere_sprache" + ("" if language == "de" else f"_{language}") in responses


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "de"), ("?", "de"), ("112", "de"), ("Ich wohne in Görlitz", "de"), ("Was ist das hier?", "de"),
        ("HELLO, DO YOU SPEAK ENGLISH", "en"), ("Auf Englisch bitte", "en"), ("Leichte Sprache", "leicht"),
        ("привет", "ru"), ("привіт", "uk"), ("مرحبا", "ar"), ("Türkçe", "tr"), ("po polsku", "pl"), ("لطفا کمک کنید", "en"),
        ("ሓገዝ የድልየኒ", "en"), ("dobrý den, potřebuji pomoc", "en"), ("Rěčiće serbsce?", "de"), ("auf Französisch?", "de"),
    ],
)  # fmt: skip
def test_single_words_and_orders_are_understood(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ich kann kein Englisch, nur Arabisch", "ar"), ("ingilizce bilmiyorum, türkçe yazın", "tr"),
        ("Ukrainisch oder Russisch", "uk"), ("Russisch oder Ukrainisch", "ru"), ("auf enlgisch bitte", "en"),
        ("Can you use easier words in English please", "en"), ("Mein Deutsch ist schlecht, geht Polnisch?", "pl"),
    ],
)  # fmt: skip
def test_the_language_that_is_wished_first_counts_and_one_that_is_not_spoken_does_not(text, language):
    assert language_of(text) == language


@given(st.text(max_size=300))
def test_any_text_gets_an_answer_that_exists(text):
    assert language_of(text) in (*ANSWERED, "de")

"""Which language a message is written in or asks for."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.settings import ROOT
from wording.languages import language_of

MESSAGES = yaml.safe_load(Path(__file__).with_name("languages.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", MESSAGES)
def test_nine_of_ten_messages_get_the_answer_that_serves_them(language):
    wrong = [message for message in MESSAGES[language] if language_of(message) != language]
    assert len(wrong) <= 0.1 * len(MESSAGES[language]), wrong


def test_every_language_has_an_answer_of_its_own():
    responses = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["responses"]
    for language in MESSAGES:
        assert "utter_andere_sprache" + ("" if language == "de" else f"_{language}") in responses


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "de"), ("?", "de"), ("112", "de"), ("Ich wohne in Görlitz", "de"), ("Was ist das hier?", "de"),
        ("HELLO, DO YOU SPEAK ENGLISH", "en"), ("Auf Englisch bitte", "en"), ("Leichte Sprache", "leicht"),
        ("привет", "uk"), ("مرحبا", "ar"), ("Türkçe", "tr"), ("po polsku", "pl"), ("لطفا کمک کنید", "de"),
    ],
)  # fmt: skip
def test_single_words_and_orders_are_understood(text, language):
    assert language_of(text) == language

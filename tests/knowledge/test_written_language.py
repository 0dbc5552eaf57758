"""Which language a message is written in; `-s` prints the figures."""
from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.message_sets import messages_by_need
from knowledge.written_language import LanguageRecogniser, WrittenLanguage

MESSAGES = yaml.safe_load(Path(__file__).with_name("written_language.yml").read_text("utf-8"))
FOREIGN = sorted(set(MESSAGES) - {"de"})
FLOOR_OF_ENGLISH, FLOOR = 0.88, 0.92
"""Recall of each language. English is the lowest, because German is full of short English („opening hours?“)."""
GERMAN_KEPT = 0.995
RECOGNISER = LanguageRecogniser()
LEARNED = messages_by_need()


def missed(code: str) -> list[str]:
    found = {message: RECOGNISER.recognise(message) for message in MESSAGES[code]}
    wrong = [f"{message} → {one.code}" for message, one in found.items() if one.code != code]
    print(f"\n{code}: {1 - len(wrong) / len(MESSAGES[code]):.3f} of {len(MESSAGES[code])}", *wrong, sep="\n  ")
    return wrong


@pytest.mark.parametrize("code", FOREIGN)
def test_other_languages_are_recognised(code):
    assert len(missed(code)) <= (1 - (FLOOR_OF_ENGLISH if code == "en" else FLOOR)) * len(MESSAGES[code]) + 1e-9


def test_german_is_not_taken_for_another_language():
    assert len(missed("de")) <= (1 - GERMAN_KEPT) * len(MESSAGES["de"])


@pytest.mark.parametrize("need", sorted({*LEARNED} - {"andere_sprache", "notlage"}))
def test_training_messages_of_all_other_needs_are_german_but_for_cries_for_help(need):
    assert [text for text in LEARNED[need] if RECOGNISER.recognise(text).is_clearly_foreign] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hallo, ich brauche Hilfe. Hello, I need help.", "de"),
        ("Wir heißen Open Doors for Refugees und suchen Räume in Görlitz.", "de"),
        ("Was heißt „Please do not enter the building“?", "de"),
        ("Danke. " + "We are looking for someone who can help us with the forms. " * 3, "en"),
        ("Работаем с Caritas и Diakonie в Görlitz", "ru"),
        ("Der Chor singt العربية Lieder", "de"),
        ("HELLO, DO YOU SPEAK ENGLISH", "en"),
        ("rock your life", "de"),
        ("Stop-and-Go", "de"),
        ("learning by doing", "de"),
        ("anna.kowalska@pomoc.example", "de"),
        ("„Hello, can you help me?“", "en"),
        ("аз не говоря немски, трябва ми помощ", "other"),
        ("¯\\_(ツ)_/¯", "de"),
        ("µ", "de"),
    ],
)  # fmt: skip
def test_most_of_the_persons_own_words_decide(text, code):
    assert RECOGNISER.recognise(text).code == code


@pytest.mark.parametrize("text", ["", "ok", "merci", "ciao", "sorry", "help", "😀", "12345", "asdf", "Nguyễn"])
def test_what_nothing_speaks_for_is_german_and_never_clearly_foreign(text):
    found = RECOGNISER.recognise(text)
    assert found.code == "de" and not found.is_clearly_foreign


@pytest.mark.parametrize(
    ("found", "clear"),
    [(("en", 1.0), True), (("en", 0.7), True), (("en", 0.5), False), (("de", 1.0), False), (("de", 0.0), False)],
)
def test_clearly_foreign_are_two_words_of_three(found, clear):
    assert WrittenLanguage(*found).is_clearly_foreign is clear


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_language_and_a_share(text):
    found = RECOGNISER.recognise(text)
    assert found.code in MESSAGES and 0 <= found.share <= 1


def best_of(tries: int, text: str) -> float:
    """Seconds of the fastest of some tries, so that other work on the machine does not count."""
    taken = []
    for _ in range(tries):
        before = time.perf_counter()
        RECOGNISER.recognise(text)
        taken.append(time.perf_counter() - before)
    return min(taken)


def test_an_ordinary_message_takes_few_milliseconds_even_on_a_slow_machine():
    assert best_of(20, "Wir suchen Geld für einen Bürgerbus in Görlitz, wer kann uns da helfen?") < 0.004


@pytest.mark.parametrize("part", ["Hallo ", "x", "a.b", "a. ", "a@", "„", '"', "i ", "слово ", "ﷺ", "字", "wort-"])
def test_a_message_of_20_000_characters_takes_less_than_half_a_second(part):
    assert best_of(3, (part * 20_000)[:20_000]) < 0.4

"""Codes in what people type, and what only looks alike."""
from __future__ import annotations

import random

import pytest

from conversation.secrecy.finding_codes import find_codes, names_a_case
from office.secret_codes import new_code

NUMBER = "RUECKRUF-7K3M9U"
CODES = [new_code(random.Random(seed).choice) for seed in range(200)]


def found_in(text: str) -> list[str]:
    return [text[start:end] for start, end in find_codes(text)]


@pytest.mark.parametrize("way", ["{}", "{} zurückziehen", "bitte {} löschen", "mein Code: {}.", "„{}“", "({})"])
def test_every_code_beside_its_number_is_found_however_it_is_grouped(way):
    for code in CODES:
        signs = code.replace("-", "")
        threes = " ".join(signs[at : at + 3] for at in range(0, 15, 3))
        for typed in (code, code.lower(), signs, code.replace("-", " "), code.replace("-", " – "), threes, " ".join(signs)):
            assert found_in(f"{NUMBER} {way.format(typed)}") == [typed]
            assert found_in(f"{way.format(typed)} zu {NUMBER}") == [typed]


def test_by_itself_a_code_with_a_digit_is_found():
    assert all(found_in(f"Hier ist er: {code}, danke") == [code] for code in CODES if any(map(str.isdigit, code)))


@pytest.mark.parametrize(
    "typed", ["7K4MQ-2XN9R-TB3HD", "7K4MQ-2XN9R-TB3H", "7K4MQ-2XN9R-TB3HCC", "7K4MQ 2XN9R TB3H0", "7K4MQ2XN9RTB3H"]
)
def test_a_slip_beside_a_number_is_nearly_the_code_and_is_found(typed):
    assert found_in(f"{NUMBER} {typed} bitte") == [typed]


@pytest.mark.parametrize(
    "text",
    [
        "", "Wer hilft?", "RUECKRUF-7K3M9U", "rückruf 7k3m9u neue Nummer 0351 7654321", "RUECKRUF-7K3M9U zurückziehen",
        "Beratungsstelle", "Bitte ändern Sie IDEE-7K3M9Q heute sofort", "am 12.10.2026 um 15 Uhr", "DE02 1203 0000 0000 2020 51",
        "RUECKRUF-7K3M9U neue Adresse erika@beispiel.example", "Der Bus fährt 2026 immer wieder Leute durch",
    ],
)  # fmt: skip
def test_other_words_and_numbers_are_none(text):
    assert find_codes(text) == ()


def test_the_number_of_a_case_is_seen():
    assert names_a_case("zu rueckruf 7k3m9u") and names_a_case("IDEE-7K3M9Q") and not names_a_case("ein Rückruf wegen Kuchen")

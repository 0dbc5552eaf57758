"""Sums of money in what people write."""
from __future__ import annotations

import time

import pytest

from knowledge.sums import find_sums


@pytest.mark.parametrize(
    ("text", "euros", "words"),
    [
        ("Wir brauchen 5k", 5_000, "5k"), ("etwa 5 k oder so", 5_000, "5 k"), ("50.000 €", 50_000, "50.000 €"),
        ("3 Mio. Euro", 3_000_000, "3 Mio. Euro"), ("1,5 Mio Euro", 1_500_000, "1,5 Mio Euro"),
        ("2000 euro", 2_000, "2000 euro"), ("2000€.", 2_000, "2000€"), ("1.500,50 €", 1_500, "1.500,50 €"),
        ("1.234.567,89 EUR", 1_234_568, "1.234.567,89 EUR"), ("100 000 Euro", 100_000, "100 000 Euro"),
        ("1'500 €", 1_500, "1'500 €"), ("500,- €", 500, "500,- €"), ("€ 500", 500, "€ 500"),
        ("EUR 1.500,00", 1_500, "EUR 1.500,00"), ("10 TEUR", 10_000, "10 TEUR"), ("5 Tsd. Euro", 5_000, "5 Tsd. Euro"),
        ("20 tausend", 20_000, "20 tausend"), ("3.500€/Monat", 3_500, "3.500€"),
        ("am 1.12.2026 noch 500 Euro", 500, "500 Euro"), ("gut dreitausend Euro", 3_000, "dreitausend Euro"),
        ("fünftausend", 5_000, "fünftausend"), ("fuenftausend Euro", 5_000, "fuenftausend Euro"),
        ("tausend Euro", 1_000, "tausend Euro"), ("hundert Euro", 100, "hundert Euro"),
        ("zweihundertfünfzig Euro", 250, "zweihundertfünfzig Euro"), ("zwölfhundert Euro", 1_200, "zwölfhundert Euro"),
        ("Zweitausendfünfhundert Euro", 2_500, "Zweitausendfünfhundert Euro"),
        ("hundertfünfzigtausend Euro", 150_000, "hundertfünfzigtausend Euro"),
        ("fünfunddreißigtausend Euro", 35_000, "fünfunddreißigtausend Euro"),
        ("siebzehn Euro", 17, "siebzehn Euro"), ("dreizehn Euro", 13, "dreizehn Euro"), ("elf Euro", 11, "elf Euro"),
        ("sechs Tausend Euro", 6_000, "sechs Tausend Euro"), ("eine Million Euro", 1_000_000, "eine Million Euro"),
        ("anderthalb Millionen", 1_500_000, "anderthalb Millionen"),
    ],
)  # fmt: skip
def test_a_sum_is_found_with_its_place_in_the_text(text, euros, words):
    (found,) = find_sums(text)
    assert (found.euros, text[found.start : found.end]) == (euros, words)


@pytest.mark.parametrize(
    "text",
    [
        "", "1500", "seit 2026", "in 01234 Dresden", "am 1.12.2026", "am 24.12.", "0351 2312345",
        "Tel. 030 23125-100", "5 km", "5 kg", "20 Personen", "100.000 Einwohner", "20 tausend Einwohner",
        "5 Mio. Menschen", "fünftausend Mitglieder", "tausend Dank", "hundert Leute", "tausend", "hundert",
        "ein paar tausend Euro", "drei Eurokraten", "undtausend Euro", "kein Euro", "mein Euro", "die EUR-Lex",
        "50 Cent", "Haus 5", "von 9 bis 12 Uhr", "3. Kreis", "Euro 2024", "9" * 30 + " €",
    ],
)  # fmt: skip
def test_what_is_no_sum_is_left_alone(text):
    assert find_sums(text) == ()


def test_several_sums_come_in_the_order_of_the_text():
    assert [one.euros for one in find_sums("Wir haben 2.000 Euro und brauchen 8k, höchstens zehntausend.")] == [
        2_000, 8_000, 10_000,
    ]  # fmt: skip


@pytest.mark.parametrize("piece", ["hundert", "und", "ein", "1 000 ", "1.", "undtausend ", "9", "€ ", "1,5 Mio "])
def test_twenty_thousand_odd_characters_are_quick(piece):
    start = time.perf_counter()
    find_sums((piece * 20_000)[:20_000])
    assert time.perf_counter() - start < 2

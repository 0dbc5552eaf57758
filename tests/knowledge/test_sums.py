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


@pytest.mark.parametrize(
    ("text", "euros", "words"),
    [
        # cents
        ("80 Cent je Brezel", 1, "80 Cent"), ("das macht 12 Euro 60", 13, "12 Euro 60"), ("7 € 30 im Monat", 7, "7 € 30"),
        ("4.90 Euro Porto", 5, "4.90 Euro"), ("EUR 1800,--", 1_800, "EUR 1800,--"), ("Miete 640,- kalt", 640, "640,-"),
        # factors, fractions, words
        ("2.4 Mio. € Baukosten", 2_400_000, "2.4 Mio. €"), ("siebzehnhundert Euro", 1_700, "siebzehnhundert Euro"),
        ("dreieinhalbtausend Euro", 3_500, "dreieinhalbtausend Euro"), ("eine halbe Million", 500_000, "eine halbe Million"),
        ("Viertelmillion Euro", 250_000, "Viertelmillion Euro"), ("dreiviertel Million", 750_000, "dreiviertel Million"),
        ("für einen Euro im Jahr", 1, "einen Euro"), ("drei Mille", 3_000, "drei Mille"), ("ein 50-Euro-Schein", 50, "50-Euro"),
        # as dialects and friends say it
        ("sechzich Euro", 60, "sechzich Euro"), ("dreihunnert Euro", 300, "dreihunnert Euro"),
        ("zwoihundert Euro", 200, "zwoihundert Euro"), ("zehndausend Euro", 10_000, "zehndausend Euro"),
        ("300 Euronen", 300, "300 Euronen"), ("200 Mücken", 200, "200 Mücken"), ("zwanzig Tacken", 20, "zwanzig Tacken"),
        # ranges are one sum, the larger
        ("drei- bis viertausend Euro", 4_000, "drei- bis viertausend Euro"), ("4-5k", 5_000, "4-5k"),
        ("zwischen 800 und 900 Euro", 900, "zwischen 800 und 900 Euro"), ("1,5 bis 2 Mio. Euro", 2_000_000, "1,5 bis 2 Mio. Euro"),
        ("von 200 Euro bis 400 Euro", 400, "200 Euro bis 400 Euro"),
        # without a currency, where money is spoken of
        ("Preis: 3499", 3_499, "3499"), ("Eigenanteil von rund 12.500", 12_500, "12.500"), ("Budget 2027: 9000", 9_000, "9000"),
        ("30.000 wären toll", 30_000, "30.000"), ("uns fehlen noch 7.500", 7_500, "7.500"),
        ("dreitausendzweihundert kostet das, ohne Steuer", 3_200, "dreitausendzweihundert"),
    ],
)  # fmt: skip
def test_a_sum_is_found_as_people_say_it(text, euros, words):
    (found,) = find_sums(text)
    assert (found.euros, text[found.start : found.end]) == (euros, words)


@pytest.mark.parametrize(
    "text",
    [
        "20 Cent", "ein 10k-Lauf", "5k Lauf", "3 Mücken im Zelt", "1-Euro-Job", "Euro-Paletten", "mehrere tausend Euro",
        "einige hundert Euro", "Kosten 2027", "Wir brauchen 20.000 Unterschriften", "wir brauchen 20.000 unterschriften",
        "12.000 wohnen hier, und wir brauchen einen Bus", "Die Förderung gibt es seit zweitausendzwanzig",
        "die Kosten stiegen um 20 Prozent", "10.000 Schritte kosten nichts", "Preis: 5 km laufen", "PLZ 23.456 Geld",
    ],
)  # fmt: skip
def test_a_number_that_counts_something_else_is_no_sum(text):
    assert find_sums(text) == ()


def test_two_sums_that_are_no_range_stay_two():
    assert [one.euros for one in find_sums("Wir haben 500 Euro und 300 Euro.")] == [500, 300]


def test_several_sums_come_in_the_order_of_the_text():
    assert [one.euros for one in find_sums("Wir haben 2.000 Euro und brauchen 8k, höchstens zehntausend.")] == [
        2_000, 8_000, 10_000,
    ]  # fmt: skip


@pytest.mark.parametrize("piece", ["hundert", "und", "ein", "1 000 ", "1.", "undtausend ", "9", "€ ", "1,5 Mio "])
def test_twenty_thousand_odd_characters_are_quick(piece):
    start = time.perf_counter()
    find_sums((piece * 20_000)[:20_000])
    assert time.perf_counter() - start < 2

"""Dates and sums in German words."""
from __future__ import annotations

from datetime import date

import pytest

from wording.dates import day_in_words, listed, source_date_in_words, weekday_in_words
from wording.money import euros, percent, span


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "Sonntag, 22. November 2026"), (date(2026, 3, 1), "Sonntag, 1. März 2026"),
        (date(2024, 2, 29), "Donnerstag, 29. Februar 2024"), (date(2026, 12, 31), "Donnerstag, 31. Dezember 2026"),
    ],
)  # fmt: skip
def test_a_day_has_its_weekday_and_month_in_words(day, words):
    assert weekday_in_words(day) == words
    assert day_in_words(day) == words.partition(", ")[2]


def test_every_month_and_weekday_has_its_own_name():
    assert len({day_in_words(date(2026, month, 1)) for month in range(1, 13)}) == 12
    assert len({weekday_in_words(date(2026, 11, day)).partition(",")[0] for day in range(1, 8)}) == 7


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (None, "Stand unbekannt"), ("2025", "Stand 2025"), ("2025-01", "Stand Januar 2025"),
        ("2025-12", "Stand Dezember 2025"), ("2025-03-09", "Stand 9. März 2025"),
    ],
)  # fmt: skip
def test_the_date_of_a_source_is_as_precise_as_it_is_known(as_of, words):
    assert source_date_in_words(as_of) == words


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a und b"), (["a", "b", "c"], "a, b und c")]
)
def test_lists_are_joined_as_in_speech(words, text):
    assert listed(words) == text
    assert listed(words, "oder") == text.replace("und", "oder")


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0 Euro"), (1, "1 Euro"), (999, "999 Euro"), (1_000, "1.000 Euro"), (50_000, "50.000 Euro"),
        (999_999, "999.999 Euro"), (1_000_000, "1 Mio. Euro"), (1_500_000, "1,5 Mio. Euro"),
        (1_250_000, "1.250.000 Euro"), (12_000_000, "12 Mio. Euro"),
    ],
)  # fmt: skip
def test_sums_are_written_as_germans_write_them(amount, words):
    assert euros(amount) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (1_000, 5_000, "1.000 bis 5.000 Euro"), (None, 5_000, "bis 5.000 Euro"), (1_000, None, "ab 1.000 Euro"),
        (5_000, 5_000, "5.000 Euro"), (None, None, None), (0, 500, "bis 500 Euro"),
        (500_000, 2_000_000, "500.000 Euro bis 2 Mio. Euro"), (0, None, None),
    ],
)  # fmt: skip
def test_a_span_names_what_is_known(least, most, words):
    assert span(least, most) == words


@pytest.mark.parametrize(
    ("rate", "words"), [(90, "90 Prozent"), (90.0, "90 Prozent"), (33.3, "33,3 Prozent"), (100.0, "100 Prozent")]
)
def test_rates_have_a_comma(rate, words):
    assert percent(rate) == words

"""Numbers in words."""
from __future__ import annotations

import re

import pytest

from knowledge.sums.number_words import NUMBER_WORD, spoken


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("einen", 1), ("elf", 11), ("zwanzig", 20), ("einundzwanzig", 21), ("neunundneunzig", 99), ("hundert", 100),
        ("hunderteins", None), ("zweihundertdrei", 203), ("hundertundzehn", 110), ("achtzehnhundert", 1_800),
        ("tausend", 1_000), ("tausendundeine", 1_001), ("fünfzehnhundertzwanzig", 1_520), ("dreihunderttausend", 300_000),
        ("siebenundvierzigtausendachthundert", 47_800), ("viereinhalb", 4.5), ("anderthalb", 1.5), ("dreiviertel", 0.75),
        ("dreissig", 30), ("dreißich", 30), ("fuffzich", 50), ("fuffzehn", 15), ("zwoi", 2), ("fünefzig", None),
        ("zweihunnert", 200), ("fünfdausend", 5_000), ("fuenfzig", 50), ("funfzig", 50),
        ("", None), ("undund", None), ("undtausend", None), ("einhalb", None), ("zehnzehn", None), ("haus", None),
    ],
)  # fmt: skip
def test_a_number_word_has_its_value(word, value):
    assert spoken(word) == value


@pytest.mark.parametrize("word", ["dreiviertel", "zweitausendfünfhundert", "viereinhalb", "fuffzich", "dreißig"])
def test_the_pattern_covers_what_can_be_valued(word):
    assert re.fullmatch(NUMBER_WORD, word, re.IGNORECASE)

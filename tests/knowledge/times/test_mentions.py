"""Dates and times in what people write: tables of phrases, look-alikes, and properties that hold for any text."""
from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.times import find_times, read_meaning

HERE = Path(__file__).resolve().parent
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 10, tzinfo=BERLIN)


def read_table(name: str) -> list:
    return yaml.load((HERE / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (dates stay texts)


def values_of(cell: object) -> list[str]:
    return cell if isinstance(cell, list) else [] if cell == "~" else [str(cell)]


PHRASES = [
    (datetime.fromisoformat(table["now"]).replace(tzinfo=BERLIN), phrase, values_of(datum), values_of(uhrzeit))
    for table in read_table("phrases.yml")
    for phrase, datum, uhrzeit in table["phrases"]
]
LOOKALIKES = read_table("lookalikes.yml")


def values(text: str, now: datetime, kind: str) -> list[str]:
    return [one.value for one in find_times(text, now) if one.kind == kind]


@pytest.mark.parametrize(("now", "phrase", "datum", "uhrzeit"), PHRASES)
def test_a_phrase_means_what_the_calendar_says(now, phrase, datum, uhrzeit):
    assert (values(phrase, now, "datum"), values(phrase, now, "uhrzeit")) == (datum, uhrzeit)


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_only_looks_like_a_time_is_left_alone(text):
    assert find_times(text, NOW) == ()


def test_the_tables_are_long_enough_to_trust():
    assert len(PHRASES) >= 220 and len(LOOKALIKES) >= 60
    assert len({(now, phrase) for now, phrase, _, _ in PHRASES}) == len(PHRASES)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Nächsten Dienstag nachmittag um halb drei?", ["Nächsten Dienstag", "nachmittag um halb drei"]),
        ("Übermorgen, ab 10!", ["Übermorgen", "ab 10"]),
        ("U\u0308bermorgen fru\u0308h, geht das?", ["U\u0308bermorgen", "fru\u0308h"]),
        ("Hätten Sie  am\n\nDienstagnachmittag\tZeit", ["Dienstag", "nachmittag"]),
        ("Mo/Mi/Do", ["Mo", "Mi", "Do"]),
        ("🚌 bis zum 30.6. – ab 9 Uhr", ["bis zum 30.6.", "ab 9 Uhr"]),
        ("Großes Fest: vom 3. bis 7. März, straßauf", ["vom 3. bis 7. März"]),
        ("nächtsen Donerstag um 9.", ["nächtsen Donerstag", "um 9"]),
    ],
)
def test_a_mention_covers_the_words_that_mean_it(text, pieces):
    assert [text[one.start : one.end] for one in find_times(text, NOW)] == pieces


def test_upper_and_lower_case_and_missing_umlauts_change_nothing():
    for now, phrase, datum, uhrzeit in PHRASES:
        if not any(letter.isupper() for letter in phrase[1:]) or len(phrase) < 12:
            continue
        if "Mo" in phrase or "So" in phrase or "Frau" in phrase:  # there the capital tells a day from a word
            continue
        assert values(phrase.upper(), now, "datum") == datum, phrase
        assert values(phrase.lower(), now, "datum") == datum, phrase
        written_out = phrase.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
        assert values(written_out, now, "uhrzeit") == uhrzeit, phrase


WORDS = st.sampled_from(
    (
        "am um ab bis vor nach von vom zwischen und oder in im der den dem nächste nächsten übernächste letzten diese "
        "Woche Monat Jahr Montag dienstags Mi Do. So März Mai Anfang Mitte Ende halb viertel dreiviertel drei zwölf 3 3. "
        "12. 24 31. 29.2. 3.3.27 14:30 14.30 9-12 Uhr h KW Q3 2027 1999 erste dritten letzte Ostern Advent Weihnachten "
        "morgen Morgen früh abends nachmittag jeden seit acht Tagen Wochen anderthalb ein paar Herr Frau § Nr. , . - / ~ "
        "\0 Sommer Quartal"
    ).split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=8).map("".join)
)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 12, 31), timezones=st.just(BERLIN))


@settings(max_examples=300, deadline=None)
@given(TEXTS, MOMENTS)
def test_mentions_of_any_text_lie_in_it_in_order_and_apart(text, now):
    found = find_times(text, now)
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()
        end = one.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, MOMENTS)
def test_the_value_of_any_mention_can_be_read_back(text, now):
    for one in find_times(text, now):
        assert read_meaning(one.value) == one.meaning
        assert one.kind in ("datum", "uhrzeit")


def test_a_normal_message_takes_few_milliseconds_even_on_a_slow_machine():
    text = (
        "Guten Tag, ich würde gern nächsten Dienstag nachmittag gegen halb drei oder am Donnerstag, den 3. Dezember, "
        "zwischen 10 und 12 Uhr mit jemandem über unseren Dorfladen in Görlitz sprechen, danke und viele Grüße"
    )
    assert len(text.split()) >= 30
    assert min(seconds_for(text) for _ in range(200)) < 0.004


@pytest.mark.parametrize(
    "piece",
    [
        "am ", "in ", "um ", "1", "1.", "1. ", "9 ", " ", "-", "- ", ".", "a", "ä", "montag", "montags, ", "mo, ",
        "bis ", "von 3 bis ", "3. und ", "1. 1. ", "halb ", "5 vor ", "naechste woche ", "ende ", "erste ", "jeden ",
        "zwischen ", "vor ", "so ", "frau ", "0 ", "0123 1", "a@", "§ 1", "tel 1", "12:30 ", "nr. 1 ", "naechsten ",
        "guten ", "u\u0308", "seit ", "am 3.", "um 9 ",
    ],
)  # fmt: skip
def test_twenty_thousand_characters_are_quick(piece):
    assert seconds_for((piece * 20_000)[:20_000]) < 2


def seconds_for(text: str) -> float:
    start = time.perf_counter()
    find_times(text, NOW)
    return time.perf_counter() - start

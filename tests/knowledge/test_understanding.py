"""What a message says: every entity with its place in the text."""
from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.understanding import LONGEST_READ, Entity

MESSAGES = [
    "Unser Verein in Görlitz braucht 5.000 Euro für ein Repair-Café mit Senioren.",
    "  Dorfladen\tin der Oberlausitz, Förderung bis 3 Mio. Euro?\n",
    "🚌 Bürgerbus für ältere Menschen in Sachsen-Anhalt – IDEE-7K2M9Q",
    "görlitz görlitz görlitz",
    "Menschen mit Behinderungen, Alleinerziehende und Rentner in 02826",
    "u\u0308ber den Kreis Bautzen, zweitausend Euro",
]


@pytest.fixture(scope="module")
def read(library):
    return library.reader.read


def entities(understood) -> set[tuple[str, str]]:
    return {(one.entity, one.value) for one in understood.entities}


@pytest.mark.parametrize("text", MESSAGES)
def test_each_entity_stands_where_it_says(read, text):
    understood = read(text)
    assert understood.text == text and understood.entities
    for one in understood.entities:
        words = text[one.start : one.end]
        assert words and words == words.strip(), one
        if one.entity == "region":
            assert words == one.value
        if one.entity == "vorgangsnummer":
            assert words.upper() == one.value


def test_a_whole_message_is_understood(read):
    understood = read(MESSAGES[0])
    assert entities(understood) >= {
        ("organisationsform", "verein"), ("region", "Görlitz"), ("betrag", "5000"), ("thema", "begegnung"),
        ("thema", "alter"), ("zielgruppe", "aeltere"),
    }  # fmt: skip
    assert understood.lands == {"DE-SN"} and understood.amount_eur == 5_000
    assert understood.topics == ("begegnung", "alter") and understood.organisation_forms == ("verein",)


@pytest.mark.parametrize("text", MESSAGES)
def test_entities_come_in_the_order_of_the_text_and_never_twice(read, text):
    found = read(text).entities
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert len(found) == len(set(found))


def test_entities_may_overlap_and_the_longer_one_comes_first(read):
    text = "Menschen mit Behinderung"
    found = read(text).entities
    assert found[0] == Entity("zielgruppe", "behinderung", 0, len(text))
    assert Entity("thema", "inklusion", text.index("Behinderung"), len(text)) in found


def test_one_word_may_be_two_entities(read):
    assert {one.entity for one in read("Senioren").entities} == {"thema", "zielgruppe"}


@pytest.mark.parametrize(
    ("text", "number"),
    [("Was ist mit IDEE-7K2M9Q?", "IDEE-7K2M9Q"), ("idee-7k2m9q", "IDEE-7K2M9Q"), ("Termin-ABC123", "TERMIN-ABC123")],
)
def test_a_case_number_is_read_in_any_case(read, text, number):
    assert ("vorgangsnummer", number) in entities(read(text))


@pytest.mark.parametrize("text", ["IDEE-7K2M9", "IDEE-7K2M9QX", "XIDEE-7K2M9Q", "IDEE 7K2M9", "AUTO-7K2M9Q"])
def test_what_only_looks_like_a_case_number_is_none(read, text):
    assert not [one for one in read(text).entities if one.entity == "vorgangsnummer"]


@pytest.mark.parametrize(
    "text", ["I D E E - 5 K 3 M 9 Q", "TERMIN-SN4XRT", "Termin-1Mai12", "frage/8uhr30", "IDEE-NRW123"]
)  # „SN“, „NRW“, „5 K“, „1. Mai“
def test_nothing_else_is_read_in_a_case_number(read, text):
    assert {one.entity for one in read(text).entities} == {"vorgangsnummer"}


def test_the_largest_sum_counts(read):
    assert read("Wir haben 500 Euro und brauchen 8k").amount_eur == 8_000
    assert read("Wir haben nichts").amount_eur is None


THURSDAY = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo("Europe/Berlin"))


def test_dates_and_times_of_day_are_counted_from_the_moment_of_writing(read):
    found = entities(read("Geht es nächsten Dienstag nachmittag um halb drei, in Görlitz?", THURSDAY))
    assert found >= {("datum", "2026-12-01"), ("uhrzeit", "14:30"), ("region", "Görlitz")}


def test_without_a_moment_the_clock_counts(library):
    assert library.reader.clock().isoformat() == "2026-11-22T10:00:00+01:00"  # LOTSE_NOW of the tests
    assert ("datum", "2026-11-23") in entities(library.reader.read("Geht es morgen?"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("um 9 Uhr 20 Euro", {("uhrzeit", "09:00"), ("betrag", "20")}),
        ("bis Ende März 5.000 Euro", {("datum", "2026-11-26/2027-03-31"), ("betrag", "5000")}),
        ("am 3. 500 Euro", {("betrag", "500")}),
        ("ab 10 Tsd. Euro", {("betrag", "10000")}),
    ],
)
def test_a_sum_counts_before_a_time(read, text, wanted):
    assert {one for one in entities(read(text, THURSDAY)) if one[0] != "region"} == wanted


def test_a_place_that_is_ruled_out_does_not_count(read):
    understood = read("nicht in Sachsen, sondern in Thüringen")
    assert understood.lands == {"DE-TH"}


def test_a_region_in_two_laender_leaves_both_open(read):
    assert read("in der Lausitz").lands == {"DE-SN", "DE-BB"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "🚌", "\u200b", "a" * 5_000])
def test_a_message_that_says_nothing_has_no_entities(read, text):
    understood = read(text)
    assert understood.entities == () and understood.lands == frozenset() and understood.amount_eur is None


def test_only_the_beginning_of_a_very_long_message_is_read(read):
    early, late = read("in Görlitz " + "x" * 20_000), read("x" * 20_000 + " in Görlitz")
    assert early.lands == {"DE-SN"} and late.lands == frozenset()
    assert len(early.text) == len(late.text) == LONGEST_READ

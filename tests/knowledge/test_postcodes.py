"""Postcodes and the villages of their table: what people write, and which numbers only look alike."""
from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.places import PlaceResolver
from knowledge.places.postcodes import load_postcodes

CONTENT = Path(__file__).parents[2] / "knowledge" / "content"


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver.from_content(CONTENT)


# text, Land, Kreis, place: postcodes, and municipalities that only their table knows
BY_POSTCODE = [
    ("PLZ 02826 Görlitz", "SN", "Landkreis Görlitz", "Görlitz"),
    ("Unsere Postleitzahl ist 18439.", "MV", "Landkreis Vorpommern-Rügen", "Stralsund"),
    ("in 01067", "SN", "Dresden", "Dresden"),
    ("02826", "SN", "Landkreis Görlitz", "Görlitz"),
    ("D-39576 Stendal", "ST", "Landkreis Stendal", "Stendal"),
    ("01844 Neustadt", "SN", "Landkreis Sächsische Schweiz-Osterzgebirge", "Neustadt in Sachsen"),
    ("Frankfurt (15230)", "BB", "Frankfurt (Oder)", "Frankfurt (Oder)"),
    ("22765 Altona", "HH", None, "Hamburg"),
    ("54595 Pittenbach", "RP", None, "Pittenbach"),
    ("in 54595 wohnen wir", "RP", None, None),
    ("PLZ 02826 und 02827", "SN", "Landkreis Görlitz", "Görlitz"),
    ("in Barsbüttel", "SH", None, "Barsbüttel"),
    ("unser Dorf Nebelschütz", "SN", None, "Nebelschütz"),
    ("in Mittenwald", "BY", None, "Mittenwald"),
    ("aus Kelbra", "ST", None, "Kelbra (Kyffhäuser)"),
    ("in Groß Pankow", "BB", None, "Groß Pankow (Prignitz)"),
    ("Weimar (Lahn)", "HE", None, "Weimar (Lahn)"),
    ("Gemeinde Berg in Bayern", "BY", None, "Berg"),
]

NO_POSTCODES = """
50000 Euro | wir brauchen 10115 € | 10115 | in 10115 Fällen | in 12345 Haushalten | 10115 Besucher | Antrag 20457
Telefon 03581 47105 | Tel. 02826/47105 | 030 10115 | 10115-3 | 01067.5 | 2019 bis 2023 | in 99999 | 12.10115 | um 10115
in Wellen | bei Schmitt | Frau Barsbüttel | die Welle in Wissen | in Übersee | in Schillingen zahlen | aus Salzburg | das Kirchdorf
""".replace("\n", "|").split("|")


@pytest.mark.parametrize("text, land, kreis, place", BY_POSTCODE)
def test_a_postcode_or_a_village_is_a_place(resolver, text, land, kreis, place):
    found = resolver.resolve(text)
    assert (found.land, found.kreis, found.place) == (f"DE-{land}", kreis, place)


@pytest.mark.parametrize("text", [one.strip() for one in NO_POSTCODES if one.strip()])
def test_a_number_or_word_that_only_looks_alike_is_left_alone(resolver, text):
    assert resolver.resolve(text).mentions == ()


def test_a_bare_number_is_a_postcode_once_somebody_was_asked_where(resolver):
    assert resolver.resolve("18439").mentions == ()
    (mention,) = resolver.resolve("18439", expected=True).mentions
    assert (mention.start, mention.end, mention.text) == (0, 5, "18439")


def test_a_village_of_several_laender_leaves_the_land_open_until_it_is_named(resolver):
    assert {place.land for place in resolver.resolve("in Hohenstein").candidates} == {"DE-HE", "DE-BW", "DE-TH"}
    assert resolver.resolve("in Hohenstein (Hessen)").land == "DE-HE"


def test_a_postcode_across_a_border_has_a_candidate_in_each_land_until_one_is_named(resolver):
    table = load_postcodes(CONTENT / "postcodes.csv")
    code = next(code for code, reached in table.by_code.items() if len(reached) > 1)
    lands = {one.land for one in table.of(code)}
    assert {place.land for place in resolver.resolve(f"PLZ {code}").candidates} == lands
    assert resolver.resolve(f"PLZ {code} ({resolver.land_name(min(lands))})").land == min(lands)


def test_every_land_has_postcodes_and_their_number_is_that_of_germany():
    table = load_postcodes(CONTENT / "postcodes.csv")
    assert 8_100 < len(table.by_code) < 8_300
    assert len({one.land for reached in table.by_code.values() for one in reached}) == 16


@pytest.mark.parametrize("line", ["1067;SN;Dresden", "01067;SN", "01067;Sachsen;Dresden", "01067;SN;"])
def test_a_line_of_another_form_is_named(tmp_path, line):
    file = tmp_path / "postcodes.csv"
    file.write_text(f"# Kopf\n{line}\n", "utf-8")
    with pytest.raises(ContentError) as error:
        load_postcodes(file)
    assert "Zeile 2" in str(error.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ContentError, match="postcodes.csv"):
        load_postcodes(tmp_path / "postcodes.csv")

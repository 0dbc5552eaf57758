"""Names that several places bear: told apart in the text of a button, and chosen by a short answer."""
from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.places import Place, PlaceResolver
from knowledge.places.choice import choices, chosen, common_name, does_not_matter, is_bare_place, label, open_name, settled
from knowledge.places.gazetteer_file import load_gazetteer

CONTENT = Path(__file__).parents[2] / "knowledge" / "content"
AMBIGUOUS_WORDS = [
    name.word for name in load_gazetteer(CONTENT / "regionen.yml").ambiguous
    if len({one.place.land for one in name.candidates if not one.rare}) > 1 and name.word not in ("Buch", "Harz")
]  # fmt: skip
"""Without „Harz“, which wants an article, and „Buch“, whose place in Berlin is Berlin."""


@pytest.fixture(scope="module")
def places() -> PlaceResolver:
    return PlaceResolver.from_content(CONTENT)


def name_in(text: str, places: PlaceResolver):
    return open_name(places.resolve(text))


@pytest.mark.parametrize("word", AMBIGUOUS_WORDS)
@pytest.mark.parametrize("sentence", ["Geld für einen Dorfladen in {}", "wir sind aus {} und suchen Hilfe, bitte"])
def test_each_place_of_an_ambiguous_name_can_be_made_the_only_one(places, word, sentence):
    text = sentence.format(word)
    name = name_in(text, places)
    assert name is not None
    for place in choices(name):
        wording = settled(text, name, place, places, 300)
        assert wording and places.resolve(wording).candidates == (place,), wording


@pytest.mark.parametrize("text", ["Wer hilft in Buch?", "Wir wohnen im Harz.", "in Hohenstein", "Harzer Dörfer"])
def test_a_name_is_settled_at_least_to_the_land(places, text):
    name = name_in(text, places)
    assert [places.resolve(settled(text, name, place, places, 300)).land for place in choices(name)] == [
        place.land for place in choices(name)
    ]


def test_a_name_far_behind_is_settled_within_the_longest_length(places):
    text = "Wir haben viel vor. " * 30 + "Wer hilft in Frankfurt?"
    name = name_in(text, places)
    for place in choices(name):
        wording = settled(text, name, place, places, 300)
        assert len(wording) == 300 and places.resolve(wording).candidates == (place,)


@pytest.mark.parametrize("text", ["in Görlitz", "in Sachsen und Thüringen", "zwischen Görlitz und Cottbus", "Bürgerbus",
                                  "in Frankfurt an der Oder", "in der Lausitz bei Cottbus", "Frankfurt oder Rotenburg"])  # fmt: skip
def test_what_is_clear_or_names_several_places_is_no_open_name(places, text):
    assert name_in(text, places) is None


def test_choices_begin_with_one_place_of_each_land(places):
    lands = [place.land for place in choices(name_in("in Neustadt", places))]
    assert len(set(lands[: len(set(lands))])) == len(set(lands)) < len(lands)


@pytest.mark.parametrize("text, called, labels", [
    ("in frankfurt", "Frankfurt", ("Frankfurt am Main, Hessen", "Frankfurt (Oder), Brandenburg")),
    ("Rotenburger Vereine", "Rotenburg", ("Rotenburg (Wümme), Niedersachsen", "Rotenburg an der Fulda, Hessen")),
    ("in Rothenburg", "Rothenburg", ("Rothenburg ob der Tauber, Bayern", "Rothenburg/O.L., Sachsen")),
])  # fmt: skip
def test_a_name_and_its_places_are_called_as_in_the_gazetteer(places, text, called, labels):
    name = name_in(text, places)
    assert common_name(name) == called and tuple(label(place, places) for place in choices(name)) == labels


@pytest.mark.parametrize("asked, answer, land", [
    ("Frankfurt", "das an der Oder", "BB"), ("Frankfurt", "Oder", "BB"), ("Frankfurt", "am Main", "HE"),
    ("Frankfurt", "Brandenburg", "BB"), ("Frankfurt", "hessen", "HE"), ("Frankfurt", "das zweite", "BB"),
    ("Frankfurt", "Nummer 1", "HE"), ("Frankfurt", "15230", "BB"), ("Frankfurt", "Ich meine Frankfurt am Main", "HE"),
    ("Frankfurt", "Görlitz", "SN"), ("Neustadt", "das in Sachsen", "SN"), ("Neustadt", "Weinstraße", "RP"),
    ("Neustadt", "Neustadt an der Weinstraße", "RP"), ("Neustadt", "in der Pfalz", "RP"), ("Neustadt", "Bayern", "BY"),
    ("Neustadt", "das bei Coburg", "BY"), ("Neustadt", "01844", "SN"), ("Neustadt", "Holstein bitte", "SH"),
    ("der Lausitz", "auf der sächsischen Seite", "SN"), ("der Lausitz", "bei Cottbus", "BB"),
    ("der Lausitz", "Oberlausitz", "SN"), ("Rotenburg", "Wümme", "NI"), ("Rotenburg", "an der Fulda", "HE"),
])  # fmt: skip
def test_a_short_answer_chooses(places, asked, answer, land):
    assert chosen(answer, name_in(f"in {asked}", places), places).land == f"DE-{land}"


@pytest.mark.parametrize("answer", ["", "egal", "das große", "Wer hilft bei Steuern?", "danke", "9", "das siebte",
                                    "Wie bekomme ich in Brandenburg Geld für einen Spielplatz?"])  # fmt: skip
def test_other_messages_choose_nothing(places, answer):
    assert chosen(answer, name_in("in Frankfurt", places), places) is None


def test_a_land_with_several_of_the_places_is_chosen_as_a_land(places):
    name = name_in("Wer hilft in Neustadt?", places)
    place = chosen("Bayern", name, places)
    assert place == Place("DE-BY", None, None)
    assert places.resolve(settled("Wer hilft in Neustadt?", name, place, places, 300)).land == "DE-BY"


@pytest.mark.parametrize("answer, is_so", [("egal", True), ("ist mir egal", True), ("weiß nicht", True), ("beide", True),
                                           ("Sachsen", False), ("Alle reden davon, aber wer hilft uns wirklich?", False)])  # fmt: skip
def test_who_does_not_care_is_understood(answer, is_so):
    assert does_not_matter(answer) is is_so


@pytest.mark.parametrize("text, is_so", [("Görlitz", True), ("in 01067", True), ("01067", True), ("aus Essen", True),
                                         ("Bürgerbus in Görlitz", False), ("hallo", False), ("", False)])  # fmt: skip
def test_a_bare_place_is_a_place_and_nothing_else(places, text, is_so):
    assert is_bare_place(text, places) is is_so

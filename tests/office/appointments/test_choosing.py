"""Which adviser fits what somebody wishes."""
from __future__ import annotations

import pytest

from knowledge.advisers import read_advisers
from knowledge.schema.adviser import AccessNeed, SessionFormat
from office.appointments.choosing import fitting
from office.appointments.model import SessionWish
from tests.builders import an_adviser
from tests.library import CONTENT

ADVISERS = (
    an_adviser(id="ber-alle", role="Alle", languages=("de", "en")),
    an_adviser(id="ber-geld", role="Geld", topics=("finanzierung",), access=("mehr_zeit", "schriftlich")),
    an_adviser(id="ber-sachsen", role="Sachsen", lands=("DE-SN",), formats=("vor_ort",), place="Markt 1"),
    an_adviser(id="ber-goerlitz", role="Görlitz", kreise=("Landkreis Görlitz",), formats=("besuch",), lengths=(60,)),
    an_adviser(id="ber-geld-sachsen", role="Geld Sachsen", topics=("finanzierung",), lands=("DE-SN",)),
)
MONEY, GOERLITZ = frozenset({"finanzierung"}), "Landkreis Görlitz"


def ids(**wish) -> list[str]:
    return [one.id.removeprefix("ber-") for one in fitting(ADVISERS, SessionWish(**wish))]


@pytest.mark.parametrize("wish, expected", [
    ({}, ["alle"]),
    ({"topics": MONEY}, ["geld", "alle"]),
    ({"topics": frozenset({"kultur"}), "land": "DE-TH"}, ["alle"]),
    ({"land": "DE-SN"}, ["sachsen", "alle"]),
    ({"land": "DE-SN", "kreis": GOERLITZ}, ["goerlitz", "sachsen", "alle"]),
    ({"topics": MONEY, "land": "DE-SN", "kreis": GOERLITZ}, ["geld-sachsen", "geld", "goerlitz", "sachsen", "alle"]),
    ({"topics": frozenset({"kultur"}), "land": "DE-SN", "kreis": GOERLITZ}, ["goerlitz", "sachsen", "alle"]),
    ({"topics": MONEY, "land": "DE-BY"}, ["geld", "alle"]),
])  # fmt: skip
def test_the_topic_goes_before_the_place_and_a_kreis_before_a_land(wish, expected):
    assert ids(**wish) == expected


@pytest.mark.parametrize("wish, expected", [
    ({"format": SessionFormat.VISIT}, ["goerlitz"]), ({"language": "en"}, ["alle"]), ({"language": "tr"}, []),
    ({"minutes": 30}, ["geld-sachsen", "geld", "sachsen", "alle"]), ({"access": frozenset({AccessNeed.WRITTEN})}, ["geld"]),
    ({"access": frozenset({AccessNeed.WRITTEN, AccessNeed.SIGN_LANGUAGE})}, []),
])  # fmt: skip
def test_who_cannot_give_what_is_needed_is_left_out(wish, expected):
    assert ids(topics=MONEY, kreis=GOERLITZ, land="DE-SN", **wish) == expected


def test_who_is_named_has_been_chosen_already():
    assert ids(adviser="ber-sachsen") == ["sachsen"]
    assert ids(adviser="ber-sachsen", format=SessionFormat.PHONE) == [] and ids(adviser="ber-niemand") == []


def test_of_two_for_the_topic_the_nearer_one_goes_first():
    far, land, kreis = ADVISERS[1], ADVISERS[4], an_adviser(id="ber-x", role="X", topics=("finanzierung",), kreise=(GOERLITZ,))
    wish = SessionWish(topics=MONEY, land="DE-SN", kreis=GOERLITZ)
    assert fitting((far, land, kreis), wish) == (kreis, land, far)


@pytest.mark.parametrize("format_, expected", [
    (SessionFormat.PHONE, ["ber-foerderung", "ber-allgemein"]), (SessionFormat.VISIT, ["ber-lausitz-unterwegs"]),
    (None, ["ber-foerderung", "ber-lausitz-unterwegs", "ber-allgemein"]),
])  # fmt: skip
def test_the_advisers_of_this_office_fit_somebody_from_bautzen_who_needs_money(format_, expected):
    wish = SessionWish(topics=MONEY, land="DE-SN", kreis="Landkreis Bautzen", format=format_)
    assert [one.id for one in fitting(read_advisers(CONTENT), wish)] == expected

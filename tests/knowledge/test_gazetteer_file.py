"""A broken list of places: every error names file, record and field."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge.errors import ContentError
from knowledge.places import PlaceResolver


# broken files


def a_gazetteer(**changes) -> dict:
    """The smallest file that loads; `changes` replace whole sections."""
    land = {"iso": "DE-SN", "name": "Sachsen", "adjektive": [], "umgangssprachlich": [], "einwohner": [], "kuerzel": ["SN"]}
    sections = {
        "laender": [land],
        "kreise": [a_kreis()],
        "orte_und_regionen": [a_town()],
        "mehrdeutige_namen": [],
        "kuerzel_frei": [],
        "kuerzel_nur_mit_kreis": [],
        "auch_speisen": [],
        "keine_orte": [],
        "gewoehnliche_woerter": [],
    }
    return {**sections, **changes}


def a_kreis(**changes) -> dict:
    kreis = {"id": "kr-g", "name": "Landkreis Görlitz", "typ": "landkreis", "land": "DE-SN", "aliases": [], "kuerzel": []}
    return {**kreis, **changes}


def a_town(**changes) -> dict:
    town = {"id": "ort-z", "name": "Zittau", "typ": "stadt", "laender": ["DE-SN"], "kreise": ["Landkreis Görlitz"], "aliases": []}
    return {**town, **changes}


def an_ambiguous_name(**candidate) -> dict:
    return {"wort": "Hof", "kandidaten": [{"land": "DE-SN", **candidate}]}


def loaded(tmp_path: Path, content: object) -> PlaceResolver:
    file = tmp_path / "regionen.yml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return PlaceResolver.from_file(file)


def test_a_small_gazetteer_loads(tmp_path):
    assert loaded(tmp_path, a_gazetteer()).resolve("Zittau").kreis == "Landkreis Görlitz"


def test_towns_may_be_listed_by_kreis(tmp_path):
    towns = [{"kreis": "Landkreis Görlitz", "staedte": ["Löbau", "Niesky"]}]
    found = loaded(tmp_path, a_gazetteer(weitere_staedte=towns)).resolve("in Niesky")
    assert (found.land, found.kreis, found.place) == ("DE-SN", "Landkreis Görlitz", "Niesky")


@pytest.mark.parametrize(
    "content, record, field",
    [
        ([], None, None),
        (a_gazetteer(kreise="viele"), None, "kreise"),
        (a_gazetteer(kreise=["Görlitz"]), "kreise, Eintrag 1", None),
        (a_gazetteer(kreise=[a_kreis(name=7)]), "kr-g", "name"),
        (a_gazetteer(kreise=[a_kreis(aliases="Görlitz")]), "kr-g", "aliases"),
        (a_gazetteer(kreise=[a_kreis(aliases=[None])]), "kr-g", "aliases"),
        (a_gazetteer(kreise=[a_kreis(typ="dorf")]), "kr-g", "typ"),
        (a_gazetteer(kreise=[a_kreis(land="DE-XX")]), "kr-g", "land"),
        (a_gazetteer(kreise=[a_kreis(gleichnamige_stadt="kr-nein")]), "kr-g", "gleichnamige_stadt"),
        (a_gazetteer(kreise=[a_kreis(), a_kreis(name="Landkreis Bautzen")]), "kr-g", "id"),
        (a_gazetteer(kreise=[{key: value for key, value in a_kreis().items() if key != "id"}]), "kreise, Eintrag 1", "id"),
        (a_gazetteer(orte_und_regionen=[a_town(laender=["DE-ZZ"])]), "ort-z", "laender"),
        (a_gazetteer(orte_und_regionen=[a_town(kreise=["Landkreis Nirgends"])]), "ort-z", "kreise"),
        (a_gazetteer(orte_und_regionen=[a_town(id="kr-g")]), "kr-g", "id"),
        (a_gazetteer(orte_und_regionen=[a_town(teile=[{"name": "Süd", "land": "DE-BY"}])]), "ort-z, teile 1", "land"),
        (a_gazetteer(weitere_staedte=[{"kreis": "Landkreis Nirgends", "staedte": ["Löbau"]}]), "Landkreis Nirgends", "kreis"),
        (a_gazetteer(weitere_staedte=[{"kreis": "Landkreis Görlitz", "staedte": "Löbau"}]), "Landkreis Görlitz", "staedte"),
        (
            a_gazetteer(weitere_staedte=[{"kreis": "Landkreis Görlitz", "staedte": ["Löbau", "Löbau"]}]),
            "Landkreis Görlitz: Löbau",
            "id",
        ),
        (a_gazetteer(mehrdeutige_namen=[an_ambiguous_name(land="DE-XX")]), "Hof, kandidaten 1", "land"),
        (a_gazetteer(mehrdeutige_namen=[an_ambiguous_name(kreis="Hof")]), "Hof, kandidaten 1", "kreis"),
        (a_gazetteer(mehrdeutige_namen=[an_ambiguous_name()] * 2), "Hof", "wort"),
        (a_gazetteer(mehrdeutige_namen=[{**an_ambiguous_name(), "nur_mit_ortsbezug": "ja"}]), "Hof", "nur_mit_ortsbezug"),
    ],
)
def test_a_broken_file_names_record_and_field(tmp_path, content, record, field):
    with pytest.raises(ContentError) as error:
        loaded(tmp_path, content)
    assert (error.value.file, error.value.record, error.value.field) == ("regionen.yml", record, field)


def test_a_missing_file_is_a_content_error(tmp_path):
    with pytest.raises(ContentError):
        PlaceResolver.from_file(tmp_path / "regionen.yml")

"""`./lotse place`, `search` and `parse` as editors and testers call them: real processes, real data."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from bot.commands.parse import parsed as told
from bot.settings import ROOT
from tests.builders import TODAY
from tests.library import library, library_file  # noqa: F401

TEXTS = [
    "Wir wollen in der Oberlausitz einen Bürgerbus aufbauen, wer gibt uns Geld dafür?",
    "Ich bin in Neustadt.",
    "",
    "5.000 Euro für einen Verein in Görlitz",
    "{kein JSON",
    "🚌",
]
LINES = [TEXTS[0], json.dumps({"text": TEXTS[1]}), "", json.dumps({"q": TEXTS[3], "kind": "x"}), TEXTS[4], TEXTS[5]]


@pytest.fixture(scope="module")
def lotse(library_file, tmp_path_factory):  # noqa: F811
    """Calls ./lotse with a database of its own, from another folder."""
    folder = tmp_path_factory.mktemp("tools")
    shutil.copy(library_file, folder / "lotse.db")

    def lotse(*arguments: str, lines: list[str] | None = None, database: Path | None = None, **more: str):
        address = f"sqlite:///{database or folder / 'lotse.db'}"
        given = {**os.environ, "DATABASE_URL": address, "LOTSE_NOW": "2026-11-22T10:00"}
        told = "".join(f"{line}\n" for line in lines or [])
        return subprocess.run(
            [str(ROOT / "lotse"), *arguments], cwd=folder, env={**given, **more}, input=told, capture_output=True,
            text=True, encoding="utf-8", timeout=240,
        )  # fmt: skip

    return lotse


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The JSON lines of a call that went well and said nothing else."""
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_place_answers_every_line_in_order(lotse):
    answers = objects(lotse("place", lines=LINES))
    assert [answer["q"] for answer in answers] == TEXTS
    for answer in answers:
        assert list(answer) == ["q", "land", "kreis", "place", "candidates"]
        assert all(list(one) == ["land", "kreis", "place"] for one in answer["candidates"])
    assert (answers[0]["land"], answers[0]["kreis"], answers[0]["place"]) == ("DE-SN", None, "Oberlausitz")
    assert answers[1]["land"] is None and len({one["land"] for one in answers[1]["candidates"]}) > 1
    assert (answers[3]["land"], answers[3]["kreis"], answers[3]["place"]) == ("DE-SN", "Landkreis Görlitz", "Görlitz")
    assert answers[2] == {"q": "", "land": None, "kreis": None, "place": None, "candidates": []}


def test_place_reads_a_file_from_where_the_person_stands(lotse, tmp_path):
    (tmp_path / "orte.txt").write_text("in Görlitz\nin Zittau\n", "utf-8")
    answers = objects(lotse("place", str(tmp_path / "orte.txt")))
    assert [answer["place"] for answer in answers] == ["Görlitz", "Zittau"]


@pytest.mark.parametrize("tool", ["place", pytest.param("search", marks=pytest.mark.slow)])
def test_a_missing_file_is_one_german_sentence(lotse, tool):
    done = lotse(tool, "gibt-es-nicht.txt")
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr == "Die Datei gibt-es-nicht.txt lässt sich nicht lesen (No such file or directory).\n"


def test_place_handles_a_thousand_lines_well_under_a_minute(lotse):
    start = time.monotonic()
    answers = objects(lotse("place", lines=[f"{text} {number}" for number in range(200) for text in TEXTS[:2] + TEXTS[3:]]))
    assert len(answers) == 1_000 and time.monotonic() - start < 30
    assert answers[-1]["q"] == "🚌 199"


@pytest.fixture(scope="module")
def searched(lotse) -> list[dict[str, Any]]:
    return objects(lotse("search", "--limit", "4", lines=LINES))


def test_search_answers_every_line_in_order(searched):
    assert [answer["q"] for answer in searched] == TEXTS
    for answer in searched:
        assert list(answer) == ["q", "hits"] and len(answer["hits"]) == (4 if answer["q"] else 0)
        for hit in answer["hits"]:
            assert list(hit) == ["id", "score", "why"]
            assert hit["score"] == pytest.approx(sum(hit["why"].values()))
        assert [hit["score"] for hit in answer["hits"]] == sorted((hit["score"] for hit in answer["hits"]), reverse=True)


def test_search_finds_what_the_assistant_would_find(searched, library):  # noqa: F811
    asked = library.reader.read(TEXTS[0])
    ours = [hit.record.id for hit in library.search.ranking(asked, TODAY, None, 4)]
    assert [hit["id"] for hit in searched[0]["hits"]] == ours


@pytest.mark.slow
def test_search_keeps_to_kind_land_and_limit(lotse, library):  # noqa: F811
    lines = ["Bürgerbus", "Bürgerbus in Bayern"]
    for answer in objects(lotse("search", "--kind", "foerderung", "--land", "DE-SN", "--limit", "25", lines=lines)):
        found = [library.record(hit["id"]) for hit in answer["hits"]]
        assert len(found) == 25 and {record.kind for record in found} == {"foerderung"}
        assert all({"DE-SN", "DE", "EU"} & set(record.regions) for record in found)
        assert [("land" in hit["why"]) for hit in answer["hits"]] == ["DE-SN" in record.lands for record in found]
        assert any("DE-SN" in record.lands for record in found)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--kind", "geld"], "geld"), (["--land", "Sachsen"], "Sachsen"), (["--limit", "0"], "--limit"),
        (["--limit", "viele"], "--limit"),
    ],
)  # fmt: skip
def test_search_refuses_what_it_does_not_know_in_one_sentence(lotse, arguments, words):
    done = lotse("search", *arguments)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and words in done.stderr and "--help" in done.stderr


@pytest.mark.slow
def test_search_on_a_database_that_is_none_is_one_german_sentence(lotse, tmp_path):
    (tmp_path / "brief.db").write_text("Das ist ein Brief und keine Datenbank. " * 50, "utf-8")
    done = lotse("search", lines=["Bürgerbus"], database=tmp_path / "brief.db")
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr == "Die Datenbank (sqlite) antwortet nicht richtig: DatabaseError.\n"


@pytest.mark.slow
def test_search_handles_a_thousand_lines_well_under_a_minute(lotse):
    start = time.monotonic()
    answers = objects(lotse("search", lines=[f"{TEXTS[number % 2 * 3]} {number}" for number in range(1_000)]))
    assert len(answers) == 1_000 and time.monotonic() - start < 50
    assert answers[-1]["q"] == f"{TEXTS[3]} 999"


@pytest.mark.slow
def test_search_fills_an_empty_database_first(lotse, tmp_path):
    (answer,) = objects(lotse("search", "--limit", "1", lines=["Bürgerbus"], database=tmp_path / "neu.db"))
    assert len(answer["hits"]) == 1


def test_words_of_crisis_go_before_what_the_classifier_reads():
    seen = {"intent": {"name": "kontakt", "confidence": 0.9}, "intent_ranking": [{"name": "kontakt", "confidence": 0.9}]}
    answer = told("mein Vater atmet nicht mehr, wen rufe ich an", seen)
    assert (answer["intent"], answer["crisis"], answer["fallback"]) == ("notlage", "LIFE_DANGER", False)
    assert told("wen rufe ich an", seen)["intent"] == "kontakt"


@pytest.mark.slow
class TestParse:
    @pytest.fixture(scope="class")
    def parsed(self, lotse, trained_model) -> list[dict[str, Any]]:
        return objects(lotse("parse", lines=[*LINES, "   /restart Görlitz"]))

    def test_answers_every_line_in_order(self, parsed):
        assert [answer["text"] for answer in parsed] == [*TEXTS, "   /restart Görlitz"]
        for answer in parsed:
            assert list(answer) == [
                "text", "intent", "confidence", "ranking", "entities", "fallback", "second_need", "language", "crisis",
                "idea", "masked",
            ]  # fmt: skip
            assert isinstance(answer["fallback"], bool)

    def test_ranks_three_needs_and_never_its_own_doubt(self, parsed):
        for answer in (one for one in parsed if one["text"]):
            assert len(answer["ranking"]) == 3 and answer["ranking"][0] == [answer["intent"], answer["confidence"]]
            assert "nlu_fallback" not in [name for name, _ in answer["ranking"]]
            confidences = [confidence for _, confidence in answer["ranking"]]
            assert confidences == sorted(confidences, reverse=True) and 0 <= confidences[0] <= 1

    def test_sees_the_need_and_the_particulars(self, parsed):
        assert parsed[0]["intent"] == "foerderung" and parsed[0]["fallback"] is False
        found = {(one["entity"], one["value"]) for one in parsed[3]["entities"]}
        assert {("betrag", "5000"), ("region", "Görlitz"), ("organisationsform", "verein")} <= found

    def test_entities_stand_where_they_say(self, parsed):
        for answer in parsed:
            for one in answer["entities"]:
                assert list(one) == ["entity", "value", "start", "end"]
                if one["entity"] == "region":
                    assert answer["text"][one["start"] : one["end"]] == one["value"]
        assert [one["value"] for one in parsed[-1]["entities"] if one["entity"] == "region"] == ["Görlitz"]

    def test_an_empty_line_is_no_need(self, parsed):
        assert parsed[2] == {
            "text": "", "intent": None, "confidence": 0.0, "ranking": [], "entities": [], "fallback": True,
            "second_need": None, "language": None, "crisis": None, "idea": None, "masked": "",
        }  # fmt: skip

    def test_takes_the_parts_of_a_told_idea_and_masks_who_tells_it(self, lotse, trained_model):
        text = (
            "Hallo, wir sind ein paar Nachbarinnen aus Zittau und möchten, dass bei alleinlebenden alten Leuten jemand "
            "merkt, wenn der Briefkasten nicht geleert wird. Viele Grüße, Petra Lindner"
        )
        (answer,) = objects(lotse("parse", lines=[text]))
        assert answer["intent"] == "idee_einreichen" and answer["idea"]["who"] == "ein paar Nachbarinnen"
        assert answer["idea"]["where"] == ["Zittau"] and "Briefkasten" in answer["idea"]["idea"]
        assert "Lindner" not in answer["masked"] and "Briefkasten" in answer["masked"]

    def test_handles_a_thousand_lines_well_under_a_minute(self, lotse, trained_model):
        start = time.monotonic()
        answers = objects(lotse("parse", lines=[f"{TEXTS[number % 2 * 3]} {number}" for number in range(1_000)]))
        assert len(answers) == 1_000 and time.monotonic() - start < 55

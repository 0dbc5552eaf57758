"""Finding records: what counts, what is left out, and how a search ends."""
from __future__ import annotations

import time
from datetime import date

import pytest

from knowledge.embedding import UseEmbedder
from knowledge.schema import KINDS
from knowledge.schema.event import EventStatus
from knowledge.search import Outcome, Search, has_ended
from knowledge.search.weights import read_weights
from tests.builders import TODAY, a_case, a_contact, a_funding, an_event

PARTS = {"land", "nationwide", "elsewhere", "unasked_land", "topic", "form", "amount", "ended"}
BUS = "Wir wollen in der Oberlausitz einen Bürgerbus aufbauen, wer gibt uns Geld dafür?"


@pytest.fixture(scope="module")
def embedder() -> UseEmbedder:
    return UseEmbedder()


@pytest.fixture
def find(library, embedder):
    """Searches a few records with a question in words."""

    def find(records, question: str, kind: str | None = None, limit: int = 3):
        return Search(records, embedder, embedder).find(library.reader.read(question), TODAY, kind, limit)

    return find


def ids(result) -> list[str]:
    return [hit.record.id for hit in result.hits]


def a_bus(number: int, **changes):
    return a_funding(id=f"foe-bus-{number}", name=f"Bürgerbus {number}", keywords=["Bürgerbus"], **changes)


def test_the_question_of_the_first_day_finds_fitting_records_of_the_right_place(library):
    result = library.ask(BUS, "foerderung", TODAY)
    assert result.outcome is Outcome.FOUND and len(result.hits) == 3
    for hit in result.hits:
        assert {"DE-SN", "DE", "EU"} & set(hit.record.regions), hit.record.id
        assert hit.record.source_url and hit.record.checked_on
    assert any("mobilitaet" in hit.record.topics for hit in result.hits)


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_kind_asked_for_is_found(library, kind):
    asked = library.reader.read("Bürgerbus für ältere Menschen in Sachsen")
    assert {hit.record.kind for hit in library.search.ranking(asked, TODAY, kind, 20)} == {kind}


def test_without_a_kind_all_records_are_ranked(library):
    hits = library.search.ranking(library.reader.read(BUS), TODAY, None, 1000)
    assert {hit.record.id for hit in hits} == {record.id for record in library.search.records}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    "question",
    [BUS, "", "5.000 Euro für einen Verein in Görlitz", "Hürden für Dorfladen", "Dialogreihe 2021", "🚌", "xyzzy" * 40],
)
def test_the_same_question_gives_the_same_ranking_and_the_reasons_sum_up(library, question):
    first = library.search.ranking(library.reader.read(question), TODAY, None, 400)
    again = library.search.ranking(library.reader.read(question), TODAY, None, 400)
    assert [(one.record.id, one.score, one.why) for one in first] == [(one.record.id, one.score, one.why) for one in again]
    for hit in first:
        assert hit.score == pytest.approx(sum(hit.why.values()), abs=1e-9)
        assert {"words", "meaning"} <= set(hit.why) <= {"words", "meaning", *PARTS}


def test_equal_scores_are_ordered_by_id(find):
    records = [a_funding(id=f"foe-{name}") for name in "cab"]
    assert ids(find(records, "Dorfbus für alle")) == ["foe-a", "foe-b", "foe-c"]


def test_records_of_other_laender_stay_out_while_something_fits(find):
    here, everywhere, elsewhere = a_bus(1), a_bus(2, regions=["DE"]), a_bus(3, regions=["DE-BY"])
    result = find([elsewhere, everywhere, here], "Geld für einen Bürgerbus in Sachsen")
    assert result.outcome is Outcome.FOUND and ids(result) == ["foe-bus-1", "foe-bus-2"]


def test_other_laender_come_alone_when_nothing_fits_here(find):
    result = find([a_bus(1, regions=["DE-BY"])], "Geld für einen Bürgerbus in Sachsen")
    assert result.outcome is Outcome.FOUND_OTHER_REGION and ids(result) == ["foe-bus-1"]


def test_a_current_record_elsewhere_is_better_than_an_ended_one_here(find):
    records = [a_bus(1, status="ausgelaufen"), a_bus(2, regions=["DE-BY"])]
    result = find(records, "Geld für einen Bürgerbus in Sachsen")
    assert result.outcome is Outcome.FOUND_OTHER_REGION and ids(result) == ["foe-bus-2"]


def test_a_place_in_two_laender_lets_both_in(find):
    records = [a_bus(1), a_bus(2, regions=["DE-BB"]), a_bus(3, regions=["DE-BY"])]
    assert set(ids(find(records, "Bürgerbus in der Lausitz"))) == {"foe-bus-1", "foe-bus-2"}


def test_cases_help_wherever_they_come_from(find):
    result = find([a_case(name="Bürgerbus am See", regions=["DE-BY"])], "Bürgerbus in Sachsen")
    assert result.outcome is Outcome.FOUND and ids(result) == ["fal-beispiel"]


def test_what_has_ended_is_left_out_while_something_current_fits_as_well(find):
    result = find([a_bus(1, status="ausgelaufen"), a_bus(2)], "Geld für den Bürgerbus auf dem Land")
    assert result.outcome is Outcome.FOUND and ids(result) == ["foe-bus-2"]


def test_what_has_ended_is_shown_when_it_was_asked_for_by_name(find):
    ended = a_funding(id="foe-bus-1", name="Wettbewerb Rollende Dörfer", status="ausgelaufen")
    result = find([ended, a_funding(id="foe-z", name="Fahrdienst auf dem Land")], "Wettbewerb Rollende Dörfer")
    assert result.outcome is not Outcome.NOTHING_FOUND and ids(result)[0] == "foe-bus-1"


@pytest.mark.parametrize("question", ["Gesprächsreihe in Dresden", "Preis für Nachbarschaften", "Dialogreihe 2021"])
def test_the_past_stands_among_the_present_only_if_it_fits_better_than_all_of_it(library, question):
    for kind in ("veranstaltungen", "foerderung"):
        hits = library.ask(question, kind, TODAY).hits
        current = [hit.score for hit in hits if not has_ended(hit.record, TODAY)]
        assert all(hit.score > max(current) for hit in hits if current and has_ended(hit.record, TODAY))


def test_what_has_ended_ranks_lower_than_the_same_while_it_runs(library, embedder):
    search = Search([a_bus(1), a_bus(2, status="ausgelaufen")], embedder, embedder)
    running, ended = search.ranking(library.reader.read("Bürgerbus"), TODAY, None, 2)
    assert ended.record.id == "foe-bus-2" and ended.why["ended"] < 0 and "ended" not in running.why


def test_only_ended_records_are_told_as_such(find):
    result = find([a_bus(1, status="ausgelaufen")], "Bürgerbus in Sachsen")
    assert result.outcome is Outcome.OUTDATED_ONLY and ids(result) == ["foe-bus-1"]
    past = an_event(dates=["2021-10-07"], name="Bustag", keywords=["Bürgerbus"])
    assert past.status_on(TODAY) is EventStatus.PAST
    assert find([past], "Bürgerbus").outcome is Outcome.OUTDATED_ONLY


@pytest.mark.parametrize("question", ["Quantenchromodynamik xyzzy", "Wie wird das Wetter morgen auf dem Mond?"])
def test_nothing_is_found_when_nothing_fits(find, question):
    result = find([a_bus(1, topics=["kultur"], summary="Die Gemeinde zahlt.", facts=["Sie zahlt."])], question)
    assert (result.outcome, result.hits) == (Outcome.NOTHING_FOUND, ())


def test_no_records_find_nothing(library, embedder):
    search = Search([a_contact()], embedder, embedder)
    assert search.find(library.reader.read("Bürgerbus"), TODAY, "foerderung").outcome is Outcome.NOTHING_FOUND


@pytest.mark.parametrize(
    ("question", "part", "records"),
    [
        ("in Sachsen", "land", {"foe-bus-1"}),
        ("Mobilität", "topic", {"foe-bus-1", "foe-bus-2"}),
        ("wir sind ein Verein", "form", {"foe-bus-1"}),
        ("wir brauchen 20.000 Euro", "amount", {"foe-bus-1"}),
        ("wir brauchen 2.000 Euro", "amount", set()),
        ("wir brauchen 500 Euro", "amount", {"foe-bus-1"}),
    ],
)
def test_place_topic_form_and_sum_count_where_they_fit(library, embedder, question, part, records):
    unlimited = a_bus(2, regions=["DE"], eligible=["kommune"], amount_min_eur=None, amount_max_eur=None)
    search = Search([a_bus(1), unlimited], embedder, embedder)
    hits = search.ranking(library.reader.read(question), TODAY, "foerderung", 5)
    assert {hit.record.id for hit in hits if part in hit.why} == records


def test_a_place_that_is_named_twice_counts_once(library):
    once = library.reader.read("Bürgerbus in Görlitz")
    twice = library.reader.read("Bürgerbus in Görlitz, ja, in Görlitz")
    assert twice.lands == once.lands == {"DE-SN"}
    bonus = {hit.why["land"] for hit in library.search.ranking(twice, TODAY, None, 400) if "land" in hit.why}
    assert bonus == {read_weights().land}


def test_the_end_of_a_programme_depends_on_the_day(find, library, embedder):
    search = Search([a_bus(1, open_until="2026-12-31")], embedder, embedder)
    asked = library.reader.read("Bürgerbus")
    assert search.find(asked, date(2026, 12, 31)).outcome is Outcome.FOUND
    assert search.find(asked, date(2027, 1, 1)).outcome is Outcome.OUTDATED_ONLY


@pytest.mark.parametrize("piece", ["", " ", "\n", "ß", "Bürgerbus ", "a b ", "🚌"])
def test_empty_and_very_long_questions_are_quick(library, piece):
    library.ask("warm", "foerderung", TODAY)
    start = time.perf_counter()
    result = library.ask((piece * 20_000)[:20_000], "foerderung", TODAY)
    assert time.perf_counter() - start < 5
    assert result.outcome in set(Outcome)


def test_questions_and_index_must_share_their_embedder(embedder):
    class Other(UseEmbedder):
        name = "another/1"

    with pytest.raises(ValueError, match="another/1"):
        Search([a_bus(1)], embedder, Other())


def test_a_ranking_may_be_kept_to_the_place(library):
    asked = library.reader.read("Geld in Bayern")
    everywhere = library.search.ranking(asked, TODAY, "foerderung", 1000)
    here = library.search.ranking(asked, TODAY, "foerderung", 1000, only_here=True)
    assert len(here) < len(everywhere)
    assert [hit.record.id for hit in here] == [
        hit.record.id for hit in everywhere if {"DE-BY", "DE", "EU"} & set(hit.record.regions)
    ]


def test_the_limit_holds(library):
    asked = library.reader.read("Geld für einen Verein")
    assert len(library.search.find(asked, TODAY, "foerderung", 1).hits) == 1
    assert len(library.search.ranking(asked, TODAY, None, 7)) == 7


def test_a_record_of_another_kind_is_named_if_it_answers_much_better(library):
    asked = library.reader.read("Wie gründen wir einen Verein?")
    found = library.search.find(asked, TODAY, "methoden")
    assert library.search.find_beside(asked, TODAY, "methoden", found).id == "rec-verein-gruenden"
    found = library.search.find(asked, TODAY, "rechtliche_huerden")
    assert library.search.find_beside(asked, TODAY, "rechtliche_huerden", found) is None


def test_nothing_is_named_beside_where_nothing_fits_anywhere(library):
    asked = library.reader.read("Quantenchromodynamik xyzzy")
    found = library.search.find(asked, TODAY, "methoden")
    assert library.search.find_beside(asked, TODAY, "methoden", found) is None

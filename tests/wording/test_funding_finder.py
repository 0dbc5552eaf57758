"""The funding finder in words: reasons, questions with buttons that Rasa reads, lists and ways without a grant."""
from __future__ import annotations

import re

import pytest

from knowledge.funding_finder import FundingWish, Question
from knowledge.funding_reasons import Ground, FundingList, Reason, find_funding, weighed
from knowledge.schema.funding import FundingKind
from knowledge.search import Outcome, SearchResult
from knowledge.without_funding import WAYS, ways_without_funding
from tests.builders import TODAY, a_funding, an_office
from tests.conversations.manners import check_german
from tests.wording.test_replies import read_back
from wording.funding_finder import (
    COMMAND, ENOUGH, SKIP, WITHOUT_MONEY, enough_reply, list_reply, question_reply, without_money_reply,
)  # fmt: skip
from wording.funding_reasons import _NO_GRANT, _FIXED, _SAID, ReasonsInWords

OFFICE = an_office()
LANDS = {"Sachsen": "Sachsen", "Brandenburg": "Brandenburg"}
BUS = FundingWish(words="Bürgerbus in Sachsen", has_purpose=True, where="in Sachsen", lands=("DE-SN",))


@pytest.fixture
def words(library):
    return ReasonsInWords(library.terms, library.reader.places)


@pytest.fixture
def ask(library):
    def ask(question, wish=FundingWish(), **more):
        asked = wish.asked(library.reader)
        return question_reply(question, wish, asked, library.terms, library.reader.places, LANDS, **more)

    return ask


@pytest.fixture
def listed(library):
    def listed(wish, question=None, found=None):
        found = found or find_funding(wish, library.search, library.reader, TODAY)
        places = library.reader.places
        return list_reply(found, wish, question, OFFICE, library.terms, places, LANDS, TODAY)

    return listed


def test_a_card_says_what_fits_and_what_to_mind(library, words):
    record = a_funding(recurrence=["06-30"], own_share_note="Mindestens 20 Prozent.", covers=["personal"])
    wish = FundingWish(words="Bürgerbus in Sachsen", lands=("DE-SN",), where="in Sachsen", forms=("verein",), amount_eur=2_000)
    card = words.card(weighed(record, wish, wish.asked(library.reader), TODAY), TODAY)
    assert card.splitlines() == [
        "Dorfbus für alle",
        "Ein kleiner Bus fährt dort, wo kein anderer fährt. Ehrenamtliche sitzen am Steuer.",
        "Höhe: 1.000 bis 5.000 Euro",
        "Passt: gilt in Sachsen, für Vereine, Thema Mobilität, 2.000 Euro sind möglich, bezahlt Personal, "
        "offen (soweit bekannt).",
        "Beachten: mindestens 20 Prozent Eigenanteil; Frist: 30. Juni 2027.",
        "Quelle: Beispielquelle (Stand Mai 2026, von uns geprüft am 1. November 2026).",
    ]


def test_what_is_unknown_is_said_as_unknown(library, words):
    record = a_funding(
        status="unklar", own_share_note="In der Quelle nicht genannt.", deadline="nicht bekannt", amount_min_eur=None,
        amount_max_eur=None, confidence="niedrig",
    )  # fmt: skip
    wish = FundingWish(words="Bus", amount_eur=5, wants_staff_costs=True)
    card = words.card(weighed(record, wish, wish.asked(library.reader), TODAY), TODAY)
    for part in ("nicht sicher, ob gerade offen", "Höhe nicht bekannt", "nicht bekannt, ob Personal bezahlt wird",
                 "Eigenanteil: In der Quelle nicht genannt", "Frist: nicht bekannt", "nicht ganz sicher"):  # fmt: skip
        assert part in card


def test_every_ground_and_every_kind_that_is_no_grant_has_words_in_good_german(words):
    assert set(_FIXED) | set(_SAID) == set(Ground) and not set(_FIXED) & set(_SAID)
    assert {FundingKind.LOAN, FundingKind.PRIZE, FundingKind.ADVICE} <= set(_NO_GRANT)
    for said in [*_FIXED.values(), *_NO_GRANT.values()]:
        check_german(said)
    told = words.reason(Reason(Ground.FORM_NOT_LISTED, (("einzelperson",), ("verein", "kommune"))))
    assert told == "Einzelpersonen sind nicht genannt, den Antrag stellen Vereine und Kommunen"


def test_a_note_does_not_break_the_line(words):
    told = words.line("Beachten", [Reason(Ground.OWN_SHARE_NOTE, "Ein Teil; je Kreis verschieden"), Reason(Ground.UNCLEAR)], "; ")
    assert told == "Beachten: Eigenanteil: Ein Teil, je Kreis verschieden; nicht sicher, ob gerade offen."


@pytest.mark.parametrize("question", Question)
def test_each_question_is_short_has_buttons_and_can_be_skipped(ask, question):
    reply = ask(question, BUS)
    assert reply.outcome == "ASKED_FOR_MORE" and reply.text.endswith("?") and len(reply.text) < 200
    check_german(reply.text)
    *answers, skip, enough = [read_back(button.payload) for button in reply.buttons]
    assert skip == ("foerderung", {COMMAND: SKIP + question.value}) and enough == ("foerderung", {COMMAND: ENOUGH})
    assert 2 <= len(answers) <= 5 and all(need == "foerderung" and set(told) == {question.value} for need, told in answers)


def test_the_first_question_invites_to_tell_it_all_and_offers_no_end(ask):
    reply = ask(Question.PURPOSE)
    assert reply.text.startswith("Wofür suchen Sie Geld?") and "überspringen" in reply.text
    assert [button.title for button in reply.buttons][-1] == "Überspringen"


def test_what_was_understood_is_said_before_the_next_question(ask):
    assert ask(Question.FORM, BUS).text.startswith("Verstanden: in Sachsen, Mobilität. ")


def test_who_was_not_understood_is_told_so(ask):
    assert ask(Question.PLACE, BUS, not_understood=True).text.startswith("Diesen Ort kenne ich nicht.")


def test_the_buttons_for_legal_forms_and_purposes_are_understood(ask, library):
    forms = [told[Question.FORM.value] for _, told in (read_back(one.payload) for one in ask(Question.FORM).buttons) if COMMAND not in told]
    assert set(forms) <= {term.code.value for term in library.terms.organisation_forms}
    for button in ask(Question.PURPOSE).buttons[:-1]:
        assert library.reader.read(read_back(button.payload)[1][Question.PURPOSE.value]).topics, button


def test_a_list_ends_with_the_open_question_and_its_buttons(listed):
    reply = listed(BUS, Question.FORM)
    titles = [button.title for button in reply.buttons]
    assert reply.outcome == "FOUND" and reply.text.splitlines()[-1].startswith("Damit es genauer passt: Wer stellt")
    assert titles[:3] == [title for title in titles if title.startswith("Mehr zu ")] and titles[-1] == "Ähnliche Projekte ansehen"
    assert {"Verein", "Überspringen", "Das reicht mir"} <= set(titles)


def test_the_last_list_offers_the_filter_and_ways_without_a_grant(listed):
    titles = [button.title for button in listed(BUS).buttons]
    assert {"Nur was Personal und Entwicklungszeit bezahlt", "Ohne Fördergeld starten"} <= set(titles)
    assert "Überspringen" not in titles


def test_the_filter_can_be_taken_back_and_says_when_nothing_is_sure(library, listed):
    wish = FundingWish(words="Dorfladen in Thüringen", has_purpose=True, where="in Thüringen", lands=("DE-TH",), wants_staff_costs=True)
    reply = listed(wish)
    assert "Auch andere Förderungen zeigen" in [button.title for button in reply.buttons]
    if not find_funding(wish, library.search, library.reader, TODAY).surely_pays_staff:
        assert reply.text.startswith("Ob eine dieser Förderungen Personal")


def test_where_nothing_fits_it_is_said(library, listed):
    wish = FundingWish(words="Bus", forms=("hochschule",))
    match = weighed(a_funding(), wish, wish.asked(library.reader), TODAY)
    hit = library.search.ranking(wish.asked(library.reader), TODAY, "foerderung", 1)[0]
    hit = type(hit)(match.record, hit.score, hit.why)
    reply = listed(wish, Question.AMOUNT, FundingList(wish.asked(library.reader), SearchResult(Outcome.FOUND, (hit,)), (match,)))
    assert reply.text.startswith("Ganz passend ist davon keine.")
    assert "Ohne Fördergeld starten" in [button.title for button in reply.buttons]


def test_where_nothing_is_found_there_are_ways_without_a_grant(library, listed):
    wish = FundingWish(words="Zzz", has_purpose=True)
    reply = listed(wish, None, FundingList(wish.asked(library.reader), SearchResult(Outcome.NOTHING_FOUND, ()), ()))
    assert reply.outcome == "NOTHING_FOUND" and OFFICE.phone in reply.text
    assert read_back(reply.buttons[0].payload) == ("foerderung", {COMMAND: WITHOUT_MONEY})


def test_ways_without_a_grant_rest_on_records_that_exist(library):
    records = ways_without_funding(library.search.records)
    assert tuple(record.id for record in records) == WAYS
    reply = without_money_reply(records, OFFICE, TODAY)
    assert reply.records == WAYS and len(reply.links) == len(WAYS) and "keine Rechtsberatung" in reply.text
    assert len(re.findall(r"^Quelle: ", reply.text, re.MULTILINE)) == len(WAYS)
    assert without_money_reply((), OFFICE, TODAY).outcome == "NOTHING_FOUND"


def test_who_has_enough_keeps_the_list_and_may_correct_it():
    reply = enough_reply(BUS)
    check_german(reply.text)
    assert "Ohne Fördergeld starten" in [button.title for button in reply.buttons]

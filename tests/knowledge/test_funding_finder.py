"""What the funding finder takes from messages, keeps and asks next."""
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from knowledge.funding_finder import FundingWish, Question, has_enough, read_told, skips

DORFLADEN = "Wer fördert einen Dorfladen in Sachsen?"


@pytest.fixture
def wish_after(library):
    """The wish after messages that were all searches of their own or changes of one."""

    def wish_after(*messages: str, wish: FundingWish = FundingWish()) -> FundingWish:
        for message in messages:
            told = read_told(message, library.reader)
            is_new = not wish.words or told.purpose and not told.is_only_a_change
            wish = wish.with_told(told, library.reader, is_new_search=is_new)
        return wish

    return wish_after


@pytest.mark.parametrize("text", ["ich suche Geld", "Geld für mein Projekt", "Brauche Finanzierung!!", "Hallo, wo finde ich Geld?",
                                  "Wo bekomme ich Zuschüsse?", "Förderprogramme anzeigen", "Ich brauche Geld für eine Idee."])  # fmt: skip
def test_a_bare_wish_for_money_tells_nothing(library, text):
    assert read_told(text, library.reader).answers == frozenset()


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (DORFLADEN, {Question.PURPOSE, Question.PLACE}),
        ("Was ist LEADER?", {Question.PURPOSE}),
        ("Wir sind eine Initiative in Görlitz und brauchen 5000 Euro", {Question.PLACE, Question.FORM, Question.AMOUNT}),
        ("doch in Thüringen", {Question.PLACE}),
    ],
)
def test_a_message_may_answer_several_questions_at_once(library, text, answers):
    assert read_told(text, library.reader).answers == answers


@pytest.mark.parametrize(
    ("text", "question", "part", "value"),
    [
        ("Essen", Question.PLACE, "lands", ("DE-NW",)),
        ("5000", Question.AMOUNT, "amount_eur", 5_000),
        ("so ca. 2.000", Question.AMOUNT, "amount_eur", 2_000),
        ("5k", Question.AMOUNT, "amount_eur", 5_000),
        ("e.V.", Question.FORM, "forms", ("verein",)),
        ("nur ich", Question.FORM, "forms", ("einzelperson",)),
        ("wir sind ein paar Leute", Question.FORM, "forms", ("initiative",)),
    ],
)
def test_bare_answers_are_read_with_the_question_in_mind(library, text, question, part, value):
    told = read_told(text, library.reader, question)
    assert getattr(told, part) == value and told.rest == ()


@pytest.mark.parametrize("text", ["egal", "Egal.", "weiß nicht", "Weiss nicht", "Keine Ahnung!", "überspringen"])
def test_a_small_closed_list_skips_any_question(text):
    assert all(skips(text, question) for question in Question) and not has_enough(text)


@pytest.mark.parametrize("text", ["Ist mir der Dorfladen egal?", "Suhl", "", "ich weiß nicht, wer dafür zuständig ist"])
def test_what_only_sounds_like_skipping_does_not_skip(text):
    assert not skips(text, Question.PLACE) and not has_enough(text)


def test_everywhere_is_no_place_but_an_answer_to_where():
    assert skips("bundesweit", Question.PLACE) and not skips("bundesweit", Question.FORM)
    assert has_enough("Das reicht mir.")


def test_only_what_is_not_known_is_asked_and_at_most_four_times(wish_after):
    wish, asked = FundingWish(), []
    while wish.open_question is not None:
        asked.append(wish.open_question)
        wish = wish.skip(wish.open_question)
    assert asked == [Question.PURPOSE, Question.PLACE, Question.FORM, Question.AMOUNT]
    assert wish_after(DORFLADEN).open_question is Question.FORM
    assert wish_after("Wir sind ein Verein in Görlitz und suchen Geld").open_question is Question.PURPOSE


def test_the_question_to_the_search_is_what_the_person_wrote(library, wish_after):
    asked = wish_after(DORFLADEN).asked(library.reader)
    assert asked == library.reader.read(DORFLADEN)


def test_a_new_place_replaces_the_old_one_also_in_the_words(library, wish_after):
    asked = wish_after(DORFLADEN, "doch in Thüringen").asked(library.reader)
    assert asked.lands == {"DE-TH"} and "Sachsen" not in asked.text and "Dorfladen" in asked.text
    assert asked.topics == ("nahversorgung",)


def test_a_new_form_and_a_new_sum_replace_the_old_ones(library, wish_after):
    asked = wish_after("Dorfladen, wir sind ein Verein, 5000 Euro", "eher 2000 Euro", "doch als Genossenschaft").asked(library.reader)
    assert asked.organisation_forms == ("genossenschaft",) and asked.amount_eur == 2_000
    assert asked.topics == ("nahversorgung",)


def test_another_purpose_begins_anew_for_the_same_people(wish_after):
    wish = wish_after(DORFLADEN, "Wir sind ein Verein", "nur 500 Euro", "Und wer fördert ein Theater?")
    assert (wish.words, wish.lands, wish.forms) == ("Und wer fördert ein Theater?", ("DE-SN",), ("verein",))
    assert wish.amount_eur is None and wish.open_question is Question.AMOUNT


def test_the_purpose_comes_later_and_the_rest_stays(library, wish_after):
    wish = wish_after("Welche Förderungen gibt es in Leipzig für Vereine?")
    assert wish.words and not wish.has_purpose
    told = read_told("Jugendtreff", library.reader, Question.PURPOSE)
    asked = wish.with_told(told, library.reader).asked(library.reader)
    assert asked.text == "Jugendtreff in Leipzig" and asked.organisation_forms == ("verein",)


def test_a_place_in_several_lands_keeps_all_of_them(library, wish_after):
    assert wish_after("Geld für einen Dorfladen in der Lausitz").asked(library.reader).lands == {"DE-BB", "DE-SN"}


def test_wages_are_heard(wish_after):
    assert wish_after(DORFLADEN, "Werden auch Personalkosten übernommen?").wants_staff_costs
    assert not wish_after(DORFLADEN).wants_staff_costs


def test_what_is_known_survives_the_slot(wish_after):
    wish = replace(wish_after(DORFLADEN, "Verein, 5000 Euro").skip(Question.AMOUNT), was_shown=True)
    assert FundingWish.from_dict(json.loads(json.dumps(wish.to_dict()))) == wish
    assert FundingWish.from_dict(None) == FundingWish()


def test_a_very_long_message_is_not_kept_whole(wish_after):
    assert len(wish_after("Dorfladen " * 200).words) <= 500

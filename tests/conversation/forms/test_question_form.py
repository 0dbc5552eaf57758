"""The form that leaves a question with the office: what it takes over, reads and hands on."""
from __future__ import annotations

import pytest

from conversation.forms import engine
from conversation.forms.model import Outcome, Refusal, Taken
from conversation.forms.question import ASKED, CONSENT, plain_values, read_way
from conversation.forms.replies import reply_to
from office.consent import Consent, Purpose
from tests.conversation.forms.forms_setup import FORMS, NOW, OFFICE, after, said, stored, understood

FORM = FORMS["frage"]
WORDS = "Wer zahlt den Bus in unserem Dorf?"


def begun(*messages: str):
    turn = engine.start(FORM, None, NOW, {ASKED: WORDS})
    for text in messages:
        turn = engine.take(FORM, stored(turn.state), said(text), NOW)
    return turn


def test_known_words_are_held_until_the_consent_then_shown_and_not_asked_again():
    turn = begun()
    assert turn.field == CONSENT and turn.state.values == {} and turn.state.held == {ASKED: WORDS}
    assert WORDS in reply_to(FORM, begun("ja"), OFFICE).text and begun("ja").field == "antwort"


def test_only_the_consent_has_the_link_to_the_page_about_data():
    links = [[one.url for one in reply_to(FORM, begun(*said_), OFFICE).links] for said_ in ((), ("ja",))]
    assert links == [["/datenschutz"], []]


def test_a_refusal_keeps_no_word():
    turn = begun("nein")
    assert turn.outcome is Outcome.DECLINED and WORDS not in str(turn.state.to_dict())


def test_without_known_words_they_are_asked_for():
    assert after(FORM, "ja").field == ASKED


@pytest.mark.parametrize("text, way, reach", [
    ("ada@beispiel.example", "contact", "ada@beispiel.example"),
    ("ruft an: 0351 7654321 oder ada@beispiel.example", "contact", "0351 7654321 ada@beispiel.example"),
    ("ich frage hier mit der Nummer nach", "number", ""), ("Ich brauche keine Antwort", "none", ""), ("das erste", "number", ""),
    ("ich frage hier nach", "number", ""), ("keine Antwort nötig", "none", ""), ("hier im Chat", "number", ""), ("nein", "none", ""),
])  # fmt: skip
def test_the_way_of_the_answer_is_handed_on_plain(text, way, reach):
    turn = begun("ja", text, "ja")
    assert turn.outcome is Outcome.COMPLETED
    plain = plain_values(stored(turn.state).values)
    assert plain["told"] == {"question": WORDS, "answer_by": way} and plain["reach"] == reach
    assert plain["consents"] == (Consent(Purpose.QUESTION, "2026-11c", NOW),)


@pytest.mark.parametrize("text, key", [
    ("per Brieftaube", "no_way_for_answer"), ("7654321", "phone_without_area_code"), ("ada@", "mail_incomplete"), ("ja", "no_way_for_answer"),
])  # fmt: skip
def test_what_is_no_way_is_refused_with_the_remedy(text, key):
    read = read_way(text, understood(text), NOW)
    assert isinstance(read, Refusal) and read.key == key


def test_a_question_is_the_answer_to_the_question_for_it():
    message = said("Wer hat schon einen Spielplatz gebaut?", need="fallbeispiele", confidence=0.99)
    turn = engine.take(FORM, after(FORM, "ja").state, message, NOW)
    assert turn.outcome is Outcome.ACCEPTED and turn.state.values[ASKED] == message.text


def test_a_contact_replaces_a_choice_and_the_other_way_round():
    assert isinstance(read_way("0351 7654321", understood("0351 7654321"), NOW), Taken)
    turn = begun("ja", "das zweite", "ändere die Mailadresse", "ada@beispiel.example", "ja")
    assert plain_values(turn.values)["told"]["answer_by"] == "contact"
    turn = begun("ja", "0351 7654321", "ändere den Kontakt", "ich frage hier mit der Nummer nach", "ja")
    assert plain_values(turn.values) | {"reach": ""} == plain_values(turn.values)

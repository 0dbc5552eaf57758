"""The form of an idea: what one message tells, which questions are worth asking, what the office gets."""
from __future__ import annotations

import pytest

from conversation.forms import engine
from conversation.forms.idea import BOTH, CONSENT, CONTACT, EVALUATION, NAME, idea_form, plain_values, read_consent
from conversation.forms.idea_parts import IDEA, NEEDED, PLACE, PROBLEM, TITLE, WHO, proposed_title, told_answers
from conversation.forms.model import CONFIRM, NO, YES, Outcome, Refusal, Said, Taken
from conversation.forms.replies import reply_to
from knowledge.places import PlaceResolver
from knowledge.reading import open_reader
from knowledge.understanding import Reader, Understanding
from tests.conversation.forms.forms_setup import NOW, OFFICE, pressed, stored
from tests.library import CONTENT

TARGET = (
    "Hallo, wir sind ein paar Nachbarinnen aus Großschönau bei Zittau und möchten, dass bei alleinlebenden alten Leuten "
    "jemand merkt, wenn der Briefkasten nicht geleert wird."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader(CONTENT, "built-in", lambda: NOW)


@pytest.fixture(scope="module")
def places(reader) -> PlaceResolver:
    return reader.places


def heard(text: str, reader: Reader) -> Said:
    return Said(text, reader.read(text), told=told_answers(text, reader))


def talked(reader: Reader, *messages: str, opening: str | None = None):
    """The turn to which `messages` lead; `(…)` is a button."""
    form = idea_form(OFFICE, reader.places)
    turn = engine.start(form, heard(opening, reader) if opening else None, NOW)
    for text in messages:
        said = pressed(f"{NAME}.{text[1:-1]}") if text.startswith("(") else heard(text, reader)
        turn = engine.take(form, stored(turn.state), said, NOW)
    return turn


def test_one_message_and_five_more_hand_in_the_idea_of_the_issue(reader):
    turn = talked(reader, "ja", "Rat", "ada@beispiel.example", "passt so", "absenden", opening=TARGET)
    assert turn.outcome is Outcome.COMPLETED
    plain = plain_values(turn.values)
    assert (plain["land"], plain["kreis"]) == ("DE-SN", "Landkreis Görlitz")
    assert plain["told"]["title"] == "Wenn der Briefkasten nicht geleert wird"
    assert plain["told"]["place"] == "Großschönau bei Zittau"
    assert plain["told"]["organisation"] == "ein paar Nachbarinnen"
    assert plain["told"]["idea"] in TARGET.replace("wir sind", "Wir sind")
    assert plain["reach"] == "ada@beispiel.example" and not plain["may_be_evaluated"]


def test_nothing_counts_before_the_consent_and_a_no_ends_it(reader):
    turn = talked(reader, opening=TARGET)
    assert turn.state.values == {} and turn.state.held[TITLE] and turn.note == "held"
    refused = talked(reader, "nein", opening=TARGET)
    assert refused.outcome is Outcome.DECLINED and not refused.state.held and not refused.state.values


def test_at_most_two_questions_are_asked_beside_the_telling(reader):
    turn = talked(reader, "ja", "Wir wollen einen Bürgerbus gründen", "überspringen", "überspringen")
    assert turn.outcome is Outcome.CONFIRM and turn.state.put == (IDEA, PLACE, NEEDED)
    assert set(turn.state.values) == {CONSENT, EVALUATION, IDEA, TITLE}


def test_what_was_told_is_not_asked_for(reader):
    text = "Wir sind ein Heimatverein aus Görlitz. Wir möchten einen Dorfladen eröffnen. Dafür brauchen wir Geld und einen Raum."
    turn = talked(reader, "ja", opening=text)
    assert turn.asks == CONTACT and turn.state.values[NEEDED] == "Geld, Räume" and turn.state.values[WHO] == "ein Heimatverein"


def test_a_problem_alone_is_enough(reader):
    turn = talked(reader, "ja", "Bei uns in Riesa fehlt ein Ort, wo man sich einfach so trifft.")
    assert turn.state.values[PROBLEM] and turn.asks != IDEA


def test_without_problem_and_idea_it_does_not_go_on(reader):
    assert talked(reader, "ja", "überspringen").outcome is Outcome.CANNOT_SKIP


@pytest.mark.parametrize("answer, kreis", [
    ("Neustadt in Sachsen", "Landkreis Sächsische Schweiz-Osterzgebirge"), ("das in Sachsen", "Landkreis Sächsische Schweiz-Osterzgebirge"),
    ("(ort.ort2)", "Landkreis Sächsische Schweiz-Osterzgebirge"), ("egal", None), ("überspringen", None), ("(ort.!skip)", None),
])  # fmt: skip
def test_an_ambiguous_place_is_asked_about_once(reader, answer, kreis):
    asked = talked(reader, "ja", opening="Wir wollen in Neustadt einen Bürgerbus starten.")
    assert asked.asks == PLACE
    reply = reply_to(idea_form(OFFICE, reader.places), asked, OFFICE)
    assert "Welches Neustadt meinen Sie?" in reply.text and "Neustadt in Sachsen" in [one.title for one in reply.buttons]
    turn = talked(reader, "ja", answer, opening="Wir wollen in Neustadt einen Bürgerbus starten.")
    assert turn.state.values[PLACE]["kreis"] == kreis and turn.asks == NEEDED


@pytest.mark.parametrize("text, choice", [
    ("ja", YES), ("Ja, ich stimme zu", YES), ("Ja, mit Auswertung", BOTH), ("Ja, ohne Auswertung", YES), ("nein", NO),
    ("ja, beides", BOTH), ("ja, Sie dürfen auch auswerten", BOTH), ("ja, aber nicht auswerten", YES), ("Nein, lieber nicht", NO),
    ("nein, keine Auswertung", NO), ("Was heißt auswerten?", None), ("vielleicht", None),
])  # fmt: skip
def test_the_consent_has_two_choices_and_a_plain_yes_allows_no_evaluation(text, choice):
    read = read_consent(text, Understanding(text), NOW)
    assert read == Taken(choice) if choice else isinstance(read, Refusal)


def test_who_finds_all_right_is_asked_once_before_it_is_sent(reader):
    asked = talked(reader, "ja", "Geld", "keine", "passt so", opening=TARGET)
    assert asked.outcome is Outcome.ASKED_TO_SEND and asked.asks == CONFIRM
    assert talked(reader, "ja", "Geld", "keine", "passt so", "nein", opening=TARGET).outcome is Outcome.CHANGING
    assert talked(reader, "ja", "Geld", "keine", "passt so", "ja", opening=TARGET).outcome is Outcome.COMPLETED
    assert talked(reader, "ja", "Geld", "keine", "ja, absenden", opening=TARGET).outcome is Outcome.COMPLETED
    assert talked(reader, "ja", "Geld", "keine", "(confirm.ja)", opening=TARGET).outcome is Outcome.COMPLETED


def test_the_summary_names_what_is_open_and_offers_all_parts_for_change(reader):
    form = idea_form(OFFICE, reader.places)
    turn = talked(reader, "ja", "Geld", "keine", opening=TARGET)
    text = reply_to(form, turn, OFFICE).text
    assert "Offen: Problem, Stand, Name und Kontakt. Das darf so bleiben." in text
    titles = [one.title for one in reply_to(form, talked(reader, "ja", "Geld", "keine", "nein", opening=TARGET), OFFICE).buttons]
    assert {"Titel", "Problem", "Für wen", "Stand", "Name", "Kontakt", "Auswertung"} <= set(titles)


def test_a_text_that_is_too_long_is_kept_and_said(reader):
    long = "Wir wollen einen Dorfladen gründen. " * 200
    turn = talked(reader, "ja", opening=long)
    assert turn.asks == IDEA and turn.state.kept[IDEA].startswith("Wir wollen einen Dorfladen")
    reply = reply_to(idea_form(OFFICE, reader.places), turn, OFFICE)
    assert "hier passen 4000 hinein" in reply.text and "Den Anfang übernehmen" in [one.title for one in reply.buttons]
    assert len(talked(reader, "ja", "(idee.!shorten)", opening=long).state.values[IDEA]) <= 4000


def test_what_was_kept_before_the_consent_goes_when_the_form_rests(reader):
    long = "Wir wollen einen Dorfladen gründen. " * 200
    assert talked(reader, "später", opening=long).state.kept == {}


@pytest.mark.parametrize("idea, title", [
    ("einen Dorfladen eröffnen, der auch Kaffee ausschenkt", "Dorfladen eröffnen"), ("ein Kochbus, der fährt", "Kochbus"),
    ("dass bei alten Leuten jemand merkt, wenn der Briefkasten voll ist", "Wenn der Briefkasten voll ist"),
    ("einen Coworking-Raum vor, in dem gearbeitet wird", "Coworking-Raum"), ("dass jemand hilft", ""), ("", ""),
])  # fmt: skip
def test_the_title_is_a_stretch_of_the_persons_own_words(idea, title):
    assert proposed_title(idea) == title


def test_no_told_answer_holds_a_word_that_was_not_said(reader):
    import yaml

    from wording.idea_form import NEEDS

    told = yaml.safe_load((CONTENT.parents[1] / "tests" / "knowledge" / "told_ideas.yml").read_text("utf-8"))
    own = {"idea", "planned", "started", "running"}
    for text in (one["text"] for group in told.values() for one in group):
        for key, value in told_answers(text, reader).items():
            shown = value["text"] if isinstance(value, dict) else value
            pieces = [one for one in shown.split(", ") if one not in NEEDS.values()] if key == NEEDED else shown.split(", ")
            assert all(piece.lower() in text.lower() or piece in own for piece in pieces), (key, shown)

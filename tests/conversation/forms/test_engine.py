"""The engine: every command in every state, repeats, long texts, old buttons, another day, a form that has changed."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from conversation.commands import CommandKind
from conversation.forms import engine
from conversation.forms.model import CONFIRM, Choice, Field, Form, Outcome
from conversation.forms.readers import choice_reader, own_words_reader
from conversation.forms.replies import reply_to, resume_button
from conversation.forms.state import FormState, StateUnreadable
from tests.conversation.forms.forms_setup import (
    ANSWERS, FORMS, NOW, OFFICE, after, an_idea_form, at_question, pressed, said, stored,
)  # fmt: skip
from wording.form_buttons import ENTITY, INTENT, read_pressed
from wording.form_refusals import refusal_in_words

SPOKEN = {
    CommandKind.BACK: "zurück", CommandKind.SKIP: "überspringen", CommandKind.CANCEL: "abbrechen",
    CommandKind.LATER: "später weitermachen", CommandKind.RESUME: "weitermachen", CommandKind.NEXT: "weiter",
    CommandKind.SHOW_ALL: "zeig mir alles", CommandKind.CHANGE: "ändern", CommandKind.RESTART: "neu anfangen",
    CommandKind.HELP: "was bedeutet das", CommandKind.STOP: "stopp", CommandKind.DELETE: "löschen",
    CommandKind.CHOOSE: "das zweite", CommandKind.MORE: "mehr",
    CommandKind.DETAILS: "mehr dazu", CommandKind.FURTHER: "weitere",
    CommandKind.PLAIN: "einfach bitte", CommandKind.NORMAL: "wieder normal",
}  # fmt: skip
QUESTIONS = [(name, key) for name, form in FORMS.items() for key in (*(one.key for one in form.fields), CONFIRM)]
STATES = ["asked", "resting", "cancel", "restart", "change", "ended"]
EXPECTED = {
    CommandKind.BACK: {Outcome.WENT_BACK}, CommandKind.SKIP: {Outcome.SKIPPED, Outcome.CANNOT_SKIP, Outcome.CONFIRM},
    CommandKind.CANCEL: {Outcome.ASKED_IF_SURE, Outcome.CANCELLED}, CommandKind.LATER: {Outcome.PAUSED},
    CommandKind.RESUME: {Outcome.RESUMED}, CommandKind.NEXT: {Outcome.SKIPPED, Outcome.CANNOT_SKIP, Outcome.CONFIRM},
    CommandKind.SHOW_ALL: {Outcome.SHOWN, Outcome.CONFIRM}, CommandKind.CHANGE: {Outcome.CHANGING, Outcome.ASKED},
    CommandKind.RESTART: {Outcome.ASKED_IF_SURE, Outcome.STARTED}, CommandKind.HELP: {Outcome.HELPED},
    CommandKind.STOP: {Outcome.PAUSED}, CommandKind.DELETE: {Outcome.ASKED_IF_SURE, Outcome.CANCELLED},
    CommandKind.CHOOSE: {Outcome.NOT_AN_ANSWER, Outcome.ACCEPTED, Outcome.DECLINED, Outcome.CONFIRM},
    CommandKind.MORE: {Outcome.NOT_AN_ANSWER}, CommandKind.DETAILS: {Outcome.NOT_AN_ANSWER},
    CommandKind.FURTHER: {Outcome.NOT_AN_ANSWER}, CommandKind.PLAIN: {Outcome.NOT_AN_ANSWER},
    CommandKind.NORMAL: {Outcome.NOT_AN_ANSWER},
}  # fmt: skip


def test_every_command_is_tried():
    assert set(SPOKEN) == set(EXPECTED) == set(CommandKind)


@pytest.mark.parametrize("kind", CommandKind, ids=lambda one: one.value)
@pytest.mark.parametrize("form, key", QUESTIONS)
def test_every_command_at_every_question(form, key, kind):
    form = FORMS[form]
    before = at_question(form, key)
    turn = engine.take(form, before, said(SPOKEN[kind]), NOW)
    assert turn.outcome in EXPECTED[kind]
    if turn.outcome not in (Outcome.CANCELLED, Outcome.STARTED, Outcome.DECLINED):
        assert dict(turn.state.values) == {**turn.state.values, **before.values}
    if turn.asks:
        assert reply_to(form, turn, OFFICE).text


@pytest.mark.parametrize("kind", CommandKind, ids=lambda one: one.value)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", FORMS)
def test_every_command_in_every_state(name, state, kind):
    form = FORMS[name]
    last = form.fields[-1].key
    before = at_question(form, last)
    before = {
        "asked": before,
        "resting": replace(before, resting="later"),
        "ended": replace(before, has_ended=True, asked=None),
    }.get(state) or replace(before, pending=state)
    turn = engine.take(form, stored(before), said(SPOKEN[kind]), NOW)
    told = (state, kind)
    if state == "ended":
        assert turn.outcome is Outcome.NOT_MINE
    elif state == "resting" and kind in (CommandKind.RESUME, CommandKind.NEXT):
        assert turn.outcome is Outcome.RESUMED and turn.asks == last
    elif state == "resting" and kind not in (
        CommandKind.CANCEL, CommandKind.DELETE, CommandKind.RESTART, CommandKind.SHOW_ALL,
    ):  # fmt: skip
        assert turn.outcome is Outcome.NOT_MINE and turn.state.resting
    elif told in (("cancel", CommandKind.CANCEL), ("cancel", CommandKind.DELETE), ("cancel", CommandKind.STOP)):
        assert turn.outcome is Outcome.CANCELLED
    elif state in ("cancel", "restart") and kind is CommandKind.RESTART:
        assert turn.outcome is Outcome.STARTED
    elif kind is CommandKind.CHOOSE and form.fields[-1].choices and state != "change":
        assert dict(turn.state.values) == {**before.values, last: form.fields[-1].choices[1].key}
    else:
        assert dict(turn.state.values) == dict(before.values)
    reply = reply_to(form, turn, OFFICE)
    assert reply is None or reply.text


@pytest.mark.parametrize("name", FORMS)
def test_the_same_message_twice_changes_nothing(name):
    form = FORMS[name]
    turn = engine.start(form, said("Hallo", message_id="m0"), NOW)
    again = engine.take(form, stored(turn.state), said("Hallo", message_id="m0"), NOW)
    assert again.is_repeat and again.outcome is Outcome.STARTED
    for number in range(1, 9):
        if turn.state.has_ended:
            break
        message = said(ANSWERS[turn.state.asked], message_id=f"m{number}")
        turn = engine.take(form, turn.state, message, NOW)
        again = engine.take(form, stored(turn.state), message, NOW)
        assert replace(again, is_repeat=False) == replace(turn, state=again.state)
        assert stored(again.state) == stored(turn.state)
        assert reply_to(form, again, OFFICE) == reply_to(form, turn, OFFICE)
    assert turn.outcome is Outcome.COMPLETED and again.values == turn.values and again.is_repeat


def test_a_button_pressed_twice_does_not_answer_the_next_question():
    form = FORMS["rueckruf"]
    turn = after(form, "(rueckruf.einwilligung.ja)", "(rueckruf.einwilligung.ja)")
    assert (turn.outcome, turn.asks) == (Outcome.ASKED, "name")
    turn = engine.take(form, at_question(form, "thema"), pressed("rueckruf.thema.!skip"), NOW)
    assert turn.asks == CONFIRM
    again = engine.take(form, turn.state, pressed("rueckruf.thema.!skip"), NOW)
    assert again.asks == CONFIRM and again.outcome is Outcome.CONFIRM
    done = engine.take(form, again.state, pressed("rueckruf.confirm.ja"), NOW)
    assert done.outcome is Outcome.COMPLETED
    assert engine.take(form, done.state, pressed("rueckruf.confirm.ja"), NOW).outcome is Outcome.NOT_MINE


@pytest.mark.parametrize("what", ["", "x", "rueckruf.x.y", "rueckruf..!resume", "rueckruf..!surely", "rueckruf.confirm.ja", "rueckruf.thema.!shorten",
                                  "rueckruf.name.!change", "rueckruf.einwilligung.vielleicht", "rueckruf.confirm.!skip", "a.b.c.d", "rueckruf.name.!nonsense"])  # fmt: skip
@pytest.mark.parametrize("key", ["einwilligung", "name", "thema"])
def test_old_and_strange_buttons_do_no_harm(what, key):
    form = FORMS["rueckruf"]
    before = at_question(form, key)
    turn = engine.take(form, before, pressed(what), NOW)
    assert dict(turn.state.values) == dict(before.values) and not turn.state.has_ended


def test_every_button_that_is_offered_is_understood():
    form = FORMS["idee"]
    for key in (*(one.key for one in form.fields), CONFIRM):
        for spoken in ("was bedeutet das", "abbrechen", "ändern", "später"):
            turn = engine.take(form, at_question(form, key), said(spoken), NOW)
            reply = reply_to(form, turn, OFFICE)
            for button in reply.buttons:
                assert button.payload.startswith(f'/{INTENT}{{"{ENTITY}":"idee.')
                told = button.payload.split('":"')[1].removesuffix('"}')
                assert read_pressed(told) is not None
                assert engine.take(form, turn.state, pressed(told), NOW).outcome is not Outcome.NOT_MINE
    assert read_pressed("idee..!resume").verb == "resume" and resume_button(form).title == "Weitermachen: Ideen-Formular"


def test_a_text_that_is_too_long_is_kept_and_can_be_shortened():
    form = an_idea_form()
    text = "Ein Bus für unser Dorf. " * 6 + "Und noch etwas."
    turn = after(form, text)
    assert turn.outcome is Outcome.INVALID and turn.refusal.about == {"limit": 120, "length": 159, "over": 39}
    assert turn.state.kept == {"idee": text} and "39 zu viel" in reply_to(form, turn, OFFICE).text
    shortened = engine.take(form, stored(turn.state), pressed("idee.idee.!shorten"), NOW)
    assert shortened.state.values["idee"] == ("Ein Bus für unser Dorf. " * 5).strip()
    own = engine.take(form, turn.state, said("Ein Bus"), NOW)
    assert own.state.values["idee"] == "Ein Bus" and own.state.kept == {}
    one_word = engine.take(form, after(form, "x" * 200).state, pressed("idee.idee.!shorten"), NOW)
    assert one_word.state.values["idee"] == "x" * 120


def test_a_question_in_the_middle_is_followed_by_the_open_question_once():
    form = FORMS["rueckruf"]
    turn = engine.take(form, at_question(form, "kontakt"), said("Gibt es Geld für Busse?", need="foerderung", confidence=0.9), NOW)
    assert turn.outcome is Outcome.NOT_AN_ANSWER and reply_to(form, turn, OFFICE) is None
    again = engine.ask_again(form, turn.state)
    assert again.asks == "kontakt" and reply_to(form, again, OFFICE).text.count(form.field("kontakt").question) == 1
    assert engine.ask_again(form, replace(turn.state, resting="human")).outcome is Outcome.NOT_MINE


def test_a_question_behind_an_answer_is_handed_on():
    turn = engine.take(FORMS["rueckruf"], at_question(FORMS["rueckruf"], "kontakt"), said("0171 5556677. Was kostet das?"), NOW)
    assert turn.accepted == ("kontakt",) and turn.question == "Was kostet das?"


def test_what_was_answered_elsewhere_lets_the_form_rest():
    form = FORMS["rueckruf"]
    turn = engine.leave(after(form, opening="Rückruf unter 0171 5556677 bitte").state, "crisis", NOW)
    assert turn.outcome is Outcome.LEFT and turn.state.held == {} and reply_to(form, turn, OFFICE) is None
    assert engine.leave(turn.state, "crisis", NOW).outcome is Outcome.NOT_MINE
    assert engine.resume(form, turn.state, NOW).asks == "einwilligung"
    ended = after(form, "abbrechen").state
    assert engine.leave(ended, "crisis", NOW).outcome is engine.resume(form, ended, NOW).outcome is Outcome.NOT_MINE


def test_another_day_it_goes_on_where_it_was():
    form = FORMS["rueckruf"]
    before = at_question(form, "zeit")
    tomorrow = NOW + timedelta(days=1)
    turn = engine.resume(form, stored(before), tomorrow)
    assert (turn.outcome, turn.asks) == (Outcome.RESUMED, "zeit") and turn.state.values == before.values
    assert turn.state.started_at == NOW and turn.state.updated_at == tomorrow


def test_a_draft_of_an_older_form_keeps_what_still_fits():
    form = FORMS["idee"]
    draft = stored(at_question(form, "name"))
    newer = replace(form, version=2, fields=tuple(one for one in form.fields if one.key not in ("stand", "name")))
    turn = engine.take(newer, draft, said("weiter"), NOW)
    assert turn.state.form_version == 2 and set(turn.state.values) == {"idee", "titel"}
    assert draft.fitted(newer).asked == "kontakt"


@pytest.mark.parametrize("plain", [{}, {"schema": 99}, {"schema": 1}, {"schema": 1, "form": "x", "more": 1}, []])
def test_an_unreadable_state_is_said_to_be_one(plain):
    with pytest.raises(StateUnreadable):
        FormState.from_dict(plain)


def test_a_form_without_a_last_step_is_done_with_its_last_answer():
    form = replace(an_idea_form(), asks_to_confirm=False)
    turn = after(form, "Ein Bus", "2", "Dorfbus", "Petra", "überspringen")
    assert turn.outcome is Outcome.COMPLETED
    assert turn.values == {"idee": "Ein Bus", "stand": "geplant", "titel": "Dorfbus", "name": "Petra"}


def _field(key: str, **more) -> Field:
    return Field(key, key, f"{key}?", "", read=own_words_reader(), **more)


@pytest.mark.parametrize("changes", [
    {"fields": (_field("a"), _field("a"))}, {"fields": (_field(CONFIRM),)}, {"fields": (_field("a.b"),)},
    {"fields": (_field("a"), _field("b")), "consent": "c"},
    {"fields": (_field("a", choices=(Choice("x.y", "X"),)),)}, {"fields": (_field("a", choices=(Choice("!skip", "X"),)),)},
])  # fmt: skip
def test_a_form_that_cannot_work_is_an_error(changes):
    with pytest.raises(ValueError):
        Form(**{"name": "f", "title": "F", **changes})


def test_after_two_answers_in_vain_other_ways_are_named():
    form = FORMS["rueckruf"]
    first = engine.take(form, at_question(form, "kontakt"), said("weiß der Himmel"), NOW)
    second = engine.take(form, first.state, said("irgendwo"), NOW)
    texts = [reply_to(form, turn, OFFICE).text for turn in (first, second)]
    assert ["einem Menschen" in text for text in texts] == [False, True]


def test_a_sensitive_answer_is_repeated_only_in_the_summary():
    form = FORMS["rueckruf"]
    noted = reply_to(form, after(form, "ja", "Petra Lustig", "0171 5556677"), OFFICE).text
    assert "0171" not in noted and "Notiert: Telefon oder E-Mail." in noted
    assert "0171 5556677" in reply_to(form, after(form, "ja", "Petra Lustig", "0171 5556677", "zeig mir alles"), OFFICE).text


def test_every_refusal_has_a_sentence():
    choices = choice_reader((Choice("a", "Ein Apfel"), Choice("b", "Eine Birne")))
    assert refusal_in_words("no_choice", choices("nichts davon", said("x").understanding, NOW).about) == (
        "Bitte wählen Sie eines davon: Ein Apfel oder Eine Birne."
    )

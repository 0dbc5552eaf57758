"""The form for a session in the engine: what is kept before the consent, and what only with it."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from conversation.forms import engine
from conversation.forms.appointment import (
    ACCESS, CONSENT, CONTACT, FORMAT, PLACE, SLOT, TOPIC, WHO, Looked, appointment_form, plain_values, session_wish,
)  # fmt: skip
from conversation.forms.model import CONFIRM, Form, FormTurn, Outcome
from conversation.forms.replies import reply_to
from conversation.forms.slot_choice import key_of
from conversation.forms.state import FormState
from knowledge.places import PlaceResolver
from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.times.wish import TimeWish
from knowledge.understanding import Understanding
from office.appointments.model import Slot
from tests.conversation.forms.forms_setup import NOW, OFFICE, pressed, said, stored
from tests.library import CONTENT

PLACES = PlaceResolver.from_content(CONTENT)
SLOTS = tuple(Slot(datetime(2026, 12, 1, hour, tzinfo=timezone.utc), 30, "ber-foerderung") for hour in (8, 9))
PHONE_AND_VIDEO = (SessionFormat.PHONE, SessionFormat.VIDEO)
TOLD = {WHO: "Petra Lustig", CONTACT: {"phone": "0171 5556677"}}


@pytest.fixture(scope="module")
def form() -> Form:
    return appointment_form(OFFICE, PLACES, Looked(SLOTS, formats=PHONE_AND_VIDEO))


def walked(form: Form, *messages: str, state: FormState | None = None) -> FormTurn:
    turn = engine.start(form, said("Beratungstermin zu Zuschüssen"), NOW) if state is None else None
    for text in messages:
        message = pressed(text[1:-1]) if text.startswith("(") else said(text)
        turn = engine.take(form, stored(turn.state if turn else state), message, NOW)
    return turn


def at_the_consent(form: Form) -> FormTurn:
    return walked(form, "überspringen", "der erste", "am Telefon", "Petra Lustig, 0171 5556677")


def test_a_time_is_kept_at_once_and_what_leads_to_a_person_is_only_held(form):
    turn = at_the_consent(form)
    assert turn.asks == CONSENT and turn.note == "held"
    assert turn.state.values == {TOPIC: "Zuschüssen", SLOT: key_of(SLOTS[0]), FORMAT: "telefon"}
    assert {key: turn.state.held[key] for key in TOLD} == TOLD
    reply = reply_to(form, turn, OFFICE)
    assert "übernehme ich erst, wenn Sie zustimmen" in reply.text
    assert "5556677" not in reply.text and "Lustig" not in reply.text


def test_with_the_consent_what_was_held_counts(form):
    turn = walked(form, "ja", state=at_the_consent(form).state)
    assert turn.asks == CONFIRM and turn.state.held == {} and TOLD.items() <= dict(turn.state.values).items()
    assert turn.state.values[CONSENT] == {"version": form.consent_version, "at": NOW.isoformat(), "answer": "ja"}
    done = walked(form, "ja", state=turn.state)
    assert done.outcome is Outcome.COMPLETED
    plain = plain_values(done.values)
    assert (plain["told"]["name"], plain["reach"], plain["format"]) == ("Petra Lustig", "0171 5556677", SessionFormat.PHONE)


@pytest.mark.parametrize("says", ["nein", "ich stimme nicht zu", f"(termin.{CONSENT}.nein)"])
def test_a_no_is_asked_back_once_and_then_nothing_stays(form, says):
    turn = walked(form, says, state=at_the_consent(form).state)
    assert turn.outcome is Outcome.ASKED_IF_SURE
    again = walked(form, "nein", state=turn.state)
    assert again.asks == CONSENT and TOLD.items() <= dict(again.state.held).items()
    over = walked(form, "ja", state=turn.state)
    assert over.outcome is Outcome.CANCELLED and over.state.known == {} and over.state.has_ended


@pytest.mark.parametrize("says, rests", [
    ("pause", Outcome.PAUSED), ("ich will nicht mehr leben", Outcome.LEFT), ("Tschüss, bis bald", Outcome.PAUSED),
])  # fmt: skip
def test_a_rest_drops_what_was_held_and_asks_for_it_again(form, says, rests):
    before = at_the_consent(form).state
    turn = engine.take(form, before, said(says, need="abschied" if "bald" in says else "", confidence=0.95), NOW)
    assert turn.outcome is rests and turn.state.held == {} and turn.state.values == before.values
    awake = engine.resume(form, stored(turn.state), NOW)
    assert awake.asks == WHO and awake.state.held == {}
    by_button = engine.take(form, stored(turn.state), pressed("termin..!resume"), NOW)
    assert by_button.asks == WHO
    again = walked(form, "Petra Lustig, 0171 5556677", "ja", state=awake.state)
    assert again.asks == CONFIRM and TOLD.items() <= dict(again.state.values).items()


def test_after_the_consent_a_rest_drops_nothing(form):
    agreed = walked(form, "ja", state=at_the_consent(form).state).state
    resting = walked(form, "pause", state=agreed).state
    assert TOLD.items() <= dict(resting.values).items()
    assert engine.resume(form, resting, NOW).asks == CONFIRM


def test_the_consent_is_never_skipped_nor_given_by_sending(form):
    state = at_the_consent(form).state
    assert walked(form, "überspringen", state=state).outcome is Outcome.CANNOT_SKIP
    for says in ("absenden", "Ja, aber was kostet das?", "vielleicht"):
        turn = walked(form, says, state=state)
        assert turn.state.asked == CONSENT and CONSENT not in turn.state.values


def test_what_is_told_early_is_held_too_and_not_asked_again(form):
    turn = walked(form, "überspringen", "der erste, ich heiße Petra Lustig, 0171 5556677", "am Telefon")
    assert turn.asks == CONSENT and TOLD.items() <= dict(turn.state.held).items()


@pytest.mark.parametrize("says", ["absenden", "bitte abschicken", "ja absenden"])
def test_to_send_is_no_name(form, says):
    turn = walked(form, "überspringen", "der erste", "am Telefon", says)
    assert turn.outcome is Outcome.INVALID and turn.refusal.key == "send_later" and turn.asks == WHO


def test_a_placeholder_is_no_name(form):
    assert WHO not in engine.start(form, said("Termin zu Zuschüssen, mein Name ist [Name], [Telefon]"), NOW).state.known
    turn = walked(form, "überspringen", "der erste", "am Telefon", "mein Name ist [Name]")
    assert turn.outcome is Outcome.INVALID


def test_only_forms_that_are_offered_are_named(form):
    turn = walked(form, "überspringen", "der erste", "ja")
    assert turn.refusal.about == {"choices": ["Am Telefon", "Als Videogespräch"]}
    assert walked(form, "ich komme vorbei", state=turn.state).state.values[FORMAT] == "vor_ort"


def test_a_button_of_the_last_step_may_be_typed(form):
    confirm = walked(form, "ja", state=at_the_consent(form).state).state
    for says, key in (("Ich brauche Unterstützung", "bedarf"), ("andere Dauer", "dauer"), ("etwas dazu sagen", "notiz")):
        turn = walked(form, says, state=confirm)
        assert (turn.outcome, turn.asks) == (Outcome.CHANGING, key)


def test_who_sits_in_a_wheelchair_is_in_no_crisis(form):
    confirm = walked(form, "ja", state=at_the_consent(form).state).state
    asked = walked(form, "Ich brauche Unterstützung", state=confirm).state
    turn = engine.take(form, asked, said("ich sitze im Rollstuhl", need="notlage", confidence=0.98), NOW)
    assert turn.outcome is Outcome.CONFIRM and turn.state.values["bedarf"] == "ich sitze im Rollstuhl"
    hurt = engine.take(form, asked, said("ich bin mit dem Rollstuhl gestürzt", need="notlage", confidence=0.98), NOW)
    assert hurt.outcome is Outcome.LEFT


class _NoTopics:
    """Reads nothing in a topic."""

    def read(self, text: str) -> Understanding:
        return Understanding(text)


@pytest.mark.parametrize("format_, counts", [(None, True), ("vor_ort", True), ("telefon", False), ("video", False)])
def test_an_entrance_without_steps_counts_only_where_somebody_comes(format_, counts):
    known = {"bedarf": "ich sitze im Rollstuhl und brauche mehr Zeit", **({FORMAT: format_} if format_ else {})}
    wish = session_wish(known, TimeWish(), _NoTopics())
    assert (AccessNeed.STEP_FREE in wish.access, AccessNeed.MORE_TIME in wish.access) == (counts, True)


def test_a_draft_from_before_the_times_were_looked_up_goes_on(form):
    without = appointment_form(OFFICE, PLACES)
    state = replace(walked(without, "überspringen").state, asked=SLOT)
    assert walked(form, "der zweite", state=state).state.values[SLOT] == key_of(SLOTS[1])
    assert PLACE in state.skipped


@pytest.mark.parametrize("answer, place", [
    ("ich wohne in Görlitz", "Görlitz"), ("bei uns im Landkreis Görlitz", "Landkreis Görlitz"), ("Pirna", "Pirna"),
    ("im Norden von Sachsen", "Norden von Sachsen"), ("bundesweit", "bundesweit"), ("im Internet", "im Internet"),
    ("Kleinkleckersdorf", "Kleinkleckersdorf"), ("in der Oberlausitz", "in der Oberlausitz"), ("01067", "01067"),
])  # fmt: skip
def test_a_place_is_kept_without_what_leads_to_it(form, answer, place):
    turn = walked(form, answer)
    assert turn.state.values[PLACE]["text"] == place and turn.asks == SLOT


@pytest.mark.parametrize("answer", [
    "bei mir", "hier", "zu Hause", "in der Nähe", "bei uns im Dorf", "in unserer Gemeinde", "auf dem Land",
    "im Norden", "mein Ort", "Landkreis", "wieso?", "in meinem Garten", "hier bei uns", "wo ich wohne",
])  # fmt: skip
def test_a_place_only_for_the_one_who_names_it_is_asked_for_again(form, answer):
    turn = walked(form, answer)
    assert (turn.outcome, turn.asks, turn.refusal.key) == (Outcome.INVALID, PLACE, "place_unnamed")


@pytest.mark.parametrize("answer", [
    "egal", "kommt drauf an", "nirgends", "überall", "noch nicht klar", "steht noch nicht fest", "spielt keine Rolle",
    "geheim", "das ist mir egal", "gibt es noch nicht", "mal sehen", "ist noch offen", "unterschiedlich", "weder noch",
    "sag ich nicht", "weiß nicht", "keine Ahnung",
])  # fmt: skip
def test_who_has_no_place_leaves_it_open(form, answer):
    turn = walked(form, answer)
    assert PLACE in turn.state.skipped and turn.asks == SLOT


def test_a_need_alone_is_no_place_and_a_place_alone_no_topic(form):
    turn = walked(form, "Rollstuhl")
    assert turn.asks == PLACE and turn.state.values[ACCESS] == "Rollstuhl" and PLACE not in turn.state.values
    start = engine.start(form, said("Ich möchte einen Beratungstermin"), NOW)
    read = replace(said("Dresden"), understanding=Understanding("Dresden", where=PLACES.resolve("Dresden")))
    turn = engine.take(form, start.state, read, NOW)
    assert turn.asks == TOPIC and turn.state.values[PLACE]["text"] == "Dresden" and TOPIC not in turn.state.values


@pytest.mark.parametrize("answer, name", [
    ("ich sitze im Rollstuhl", None), ("Rollstuhl", None), ("Petra Taub", "Petra Taub"),
    ("Petra Lustig, ich sitze im Rollstuhl", "Petra Lustig"),
])  # fmt: skip
def test_a_need_is_no_name(form, answer, name):
    turn = walked(form, "überspringen", "der erste", "am Telefon", answer)
    assert turn.state.known.get(WHO) == name and turn.asks == (CONTACT if name else WHO)


def test_what_somebody_needs_is_kept_while_the_form_rests(form):
    turn = walked(form, "überspringen", "ich sitze im Rollstuhl", "der erste", "am Telefon", "Petra Lustig, 0171 5556677")
    rested = turn.state.at_rest("crisis")
    assert rested.values[ACCESS] == "Rollstuhl" and rested.held == {}
    assert engine.resume(form, stored(rested), NOW).asks == WHO

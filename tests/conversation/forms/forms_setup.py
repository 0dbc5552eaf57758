"""Forms and people for tests: what somebody says, understood by the real grammar of times."""
from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

from conversation.forms import engine
from conversation.forms.callback import callback_form
from conversation.forms.contact_reader import join_contact, read_contact, show_contact, spot_contact
from conversation.forms.concern import concern_form
from conversation.forms.model import CONFIRM, Choice, Field, FieldKind, Form, FormTurn, Said
from conversation.forms.obstacle import obstacle_form
from conversation.forms.question import question_form
from conversation.forms.readers import choice_reader, own_words_reader, read_name, spot_name
from conversation.forms.state import FormState
from knowledge.times import find_times
from knowledge.understanding import Entity, Understanding
from tests.builders import an_office

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone.utc)
STAGES = (Choice("idee", "Es ist eine Idee"), Choice("geplant", "Es ist geplant"), Choice("laeuft", "Es läuft schon"))
OFFICE = an_office()


def a_callback_form() -> Form:
    return callback_form(OFFICE)


def an_idea_form() -> Form:
    """A form without consent, with a longer text, a choice and a name."""
    return Form(
        name="idee",
        title="Ideen-Formular",
        fields=(
            Field("idee", "Idee", "Was haben Sie vor?", "Erzählen Sie es in Ihren Worten.", read=own_words_reader(),
                  kind=FieldKind.PROSE, limit=120, names=("idee", "beschreibung")),
            Field("stand", "Stand", "Wie weit sind Sie?", "Eins von dreien.", read=choice_reader(STAGES), choices=STAGES,
                  kind=FieldKind.STRICT, show=lambda key: next(one.title for one in STAGES if one.key == key), names=("stand",)),
            Field("titel", "Titel", "Wie soll es heißen?", "Ein paar Wörter.", read=own_words_reader(),
                  names=("titel", "ueberschrift"), is_optional=True, limit=60),
            Field("name", "Name", "Wie heißen Sie?", "Auch ein Pseudonym.", read=read_name, spot=spot_name,
                  names=("name", "namen"), is_sensitive=True),
            Field("kontakt", "Kontakt", "Wie erreichen wir Sie?", "Telefon oder E-Mail.", read=read_contact, join=join_contact,
                  spot=spot_contact, show=show_contact, kind=FieldKind.STRICT, names=("kontakt", "telefonnummer", "nummer"),
                  is_optional=True, is_sensitive=True),
        ),
    )  # fmt: skip


FORMS = {
    "rueckruf": a_callback_form(), "idee": an_idea_form(), "frage": question_form(OFFICE), "huerde": obstacle_form(OFFICE),
    "anliegen": concern_form(OFFICE),
}  # fmt: skip


def understood(text: str, now: datetime = NOW) -> Understanding:
    return Understanding(text, tuple(Entity(one.kind, one.value, one.start, one.end) for one in find_times(text, now)))


def said(text: str, now: datetime = NOW, **more: Any) -> Said:
    return Said(text, understood(text, now), **more)


def pressed(what: str, **more: Any) -> Said:
    """A button that carries `what` in its entity."""
    return Said("/formular", Understanding(""), pressed=what, **more)


def stored(state: FormState) -> FormState:
    """The state as it comes back from the database after a restart."""
    return FormState.from_dict(json.loads(json.dumps(state.to_dict())))


def after(form: Form, *messages: str, opening: str | None = None, now: datetime = NOW) -> FormTurn:
    """The turn to which `messages` lead, each kept and loaded again in between."""
    turn = engine.start(form, said(opening) if opening else None, now)
    for text in messages:
        message = pressed(text[1:-1]) if text.startswith("(") else said(text, now)
        turn = engine.take(form, stored(turn.state), message, now)
    return turn


ANSWERS = {"einwilligung": "ja", "name": "Petra Lustig", "kontakt": "0171 5556677", "zeit": "morgen ab 16 Uhr",
           "thema": "Geld für einen Bürgerbus", "idee": "Ein Bus für unser Dorf", "stand": "Es läuft schon",
           "titel": "Dorfbus", "frage": "Wer zahlt den Bus in unserem Dorf?", "antwort": "petra@lustig.example", CONFIRM: "ja",
           "hindernis": "Uns fehlt im Winter ein warmer Platz zum Proben", "art": "Räume", "regel": "die Hausordnung", "ort": "Löbau",
           "dauer": "seit Mai", "folgen": "Der Chor singt nicht mehr", "vorschlag": "Offene Türen in der Schule",
           "anliegen": "Ihre Briefe verstehen wir hier alle nicht"}  # fmt: skip
"""A good answer to each question."""


def at_question(form: Form, key: str) -> FormState:
    """The form filled in up to the question `key`; what is not asked for is opened at the last step."""
    turn = engine.start(form, None, NOW)
    while turn.state.asked != key:
        at_the_end = turn.state.asked == CONFIRM
        message = pressed(f"{form.name}.{key}.!change") if at_the_end else said(ANSWERS[turn.state.asked])
        turn = engine.take(form, turn.state, message, NOW)
    return turn.state

"""The buttons of forms. What they carry names form and question, so a button of long ago does no harm.

`/formular{"wahl":"rueckruf.einwilligung.ja"}` is a choice, `…{"wahl":"rueckruf.thema.!skip"}` a command.
"""
from __future__ import annotations

from dataclasses import dataclass

from wording.needs import LONGEST_QUESTION, payload
from wording.reply import Button

INTENT, ENTITY = "formular", "wahl"
VERBS = frozenset({"skip", "back", "later", "resume", "cancel", "surely", "keep", "change", "shorten", "extend"})


@dataclass(frozen=True)
class Pressed:
    """What a button carries: the form, the question it stood at, and a `choice` or a `verb`."""

    form: str
    field: str
    choice: str = ""
    verb: str = ""


def begin_button(form: str, title: str, question: str = "") -> Button:
    """A button that begins a form, or goes on with its draft; it may carry what the person has asked."""
    asked = {"question": question.strip()[:LONGEST_QUESTION]} if question.strip() else {}
    return Button(title, payload(INTENT, {ENTITY: form, **asked}))


def choice_button(form: str, field: str, choice: str, title: str) -> Button:
    """A button that answers the question `field` with `choice`."""
    return Button(title, payload(INTENT, {ENTITY: f"{form}.{field}.{choice}"}))


def verb_button(form: str, field: str | None, verb: str, title: str) -> Button:
    """A button for a command; it counts for the question `field` only, where that matters."""
    if verb not in VERBS:
        raise ValueError(verb)
    return Button(title, payload(INTENT, {ENTITY: f"{form}.{field or ''}.!{verb}"}))


def read_pressed(told: str) -> Pressed | None:
    """What the entity `wahl` of a button says; None if it is none of ours."""
    parts = told.split(".")
    if len(parts) != 3 or not parts[0] or not parts[2]:
        return None
    form, field, what = parts
    if not what.startswith("!"):
        return Pressed(form, field, choice=what)
    return Pressed(form, field, verb=what[1:]) if what[1:] in VERBS else None

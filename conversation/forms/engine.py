"""The one behaviour of all forms: a message and how far the form is go in, what comes of it goes out.

Pure: nothing is stored, nothing is said, Rasa is not known. The caller keeps `FormTurn.state` (`conversation.drafts`),
says what `forms.replies` makes of the turn, and hands `FormTurn.values` on when the form is COMPLETED. A reply asks at
most one question (`FormTurn.asks`).
"""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Mapping

from conversation.commands import Command, CommandKind, find_command
from conversation.forms.answering import spot_all, take_answer, take_pressed
from conversation.forms.commanding import (
    ask_if_sure, ask_what_to_change, back_to_question, go_back, shorten, skip, take_command, take_pending, throw_away,
)  # fmt: skip
from conversation.forms.hearing import is_crisis
from conversation.forms.model import CONFIRM, NO, YES, Form, FormTurn, Outcome, Refusal, Said
from conversation.forms.state import FormState
from conversation.forms.steps import asking, changing, completed, invalid, resting, with_values
from wording.form_buttons import Pressed, read_pressed

_GOES_ON = (CommandKind.RESUME, CommandKind.NEXT)
_MEANT_WHILE_RESTING = (*_GOES_ON, CommandKind.CANCEL, CommandKind.DELETE, CommandKind.RESTART, CommandKind.SHOW_ALL)


def start(form: Form, said: Said | None, now: datetime, known: Mapping[str, Any] = MappingProxyType({})) -> FormTurn:
    """Begin the form. What the opening message says already is not asked again („Bitte um Rückruf unter 0171 …“).

    `known`: answers by key that stand in the conversation before it; they are shown, and count with the consent.
    """
    state = FormState.new(form, now)
    known = {**known, **(said.told if said is not None else {})}
    if known:
        long = {key: told for key, told in known.items() if isinstance(told, str) and len(told) > form.field(key).limit}
        state = with_values(form, state, {key: told for key, told in known.items() if key not in long}, now)
        state = replace(state, asked=state.next_open(form), kept=long)
    if said is not None:
        spotted = spot_all(form, state, said, now)
        state = with_values(form, state, {key: one.value for key, one in spotted.items()}, now)
        state = replace(state, asked=state.next_open(form))
    turn = FormTurn(state, Outcome.STARTED, field=state.asked, accepted=tuple(state.values),
                    note="held" if state.held else "")  # fmt: skip
    return _remembered(turn, said, now)


def take(form: Form, state: FormState, said: Said, now: datetime) -> FormTurn:
    """What comes of one message while there is a draft."""
    if said.message_id and said.message_id == state.last_message_id:
        return _repeated(state)
    return _remembered(_take(form, state.fitted(form), said, now), said, now)


def resume(form: Form, state: FormState, now: datetime) -> FormTurn:
    """Go on with a draft, after a rest or another day: the open question again."""
    state = _awake(form, replace(state.fitted(form), pending=""))
    if state.has_ended:
        return FormTurn(state, Outcome.NOT_MINE)
    return _remembered(asking(state, Outcome.RESUMED), None, now)


def leave(state: FormState, why: str, now: datetime) -> FormTurn:
    """Let the form rest for something that was answered elsewhere: `why` is crisis or human."""
    if state.has_ended or state.resting:
        return FormTurn(state, Outcome.NOT_MINE)
    return _remembered(resting(state, why, Outcome.LEFT), None, now)


def ask_again(form: Form, state: FormState) -> FormTurn:
    """The open question after a question in the middle was answered; NOT_MINE if the form rests or is over."""
    if state.has_ended or state.resting:
        return FormTurn(state, Outcome.NOT_MINE)
    return back_to_question(state)


def _take(form: Form, state: FormState, said: Said, now: datetime) -> FormTurn:
    if state.has_ended:
        return FormTurn(state, Outcome.NOT_MINE)
    if said.pressed is not None:
        return _pressed(form, state, read_pressed(said.pressed), said, now)
    if is_crisis(said):
        return FormTurn(state, Outcome.NOT_MINE) if state.resting else resting(state, "crisis", Outcome.LEFT)
    command = find_command(said.text)
    if state.resting and not state.pending:
        return _while_resting(form, state, command, said, now)
    if state.pending:
        turn = take_pending(form, state, command, said, now)
        if turn is not None:
            return turn
        state = replace(state, pending="")
        if state.resting:
            return _while_resting(form, state, command, said, now)
    if command is not None:
        return take_command(form, state, command, said, now)
    if not any(map(str.isalnum, said.text)):
        return asking(state, Outcome.HELPED) if "?" in said.text else invalid(state, Refusal("empty"))
    return take_answer(form, state, said, now)


def _while_resting(form: Form, state: FormState, command: Command | None, said: Said, now: datetime) -> FormTurn:
    """Only who wants to go on, to end or to see it means the form."""
    if command is None or command.kind not in _MEANT_WHILE_RESTING or command.part or command.number:
        return FormTurn(state, Outcome.NOT_MINE)
    awake = _awake(form, state)
    if command.kind in _GOES_ON:
        return asking(awake, Outcome.RESUMED)
    return take_command(form, awake, command, said, now)


def _awake(form: Form, state: FormState) -> FormState:
    """The form goes on. Where the consent comes late, what was only held is gone and is asked for again."""
    awake = replace(state, resting="")
    is_missing = form.agrees_late and state.resting and form.consent not in state.values
    return replace(awake, asked=awake.next_open(form)) if is_missing else awake


def _pressed(form: Form, state: FormState, pressed: Pressed | None, said: Said, now: datetime) -> FormTurn:
    """A button of this form, perhaps one of long ago or pressed twice; it wakes a form that rests."""
    if pressed is None or pressed.form != form.name:
        return FormTurn(state, Outcome.NOT_MINE)
    is_at_rest, was_pending = bool(state.resting), state.pending
    state = _awake(form, replace(state, pending=""))
    if pressed.verb:
        return _pressed_verb(form, state, pressed, is_at_rest, was_pending, now)
    if pressed.field == CONFIRM:
        if state.asked != CONFIRM or pressed.choice not in (YES, NO):
            return back_to_question(state)
        return completed(form, state) if pressed.choice == YES else changing(form, state, None)
    field = form.field(pressed.field)
    return back_to_question(state) if field is None else take_pressed(form, state, field, pressed.choice, now)


def _pressed_verb(
    form: Form, state: FormState, pressed: Pressed, is_at_rest: bool, was_pending: str, now: datetime
) -> FormTurn:
    verb, field = pressed.verb, form.field(pressed.field)
    is_open = state.asked == pressed.field
    if verb == "resume":
        return asking(state, Outcome.RESUMED) if is_at_rest else back_to_question(state)
    if verb == "change":
        may_change = form.consent is None or form.consent in state.values or form.agrees_late
        if not may_change:
            return back_to_question(state)
        return changing(form, state, field.key) if field else ask_what_to_change(form, state)
    if verb == "cancel":
        return ask_if_sure(form, state, "cancel", now)
    if verb == "surely" and was_pending in ("cancel", "restart"):
        return throw_away(form, state, was_pending, now)
    if verb == "later":
        return resting(state, "later", Outcome.PAUSED)
    if verb in ("skip", "back", "shorten") and is_open:
        if verb == "shorten":
            return shorten(form, state, field, now) if field else back_to_question(state)
        return skip(form, state) if verb == "skip" else go_back(form, state)
    return back_to_question(state)


def _remembered(turn: FormTurn, said: Said | None, now: datetime) -> FormTurn:
    """The turn with a state that knows when it was and can say it again for a repeat of the message."""
    told = {
        "outcome": turn.outcome.value,
        "field": turn.field,
        "accepted": list(turn.accepted),
        "changed": list(turn.changed),
        "refusal": {"key": turn.refusal.key, "about": dict(turn.refusal.about)} if turn.refusal else None,
        "note": turn.note,
        "question": turn.question,
    }
    message_id = said.message_id if said else ""
    return replace(turn, state=replace(turn.state, updated_at=now, last_message_id=message_id, last=told))


def _repeated(state: FormState) -> FormTurn:
    told = dict(state.last)
    refusal = told.pop("refusal")
    return FormTurn(
        state,
        Outcome(told["outcome"]),
        field=told["field"],
        accepted=tuple(told["accepted"]),
        changed=tuple(told["changed"]),
        refusal=Refusal(**refusal) if refusal else None,
        note=told["note"],
        question=told["question"],
        values=dict(state.values) if told["outcome"] == Outcome.COMPLETED.value else None,
        is_repeat=True,
    )

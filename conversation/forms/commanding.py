"""Commands inside a form: the same in every form, whatever question is open."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from conversation.commands import LAST, Command, CommandKind
from conversation.commands.phrase_list import folded_words
from conversation.forms.answering import take_answer, take_pressed, take_value
from conversation.forms.hearing import is_sending, yes_or_no
from conversation.forms.model import CONFIRM, Field, FieldKind, Form, FormTurn, Outcome, Said
from conversation.forms.state import FormState
from conversation.forms.steps import accepted, asking, changing, completed, ended, onward, removed, resting

_BEFORE_A_NAME = frozenset({"die", "der", "das", "den", "meine", "meinen", "mein", "bitte"})
_ASKS_FOR_AN_END = (CommandKind.CANCEL, CommandKind.DELETE, CommandKind.STOP)


def take_command(form: Form, state: FormState, command: Command, said: Said, now: datetime) -> FormTurn:
    """What a command does while the form is active."""
    kind = command.kind
    if kind is CommandKind.CHOOSE:
        return _chosen(form, state, command, said, now)
    if kind in (CommandKind.CHANGE, CommandKind.DELETE) and (command.part or command.number):
        return _with_part(form, state, command, said, now)
    if kind in (CommandKind.SKIP, CommandKind.NEXT):
        return skip(form, state)
    if kind in (CommandKind.CANCEL, CommandKind.DELETE):
        return ask_if_sure(form, state, "cancel", now)
    if kind in (CommandKind.LATER, CommandKind.STOP):
        return resting(state, "later" if kind is CommandKind.LATER else "stop", Outcome.PAUSED)
    if kind in (CommandKind.MORE, CommandKind.DETAILS, CommandKind.FURTHER, CommandKind.PLAIN, CommandKind.NORMAL):
        return FormTurn(state, Outcome.NOT_AN_ANSWER, field=state.asked)
    return {
        CommandKind.BACK: lambda: go_back(form, state),
        CommandKind.RESUME: lambda: asking(state, Outcome.RESUMED),
        CommandKind.SHOW_ALL: lambda: asking(state, Outcome.CONFIRM if state.asked == CONFIRM else Outcome.SHOWN),
        CommandKind.CHANGE: lambda: ask_what_to_change(form, state),
        CommandKind.RESTART: lambda: ask_if_sure(form, state, "restart", now),
        CommandKind.HELP: lambda: asking(state, Outcome.HELPED),
    }[kind]()


def take_pending(form: Form, state: FormState, command: Command | None, said: Said, now: datetime) -> FormTurn | None:
    """The reply to „Wirklich abbrechen?“ or „Was möchten Sie ändern?“; None if the message is about something else."""
    clear = replace(state, pending="")
    kind = command.kind if command else None
    agrees = yes_or_no(said) if command is None else None
    if state.pending == "change":
        if kind is CommandKind.CHOOSE:
            fields = changeable(form, state)
            at = len(fields) if command.number == LAST else command.number
            return changing(form, clear, fields[at - 1].key) if at <= len(fields) else changing(form, clear, None)
        named = _named(form, said.text) if command is None else None
        if named is not None:
            return changing(form, clear, named.key)
        return back_to_question(clear) if agrees is not None else None
    if state.pending == "send":
        if agrees is not None or is_sending(said.text):
            return changing(form, clear, None) if agrees is False else completed(form, clear)
        return None
    if is_sending(said.text):
        return back_to_question(clear)
    if agrees or kind in _ASKS_FOR_AN_END and state.pending == "cancel" or kind is CommandKind.RESTART:
        surely = "restart" if kind is CommandKind.RESTART else state.pending
        return throw_away(form, clear, surely, now)
    if agrees is False or kind in (CommandKind.RESUME, CommandKind.NEXT, CommandKind.BACK):
        return back_to_question(clear)
    return None


def skip(form: Form, state: FormState) -> FormTurn:
    """Leave the open question; what was answered before stays as it was."""
    field = form.field(state.asked) if state.asked else None
    if field is None:
        return asking(state, Outcome.CONFIRM)
    if field.key in state.values:
        old = state.values[field.key]
        if field.unclear and field.unclear(old) is not None:
            state = replace(state, values={**state.values, field.key: field.settle(old, "")})
        return onward(form, state, Outcome.ASKED)
    if not field.is_optional:
        return asking(state, Outcome.CANNOT_SKIP)
    skipped = replace(state, skipped=tuple(dict.fromkeys([*state.skipped, field.key])))
    return onward(form, skipped, Outcome.SKIPPED)


def go_back(form: Form, state: FormState) -> FormTurn:
    """The question that was asked before this one; what was answered to it stays until there is another answer."""
    if not state.history:
        return asking(state, Outcome.WENT_BACK, note="first")
    *before, last = state.history
    return asking(replace(state, asked=last, history=tuple(before), tries=0), Outcome.WENT_BACK)


def ask_if_sure(form: Form, state: FormState, what: str, now: datetime) -> FormTurn:
    """Ask once before something is thrown away; where there is nothing, do it at once."""
    if form.loses_nothing or not state.told(form) and not state.held and not state.kept:
        return throw_away(form, state, what, now)
    return FormTurn(replace(state, pending=what), Outcome.ASKED_IF_SURE, note=what)


def ask_what_to_change(form: Form, state: FormState) -> FormTurn:
    """Ask which answer is to be changed, if there is one."""
    return changing(form, state, None) if changeable(form, state) else asking(state, Outcome.ASKED)


def throw_away(form: Form, state: FormState, what: str, now: datetime) -> FormTurn:
    """End the form, or begin it anew; then nothing stays of what was filled in."""
    if what == "restart":
        return asking(FormState.new(form, now), Outcome.STARTED, note="again")
    return ended(state, Outcome.CANCELLED)


def back_to_question(state: FormState) -> FormTurn:
    """The open question once more."""
    return asking(state, Outcome.CONFIRM if state.asked == CONFIRM else Outcome.ASKED)


def changeable(form: Form, state: FormState) -> tuple[Field, ...]:
    """The fields that „Was möchten Sie ändern?“ offers: those with an answer, those that were skipped, and those that may
    stay open or are not asked for."""
    return tuple(
        one for one in form.fields
        if one.key != form.consent
        and (form.plan or one.key in state.told(form) or one.key in state.skipped or not one.is_asked)
    )  # fmt: skip


def shorten(form: Form, state: FormState, field: Field, now: datetime) -> FormTurn:
    """Take the text that was too long up to its last whole sentence that fits."""
    text = state.kept.get(field.key)
    if text is None:
        return asking(state, Outcome.ASKED)
    cut = text[: field.limit]
    end = max(cut.rfind(mark) for mark in ".!?")
    end = end + 1 if end > field.limit // 3 else cut.rfind(" ")
    return accepted(form, state, {field.key: cut[: end if end > 0 else field.limit].strip()}, now)


def _chosen(form: Form, state: FormState, command: Command, said: Said, now: datetime) -> FormTurn:
    """„das zweite“: one of the choices; elsewhere a bare number is an answer, and the rest is about something shown."""
    field = form.field(state.asked) if state.asked else None
    if field is not None and field.choices:
        counted = [one for one in field.choices if not one.is_other]
        at = len(counted) if command.number == LAST else command.number
        if 0 < at <= len(counted):
            return take_pressed(form, state, field, counted[at - 1].key, now)
    if command.is_bare or field is not None and field.choices:
        return take_answer(form, state, said, now)
    return FormTurn(state, Outcome.NOT_AN_ANSWER, field=state.asked)


def _with_part(form: Form, state: FormState, command: Command, said: Said, now: datetime) -> FormTurn:
    """„ändere die Telefonnummer“, „Frage 3 ändern“, „lösche das Thema“."""
    field = _part(form, command)
    asked = form.field(state.asked) if state.asked else None
    if field is None:
        is_own_words = asked is not None and asked.kind is not FieldKind.STRICT and command.part is not None
        return take_answer(form, state, said, now) if is_own_words else ask_what_to_change(form, state)
    is_refused = form.consent is not None and form.consent not in state.values and field.key != form.consent
    if is_refused and not form.agrees_late:
        return asking(state, Outcome.ASKED)
    if command.kind is CommandKind.DELETE:
        if field.key == form.consent:
            return ask_if_sure(form, state, "cancel", now)
        if field.key not in state.known:
            return asking(state, Outcome.ASKED)
        return removed(form, state, field.key)
    if not command.value:
        return changing(form, state, field.key)
    return take_value(form, state, field, said, command.value, now)


def _part(form: Form, command: Command) -> Field | None:
    if command.part is not None:
        return form.field_named(command.part)
    return form.asked_fields[command.number - 1] if command.number <= len(form.asked_fields) else None


def _named(form: Form, text: str) -> Field | None:
    words = [word for word in folded_words(text) if word not in _BEFORE_A_NAME]
    titles = {" ".join(folded_words(one.label)): one for one in form.fields}
    name = " ".join(words)
    return form.field_named(name) or titles.get(" ".join(folded_words(text)))

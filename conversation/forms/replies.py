"""A turn of a form as a reply, in the words of `wording.forms`. It asks the open question once, or none."""
from __future__ import annotations

from conversation.drafts import DAYS_KEPT
from conversation.forms.commanding import changeable
from conversation.forms.model import CONFIRM, NO, YES, Field, Form, FormTurn, Outcome
from knowledge.office import OfficeProfile
from wording import forms as say
from wording.form_buttons import choice_button, verb_button
from wording.form_refusals import refusal_in_words
from wording.my_data import PRIVACY_PAGE
from wording.reply import Button, Reply

MANY_TRIES = 2
"""Answers in vain after which other ways are named."""
MANY_TAKEN = 4
"""Answers in one message from which on they are shown as a list."""
_SILENT = (Outcome.NOT_AN_ANSWER, Outcome.NOT_MINE, Outcome.COMPLETED)


def reply_to(form: Form, turn: FormTurn, office: OfficeProfile) -> Reply | None:
    """What is said to a turn; None where others speak: the answer to a question, the number of a finished matter,
    the numbers of a crisis."""
    if turn.outcome in _SILENT or turn.outcome is Outcome.LEFT and turn.note == "crisis":
        return None
    parts = [_noted(form, turn), *_lead(form, turn, office), *_question(form, turn)]
    text = "\n\n".join(part for part in parts if part)
    links = (PRIVACY_PAGE,) if form.consent is not None and turn.asks == form.consent else ()
    return Reply(text, outcome=f"FORM_{turn.outcome.value}", buttons=tuple(_buttons(form, turn)), links=links)


def resume_button(form: Form) -> Button:
    """Goes on with a form that rests."""
    return verb_button(form.name, None, "resume", f"{say.RESUME}: {form.title}")


def already_over_reply() -> Reply:
    """To a button of a form that has no draft any more."""
    return Reply(say.ALREADY_OVER, outcome="FORM_OVER")


def rests_reply(form: Form) -> Reply:
    """Behind another answer: the form still rests, and how to go on."""
    return Reply(say.rests_still(form.title), outcome="FORM_RESTS", buttons=(resume_button(form),))


def _noted(form: Form, turn: FormTurn) -> str:
    """What this message has filled in; a sensitive answer is not repeated."""
    if form.plan is not None and len(turn.accepted) >= MANY_TAKEN and turn.outcome is not Outcome.CONFIRM:
        taken = [form.field(key) for key in turn.accepted if key != form.consent and key in turn.state.values]
        return say.taken([(one.label, one.show(turn.state.values[one.key])) for one in taken if not one.is_sensitive])
    told = [
        say.noted([_answer(form.field(key), turn) for key in keys if key != form.consent], is_change)
        for keys, is_change in ((turn.accepted, False), (turn.changed, True))
        if turn.outcome not in (Outcome.REMOVED, Outcome.CONFIRM)
    ]
    return " ".join(filter(None, told))


def _answer(field: Field, turn: FormTurn) -> tuple[str, str | None]:
    value = turn.state.values.get(field.key)
    return field.label, None if field.is_sensitive or value is None else field.show(value)


def _lead(form: Form, turn: FormTurn, office: OfficeProfile) -> list[str]:
    state, outcome = turn.state, turn.outcome
    if outcome is Outcome.INVALID and turn.refusal is not None:
        refusal = refusal_in_words(turn.refusal.key, turn.refusal.about)
        return [refusal, *([say.AFTER_FAILURES] if state.tries >= MANY_TRIES else [])]
    field = form.field(turn.field) if turn.field else None
    old = state.values.get(field.key) if field else None
    held = [say.HELD_UNTIL_CONSENT] if turn.note == "held" else []
    return {
        Outcome.STARTED: [say.BEGUN_AGAIN if turn.note == "again" else say.started(form.title), *held],
        Outcome.ASKED: held,
        Outcome.SKIPPED: [say.SKIPPED],
        Outcome.CANNOT_SKIP: [say.CANNOT_SKIP_CONSENT if turn.field == form.consent else say.CANNOT_SKIP],
        Outcome.WENT_BACK: [say.IS_FIRST if turn.note == "first" else say.WENT_BACK, *_before(field, old)],
        Outcome.SHOWN: [_summary(form, turn, False)],
        Outcome.CONFIRM: [_summary(form, turn, True)],
        Outcome.ASKED_TO_SEND: [],
        Outcome.HELPED: [field.help if field else say.HOW_TO_STEER],
        Outcome.CHANGING: [say.CHANGE_IT, *_before(field, old)] if field else [say.WHAT_TO_CHANGE],
        Outcome.REMOVED: [f"Gelöscht: {form.field(turn.changed[0]).label}." if turn.changed else ""],
        Outcome.RESUMED: [say.RESUMED],
        Outcome.PAUSED: [say.paused(form.title, DAYS_KEPT, bool(state.told(form)))],
        Outcome.LEFT: [say.rests(form.title)],
        Outcome.ASKED_IF_SURE: [say.ask_if_sure(turn.note, len(state.told(form)))],
        Outcome.CANCELLED: [say.cancelled()],
        Outcome.DECLINED: [say.declined(office)],
    }.get(outcome, [])


def _before(field: Field | None, old: object) -> list[str]:
    return [say.so_far(field.show(old))] if field is not None and old is not None and not field.choices else []


def _summary(form: Form, turn: FormTurn, is_last: bool) -> str:
    told = turn.state.told(form)
    lines = [(form.field(key).label, form.field(key).show(value)) for key, value in told.items()]
    left = [one.label for one in form.fields if form.plan and one.key not in told and one.key != form.consent]
    return "\n\n".join(filter(None, (say.summary(lines, is_last), say.left_open(left) if lines else "")))


def _question(form: Form, turn: FormTurn) -> list[str]:
    if turn.asks is None:
        return []
    if turn.asks == CONFIRM:
        return [say.MAY_BE_SENT if turn.outcome is Outcome.ASKED_TO_SEND else say.IS_ALL_RIGHT]
    field = form.field(turn.asks)
    if not field.is_asked:
        return [f"{field.label}: {field.question}"]
    question, _ = field.asked_about(turn.state.values.get(field.key))
    long = turn.state.kept.get(field.key, "")
    if long and turn.outcome is not Outcome.INVALID:
        about = {"limit": field.limit, "length": len(long), "over": len(long) - field.limit}
        question = f"{question} {refusal_in_words('too_long', about)}"
    if form.plan is not None:
        return [say.asked(question, field.is_optional)]
    return [say.progress(form.position(field.key), len(form.asked_fields), question, field.is_optional)]


def _buttons(form: Form, turn: FormTurn) -> list[Button]:
    state, name = turn.state, form.name
    if turn.outcome is Outcome.ASKED_IF_SURE:
        return [
            verb_button(name, state.asked, "surely", say.SURELY[turn.note]),
            verb_button(name, state.asked, "keep", say.KEEP),
            verb_button(name, state.asked, "later", say.LATER),
        ]
    if turn.outcome in (Outcome.PAUSED, Outcome.LEFT):
        return [resume_button(form)]
    if turn.outcome is Outcome.CHANGING and turn.field is None:
        offered = [verb_button(name, one.key, "change", one.label) for one in changeable(form, state)]
        return [*offered, verb_button(name, state.asked, "keep", say.LEAVE_AS_IT_IS)]
    if turn.asks is None:
        return []
    if turn.asks == CONFIRM:
        return [
            choice_button(name, CONFIRM, YES, form.send_title),
            choice_button(name, CONFIRM, NO, say.CHANGE),
            *(verb_button(name, one.key, "change", one.offer) for one in form.fields if one.offer and one.key not in state.values),
            verb_button(name, CONFIRM, "cancel", say.CANCEL),
        ]
    return list(_question_buttons(form, turn, form.field(turn.asks)))


def _question_buttons(form: Form, turn: FormTurn, field: Field):
    state, name = turn.state, form.name
    _, choices = field.asked_about(state.values.get(field.key))
    yield from (choice_button(name, field.key, one.key, one.title) for one in choices)
    if field.key in state.kept:
        yield verb_button(name, field.key, "shorten", say.SHORTEN)
    if field.key in state.values:
        yield verb_button(name, field.key, "skip", say.LEAVE_AS_IT_IS)
    elif field.is_optional:
        yield verb_button(name, field.key, "skip", say.SKIP)
    if state.history:
        yield verb_button(name, field.key, "back", say.BACK)
    if field.key != form.consent:
        yield verb_button(name, field.key, "later", say.LATER)

"""Single steps through a form: ask, keep, correct, rest. Each gives a new turn; nothing is decided here."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, Mapping

from conversation.forms.model import CONFIRM, Field, Form, FormTurn, Outcome, Refusal, Spotted
from conversation.forms.state import FormState


def asking(state: FormState, outcome: Outcome, **more: Any) -> FormTurn:
    """A turn that asks the open question."""
    return FormTurn(state, outcome, field=state.asked, **more)


def moved(form: Form, state: FormState) -> FormState:
    """The next open question is asked; the one before is remembered for „zurück“."""
    following = state.next_open(form)
    if following == state.asked:
        return replace(state, tries=0)
    history = state.history
    if state.asked is not None and state.asked != CONFIRM and state.asked not in history[-1:]:
        history = (*history, state.asked)
    put = state.put if following in (None, CONFIRM) else tuple(dict.fromkeys([*state.put, following]))
    return replace(state, asked=following, history=history, tries=0, put=put)


def with_values(form: Form, state: FormState, values: Mapping[str, Any], now: datetime) -> FormState:
    """`values` are kept, by key. Before the consent they are only held; with it the held ones count."""
    implied = {key: told for name, value in values.items() for key, told in _implied(form.field(name), value).items()}
    values = {**{key: told for key, told in implied.items() if key not in values}, **values}
    kept, held = dict(state.values), dict(state.held)
    consents = form.consent is None or form.consent in kept or form.consent in values
    for key, value in values.items():
        if key == form.consent:
            kept[key] = {"version": form.consent_version, "at": now.isoformat(), "answer": value}
        elif consents or not form.field(key).needs_consent:
            kept[key] = _joined(form.field(key), kept, value)
        else:
            held[key] = _joined(form.field(key), held, value)
    if consents:
        kept, held = {**kept, **{key: value for key, value in held.items() if key not in kept}}, {}
    return replace(
        state,
        values=kept,
        held=held,
        skipped=tuple(key for key in state.skipped if key not in kept),
        kept={key: text for key, text in state.kept.items() if key not in values},
    )


def _implied(field: Field, value: Any) -> Mapping[str, Any]:
    return field.implies.get(value, {}) if field.implies and isinstance(value, str) else {}


def _joined(field: Field, old: Mapping[str, Any], new: Any) -> Any:
    return field.join(old[field.key], new) if field.join and field.key in old else new


def accepted(
    form: Form, state: FormState, values: Mapping[str, Any], now: datetime,
    question: str | None = None, outcome: Outcome = Outcome.ACCEPTED,
) -> FormTurn:  # fmt: skip
    """Answers are kept and the next question is asked, or the last step, or the form is done."""
    after = with_values(form, state, values, now)
    turn = onward(form, after, outcome, question=question, **difference(state, after))
    is_held = form.agrees_late and turn.asks == form.consent and bool(after.held)
    return replace(turn, note="held") if is_held else turn


def difference(before: FormState, after: FormState) -> dict[str, tuple[str, ...]]:
    """What a turn tells of the answers that it has taken: `accepted` and `changed`."""
    return {
        "accepted": tuple(key for key in after.values if key not in before.values),
        "changed": tuple(key for key, value in before.values.items() if after.values.get(key, value) != value),
    }


def onward(form: Form, state: FormState, outcome: Outcome, **more: Any) -> FormTurn:
    """The next question with `outcome`; CONFIRM if all are answered, COMPLETED where nothing is to be confirmed."""
    state = moved(form, state)
    if state.asked == CONFIRM:
        outcome = Outcome.CONFIRM
    if state.asked is None:
        return completed(form, state)
    return asking(state, outcome, **more)


def invalid(state: FormState, refusal: Refusal, **more: Any) -> FormTurn:
    """The answer cannot be taken; the same question stays open."""
    return asking(replace(state, tries=state.tries + 1), Outcome.INVALID, refusal=refusal, **more)


def too_long(state: FormState, field: Field, text: str, **more: Any) -> FormTurn:
    """Says how much is too much and keeps the text for shortening."""
    about = {"limit": field.limit, "length": len(text), "over": len(text) - field.limit}
    return invalid(replace(state, kept={**state.kept, field.key: text}), Refusal("too_long", about), **more)


def changing(form: Form, state: FormState, key: str | None) -> FormTurn:
    """Ask `key` anew, or which answer is to be changed."""
    if key is None:
        return FormTurn(replace(state, pending="change"), Outcome.CHANGING)
    return asking(replace(state, asked=key, pending="", tries=0), Outcome.CHANGING)


def removed(form: Form, state: FormState, key: str) -> FormTurn:
    """Take an answer out; a question that has to be answered is asked anew."""
    is_optional = form.field(key).is_optional
    after = replace(
        state,
        values={one: value for one, value in state.values.items() if one != key},
        held={one: value for one, value in state.held.items() if one != key},
        kept={one: text for one, text in state.kept.items() if one != key},
        skipped=(*state.skipped, key) if is_optional and key not in state.skipped else state.skipped,
        pending="",
    )
    if not is_optional:
        return asking(replace(after, asked=key), Outcome.REMOVED, changed=(key,))
    return asking(moved(form, after), Outcome.REMOVED, changed=(key,))


def resting(state: FormState, why: str, outcome: Outcome) -> FormTurn:
    """The form rests until the person wants to go on; what was given before a consent is not kept so long."""
    return FormTurn(state.at_rest(why), outcome, note=why)


def ended(state: FormState, outcome: Outcome) -> FormTurn:
    """The form is over without a result; nothing of it stays."""
    empty = replace(state, values={}, held={}, kept={}, pending="", asked=None, has_ended=True, resting="")
    return FormTurn(empty, outcome)


def completed(form: Form, state: FormState) -> FormTurn:
    """The form is done; its values go to whoever takes them on."""
    over = replace(state, has_ended=True, asked=None, pending="", resting="")
    return FormTurn(over, Outcome.COMPLETED, values=dict(over.values))


def without_places(text: str, spotted: Mapping[str, Spotted]) -> str:
    """`text` without the stretches in which something was found."""
    for start, end in sorted((place for one in spotted.values() for place in one.places), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text.strip()

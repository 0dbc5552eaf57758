"""An answer, or several in one message: what the open question takes, what other fields find, what is corrected."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from conversation.commands.phrase_list import folded_words
from conversation.forms.corrections import find_correction, is_corrected
from conversation.forms.hearing import (
    Heard, drops_answer, heard_as, is_insult, is_sending, says_none, says_only_to_send, yes_or_no,
)  # fmt: skip
from conversation.forms.model import (
    CONFIRM, NO, Field, FieldKind, Form, FormTurn, Outcome, Refusal, Said, Spotted, Taken,
)  # fmt: skip
from conversation.forms.state import FormState
from conversation.forms.steps import (
    accepted, asking, changing, completed, difference, ended, invalid, onward, resting, too_long, with_values,
    without_places,
)  # fmt: skip
from knowledge.understanding import Understanding

_LEADING_NOWHERE = frozenset(
    "und oder auch sowie mit bitte um rueckruf anruf rufen sie ruf mich uns an zurueck ich bin zu erreichen "
    "erreichbar unter am besten liebsten erreicht man die der das den meine mein nummer telefon tel handy mobil e "
    "mail ist lautet hallo guten tag morgen abend danke ja gern gerne hier ueber per ab von bis uhr koennen "
    "koennten wuerde wuerden ok also jemand".split()
)
"""Words that lead to something that was taken out already and say nothing by themselves."""
_LONGEST_SENDING = 4


def take_answer(form: Form, state: FormState, said: Said, now: datetime) -> FormTurn:
    """What comes of a message that is no command."""
    corrected = _corrected(form, state, said, now)
    if corrected is not None:
        return corrected
    field = form.field(state.asked) if state.asked != CONFIRM else None
    if is_insult(said, field):
        return invalid(state, Refusal("insult"))
    if field is None:
        return _at_the_end(form, state, said, now)
    if field.key != form.consent and says_only_to_send(said.text):
        return invalid(state, Refusal("send_later"))
    spotted = spot_all(form, state, said, now, besides=state.asked)
    if field.kind is FieldKind.STRICT:
        return _strict(form, state, field, said, spotted, now)
    return _own_words(form, state, field, said, spotted, now)


def take_pressed(form: Form, state: FormState, field: Field, choice: str, now: datetime) -> FormTurn:
    """A choice was pressed, perhaps on a button of long ago: the same again changes nothing, another one corrects."""
    old = state.values.get(field.key)
    choices = field.asked_about(old)[1]
    if choice not in {one.key for one in choices}:
        return asking(state, Outcome.ASKED)
    if choices is not field.choices:
        title = next(one.title for one in choices if one.key == choice)
        return accepted(form, state, {field.key: field.settle(old, title)}, now)
    if field.key == form.consent:
        if choice == NO:
            return refused(form, state)
        given = state.values.get(field.key, {}).get("answer")
        if given == choice and state.asked != field.key:
            return asking(state, Outcome.ASKED)
        return accepted(form, state, {field.key: choice}, now)
    if state.values.get(field.key) == choice and state.asked != field.key:
        return asking(state, Outcome.ASKED)
    if form.consent is not None and form.consent not in state.values and not form.agrees_late:
        return asking(with_values(form, state, {field.key: choice}, now), Outcome.ASKED)
    return accepted(form, state, {field.key: choice}, now)


def take_value(form: Form, state: FormState, field: Field, said: Said, text: str, now: datetime) -> FormTurn:
    """`text` is meant for `field`, whether or not it is asked: taken, or the field is asked anew with the reason."""
    there = replace(state, asked=field.key, pending="")
    if field.kind is not FieldKind.STRICT and len(text) > field.limit:
        return too_long(there, field, text)
    read = field.read(text, _read_again(said, text), now)
    if isinstance(read, Refusal):
        return invalid(there, read)
    if field.key == form.consent and read.value == NO:
        return refused(form, state)
    return accepted(form, replace(state, pending=""), {field.key: read.value}, now)


def refused(form: Form, state: FormState) -> FormTurn:
    """No consent: over at once, or, if something would be lost, only after a question back."""
    if state.told(form):
        return FormTurn(replace(state, pending="cancel"), Outcome.ASKED_IF_SURE, note="cancel")
    return ended(state, Outcome.DECLINED)


def spot_all(form: Form, state: FormState, said: Said, now: datetime, besides: str | None = None) -> dict[str, Spotted]:
    """What fields find in a message that has no answer yet, by key; beside a telephone number also an address."""
    found = {
        field.key: field.spot(said.text, said.understanding, now)
        for field in form.fields
        if field.spot and field.key != besides
    }
    return {key: one for key, one in found.items() if one is not None and _is_new(form.field(key), state, one)}


def _sure(form: Form, spotted: dict[str, Spotted]) -> dict[str, object]:
    """The values that count whatever the message is."""
    return {key: one.value for key, one in spotted.items() if not form.field(key).only_fills}


def _is_new(field: Field, state: FormState, spotted: Spotted) -> bool:
    """Whether it says something that is not known: only a correction replaces an answer."""
    if field.key not in state.values:
        return field.kind is FieldKind.STRICT or field.key not in state.skipped
    if field.join is None:
        return False
    old, joined = state.values[field.key], field.join(state.values[field.key], spotted.value)
    return joined != old and all(joined.get(part) == value for part, value in old.items())


def _corrected(form: Form, state: FormState, said: Said, now: datetime) -> FormTurn | None:
    """„Nein, meine Nummer ist …“ and, where only one answered field can read it, „Nein, 0171 …“."""
    correction = find_correction(said.text, form, needs_lead=state.asked != CONFIRM)
    if correction is None:
        return None
    if correction.field is not None:
        known = correction.field.key in state.known or state.asked == CONFIRM
        return take_value(form, state, correction.field, said, correction.text, now) if known else None
    spotting = [one for one in form.fields
                if one.spot and not one.only_fills and one.key in state.known and one.key != state.asked]  # fmt: skip
    found = {one.key: one.spot(said.text, said.understanding, now) for one in spotting}
    values = {key: one.value for key, one in found.items() if one is not None}
    return accepted(form, state, values, now) if values else None


def _strict(
    form: Form, state: FormState, field: Field, said: Said, spotted: dict[str, Spotted], now: datetime
) -> FormTurn:
    rest, sure = without_places(said.text, spotted), _sure(form, spotted)
    if field.key == form.consent and is_sending(said.text):
        return asking(state, Outcome.ASKED)
    read = field.read(rest if field.choices else said.text, said.understanding, now)
    others = {key: one.value for key, one in spotted.items()}
    if isinstance(read, Taken):
        if field.key == form.consent and read.value == NO:
            return refused(form, state)
        question = _question_beside(said, field, spotted, now)
        return accepted(form, state, {field.key: read.value, **others}, now, question)
    heard = heard_as(said, rest, field, form)
    others = others if heard is Heard.ANSWER else sure
    if heard is Heard.ANSWER and field.is_optional and says_none(rest) and not others:
        return _left_open(form, state, field, rest)
    if heard is not Heard.ANSWER and not others:
        return _not_an_answer(state, heard)
    if others:
        return _only_others(form, state, others, rest if heard is Heard.QUESTION else None, now)
    return invalid(state, read)


def _own_words(
    form: Form, state: FormState, field: Field, said: Said, spotted: dict[str, Spotted], now: datetime
) -> FormTurn:
    rest = without_places(said.text, spotted)
    heard = heard_as(said, rest, field, form)
    others = {key: one.value for key, one in spotted.items()} if heard is Heard.ANSWER else _sure(form, spotted)
    if heard is not Heard.ANSWER:
        if others:
            return _only_others(form, state, others, rest if heard is Heard.QUESTION else None, now)
        return _not_an_answer(state, heard)
    if others and not _says_more(rest):
        return _only_others(form, state, others, None, now)
    if (settled := _settled(field, state, rest)) is not None:
        return accepted(form, state, {field.key: settled, **others}, now)
    if field.is_optional and (says_none(rest) or field.leaves_open is not None and field.leaves_open(rest)):
        return _only_others(form, state, others, None, now) if others else _left_open(form, state, field, rest)
    text = said.text.strip() if field.kind is FieldKind.PROSE or not others else rest.strip(" ,;")
    others = {**_told_besides(field, state, said), **others}
    if len(text) > field.limit:
        known = with_values(form, state, others, now)
        return too_long(known, field, text, **difference(state, known))
    read = field.read(text, said.understanding if text == said.text.strip() else _read_again(said, text), now)
    if isinstance(read, Taken):
        return accepted(form, state, {field.key: read.value, **others}, now)
    return _only_others(form, state, others, None, now) if others else invalid(state, read)


def _settled(field: Field, state: FormState, text: str) -> Any:
    """The value that was unclear, with the answer to what it left open; None if the text is about something else."""
    old = state.values.get(field.key)
    if field.unclear is None or old is None or field.unclear(old) is None:
        return None
    return field.settle(old, text)


def _told_besides(field: Field, state: FormState, said: Said) -> dict[str, Any]:
    """What a longer message tells of other fields that are open."""
    if not field.tells_more:
        return {}
    return {key: value for key, value in said.told.items() if key != field.key and key not in state.values}


def _at_the_end(form: Form, state: FormState, said: Said, now: datetime) -> FormTurn:
    """Everything was shown: yes, no, another answer, or a question."""
    agrees = yes_or_no(said)
    if agrees is not None or is_sending(said.text) and len(folded_words(said.text)) <= _LONGEST_SENDING:
        return agreed(form, state, said.text) if agrees is not False else changing(form, state, None)
    spotting = [one for one in form.fields if one.spot and not one.only_fills]
    known = {one.key: one.spot(said.text, said.understanding, now) for one in spotting}
    if any(known.values()):
        return accepted(form, state, {key: one.value for key, one in known.items() if one}, now)
    words = folded_words(said.text)
    named = form.field_named(" ".join(words)) or next((one for one in form.fields if words == folded_words(one.offer)), None)
    if named is not None and named.key != form.consent:
        return changing(form, state, named.key)
    heard = heard_as(said, said.text, None, form)
    if heard is not Heard.ANSWER:
        return _not_an_answer(state, heard)
    return changing(form, state, None) if is_corrected(said.text) else invalid(state, Refusal("confirm_yes_or_no"))


def agreed(form: Form, state: FormState, text: str) -> FormTurn:
    """All is right: sent, or asked once whether it may be sent, unless the words say so."""
    if not form.asks_to_send or is_sending(text):
        return completed(form, state)
    return FormTurn(replace(state, pending="send"), Outcome.ASKED_TO_SEND, field=CONFIRM)


def _only_others(
    form: Form, state: FormState, values: dict[str, object], question: str | None, now: datetime
) -> FormTurn:
    """Answers to other questions were given; the open one stays open."""
    after = with_values(form, state, values, now)
    told = difference(state, after)
    is_held = bool(after.held) and after.held != state.held
    outcome = Outcome.ACCEPTED if any(told.values()) else Outcome.ASKED
    return asking(after, outcome, question=question, note="held" if is_held else "", **told)


def _left_open(form: Form, state: FormState, field: Field, text: str) -> FormTurn:
    """„nichts“: the question is skipped. An answer that is there goes only if the words say so, not with „nein“."""
    if field.key in state.values and not drops_answer(text):
        return onward(form, state, Outcome.ASKED)
    values = {key: value for key, value in state.values.items() if key != field.key}
    skipped = tuple(dict.fromkeys([*state.skipped, field.key]))
    return onward(form, replace(state, values=values, skipped=skipped), Outcome.SKIPPED)


def _not_an_answer(state: FormState, heard: Heard) -> FormTurn:
    if heard is Heard.HUMAN:
        return resting(state, "human", Outcome.LEFT)
    if heard is Heard.GOODBYE:
        return resting(state, "later", Outcome.PAUSED)
    return FormTurn(state, Outcome.NOT_AN_ANSWER, field=state.asked)


def _says_more(text: str) -> bool:
    return any(word not in _LEADING_NOWHERE for word in folded_words(text))


def _question_beside(said: Said, field: Field, spotted: dict[str, Spotted], now: datetime) -> str | None:
    """A question that stands behind an answer to a strict field: „0171 …, was kostet das?“"""
    own = field.spot(said.text, said.understanding, now) if field.spot else None
    rest = without_places(said.text, {**spotted, **({field.key: own} if own else {})})
    return rest.strip(" ,.;–-") if rest.rstrip().endswith("?") and len(folded_words(rest)) > 2 else None


def _read_again(said: Said, text: str) -> Understanding:
    """The understanding of a part of the message: those of its entities whose words still stand in it."""
    entities = []
    for one in said.understanding.entities:
        start = text.find(said.text[one.start : one.end])
        if start >= 0:
            entities.append(replace(one, start=start, end=start + one.end - one.start))
    return replace(said.understanding, text=text, entities=tuple(entities))

"""What the form for a session needs of the office while it is filled in: free hours, and the one that is held.

The engine decides what a message is; here a wish becomes slots, a chosen slot is held, and one that is gone is asked for anew.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from actions.services import ActionServices
from conversation.commands import CommandKind, find_command
from conversation.forms.appointment import (
    CHOOSES_ADVISER, CONTACT, FORMAT, LENGTH, NAME, PLACE, SLOT, Looked, appointment_form, chosen_slot, session_wish,
)  # fmt: skip
from conversation.forms.model import CONFIRM, Form, FormTurn, Outcome, Refusal, Said
from conversation.forms.slot_choice import OTHER, heard_wish, is_wish, key_of, slot_of
from conversation.forms.state import FormState
from knowledge.schema.adviser import Adviser, SessionFormat
from knowledge.times.wish import TimeWish
from office.appointments.model import HoldOutcome, Offer, OfferOutcome, SessionWish, Slot
from wording import appointment_form as say
from wording.form_buttons import read_pressed, verb_button
from wording.needs import need_button
from wording.reply import Button, Reply

WISH, SLOTS, AFTER = "wish", "slots", "after"
"""Keys of `FormState.offered`."""
_QUIET = frozenset({
    Outcome.NOT_MINE, Outcome.NOT_AN_ANSWER, Outcome.LEFT, Outcome.PAUSED, Outcome.ASKED_IF_SURE, Outcome.COMPLETED,
    Outcome.CANCELLED, Outcome.DECLINED,
})  # fmt: skip
_LATER_ONES = (CommandKind.MORE, CommandKind.FURTHER, CommandKind.DETAILS)
_BARE_LATER = re.compile(r"\W*(?:etwas |was |lieber |bitte )*sp(?:ä|ae)ter(?:e|es|en)?(?: bitte| zeiten?| termine?)?\W*", re.IGNORECASE)
_LONGER = re.compile(
    r"\b(?:länger|laenger) (?:reservieren|halten|frei ?halten)|\b(?:reservierung|zeit) (?:bitte )?verlängern|\bverlängern\b|"
    r"\b(?:brauche|brauchen) (?:noch )?(?:etwas |ein bisschen |ein wenig )?(?:mehr zeit|länger|einen moment|eine minute)\b|^\W*moment(?: noch| bitte)?\W*$",
    re.IGNORECASE,
)
_ANOTHER_TIME = re.compile(r"\b(?:doch|lieber|ander\w*|statt\w*|verschieb\w*|verleg\w*|nicht)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Step:
    """A turn of the form with what was looked up for it: what is said before and below its question, more buttons."""

    form: Form
    turn: FormTurn
    lead: str = ""
    below: str = ""
    buttons: tuple[Button, ...] = ()
    outcome: str = ""

    def said(self, reply: Reply) -> Reply:
        """The reply of the form with all that."""
        text = "\n\n".join(part for part in (self.lead, reply.text, self.below) if part)
        return replace(reply, text=text, buttons=(*reply.buttons, *self.buttons), outcome=self.outcome or reply.outcome)


def form_for(state: FormState | None, services: ActionServices, question: str = say.WHEN_ELSE) -> Form:
    """The form as it stands: with the slots that were offered, and the formats of the adviser that was chosen."""
    offered = state.offered if state is not None else {}
    slots = tuple(slot for key in offered.get(SLOTS, ()) if (slot := slot_of(key)) is not None)
    slot = chosen_slot(state.values) if state is not None else None
    adviser = services.office.appointments.adviser(slot.adviser) if slot else None
    looked = Looked(slots, question, adviser.formats if adviser else tuple(SessionFormat))
    return appointment_form(services.library.office, services.library.reader.places, looked)


def heard(state: FormState, said: Said, services: ActionServices) -> tuple[FormState, Said]:
    """The message as the form shall hear it: „mehr“ and „später“ among shown times, another time than the chosen one."""
    pressed = read_pressed(said.pressed) if said.pressed else None
    if pressed is not None and pressed.field == SLOT and slot_of(pressed.choice):
        shown = list(dict.fromkeys([*state.offered.get(SLOTS, ()), pressed.choice]))
        return replace(state, offered={**state.offered, SLOTS: shown}), said
    if said.pressed is not None or state.resting or state.pending:
        return state, said
    if state.asked == SLOT and state.offered.get(SLOTS):
        command = find_command(said.text)
        if _BARE_LATER.fullmatch(said.text) or command is not None and command.kind in _LATER_ONES:
            return state, replace(said, text=say.OTHER)
    elif chosen_slot(state.values) and _ANOTHER_TIME.search(said.text) and heard_wish(said.text, services.now()).places:
        return replace(state, asked=SLOT, offered={**state.offered, SLOTS: []}), said
    return state, said


def longer(state: FormState, said: Said, key: str, services: ActionServices) -> str | None:
    """What is said to who wants the chosen time kept for longer; None if that is not asked."""
    pressed = read_pressed(said.pressed) if said.pressed else None
    is_asked = pressed is not None and pressed.verb == "extend" or said.pressed is None and bool(_LONGER.search(said.text))
    if not is_asked or not chosen_slot(state.values) or state.resting:
        return None
    hold = services.office.appointments.extend(key, services.now())
    if hold.until is None:
        return ""
    return say.extended(hold.until) if hold.outcome is HoldOutcome.EXTENDED else say.not_longer(hold.until)


def looked_up(turn: FormTurn, key: str, services: ActionServices, lead: str = "") -> Step:
    """The turn with free hours where they are asked for, and with its slot held; the question may become another one."""
    if turn.outcome in (Outcome.CANCELLED, Outcome.DECLINED) or turn.note == "again":
        services.office.appointments.release(key, services.now())
    if turn.outcome in _QUIET or turn.state.has_ended or turn.outcome is Outcome.CHANGING and turn.field is None:
        return Step(form_for(turn.state, services), turn, lead)
    leads = [lead]
    turn, said = _wish_taken(turn, services)
    leads.append(said)
    turn, said, below = _slot_kept(turn, key, services)
    leads.append(said)
    turn = _in_order(turn, services)
    step = _offering(turn, key, services) if turn.asks == SLOT else Step(form_for(turn.state, services), turn, below=below)
    if below and turn.asks not in (None, SLOT):
        step = replace(step, buttons=(verb_button(NAME, turn.asks, "extend", say.EXTEND),))
    return replace(step, lead="\n\n".join(filter(None, (*leads, step.lead))))


def slot_gone(turn: FormTurn, key: str, services: ActionServices) -> Step:
    """The form was complete, but the slot is not to be had any more: others are offered."""
    slot = chosen_slot(turn.state.values)
    state = replace(_without(turn.state, SLOT), has_ended=False)
    again = _asked(replace(turn, state=state, values=None, accepted=(), changed=()), SLOT, Outcome.ACCEPTED)
    return looked_up(again, key, services, say.gone(slot) if slot else "")


def _wish_taken(turn: FormTurn, services: ActionServices) -> tuple[FormTurn, str]:
    """A wish that was given for a slot makes the search more exact; the slot itself is still open."""
    value, offered = turn.state.values.get(SLOT), dict(turn.state.offered)
    if not is_wish(value):
        return turn, ""
    said = ""
    if value == OTHER:
        offered[AFTER] = offered[SLOTS][-1] if offered.get(SLOTS) else None
    else:
        old = TimeWish() if value["is_any"] else TimeWish.from_plain(offered.get(WISH, {}))
        offered[WISH] = old.refined_by(TimeWish.from_plain(value["wish"])).to_plain()
        offered[AFTER] = None
        said = say.unknown(value["unknown"]) if value["unknown"] else say.IS_PAST if value["is_past"] else ""
    state = replace(_without(turn.state, SLOT), offered=offered)
    return _next(replace(turn, state=state, refusal=None), services), said


def _slot_kept(turn: FormTurn, key: str, services: ActionServices) -> tuple[FormTurn, str, str]:
    """The chosen slot is held, for the first time or still; what is said before the question and below it."""
    slot, told = chosen_slot(turn.state.values), {*turn.accepted, *turn.changed}
    if slot is None:
        return turn, "", ""
    wanted = _as_wanted(turn, slot, services) if told & set(CHOOSES_ADVISER) and SLOT not in told else slot
    if wanted is None:
        return _next(replace(turn, state=_without(turn.state, SLOT)), services), say.not_for_this(slot), ""
    now, appointments = services.now(), services.office.appointments
    before = appointments.held(key, now)
    hold = appointments.hold(wanted, key, now)
    if hold.outcome is not HoldOutcome.HELD:
        said = say.gone(wanted) if hold.outcome is HoldOutcome.SLOT_GONE else say.TOO_MANY
        return _next(replace(turn, state=_without(turn.state, SLOT)), services), said, ""
    if wanted != slot:
        turn = replace(turn, state=replace(turn.state, values={**turn.state.values, SLOT: key_of(wanted)}))
    turn = _with_only_format(turn, appointments.adviser(wanted.adviser), services)
    if SLOT in told or wanted != slot:
        said_elsewhere = {name: tuple(one for one in getattr(turn, name) if one != SLOT) for name in ("accepted", "changed")}
        return replace(turn, **said_elsewhere), say.held(wanted, hold.until, appointments.adviser(wanted.adviser)), say.still_held(hold.until)
    if before is None or before.slot != wanted:
        return turn, say.held_again(wanted, hold.until), say.still_held(hold.until)
    return turn, "", say.still_held(hold.until)


def _as_wanted(turn: FormTurn, slot: Slot, services: ActionServices) -> Slot | None:
    """The chosen slot with another length, or None if its adviser cannot do what is wanted now."""
    known = turn.state.known
    wish = replace(_wish(turn.state, services), adviser=slot.adviser, times=TimeWish())
    offer = services.office.appointments.find(wish, services.now(), limit=1)
    if offer.outcome is OfferOutcome.NOBODY:
        return None
    return replace(slot, minutes=int(known[LENGTH])) if known.get(LENGTH) else slot


def _with_only_format(turn: FormTurn, adviser: Adviser | None, services: ActionServices) -> FormTurn:
    """Where an adviser has one format only, it is not asked for; one that this adviser has not is asked anew."""
    if adviser is None:
        return turn
    values = dict(turn.state.values)
    if FORMAT in values and SessionFormat(values[FORMAT]) not in adviser.formats:
        del values[FORMAT]
    if len(adviser.formats) == 1:
        values.setdefault(FORMAT, adviser.formats[0].value)
    if values == turn.state.values:
        return turn
    return _next(replace(turn, state=replace(turn.state, values=values)), services)


def _in_order(turn: FormTurn, services: ActionServices) -> FormTurn:
    """What has to be told because of something else: which place of several, where to come to, a number to call."""
    known = turn.state.known
    place, is_visit = known.get(PLACE), known.get(FORMAT) == SessionFormat.VISIT.value
    if place and place.get("is_open") and not place.get("was_asked") and turn.asks == SLOT:
        return _asked(turn, PLACE)
    if is_visit and place is None and chosen_slot(turn.state.values) and turn.asks not in (PLACE, SLOT):
        return _asked(replace(turn, state=replace(turn.state, skipped=())), PLACE)
    is_call = known.get(FORMAT) == SessionFormat.PHONE.value
    if is_call and known.get(CONTACT) and not known[CONTACT].get("phone") and turn.asks not in (CONTACT, SLOT, FORMAT):
        return replace(_asked(turn, CONTACT, Outcome.INVALID), refusal=Refusal("phone_for_call"))
    return turn


def _offering(turn: FormTurn, key: str, services: ActionServices) -> Step:
    """The slots that are free for the wish, or why there are none."""
    offer, lead = _found(turn.state, key, services)
    state = replace(turn.state, offered={**turn.state.offered, SLOTS: [key_of(one) for one in offer.slots]})
    advisers = {one.adviser: services.office.appointments.adviser(one.adviser) for one in offer.slots}
    lines = say.slot_lines(offer.slots, {id_: one for id_, one in advisers.items() if one})
    question = "\n\n".join((lines, say.WHICH if len(offer.slots) > 1 else say.THIS_ONE)) if offer.slots else say.WHEN_ELSE
    step = Step(form_for(state, services, question), replace(turn, state=state), lead)
    if offer.slots:
        return step
    changing = [verb_button(NAME, one, "change", step.form.field(one).label) for one in _in_the_way(offer)]
    return replace(step, buttons=(*changing, need_button("mensch")), outcome=f"SESSIONS_{offer.outcome.value}")


def _found(state: FormState, key: str, services: ActionServices) -> tuple[Offer, str]:
    wish, office, now = _wish(state, services), services.library.office, services.now()
    after = slot_of(state.offered.get(AFTER))
    find = services.office.appointments.find
    offer = find(wish, now, after=after, holder=key)
    if after is not None and offer.outcome is not OfferOutcome.FOUND:
        offer = find(wish, now, holder=key)
        if offer.slots:
            return offer, say.no_more(not wish.times.is_open)
    said = {
        OfferOutcome.FOUND: lambda: say.found(wish.times, after is not None),
        OfferOutcome.NEAREST: lambda: say.nearest(wish.times),
        OfferOutcome.FULL: lambda: say.full(office),
        OfferOutcome.NOBODY: lambda: say.nobody(offer.without, office),
    }
    return offer, said[offer.outcome]()


def _in_the_way(offer: Offer) -> list[str]:
    fields = {"format": FORMAT, "minutes": LENGTH, "access": "bedarf", "topics": "thema", "land": PLACE, "kreis": PLACE}
    return list(dict.fromkeys(fields[one] for one in offer.without if one in fields))


def _wish(state: FormState, services: ActionServices) -> SessionWish:
    return session_wish(state.known, TimeWish.from_plain(state.offered.get(WISH, {})), services.library.reader)


def _without(state: FormState, key: str) -> FormState:
    return replace(state, values={name: value for name, value in state.values.items() if name != key})


def _next(turn: FormTurn, services: ActionServices) -> FormTurn:
    """The turn with the question that is open now; what it tells of the slot is said in other words."""
    told = {name: tuple(one for one in getattr(turn, name) if one in turn.state.values) for name in ("accepted", "changed")}
    return _asked(replace(turn, **told), turn.state.next_open(form_for(turn.state, services)) or CONFIRM)


def _asked(turn: FormTurn, key: str, outcome: Outcome | None = None) -> FormTurn:
    """The turn asking `key` instead; also when it is repeated."""
    if outcome is None:
        is_done = turn.outcome in (Outcome.CONFIRM, Outcome.SHOWN, Outcome.INVALID) and key != CONFIRM
        outcome = Outcome.CONFIRM if key == CONFIRM else Outcome.ACCEPTED if is_done else turn.outcome
    last: dict[str, Any] = {**turn.state.last, "field": key, "outcome": outcome.value} if turn.state.last else {}
    state = replace(turn.state, asked=key, tries=0 if key != turn.state.asked else turn.state.tries, last=last)
    return replace(turn, state=state, field=key, outcome=outcome)



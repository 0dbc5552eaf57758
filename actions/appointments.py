"""What the form for a session needs of the office while it is filled in: free hours, and the one that is held.

The engine decides what a message is; here a wish becomes slots, a chosen slot is held, and one that is gone is asked for anew.
"""
from __future__ import annotations

import re
from dataclasses import replace

from actions.services import ActionServices
from actions.slot_search import SLOTS, WISH, Search, Step, asked, next_question, offering, wish_taken, without
from conversation.commands import CommandKind, find_command
from conversation.forms.appointment import (
    ACCESS, CHOOSES_ADVISER, CONTACT, FORMAT, LENGTH, NAME, NOTE, PLACE, SLOT, TOPIC, Looked, appointment_form,
    chosen_slot, session_wish,
)  # fmt: skip
from conversation.forms.appointment_change import CANCEL, MOVE, wants_of_chosen
from conversation.forms.appointment_parts import access_in, spot_format
from conversation.forms.model import Form, FormTurn, Outcome, Refusal, Said
from conversation.forms.readers import spot_name
from conversation.forms.slot_choice import heard_wish, key_of, read_slot, slot_of
from conversation.forms.state import FormState
from conversation.masking.model import Kind
from conversation.secrecy.unasked import says_no_more
from knowledge.schema.adviser import Adviser, SessionFormat
from knowledge.times.wish import TimeWish
from office.appointments.model import HoldOutcome, Offer, OfferOutcome, SessionWish, Slot
from wording import appointment_form as say
from wording.form_buttons import read_pressed, verb_button
from wording.reply import Button

_QUIET = frozenset({
    Outcome.NOT_MINE, Outcome.NOT_AN_ANSWER, Outcome.LEFT, Outcome.PAUSED, Outcome.ASKED_IF_SURE, Outcome.COMPLETED,
    Outcome.CANCELLED, Outcome.DECLINED,
})  # fmt: skip
_LATER_ONES = (CommandKind.MORE, CommandKind.FURTHER, CommandKind.DETAILS)
_BARE_LATER = re.compile(r"\W*(?:etwas |was |lieber |bitte )*sp(?:ä|ae)ter(?:e|es|en)?(?: bitte| zeiten?| termine?)?\W*", re.IGNORECASE)
_LONGER = re.compile(
    r"\b(?:länger|laenger) (?:reservieren|halten|frei ?halten)|\b(?:reservierung|zeit) (?:bitte )?verlängern|\bverlängern\b|"
    r"\b(?:brauche|brauchen) (?:noch )?(?:etwas |ein bisschen |ein wenig )?(?:mehr zeit|länger|einen moment|eine "
    r"minute)\b|^\W*moment(?: noch| bitte| mal)?\W*$|"
    r"^\W*(?:(?:ne|nein|halt|bitte|ach)\b\W*)*warte(?:n sie)?(?: mal| kurz| noch| bitte| einen| moment)*\W*$",
    re.IGNORECASE,
)
_FEW_WORDS = 5
_WAYS_TO_A_PERSON = {Kind.PHONE, Kind.EMAIL}
_TITLES = re.compile(r"\b(?:frau|herrn?|familie|dr\.?|prof\.?)\s+(?=\[)", re.IGNORECASE)
_TITLE = re.compile(r"(?:\b(?:frau|herrn?|familie|dr\.?|prof\.?)\s+)*$", re.IGNORECASE)
_OWN_WORDS = (ACCESS, NOTE)
_COMMANDS = {MOVE: "ändere die Zeit", CANCEL: "abbrechen"}
"""What „Termin verschieben“ and „Termin absagen“ mean while it is being booked."""
_ANOTHER_TIME = re.compile(r"\b(?:doch|lieber|ander\w*|statt\w*|verschieb\w*|verleg\w*|nicht)\b", re.IGNORECASE)


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
    if state.asked in (TOPIC, PLACE):
        state, said = _with_person_named(state, said, services)
    if state.asked == ACCESS and (needs := access_in(said.text)):  # „in einfacher Sprache“ is a command elsewhere
        return state, replace(said, pressed=f"{NAME}.{ACCESS}.{min(needs).value}") if find_command(said.text) else said
    if state.asked == SLOT and state.offered.get(SLOTS):
        command = find_command(said.text)
        if _BARE_LATER.fullmatch(said.text) or command is not None and command.kind in _LATER_ONES:
            return state, replace(said, text=say.OTHER)
        return (replace(state, asked=FORMAT) if _names_only_a_format(state, said, services) else state), said
    if state.asked in _OWN_WORDS:
        return state, said
    if chosen_slot(state.values) and _ANOTHER_TIME.search(said.text) and heard_wish(said.text, services.now()).places:
        return replace(state, asked=SLOT, offered={**state.offered, SLOTS: []}), said
    if chosen_slot(state.values) and (what := wants_of_chosen(said.text)):
        return state, replace(said, text=_COMMANDS[what])
    if _names_a_format(said, services):
        return replace(state, asked=FORMAT), said
    return state, said


def _with_person_named(state: FormState, said: Said, services: ActionServices) -> tuple[FormState, Said]:
    """„Ida, 0351 …“ where topic or place is asked: a name beside a number is a name, so that the form takes it for one.

    Where nothing else is said and it was said before, the question is left open: it is asked again only once.
    """
    masked = services.masking.mask(said.text)
    kinds = {one.kind for one in masked.found}
    if not kinds & _WAYS_TO_A_PERSON:
        return state, said
    is_all = says_no_more(_TITLES.sub("", masked.text))
    if is_all and state.known.get(CONTACT):
        skipped = replace(state, skipped=tuple(dict.fromkeys([*state.skipped, state.asked])))
        state = replace(skipped, asked=skipped.next_open(form_for(state, services)))
    name = next((one for one in masked.found if one.kind is Kind.NAME), None)
    if name is None or spot_name(said.text, said.understanding, services.now()) is not None:
        return state, said
    start = _TITLE.search(said.text[: name.start]).start()
    text = f"{said.text[:start]}Mein Name ist {said.text[start:]}"
    return state, replace(said, text=text, understanding=services.library.reader.read(text))


def _names_a_format(said: Said, services: ActionServices) -> bool:
    """„lieber per Video“: another form than the one that was chosen, or before it is asked for."""
    is_short = len(said.text.split()) <= _FEW_WORDS and not any(map(str.isdigit, said.text)) and "?" not in said.text
    return is_short and spot_format(said.text, said.understanding, services.now()) is not None


def _names_only_a_format(state: FormState, said: Said, services: ActionServices) -> bool:
    """„doch lieber per Telefon“ among shown times, and none of them."""
    if not _names_a_format(said, services):
        return False
    start, end = spot_format(said.text, said.understanding, services.now()).places[0]
    slots = [slot for key in state.offered[SLOTS] if (slot := slot_of(key))]
    return isinstance(read_slot(f"{said.text[:start]}{said.text[end:]}", slots, services.now()), Refusal)


def longer(state: FormState, said: Said, key: str, services: ActionServices) -> str | None:
    """What is said to who wants the chosen time kept for longer; None if that is not asked."""
    pressed = read_pressed(said.pressed) if said.pressed else None
    is_said = said.pressed is None and state.asked not in _OWN_WORDS and bool(_LONGER.search(said.text))
    is_asked = pressed is not None and pressed.verb == "extend" or is_said
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
    turn, said = wish_taken(SEARCH, turn, services)
    leads.append(said)
    turn, said, below = _slot_kept(turn, key, services)
    leads.append(said)
    below = "" if lead else below
    turn = _in_order(turn, services)
    step = offering(SEARCH, turn, key, services) if turn.asks == SLOT else Step(form_for(turn.state, services), turn, below=below)
    if chosen_slot(turn.state.values) and turn.asks not in (None, SLOT):
        step = replace(step, buttons=(verb_button(NAME, turn.asks, "extend", say.EXTEND),))
    return replace(step, lead="\n\n".join(filter(None, (*leads, step.lead))))


def slot_gone(turn: FormTurn, key: str, services: ActionServices) -> Step:
    """The form was complete, but the slot is not to be had any more: others are offered."""
    slot = chosen_slot(turn.state.values)
    state = replace(without(turn.state, SLOT), has_ended=False)
    again = asked(replace(turn, state=state, values=None, accepted=(), changed=()), SLOT, Outcome.ACCEPTED)
    return looked_up(again, key, services, say.gone(slot) if slot else "")


def _slot_kept(turn: FormTurn, key: str, services: ActionServices) -> tuple[FormTurn, str, str]:
    """The chosen slot is held, for the first time or still; what is said before the question and below it."""
    slot, told = chosen_slot(turn.state.values), {*turn.accepted, *turn.changed}
    if slot is None:
        return turn, "", ""
    wanted = _as_wanted(turn, slot, services) if told & set(CHOOSES_ADVISER) and SLOT not in told else slot
    if wanted is None:
        return next_question(SEARCH, replace(turn, state=without(turn.state, SLOT)), services), say.not_for_this(slot), ""
    now, appointments = services.now(), services.office.appointments
    before = appointments.held(key, now)
    hold = appointments.hold(wanted, key, now)
    if hold.outcome is not HoldOutcome.HELD:
        said = say.gone(wanted) if hold.outcome is HoldOutcome.SLOT_GONE else say.TOO_MANY
        return next_question(SEARCH, replace(turn, state=without(turn.state, SLOT)), services), said, ""
    if wanted != slot:
        turn = replace(turn, state=replace(turn.state, values={**turn.state.values, SLOT: key_of(wanted)}))
    turn = _with_only_format(turn, appointments.adviser(wanted.adviser), services)
    if SLOT in told or wanted != slot:
        said_elsewhere = {name: tuple(one for one in getattr(turn, name) if one != SLOT) for name in ("accepted", "changed")}
        return replace(turn, **said_elsewhere), say.held(wanted, hold.until, appointments.adviser(wanted.adviser)), ""
    if before is None or before.slot != wanted:
        return turn, say.held_again(wanted, hold.until), ""
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
    return next_question(SEARCH, replace(turn, state=replace(turn.state, values=values)), services)


def _in_order(turn: FormTurn, services: ActionServices) -> FormTurn:
    """What has to be told because of something else: which place of several, where to come to, a number to call."""
    known = turn.state.known
    place, is_visit = known.get(PLACE), known.get(FORMAT) == SessionFormat.VISIT.value
    if place and place.get("is_open") and not place.get("was_asked") and turn.asks == SLOT:
        return asked(turn, PLACE)
    if is_visit and place is None and chosen_slot(turn.state.values) and turn.asks not in (PLACE, SLOT):
        return asked(replace(turn, state=replace(turn.state, skipped=())), PLACE)
    is_call = known.get(FORMAT) == SessionFormat.PHONE.value
    if is_call and known.get(CONTACT) and not known[CONTACT].get("phone") and turn.asks not in (CONTACT, SLOT, FORMAT):
        return replace(asked(turn, CONTACT, Outcome.INVALID), refusal=Refusal("phone_for_call"))
    return turn


def _buttons_instead(form: Form, offer: Offer) -> list[Button]:
    fields = {"format": FORMAT, "minutes": LENGTH, "access": ACCESS, "topics": TOPIC, "land": PLACE, "kreis": PLACE}
    keys = dict.fromkeys(fields[one] for one in offer.without if one in fields)
    return [verb_button(NAME, one, "change", form.field(one).label) for one in keys]


def _wish(state: FormState, services: ActionServices) -> SessionWish:
    return session_wish(state.known, TimeWish.from_plain(state.offered.get(WISH, {})), services.library.reader)


SEARCH = Search(form_for, _wish, _buttons_instead, can_wait=True)

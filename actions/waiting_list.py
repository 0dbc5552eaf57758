"""The waiting list in the conversation: getting onto it, how it stands, what comes of an offer, leaving it."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker

from actions.booking import known_for_session
from actions.message import is_typed, question_of
from actions.services import ActionServices
from actions.slot_search import SLOTS, WISH, Step, asked, without
from actions.waiting_offer import began_to_take
from conversation.forms import appointment as session
from conversation.forms import waiting_list, waiting_offer
from conversation.forms.model import FormTurn, Outcome
from conversation.forms.place_field import place_value
from conversation.forms.state import FormState
from conversation.waiting_phrases import WaitingPhrase, answer_to_offer, names_the_list, waiting_phrase_in
from knowledge.times.wish import TimeWish
from office.appointments.model import OfferOutcome
from office.appointments.waiting_model import JoinOutcome, Waiting
from office.errors import StorageError
from office.matters.kinds import appointment as kind
from wording import appointment_form as session_form
from wording import waiting as say
from wording.form_buttons import read_pressed
from wording.matters import not_kept, not_reachable
from wording.needs import need_button
from wording.reply import Reply

_TAKEN_OVER = (session.TOPIC, session.PLACE, session.FORMAT, session.LENGTH, session.ACCESS, session.WHO, session.CONTACT)
_OWN_FORMS = (session.NAME, waiting_list.NAME, waiting_offer.NAME)


def said_of_waiting(tracker: Tracker, services: ActionServices) -> Reply | Step | None:
    """What a message about a place on the list or about its offer leads to; None if it is about neither."""
    text, key = question_of(tracker).strip(), tracker.sender_id
    heard = waiting_phrase_in(text) if is_typed(tracker) else None
    answer = answer_to_offer(text) if is_typed(tracker) else None
    if heard is None and answer is None:
        return None
    try:
        if answer is not None and (names_the_list(text) or services.given_answers.newest_outcome(key) == say.OFFERED):
            waiting = services.office.waiting_list.offered(key, services.now())
            if waiting is not None and waiting.offer is not None:
                return began_to_take(key, waiting, services) if answer else _declined(key, services)
        if heard is None or _is_told_elsewhere(key, services):
            return None
        if heard is WaitingPhrase.LEAVES:
            return _left(key, services)
        waiting = services.office.waiting_list.offered(key, services.now())
        is_about_place = heard is WaitingPhrase.ASKS_AFTER or heard is WaitingPhrase.NAMES and waiting is not None
        return say.place_reply(waiting) if is_about_place else None
    except StorageError:
        return not_reachable(services.library.office)


def wants_to_wait(tracker: Tracker, services: ActionServices) -> str | None:
    """The form that a wish for the waiting list begins: first it is looked for what is free. None if that is not wished."""
    wanting = (WaitingPhrase.WANTS, WaitingPhrase.NAMES)
    if not is_typed(tracker) or waiting_phrase_in(question_of(tracker)) not in wanting:
        return None
    try:
        if _is_told_elsewhere(tracker.sender_id, services):
            return None
        looked = services.drafts.load(tracker.sender_id, session.NAME)
    except StorageError:
        return None  # the form says so
    return waiting_list.NAME if looked is not None and SLOTS in looked.offered else session.NAME


def pressed_of_waiting(pressed: str, tracker: Tracker, services: ActionServices) -> Reply | Step | None:
    """What a button below an offer or a place does; None for any other. One of an older offer does nothing to another."""
    told, key = read_pressed(pressed), tracker.sender_id
    if told is None or told.form != waiting_offer.NAME or told.field not in (say.TAKE, say.DECLINE, say.LEAVE):
        return None
    try:
        if told.field == say.LEAVE:
            return _left(key, services)
        waiting = services.office.waiting_list.offered(key, services.now())
        if waiting is None or waiting.offer is None or say.offer_key(waiting.offer) != told.choice:
            return say.too_late_reply(waiting)
        return began_to_take(key, waiting, services) if told.field == say.TAKE else _declined(key, services)
    except StorageError:
        return not_reachable(services.library.office)


def known_for_waiting(tracker: Tracker, services: ActionServices) -> dict[str, Any]:
    """What was looked for just now, or is waited for already; else what the conversation tells."""
    key = tracker.sender_id
    draft = services.drafts.load(key, session.NAME)
    if draft is not None and not draft.has_ended:
        told = {name: draft.known[name] for name in _TAKEN_OVER if name in draft.known}
        wish = draft.offered.get(WISH) or {}
        return {**told, **({waiting_list.WHEN: {"wish": wish}} if not TimeWish.from_plain(wish).is_open else {})}
    waiting = services.office.waiting_list.offered(key, services.now())
    return _told_before(waiting, services) if waiting is not None else known_for_session(tracker, services)


def join(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool] | Step:
    """Get onto the list with what the form tells; the reply, and whether it is done. Where nobody is ever there at the
    wished times, these are asked once more instead."""
    values, office, now = turn.values, services.library.office, services.now()
    try:
        wish, told = waiting_list.wish_of(values, services.library.reader), waiting_list.told_of(values)
        told = {name: text for name, text in told.items() if text}
        free = services.office.appointments.find(wish, now, limit=1)
        if free.outcome is OfferOutcome.NOBODY:
            nobody = session_form.nobody(free.without, office)
            return Reply(nobody, outcome="SESSIONS_NOBODY", buttons=(need_button("mensch"),)), False
        if not services.office.appointments.can_come_up(wish, now):
            state = replace(without(turn.state, waiting_list.WHEN), has_ended=False)
            again = asked(replace(turn, state=state, values=None), waiting_list.WHEN, Outcome.ACCEPTED)
            return Step(waiting_list.waiting_list_form(office, services.library.reader.places), again, lead=say.NOBODY_THEN)
        consent, reach = waiting_list.consent_of(values), waiting_list.reach_of(values)
        joined = services.office.waiting_list.join(wish, key, consent, now, reach, told)
        is_on_it = joined.outcome in (JoinOutcome.JOINED, JoinOutcome.CHANGED)
        if is_on_it:
            services.drafts.delete(key, session.NAME)  # what was looked for is waited for now
    except StorageError:
        return not_kept(office), False
    return say.joined_reply(joined, office, free.outcome is OfferOutcome.FOUND), is_on_it


def with_place_told(reply: Reply, key: str, services: ActionServices) -> Reply:
    """The receipt of a session, which says so if this conversation still waits for one."""
    still_waits = services.office.waiting_list.offered(key, services.now()) is not None
    return say.with_place(reply) if still_waits else reply


def joined_again(state: FormState, key: str, services: ActionServices) -> Reply:
    """The answer once more, where the message that got somebody onto the list is repeated."""
    return say.place_reply(services.office.waiting_list.offered(key, services.now()))


def _told_before(waiting: Waiting, services: ActionServices) -> dict[str, Any]:
    wish, told = waiting.wish, waiting.told
    contact = {name: value for name, value in (("phone", waiting.phone), ("mail", waiting.email)) if value}
    place = told.get(kind.PLACE)
    known = {
        session.TOPIC: told.get(kind.TOPIC),
        session.PLACE: place_value(place, services.library.reader.places) if place else None,
        session.FORMAT: wish.format and wish.format.value, session.LENGTH: wish.minutes and str(wish.minutes),
        session.WHO: told.get(kind.NAME), session.CONTACT: contact,
    }  # fmt: skip
    return {name: value for name, value in known.items() if value}


def _is_told_elsewhere(key: str, services: ActionServices) -> bool:
    """Whether another form is open, to which these words may be the answer."""
    draft = services.drafts.latest(key)
    return draft is not None and draft.form not in _OWN_FORMS and not (draft.has_ended or draft.resting)


def _declined(key: str, services: ActionServices) -> Reply:
    services.office.waiting_list.decline(key, services.now())
    services.drafts.delete(key, waiting_offer.NAME)
    return say.declined_reply()


def _left(key: str, services: ActionServices) -> Reply:
    was_on_it = services.office.waiting_list.leave(key)
    services.drafts.delete(key, waiting_offer.NAME)
    return say.left_reply() if was_on_it else say.place_reply(None)

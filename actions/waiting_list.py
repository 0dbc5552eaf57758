"""The waiting list in the conversation: getting onto it, how it stands, what comes of an offer, leaving it."""
from __future__ import annotations

import re
from typing import Any

from rasa_sdk import Tracker

from actions.booking import known_for_session
from actions.message import is_typed, question_of
from actions.services import ActionServices
from actions.slot_search import SLOTS, WISH, Step
from actions.waiting_offer import began_to_take
from conversation.forms import appointment as session
from conversation.forms import waiting_list, waiting_offer
from conversation.forms.hearing import yes_or_no
from conversation.forms.model import FormTurn, Said
from conversation.forms.place_field import place_value
from conversation.forms.state import FormState
from knowledge.times.wish import TimeWish
from office.appointments.waiting_model import JoinOutcome, Waiting
from office.errors import StorageError
from office.matters.kinds import appointment as kind
from wording import waiting as say
from wording.form_buttons import read_pressed
from wording.matters import not_kept, not_reachable
from wording.reply import Reply

_MOST_WORDS, _FEW_WORDS = 14, 8
_LIST = r"warte ?liste\w*|warte(?:listen)?platz\w*"
_NAMES_IT = re.compile(rf"\b(?:{_LIST})\b", re.IGNORECASE)
_ALONE = re.compile(rf"\W*(?:(?:bitte|auf|die|zur|meine?|der|ihre|eure|dann|ja|gern|gerne) )*(?:{_LIST})(?: bitte| setzen)*\W*", re.IGNORECASE)
_WANTS = re.compile(
    rf"\b(?:auf|in) (?:die|eure|ihre|eine|der) (?:{_LIST}) (?:\w+ )?(?:setz\w*|schreib\w*|nehm\w*|komm\w*|trag\w*|eintrag\w*)|"
    rf"\b(?:setz\w*|schreib\w*|nehm\w*|trag\w*|komm\w*|möchte|moechte|will|würde|kann) .{{0,30}}\b(?:auf|in) (?:die|eure|ihre|eine) (?:{_LIST})|"
    rf"\b(?:gibt es|haben sie|habt ihr) (?:denn |auch )?(?:eine|keine) (?:{_LIST})\W*$|"
    r"\b(?:sag\w*|geb\w*|gib\w*) (?:sie |ihr )?(?:mir |uns )(?:bitte |dann )*bescheid,? (?:wenn|sobald|falls|wann) .{0,50}\bfrei\b|"
    r"\b(?:informier\w*|benachrichtig\w*|verständig\w*|meld\w*|schreib\w*) .{0,25}(?:wenn|sobald|falls) .{0,40}\b(?:termin|zeit|platz|was|etwas)\b.{0,20}\bfrei\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    rf"\b(?:von|aus) (?:der|eurer|ihrer) (?:{_LIST})\b.{{0,30}}\b(?:runter\w*|streich\w*|lösch\w*|loesch\w*|nehm\w*|austrag\w*|raus\w*|abmeld\w*|entfern\w*)|"
    rf"\b(?:runter|weg|raus|streich\w*|lösch\w*|nehm\w*) .{{0,20}}\b(?:von|aus) (?:der|eurer|ihrer) (?:{_LIST})|"
    rf"\b(?:{_LIST})\b.{{0,20}}\b(?:verlass\w*|abmeld\w*|austrag\w*|kündig\w*|storn\w*|lösch\w*|nicht mehr|aufgeben)|"
    rf"\b(?:nicht mehr|verlass\w*) .{{0,12}}\b(?:{_LIST})",
    re.IGNORECASE,
)
_ASKS_AFTER = re.compile(
    rf"\b(?:stand|status|position|wie (?:steht|sieht|weit|lange)|wo stehe|bin ich|stehe ich|was macht|zeig\w*)\b.{{0,40}}\b(?:{_LIST})",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:nehm\w*|annehm\w*|buch\w*|zusagen?)\b.{0,20}\b(?:den|ihn|diesen|das angebot|termin|an|zu)\b|"
    r"\b(?:den|ihn|diesen|angebot|termin)\b.{0,12}\b(?:nehm\w*|annehm\w*|buch\w*)\b|\b(?:passt|nehme ich)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(?:ablehn\w*|lehne\b.{0,20}\bab|nächsten abwarten|(?:passt|nehme|geht|kann|möchte|will)\b.{0,20}\b(?:nicht|nich|net)\b)",
    re.IGNORECASE,
)
_OWN_FORMS = (session.NAME, waiting_list.NAME, waiting_offer.NAME)


def said_of_waiting(tracker: Tracker, services: ActionServices) -> Reply | Step | None:
    """What a message about a place on the list or about its offer leads to; None if it is about neither."""
    text = question_of(tracker).strip()
    if not is_typed(tracker) or not text or len(text.split()) > _MOST_WORDS:
        return None
    key, now = tracker.sender_id, services.now()
    try:
        is_named = bool(_NAMES_IT.search(text)) and not _is_told_elsewhere(key, services)
        if is_named and _LEAVES.search(text):
            return _left(key, services)
        meant = _meant_by(text, key, is_named, services)
        if meant is not None:
            waiting = services.office.waiting_list.offered(key, now)
            if waiting is not None and waiting.offer is not None:
                return began_to_take(key, waiting, services) if meant else _declined(key, services)
        if is_named and (_ASKS_AFTER.search(text) or _ALONE.fullmatch(text)):
            waiting = services.office.waiting_list.offered(key, now)
            return say.place_reply(waiting) if waiting is not None or not _ALONE.fullmatch(text) else None
    except StorageError:
        return not_reachable(services.library.office)
    return None


def wants_to_wait(tracker: Tracker, services: ActionServices) -> str | None:
    """The form that a wish for the waiting list begins: first it is looked for what is free. None if that is not wished."""
    text = question_of(tracker).strip()
    if not is_typed(tracker) or len(text.split()) > _MOST_WORDS or not (_ALONE.fullmatch(text) or _WANTS.search(text)):
        return None
    try:
        if _is_told_elsewhere(tracker.sender_id, services):
            return None
        looked = services.drafts.load(tracker.sender_id, session.NAME)
    except StorageError:
        return None  # the form says so
    return waiting_list.NAME if looked is not None and SLOTS in looked.offered else session.NAME


def pressed_of_waiting(pressed: str, tracker: Tracker, services: ActionServices) -> Reply | Step | None:
    """What a button below an offer or a place does; None for any other button. One of an older offer does nothing to another."""
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
        wanted = (session.TOPIC, session.PLACE, session.FORMAT, session.LENGTH, session.ACCESS, session.WHO, session.CONTACT)
        told = {name: draft.known[name] for name in wanted if name in draft.known}
        wish = draft.offered.get(WISH) or {}
        return {**told, **({waiting_list.WHEN: {"wish": wish}} if not TimeWish.from_plain(wish).is_open else {})}
    waiting = services.office.waiting_list.offered(key, services.now())
    return _told_before(waiting, services) if waiting is not None else known_for_session(tracker, services)


def join(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool]:
    """Get onto the list with what the form tells; the reply, and whether it is done."""
    values, office = turn.values, services.library.office
    try:
        wish, told = waiting_list.wish_of(values, services.library.reader), waiting_list.told_of(values)
        told = {name: text for name, text in told.items() if text}
        consent, reach = waiting_list.consent_of(values), waiting_list.reach_of(values)
        joined = services.office.waiting_list.join(wish, key, consent, services.now(), reach, told)
        is_on_it = joined.outcome in (JoinOutcome.JOINED, JoinOutcome.CHANGED)
        if is_on_it:
            services.drafts.delete(key, session.NAME)  # what was looked for is waited for now
    except StorageError:
        return not_kept(office), False
    return say.joined_reply(joined, office), is_on_it


def joined_again(state: FormState, key: str, services: ActionServices) -> Reply:
    """The answer once more, where the message that got somebody onto the list is repeated."""
    return say.place_reply(services.office.waiting_list.offered(key, services.now()))


def _told_before(waiting: Waiting, services: ActionServices) -> dict[str, Any]:
    wish, told = waiting.wish, waiting.told
    contact = {name: value for name, value in (("phone", waiting.phone), ("mail", waiting.email)) if value}
    place = told.get(kind.PLACE)
    known = {
        session.TOPIC: told.get(kind.TOPIC), session.PLACE: place_value(place, services.library.reader.places) if place else None,
        session.FORMAT: wish.format and wish.format.value, session.LENGTH: wish.minutes and str(wish.minutes),
        session.WHO: told.get(kind.NAME), session.CONTACT: contact,
    }  # fmt: skip
    return {name: value for name, value in known.items() if value}


def _is_told_elsewhere(key: str, services: ActionServices) -> bool:
    """Whether another form is open, to which these words may be the answer."""
    draft = services.drafts.latest(key)
    return draft is not None and draft.form not in _OWN_FORMS and not (draft.has_ended or draft.resting)


def _meant_by(text: str, key: str, is_named: bool, services: ActionServices) -> bool | None:
    """Whether words take an offer or decline it; a bare yes or no does if an offer was the last thing that was said."""
    if len(text.split()) > _FEW_WORDS:
        return None
    bare = yes_or_no(Said.of(text), text)
    meant = bare if bare is not None else False if _DECLINES.search(text) else True if _TAKES.search(text) else None
    if meant is None or bare is None and is_named:
        return meant
    return meant if services.given_answers.newest_outcome(key) == say.OFFERED else None


def _declined(key: str, services: ActionServices) -> Reply:
    services.office.waiting_list.decline(key, services.now())
    services.drafts.delete(key, waiting_offer.NAME)
    return say.declined_reply()


def _left(key: str, services: ActionServices) -> Reply:
    was_on_it = services.office.waiting_list.leave(key)
    services.drafts.delete(key, waiting_offer.NAME)
    return say.left_reply() if was_on_it else say.place_reply(None)

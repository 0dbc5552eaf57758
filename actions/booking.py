"""Booking the session for which the form is filled in, and what the conversation tells for the form already."""
from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Mapping

from rasa_sdk import Tracker

from actions.appointment_changes import known_case
from actions.appointments import slot_gone
from actions.known import context_of, titles_of
from actions.matters import at_its_desk, request_key_of
from actions.message import is_typed, need_of, question_of
from actions.services import ActionServices
from actions.slot_search import Step
from conversation.context import Part
from conversation.forms.appointment import NAME, NOTE, PLACE, TOPIC, plain_values
from conversation.forms.appointment_change import speaks_of_booked_session
from conversation.forms.appointment_parts import asks_about_this_session, spot_topic, topics_in
from conversation.forms.idea_parts import place_told
from conversation.forms.model import FormTurn
from conversation.forms.place_field import place_value
from conversation.forms.state import FormState
from office.appointments.model import BookingOutcome, BookingResult
from office.consent import Consent
from office.errors import StorageError
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.kinds.appointment import TOPIC as TOPIC_TOLD
from office.matters.kinds.idea import IDEA
from office.matters.model import Submission, Where
from wording import appointments as say
from wording.checklist import checklist_text
from wording.matters import not_kept
from wording.reply import Reply
from wording.session_calendar import session_path

_GONE = (BookingOutcome.HOLD_EXPIRED, BookingOutcome.SLOT_GONE)


def book(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool] | Step:
    """Book what is held; the reply, and whether it is booked. If the slot is gone, the form goes on with other ones.

    The same form sent again, as by a double click, is the same request.
    """
    plain = plain_values(turn.values)
    try:
        submission = at_its_desk(_submission(plain), services)
        result = services.office.appointments.book(
            key, submission, plain["format"], request_key_of(key, turn.state), services.now()
        )
        if result.outcome in _GONE:
            return slot_gone(turn, key, services)
        return booked_reply(result, key, services), result.outcome in (BookingOutcome.BOOKED, BookingOutcome.ALREADY_BOOKED)
    except StorageError:
        return not_kept(services.library.office), False


def booked_again(state: FormState, key: str, services: ActionServices) -> Reply | None:
    """The answer once more, where the message that booked is repeated because its answer was lost on the way."""
    result = services.office.appointments.repeat(request_key_of(key, state), services.now())
    return None if result is None else booked_reply(result, key, services)


def known_for_session(tracker: Tracker, services: ActionServices) -> dict[str, Any]:
    """Topic and place of the conversation so far, of an idea that was handed in as well; what the message itself names goes
    before."""
    known = context_of(tracker)
    titles = titles_of(known, services.library)
    told: dict[str, Any] = {}
    if Part.TOPIC in titles:
        told[TOPIC] = titles[Part.TOPIC].removeprefix("Thema ")
    if known.where:
        where = re.sub(r"^(?:in|im|bei|aus) (?:der |dem )?", "", known.where)
        told[PLACE] = place_value(where, services.library.reader.places)
    handed_in = known_case(tracker, services, IDEA) if TOPIC not in told else None
    idea = services.office.of(IDEA).find(handed_in[0]) if handed_in else None
    if idea is not None and idea.told.get("title"):
        told[TOPIC] = idea.told["title"]
    named = _named_now(tracker, services)
    return {key: value for key, value in told.items() if key not in named}


def _named_now(tracker: Tracker, services: ActionServices) -> set[str]:
    """Which of topic and place the message itself names."""
    text = question_of(tracker) if is_typed(tracker) else ""
    read = services.library.reader.read(text)
    has_topic = spot_topic(text, read, services.now()) is not None
    return {key for key, is_named in ((TOPIC, has_topic), (PLACE, bool(place_told(text, read.where)))) if is_named}


def means_booked_session(state: FormState, tracker: Tracker) -> bool:
    """Whether somebody who is booking speaks of a session that stands already („meinen Termin am Dienstag verschieben“)."""
    is_other = state.form == NAME and not state.resting and need_of(tracker) == "beratung_aendern"
    return is_other and is_typed(tracker) and speaks_of_booked_session(question_of(tracker), state)


def asks_about_session(state: FormState, tracker: Tracker) -> bool:
    """„Was kostet das?“ in the middle of booking, for which no need stands."""
    is_open = state.form == NAME and not state.resting and state.asked != NOTE
    return is_open and is_typed(tracker) and asks_about_this_session(question_of(tracker))


def _submission(plain: Mapping[str, Any]) -> Submission:
    consent = Consent(APPOINTMENT.purpose, plain["consent_version"], plain["consent_at"])
    told = {name: text for name, text in plain["told"].items() if text}
    return Submission(told, (consent,), plain["reach"], Where(plain["land"], plain["kreis"]))


def booked_reply(result: BookingResult, key: str, services: ActionServices) -> Reply:
    """The receipt: number and code, the session, what to get ready, the calendar file."""
    if result.code is not None:
        result = replace(result, code=services.codes.keep(key, result.code, services.now()))
    appointment = result.appointment
    if appointment is None:
        return say.booked(result, None, services.library.office)
    adviser = services.office.appointments.adviser(appointment.slot.adviser)
    path = session_path(services.office.calendar_links.make(appointment.number, services.now()))
    topic = appointment.told.get(TOPIC_TOLD, "")
    topics = topics_in(topic, services.library.reader.read(topic)) or {one.value for one in (adviser.topics if adviser else ())}
    reply = say.booked(result, adviser, services.library.office)
    return say.with_preparation(reply, checklist_text(sorted(topics), appointment.format), path)

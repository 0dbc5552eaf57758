"""Handing an idea over to the adviser of a booked session, or taking that back, in the conversation."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker

from actions.appointment_changes import known_case
from actions.message import is_typed, question_of
from actions.services import ActionServices
from actions.slot_search import Step
from conversation.forms import engine
from conversation.forms.idea_sheet import (
    CASE, CONSENT, CONSENT_VERSION, IDEA, NAME, idea_sheet_form, names_session, names_sheet,
)  # fmt: skip
from conversation.forms.model import NO, Form, FormTurn, Outcome
from conversation.forms.state import FormState
from office.appointments.idea_sheets import IdeaSheetOutcome
from office.appointments.model import BookingOutcome
from office.errors import StorageError
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.kinds.idea import IDEA as IDEA_KIND
from office.matters.model import MatterOutcome
from wording import idea_sheet as say
from wording.matters import not_reachable
from wording.reply import Reply


def form_for(state: FormState | None, services: ActionServices) -> Form:
    """The form as it stands: where the adviser already gets an idea, its last question is another."""
    case = state.values.get(CASE) if state is not None else None
    handed = services.office.idea_sheets.handed(case["number"]) if case else None
    return idea_sheet_form(services.library.office, handed or "")


def begun_with(tracker: Tracker, services: ActionServices) -> dict[str, Any]:
    """What the conversation tells for the form already: the session that was booked in it, the idea that was handed in."""
    known: dict[str, Any] = {}
    session = known_case(tracker, services)
    if session is not None:
        known.update(_session_told(*session, tracker.sender_id, services))
    idea = known_case(tracker, services, IDEA_KIND)
    if idea is not None and IDEA not in known:
        known[IDEA] = _case(*idea, tracker.sender_id, services)
    return known


def sheet_wanted(tracker: Tracker, services: ActionServices) -> Step | Reply | None:
    """The first step of the form for somebody who asks for it in words and has booked here or speaks of a session; None for
    the rest. „Kann die Beraterin meine Idee vorher lesen?“"""
    if not is_typed(tracker) or not names_sheet(question_of(tracker)):
        return None
    try:
        if known_case(tracker, services) is None and not names_session(question_of(tracker)):
            return None
        turn = engine.start(form_for(None, services), None, services.now(), begun_with(tracker, services))
        return Step(form_for(turn.state, services), turn)
    except StorageError:
        return not_reachable(services.library.office)


def open_sheet(key: str, services: ActionServices) -> FormState | None:
    """The form, if it waits for an answer in this conversation."""
    state = services.drafts.latest(key)
    return state if state is not None and state.form == NAME and not (state.has_ended or state.resting) else None


def cases_told(cases: dict[str, str], state: FormState, key: str, services: ActionServices) -> Step:
    """Numbers with their codes (empty where none was written) while the form is open: those of a session or an idea."""
    values, lead = dict(state.values), ""
    for number, code in cases.items():
        told, refused = _read(number, code, key, services)
        values.update(told)
        lead = refused or lead
    form = form_for(replace(state, values=values), services)
    state = replace(state, values=values, tries=0)
    state = replace(state, asked=state.next_open(form))
    return Step(form, FormTurn(state, Outcome.ACCEPTED, field=state.asked), lead)


def hand_over(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool]:
    """Do what was answered."""
    values, sheets, now = turn.values, services.office.idea_sheets, services.now()
    session, idea = values[CASE]["number"], values[IDEA]
    if values[CONSENT] == NO:
        return say.not_handed(sheets.take_back(session)), True
    if sheets.handed(session) == idea["number"]:
        return say.done(IdeaSheetOutcome.ALLOWED, idea["number"]), True
    code = services.codes.filled_in(key, idea["mark"], now)
    return say.done(sheets.allow(session, idea["number"], CONSENT_VERSION, now, code), idea["number"]), True


def with_sheet_offered(reply: Reply, tracker: Tracker, services: ActionServices) -> Reply:
    """The receipt of a session with the offer, where an idea was handed in in this conversation."""
    if known_case(tracker, services, IDEA_KIND) is None:
        return reply
    return replace(reply, text=f"{reply.text}\n\n{say.offered()}", buttons=(*reply.buttons, say.begin()))


def _read(number: str, code: str, key: str, services: ActionServices) -> tuple[dict[str, Any], str]:
    """The answer that a number with its code gives, or why it gives none."""
    if not code:
        return {}, say.CODE_MISSING
    now = services.now()
    if number.startswith(APPOINTMENT.prefix):
        outcome = services.office.appointments.show(number, code, now).outcome
        if outcome is BookingOutcome.SHOWN:
            return _session_told(number, code, key, services), ""
        return {}, say.WAIT if outcome is BookingOutcome.WAIT else say.WRONG
    outcome = services.office.of(IDEA_KIND).show(number, code, now).outcome
    if outcome is MatterOutcome.SHOWN:
        return {IDEA: _case(number, code, key, services)}, ""
    return {}, say.WAIT if outcome is MatterOutcome.WAIT else say.WRONG


def _session_told(number: str, code: str, key: str, services: ActionServices) -> dict[str, Any]:
    """The session, and the idea that its adviser gets already."""
    handed = services.office.idea_sheets.handed(number)
    idea = {IDEA: {"number": handed, "mark": ""}} if handed else {}
    return {CASE: _case(number, code, key, services), **idea}


def _case(number: str, code: str, key: str, services: ActionServices) -> dict[str, str]:
    return {"number": number, "mark": services.codes.keep(key, code, services.now())}

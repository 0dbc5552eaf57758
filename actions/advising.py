"""The needs „beratung_buchen“ and „beratung_aendern“: the form for a session begins, or the one that changes it."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointment_changes import known_case, opened
from actions.context import heard_first
from actions.forms import begin, begun, open_form
from actions.message import is_typed, need_of, question_of
from actions.services import ActionServices, open_services
from actions.slot_search import Step
from actions.speaking import Events, Saying
from actions.turn import as_turn
from conversation.forms import appointment, appointment_change
from conversation.forms.appointment_change import cannot_come
from conversation.forms.appointment_parts import asks_about_sessions
from office.errors import StorageError
from wording.appointment_form import explained
from wording.matters import not_reachable

_FORM_OF_NEED = {"beratung_buchen": appointment.NAME, "beratung_aendern": appointment_change.NAME}


class BeginSession(Action):
    """Begins the form for the need, or goes on with its draft."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_begin_session"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        return heard_first(
            tracker, services, dispatcher, lambda: _begin(tracker, services, dispatcher)
        )


def _begin(tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher) -> Events:
    """A session that was booked in this conversation is opened without asking for the code that stands there."""
    name, office = _FORM_OF_NEED[need_of(tracker)], services.library.office
    if is_typed(tracker) and cannot_come(question_of(tracker)):
        name = appointment_change.NAME
    if is_typed(tracker) and asks_about_sessions(question_of(tracker)):
        return Saying(explained(office, open_form(tracker, services) == name)).send(dispatcher)
    if name == appointment_change.NAME:
        try:
            known = known_case(tracker, services)
            said = opened(*known, question_of(tracker) if is_typed(tracker) else "", tracker.sender_id, services) if known else None
        except StorageError:
            said = not_reachable(services.library.office)
        if isinstance(said, Step):
            return begun(said, tracker, services, dispatcher)
        if said is not None:
            return Saying(said).send(dispatcher)
    return begin(name, tracker, services, dispatcher)

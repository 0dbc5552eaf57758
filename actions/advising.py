"""The needs „beratung_buchen“ and „beratung_aendern“: the form for a session begins, or the one that changes it."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import heard_first
from actions.forms import begin
from actions.message import need_of
from actions.services import ActionServices, open_services
from actions.speaking import Events
from actions.turn import as_turn
from conversation.forms.appointment import NAME

_FORM_OF_NEED = {"beratung_buchen": NAME}


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
            tracker, services, dispatcher, lambda: begin(_FORM_OF_NEED[need_of(tracker)], tracker, services, dispatcher)
        )

"""Reports of obstacles and concerns: what is told in one breath begins the form with it, whatever words are used."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import heard_first, said_in_context
from actions.forms import begin, open_form
from actions.message import is_typed, need_of, question_of
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from actions.turn import as_turn
from conversation.forms import concern, obstacle
from wording.reporting import after_this_form

_FORM_OF_NEED = {"huerde_melden": obstacle.NAME, "anliegen": concern.NAME}


class BeginReport(Action):
    """Begins the form for the need. While another form is open, it is offered for later: one question at a time."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_begin_report"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        return heard_first(tracker, services, dispatcher, lambda: _begin(tracker, services, dispatcher))


def _begin(tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher) -> Events:
    said = said_in_context(tracker, services) if is_typed(tracker) else None
    if said is not None:
        return said.send(dispatcher)
    name = _FORM_OF_NEED[need_of(tracker)]
    if is_typed(tracker) and open_form(tracker, services) not in ("", name):
        return Saying(after_this_form(name, question_of(tracker))).send(dispatcher)
    return begin(name, tracker, services, dispatcher)

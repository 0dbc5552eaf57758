"""The need „idee_einreichen“: the form begins, or somebody learns how it is done."""
from __future__ import annotations

import re
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import heard_first, said_in_context
from actions.forms import begin
from actions.funding import finder_turn
from actions.message import is_typed, question_of
from actions.records import reply_to_what_was_asked_for
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from actions.telling import asks_how, means_own_idea, offering_to_hand_in
from actions.turn import as_turn
from conversation.forms.idea import NAME
from conversation.forms.idea_parts import told_answers
from wording.idea_form import how_to_hand_in
from wording.ideas import code_needed

_MONEY = "foerderung"
_HANDS_IN = re.compile(r"\b(?:idee\w*|vorschl\w*|vorhaben|ein(?:zu|ge)?reich\w*|ein(?:zu|ge)?bring\w*)\b", re.IGNORECASE)
"""Whoever says one of these wants to hand something in, whatever the assistant has just asked."""


class HandInIdea(Action):
    """Begins the form for an idea; money that is asked for in the same breath is looked up first."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_hand_in_idea"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        return heard_first(tracker, services, dispatcher, lambda: _answer(tracker, services, dispatcher))


def _answer(tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher) -> Events:
    said = said_in_context(tracker, services)
    if said is not None:
        return said.send(dispatcher)
    text = question_of(tracker)
    tells = bool(text) and bool(told_answers(text, services.library.reader))
    if means_own_idea(tracker):
        return Saying(code_needed(None)).send(dispatcher)
    if asks_how(tracker) and not tells:
        return Saying(how_to_hand_in(services.library.office)).send(dispatcher)
    if (answer := _answer_to_question(tracker, services)) is not None:
        return offering_to_hand_in(answer, tracker, services).send(dispatcher)
    if is_typed(tracker) and tells and _asks_for_money(tracker):
        return offering_to_hand_in(finder_turn(tracker, services), tracker, services).send(dispatcher)
    return begin(NAME, tracker, services, dispatcher)


def _answer_to_question(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What is known of „wir wollen Kuchen verkaufen“ when the assistant has just asked what the question is about. Such an
    answer sounds like an idea; whoever wants to hand one in says so."""
    if not is_typed(tracker) or _HANDS_IN.search(question_of(tracker)):
        return None
    return reply_to_what_was_asked_for(tracker, services)


def _asks_for_money(tracker: Tracker) -> bool:
    return ((tracker.latest_message.get("second_need") or {}).get("name") or "") == _MONEY

"""Answers from the knowledge base: money, law, contacts, cases, methods, events."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import heard_first, said_in_context, with_the_place
from actions.funding import NEED, after_record, finder_turn
from actions.message import chosen, need_of, question_of
from actions.records import found, opened
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from wording.findings import ask_for_more
from wording.needs import KIND_OF_NEED


class AnswerFromKnowledge(Action):
    """Finds the records for the message, or opens the one that a button names."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_answer_from_knowledge"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        return heard_first(tracker, services, dispatcher, lambda: _answer(tracker, services).send(dispatcher))


def _answer(tracker: Tracker, services: ActionServices) -> Saying:
    record = services.library.record(chosen(tracker, "record"))
    if record is not None:
        return Saying(opened(record, tracker, services, chosen(tracker, "part")), after_record(tracker))
    if need_of(tracker) == NEED:
        return with_the_place(tracker, services) or finder_turn(tracker, services)
    said = said_in_context(tracker, services)
    if said is not None:
        return said
    kind, question = KIND_OF_NEED[need_of(tracker)], question_of(tracker)
    return Saying(found(tracker, services, kind, question) if question.strip() else ask_for_more(kind))

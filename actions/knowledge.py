"""Answers from the knowledge base: money, law, contacts, cases, methods, events."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.message import chosen_record, need_asked_about, need_of, question_of
from actions.services import ActionServices, open_services
from actions.speaking import say
from knowledge.search import Outcome
from wording.findings import ask_for_more, record_reply, search_reply
from wording.needs import KIND_OF_NEED
from wording.reply import Reply


class AnswerFromKnowledge(Action):
    """Finds the records for the message, or opens the one that a button names."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_answer_from_knowledge"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        say(dispatcher, self._reply(tracker))
        return []

    def _reply(self, tracker: Tracker) -> Reply:
        services = self._services()
        library, today = services.library, services.now().date()
        record = library.record(chosen_record(tracker) or "")
        if record is not None:
            return record_reply(record, today, services.remember_lists.holds(tracker.sender_id, record.id))
        kind = KIND_OF_NEED[need_of(tracker)]
        question = question_of(tracker)
        return _found(services, kind, question) if question.strip() else ask_for_more(kind)


def reply_to_what_was_asked_for(tracker: Tracker, services: ActionServices) -> Reply | None:
    """What the knowledge base has for „Für einen Bürgerbus in Görlitz“ after „Wofür suchen Sie Geld?“, or None.

    Such an answer means little by itself, so the classifier takes it for out of scope or is in doubt.
    """
    kind = KIND_OF_NEED.get(need_asked_about(tracker))
    question = question_of(tracker)
    if kind is None or not question.strip():
        return None
    reply = _found(services, kind, question)
    return None if reply.outcome == Outcome.NOTHING_FOUND.value else reply


def _found(services: ActionServices, kind: str, question: str) -> Reply:
    library, today = services.library, services.now().date()
    asked = library.reader.read(question)
    result = library.search.find(asked, today, kind)
    return search_reply(result, asked, kind, library.office, library.terms, library.reader.places, today)

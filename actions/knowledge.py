"""Answers from the knowledge base: money, law, contacts, cases, methods, events."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.message import chosen_record, need_of, open_question, question_of
from actions.places import answer_to_open_question, ask_which_place, notes_on
from actions.services import ActionServices, open_services
from actions.speaking import say
from knowledge.search import Outcome
from wording.findings import ask_for_more, record_reply, search_reply
from wording.needs import KIND_OF_NEED
from wording.places import ASKED_FOR_PLACE
from wording.reply import Reply

_FEW_WORDS = 4
"""So short is a message that tries to answer and is no question of its own."""


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
            return record_reply(record, today)
        answered = answer_to_open_question(tracker, library)
        if answered is not None:
            return _found(tracker, services, answered.kind, answered.question)
        kind = KIND_OF_NEED[need_of(tracker)]
        question = question_of(tracker)
        return _found(tracker, services, kind, question) if question.strip() else ask_for_more(kind)


def reply_to_chosen_place(tracker: Tracker, services: ActionServices) -> Reply | None:
    """What the knowledge base has after „das in Sachsen“, said when the assistant had asked for the place, or None.

    Whatever the classifier takes such an answer for, it is one.
    """
    answered = answer_to_open_question(tracker, services.library)
    return None if answered is None else _found(tracker, services, answered.kind, answered.question)


def reply_to_what_was_asked_for(tracker: Tracker, services: ActionServices) -> Reply | None:
    """What the knowledge base has for „Für einen Bürgerbus in Görlitz“ after „Wofür suchen Sie Geld?“, or None.

    Such an answer means little by itself, so the classifier takes it for out of scope or is in doubt. Where it says
    nothing about the place that was asked for, the question before is answered for all places of that name.
    """
    asked, question = open_question(tracker), question_of(tracker)
    kind = KIND_OF_NEED.get(asked.need) if asked else None
    if kind is None or not question.strip():
        return None
    if asked.outcome == ASKED_FOR_PLACE:
        return _found(tracker, services, kind, asked.question) if len(question.split()) <= _FEW_WORDS else None
    reply = _found(tracker, services, kind, question)
    return None if reply.outcome == Outcome.NOTHING_FOUND.value else reply


def _found(tracker: Tracker, services: ActionServices, kind: str, question: str) -> Reply:
    """The answer to `question`, or the question which place is meant; that is never asked twice in a row."""
    library, today = services.library, services.now().date()
    before = open_question(tracker)
    asked = library.reader.read(question, place_expected=before is not None)
    asked_already = before is not None and before.outcome == ASKED_FOR_PLACE
    which = None if asked_already else ask_which_place(library, asked, kind, today)
    if which is not None:
        return which
    result = library.search.find(asked, today, kind)
    notes = notes_on(library, asked, kind, result, today)
    return search_reply(result, asked, kind, library.office, library.terms, library.reader.places, today, notes)

"""Answers from the knowledge base: law, contacts, cases, methods, events; for money the finder (`actions.funding`)."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.message import chosen_part, chosen_record, need_asked_about, need_of, question_of
from actions.funding import NEED, after_record, answer_to_finder, finder_turn
from actions.message import asked_last, chosen_record, need_asked_about, need_of, question_of
from actions.services import ActionServices, open_services
from actions.speaking import say
from actions.steps import opened, step_asked_for
from knowledge.search import Outcome
from wording.findings import ask_for_more, search_reply
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
        services = self._services()
        record = services.library.record(chosen_record(tracker) or "")
        if record is not None:
            return opened(record, services, chosen_part(tracker))
        step = step_asked_for(tracker, services)
        if step is not None:
            return step
        kind = KIND_OF_NEED[need_of(tracker)]
        question = question_of(tracker)
        return _found(services, kind, question) if question.strip() else ask_for_more(kind)
            say(dispatcher, record_reply(record, today), after_record(tracker))
            return []
        if need_of(tracker) == NEED:
            return finder_turn(tracker, services).say(dispatcher)
        answer = answer_to_finder(tracker, services)
        if answer is not None:
            return answer.say(dispatcher)
        kind, question = KIND_OF_NEED[need_of(tracker)], question_of(tracker)
        say(dispatcher, _found(services, kind, question) if question.strip() else ask_for_more(kind))
        return []


def reply_to_what_was_asked_for(tracker: Tracker, services: ActionServices) -> Reply | None:
    """What the knowledge base has for „ich will Kuchen verkaufen“ after „Worum geht es bei Ihrer Rechtsfrage?“, or None.

    Such an answer means little by itself, so the classifier takes it for out of scope or is in doubt. Where it says
    nothing about the place that was asked for, the question before is answered for all places of that name.
    """
    kind = KIND_OF_NEED.get(need_asked_about(tracker))
    question = question_of(tracker)
    if kind is None or kind == NEED or asked_last(tracker) or not question.strip():
        return None  # questions about money are the finder's
    reply = _found(services, kind, question)
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

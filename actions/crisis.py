"""Acute need: the second net behind `conversation.crisis`."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.funding import passed_question
from actions.message import confidence_of, likely_needs, question_of
from actions.services import ActionServices, open_services
from actions.speaking import Events, say
from conversation.crisis import find_crisis
from knowledge.schema import Contact
from wording.crisis import DEFAULT_RECORDS, crisis_reply
from wording.fallback import asking_back

SURE = 0.7
"""Below this confidence, and without words of crisis, „Unser Dorf stirbt aus“ is likelier than an emergency.

What lies below is asked back, with 112 first. Figures of both nets: docs/understanding.md.
"""


class AnswerCrisis(Action):
    """Names the right number at once."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_answer_crisis"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        library = self._services().library
        question = question_of(tracker)
        kind = find_crisis(question)
        passed = passed_question(tracker, self._services()) if kind is None else None
        if passed is not None:
            return passed.send(dispatcher)
        if kind is None and confidence_of(tracker) < SURE:
            say(dispatcher, asking_back(likely_needs(tracker), question, library.office, perhaps_in_danger=True))
            return []
        contacts = {one.id: one for one in library.search.records if isinstance(one, Contact)}
        say(dispatcher, crisis_reply(kind.record_ids if kind else DEFAULT_RECORDS, contacts, library.office))
        return []

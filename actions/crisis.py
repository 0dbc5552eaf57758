"""Acute need: the second net behind `conversation.crisis`."""
from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.asking_back import unsure, unsure_of_crisis
from actions.changing import is_change_of_context
from actions.context import heard_first, said_aside, said_in_context
from actions.forms import begun, heard_by_form, let_form_rest
from actions.funding import passed_question
from actions.matters import case_reply
from actions.message import confidence_of, question_of
from actions.services import ActionServices, open_services
from actions.slot_search import Step
from actions.speaking import Events, Saying
from actions.turn import as_turn
from conversation.commands import find_command
from conversation.crisis import (
    CrisisKind, find_crisis, may_be_everyday, names_only_the_field, only_swears, only_tells_who, suspected_kind,
)  # fmt: skip
from conversation.feedback_phrases import verdict_in
from conversation.waiting_phrases import waiting_phrase_in
from knowledge.schema import Contact
from wording.everyday_trouble import everyday_trouble_reply
from wording.crisis import DEFAULT_RECORDS, before_a_matter, crisis_reply
from wording.reply import Reply

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

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services, question = self._services(), question_of(tracker)
        kind = find_crisis(question)
        closed_lists = (verdict_in, waiting_phrase_in, find_command)
        if kind is None and any(listed(question) is not None for listed in closed_lists):  # „abbrechen“, „das war falsch“
            return heard_first(tracker, services, dispatcher, lambda: self._answer(kind, tracker, services, dispatcher))
        return self._answer(kind, tracker, services, dispatcher)

    def _answer(
        self, kind: CrisisKind | None, tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher
    ) -> Events:
        question = question_of(tracker)
        case = case_reply(tracker, services) if kind is None else None
        if case is not None and confidence_of(tracker) >= SURE:
            case = _with_help_first(case, services)
        if isinstance(case, Step):
            return begun(case, tracker, services, dispatcher)
        meant = Saying(case) if case is not None else self._meant_otherwise(tracker, services) if kind is None else None
        if meant is not None:
            return meant.send(dispatcher)
        library = services.library
        if kind is None:
            trouble = everyday_trouble_reply(question)
            if trouble is not None:
                return Saying(trouble).send(dispatcher)
        is_none = find_command(question) is not None or only_swears(question)
        is_none = is_none or only_tells_who(question) or names_only_the_field(library.reader.read(question))
        if kind is None and (confidence_of(tracker) < SURE or may_be_everyday(question) or is_none):
            back = (unsure if is_none else unsure_of_crisis)(tracker, services)
            return heard_by_form(tracker, services, dispatcher, lambda: back.send(dispatcher))
        let_form_rest(tracker.sender_id, services)
        contacts = _contacts(services)
        kind = kind or suspected_kind(question)
        reply = crisis_reply(kind.record_ids if kind else DEFAULT_RECORDS, contacts, library.office)
        return Saying(reply).send(dispatcher)

    def _meant_otherwise(self, tracker: Tracker, services: ActionServices) -> Saying | None:
        """What „mehr dazu“ or „weiß nicht“ mean here: closed lists, none of which sounds like a crisis."""
        aside = said_aside(tracker, services)
        if aside is not None:
            return aside
        passed = passed_question(tracker, services)
        closed = find_command(question_of(tracker)) or is_change_of_context(question_of(tracker))
        if passed is None and (closed or confidence_of(tracker) < SURE):
            return said_in_context(tracker, services)
        return passed


def _with_help_first(case: Reply | Step, services: ActionServices) -> Reply | Step:
    """What number and code lead to, below the numbers for whoever is in need: the classifier may be right."""
    help_ = before_a_matter(_contacts(services))
    if isinstance(case, Step):
        return replace(case, lead="\n\n".join(filter(None, (help_, case.lead))))
    return replace(case, text=f"{help_}\n\n{case.text}")


def _contacts(services: ActionServices) -> dict[str, Contact]:
    return {one.id: one for one in services.library.search.records if isinstance(one, Contact)}

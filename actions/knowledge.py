"""Answers from the knowledge base: money, law, contacts, cases, methods, events."""
from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import heard_first, leaning_on_before, said_in_context
from actions.funding import NEED, after_record, finder_turn, told_before
from actions.history import ASKS
from actions.message import chosen, is_typed, need_of, question_of
from actions.records import found, opened
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from actions.telling import offering_to_hand_in
from actions.turn import as_turn
from wording.findings import ask_for_more
from wording.needs import KIND_OF_NEED, TITLES, other_need_buttons, other_needs_in_words


class AnswerFromKnowledge(Action):
    """Finds the records for the message, or opens the one that a button names."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_answer_from_knowledge"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        return heard_first(
            tracker, services, dispatcher,
            lambda: with_second_need(answer_from_knowledge(tracker, services), tracker).send(dispatcher),
        )  # fmt: skip


def with_second_need(said: Saying, tracker: Tracker) -> Saying:
    """The answer, with an offer of the other needs, at most two, that stood in the same message."""
    second = tracker.latest_message.get("second_need") or {}
    others = [need for need in (second.get("name"), second.get("third")) if need in TITLES]
    if not is_typed(tracker) or not others or said.reply.outcome in ASKS:
        return said
    text = f"{said.reply.text}\n\n{other_needs_in_words(len(others))}"
    buttons = (*other_need_buttons(others, question_of(tracker)), *said.reply.buttons)
    return replace(said, reply=replace(said.reply, text=text, buttons=buttons))


def answer_from_knowledge(tracker: Tracker, services: ActionServices) -> Saying:
    """What the latest message leads to: an opened record, the records of its need, or a question for more."""
    record = services.library.record(chosen(tracker, "record"))
    if record is not None:
        return Saying(opened(record, tracker, services, chosen(tracker, "part")), after_record(tracker))
    if need_of(tracker) == NEED:
        leans = leaning_on_before(tracker, services)
        return leans or offering_to_hand_in(finder_turn(tracker, services), tracker, services)
    said = said_in_context(tracker, services)
    if said is not None:
        return said
    kind, question = KIND_OF_NEED[need_of(tracker)], question_of(tracker) or told_before(tracker, services)
    return found(tracker, services, kind, question) if question.strip() else Saying(ask_for_more(kind))

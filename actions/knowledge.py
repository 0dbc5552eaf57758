"""Answers from the knowledge base: money, law, contacts, cases, methods, events."""
from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import heard_first, said_in_context, with_the_place
from actions.followups import follow_up
from actions.funding import NEED, after_record, finder_turn
from actions.history import ASKS
from actions.manner import in_its_manner
from actions.message import chosen, is_typed, need_of, question_of
from actions.records import found, opened
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from wording.findings import ask_for_more
from wording.needs import KIND_OF_NEED, TITLES, need_button


class AnswerFromKnowledge(Action):
    """Finds the records for the message, or opens the one that a button names."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_answer_from_knowledge"

    @in_its_manner
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        return heard_first(
            tracker, services, dispatcher,
            lambda: with_second_need(_answer(tracker, services), tracker).send(dispatcher),
        )  # fmt: skip


def with_second_need(said: Saying, tracker: Tracker) -> Saying:
    """The answer, with an offer of the other need that stood in the same message."""
    other = (tracker.latest_message.get("second_need") or {}).get("name")
    if not is_typed(tracker) or other not in TITLES or said.reply.outcome in ASKS:
        return said
    button = need_button(other, question_of(tracker), f"Ihre zweite Frage: {TITLES[other]}")
    text = f"{said.reply.text}\n\nSie haben noch etwas gefragt. Darauf antworte ich mit dem ersten Knopf."
    return replace(said, reply=replace(said.reply, text=text, buttons=(button, *said.reply.buttons)))


def _answer(tracker: Tracker, services: ActionServices) -> Saying:
    record = services.library.record(chosen(tracker, "record"))
    if record is not None:
        return Saying(opened(record, tracker, services, chosen(tracker, "part")), after_record(tracker))
    if need_of(tracker) == NEED:
        leans = with_the_place(tracker, services) or follow_up(tracker, services)
        return leans or finder_turn(tracker, services)
    said = said_in_context(tracker, services)
    if said is not None:
        return said
    kind, question = KIND_OF_NEED[need_of(tracker)], question_of(tracker)
    return found(tracker, services, kind, question) if question.strip() else Saying(ask_for_more(kind))

"""Messages that mean something only after what was said before: „weiter“, „das in Sachsen“, „ein Verein“.

Every action asks here first, since the classifier sees a message alone and may take such words for anything.
"""
from __future__ import annotations

from typing import Callable

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.callbacks import case_reply
from actions.followups import follow_up
from actions.forms import heard_by_form
from actions.funding import KIND, answer_to_finder, search_again
from actions.history import last_answer
from actions.manner import wish_for_manner
from actions.places import answer_to_open_question
from actions.records import found, step_asked_for
from actions.services import ActionServices
from actions.small_talk import signs_without_words
from actions.speaking import Events, Saying
from wording.plain.switching import switched_reply
from wording.places import ASKED_FOR_PLACE


def heard_first(
    tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher, otherwise: Callable[[], Events]
) -> Events:
    """What comes before every answer: the number of somebody's case, the form that is open, what is said aside."""
    case = case_reply(tracker, services)
    if case is not None:
        return Saying(case).send(dispatcher)

    def answered() -> Events:
        aside = said_aside(tracker, services)
        return otherwise() if aside is None else aside.send(dispatcher)

    return heard_by_form(tracker, services, dispatcher, answered)


def said_aside(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What is answered whatever was said before: a wish how to write from now on, and signs without a word."""
    plain = wish_for_manner(tracker)
    if plain is not None:
        return Saying(switched_reply(plain, services.library.office), last_answer(tracker).asks)
    return signs_without_words(tracker, services)


def said_in_context(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What the latest message means as the next word of this conversation, or None if it stands for itself."""
    step = step_asked_for(tracker, services)
    if step is not None:
        return Saying(step)
    return with_the_place(tracker, services) or follow_up(tracker, services) or answer_to_finder(tracker, services)


def with_the_place(tracker: Tracker, services: ActionServices) -> Saying | None:
    """The answer to the earlier question after „das in Sachsen“, said when the assistant had asked for the place.

    Whatever the classifier takes such an answer for, it is one. A bare place about money is the finder's to understand.
    """
    answered = answer_to_open_question(tracker, services.library)
    if answered is None:
        return None
    if answered.kind != KIND:
        return found(tracker, services, answered.kind, answered.question)
    asked = last_answer(tracker).question
    was_for_place = asked is not None and asked.outcome == ASKED_FOR_PLACE
    return search_again(answered.question, tracker, services) if was_for_place else None

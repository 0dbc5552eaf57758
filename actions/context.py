"""Messages that mean something only after what was said before: „weiter“, „das in Sachsen“, „ein Verein“.

Every action asks here first, since the classifier sees a message alone and may take such words for anything.
"""
from __future__ import annotations

from typing import Callable

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointment_changes import asked_after_session
from actions.changing import change_of_context, only_told
from actions.feedback import heard_as_feedback
from actions.followups import follow_up
from actions.forms import begin, heard_by_form, said_or_begun
from actions.funding import KIND, answer_to_finder, asks_for_events, search_again
from actions.history import last_answer
from actions.idea_sheets import sheet_wanted
from actions.manner import wish_for_manner
from actions.matters import case_reply
from actions.message import is_typed, need_of, question_of
from actions.privacy_answers import answer_to_deletion
from actions.places import answer_to_open_question
from actions.records import found, step_asked_for
from actions.services import ActionServices
from actions.small_talk import signs_without_words
from actions.speaking import Events, Saying
from actions.steering import asked_after_callback, trouble_of_others, without_a_form
from actions.waiting_list import said_of_waiting, wants_to_wait
from conversation.asides import Aside, aside_in
from conversation.forms.waiting_list import NAME as WAITING_LIST
from wording import asides
from wording.needs import KIND_OF_NEED
from wording.plain.switching import switched_reply
from wording.places import ASKED_FOR_PLACE
from wording.waiting import LOOK_FIRST


_CASES = (case_reply, asked_after_session, sheet_wanted, asked_after_callback, said_of_waiting)
"""What a message may want of something that was handed in or booked before, in this order."""


def heard_first(
    tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher, otherwise: Callable[[], Events]
) -> Events:
    """What comes before every answer: the number of somebody's case, the form that is open, what is said aside, and what is
    said of the last answer."""
    case = next(filter(None, (reply(tracker, services) for reply in _CASES)), None)
    if case is not None:
        return said_or_begun(case, tracker, services, dispatcher)
    waits = wants_to_wait(tracker, services)
    if waits is not None:
        return begin(waits, tracker, services, dispatcher, "" if waits == WAITING_LIST else LOOK_FIRST)

    def answered() -> Events:
        aside = said_aside(tracker, services)
        if aside is not None:
            return aside.send(dispatcher)
        return heard_as_feedback(tracker, services, dispatcher, otherwise)

    return heard_by_form(tracker, services, dispatcher, answered)


def said_aside(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What is answered whatever was said before: a wish how to write from now on, and signs without a word."""
    plain = wish_for_manner(tracker)
    if plain is not None:
        return Saying(switched_reply(plain, services.library.office), last_answer(tracker).asks)
    return signs_without_words(tracker, services) or _beside_any_question(tracker, services)


_ASIDES = {
    Aside.PROMISE: asides.nothing_promised,
    Aside.NO_TELEPHONE: asides.without_telephone,
    Aside.NUMBER_OF_OFFICE: asides.number_of_office,
}


def _beside_any_question(tracker: Tracker, services: ActionServices) -> Saying | None:
    text = question_of(tracker)
    aside = aside_in(text) if is_typed(tracker) else None
    if aside is Aside.PROMISE and need_of(tracker) in KIND_OF_NEED and services.library.reader.read(text).topics:
        return None  # „Kriegen wir für den Dorfladen sicher Geld?“ is answered with what there is
    return None if aside is None else Saying(_ASIDES[aside](services.library.office), last_answer(tracker).asks)


def said_in_context(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What the latest message means as the next word of this conversation, or None if it stands for itself."""
    step = step_asked_for(tracker, services) or answer_to_deletion(tracker)
    if step is not None:
        return Saying(step)
    return (
        leaning_on_before(tracker, services)
        or answer_to_finder(tracker, services)
        or _events_in_few_words(tracker, services)
        or _beside_the_field(tracker, services)
        or only_told(tracker, services)
    )


def leaning_on_before(tracker: Tracker, services: ActionServices) -> Saying | None:
    """The place that was asked for, a part that is dropped, a way back, an ellipsis; None if it is none of them."""
    return (
        with_the_place(tracker, services)
        or change_of_context(tracker, services)
        or follow_up(tracker, services)
    )


def _beside_the_field(tracker: Tracker, services: ActionServices) -> Saying | None:
    """A command where there is nothing to steer, or trouble that others help with."""
    beside = without_a_form(tracker, services.library.office) or trouble_of_others(tracker)
    return None if beside is None else Saying(beside)


def _events_in_few_words(tracker: Tracker, services: ActionServices) -> Saying | None:
    """„Termine Dezember“, which the classifier cannot place."""
    text = question_of(tracker).strip()
    is_free = need_of(tracker) in ("", "nlu_fallback", "ausserhalb") and is_typed(tracker)
    return found(tracker, services, "veranstaltungen", text) if is_free and asks_for_events(text) else None


def with_the_place(tracker: Tracker, services: ActionServices) -> Saying | None:
    """The answer to the earlier question after „das in Sachsen“, said when the assistant had asked for the place.

    Whatever the classifier takes such an answer for, it is one. A bare place about money is the finder's to understand.
    """
    answered = answer_to_open_question(tracker, services.library)
    if answered is None:
        return None
    if answered.kind != KIND:
        return found(tracker, services, answered.kind, answered.question, goes_on=True)
    asked = last_answer(tracker).question
    was_for_place = asked is not None and asked.outcome == ASKED_FOR_PLACE
    return search_again(answered.question, tracker, services) if was_for_place else None

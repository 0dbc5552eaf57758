"""Feedback on answers: a rating by button or by word, the reason if one likes, then another try, then a human."""
from __future__ import annotations

import logging
from typing import Any, Callable, Sequence

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.another_try import another_try, with_the_right_place
from actions.asked import asked_in_turn
from actions.changing import is_change_of_context, tells_only_known
from actions.feedback_reasons import reason_typed
from actions.history import last_answer
from actions.message import chosen, confidence_of, is_typed, need_of, question_of
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from actions.turn import as_turn
from conversation.feedback_phrases import verdict_in
from conversation.given_answers import GivenAnswer
from office.errors import StorageError
from office.feedback import Change, RatedAnswer, Reason
from wording import feedback as wording
from wording.feedback import ENTITY, Press

log = logging.getLogger(__name__)

_COMPLAINT = "unzufrieden"
_SURE = 0.6
"""Confidence below which a message is asked back and not counted as a complaint."""
_LONGEST = 2_000
"""Characters of a message of which something is kept."""


class TakeFeedback(Action):
    """Does what a button for rating an answer, or for a reason, says."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_take_feedback"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        try:
            return _send(_pressed(tracker, services), dispatcher)
        except StorageError as error:
            log.warning("Eine Rückmeldung konnte nicht gespeichert werden (%s).", type(error).__name__)
            return Saying(wording.feedback_unavailable(services.library.office)).send(dispatcher)


def heard_as_feedback(
    tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher, otherwise: Callable[[], Events]
) -> Events:
    """Take what the message says of the last answer; `otherwise` answers it if it says nothing of it."""
    try:
        said = _typed(tracker, services) if is_typed(tracker) else None
    except StorageError as error:
        log.warning("Eine Rückmeldung konnte nicht gespeichert werden (%s).", type(error).__name__)
        said = None
    return otherwise() if said is None else _send(said, dispatcher)


def _send(said: Sequence[Saying], dispatcher: CollectingDispatcher) -> Events:
    return [event for one in said for event in one.send(dispatcher)]


def _pressed(tracker: Tracker, services: ActionServices) -> Sequence[Saying]:
    press = wording.read_press(chosen(tracker, ENTITY))
    given = services.given_answers.find(tracker.sender_id, press[0]) if press else None
    if press is None or given is None:
        return [Saying(wording.not_rateable())]
    if press[1] is Press.SKIP:
        return [Saying(wording.skipped())]
    if isinstance(press[1], Reason):
        return [_with_reason(press[1], given, tracker, services)]
    is_helpful = press[1] is Press.HELPFUL
    if _rate(given, is_helpful, tracker, services) is Change.UNCHANGED:
        return [Saying(wording.already_kept())]
    return [Saying(wording.thanks())] if is_helpful else _after_unhelpful(given, tracker, services)


def _typed(tracker: Tracker, services: ActionServices) -> Sequence[Saying] | None:
    """What comes of a typed message that is feedback, None if it is none.

    A reason that was asked for comes first, so that „passt nicht zu meiner Frage“ is one and no second complaint.
    """
    place = with_the_right_place(tracker, services)
    if place is not None:
        return [place]
    text, key = question_of(tracker), tracker.sender_id
    verdict = verdict_in(text)
    reason = reason_typed(tracker, services, is_verdict=verdict is not None)
    if reason is not None:
        given = services.given_answers.find(key, reason.number)
        return None if given is None else [_with_typed_reason(reason.reason, reason.has_words, given, tracker, services)]
    is_complaint = need_of(tracker) == _COMPLAINT and confidence_of(tracker) >= _SURE
    if verdict is None and (not is_complaint or is_change_of_context(text) or tells_only_known(text, services)):
        return None
    given = services.given_answers.latest(key)
    if given is None:
        return _about_nothing(verdict, services)
    change = _rate(given, bool(verdict), tracker, services)
    if verdict:
        return [Saying(wording.thanks() if change is not Change.UNCHANGED else wording.already_kept())]
    if verdict is None:
        _keep_words(given, tracker, services)
    if change is Change.UNCHANGED:
        return [_to_human(tracker, services)]
    return _after_unhelpful(given, tracker, services, has_reason=verdict is None)


def _about_nothing(verdict: bool | None, services: ActionServices) -> Sequence[Saying] | None:
    """A word on an answer where there is none to speak of; a longer complaint is answered as such."""
    if verdict is None:
        return None
    return [Saying(wording.nothing_to_rate() if verdict else wording.say_it_again(services.library.office))]


def _after_unhelpful(
    given: GivenAnswer, tracker: Tracker, services: ActionServices, has_reason: bool = False
) -> Sequence[Saying]:
    """Another try with the question for the reason behind it; the second time in a row a human."""
    before = services.given_answers.before(tracker.sender_id, given.number)
    earlier = services.office.feedback.find(tracker.sender_id, before.number) if before else None
    if earlier is not None and not earlier.is_helpful:
        return [_to_human(tracker, services)]
    tried = another_try(given, tracker, services)
    return [tried] if has_reason else [tried, Saying(wording.reason_asked(given.number))]


def _to_human(tracker: Tracker, services: ActionServices) -> Saying:
    """The way to a human; who has just read it is asked to say it in other words."""
    named_already = wording.TO_HUMAN in last_answer(tracker).outcomes
    return Saying((wording.say_it_again if named_already else wording.to_human)(services.library.office))


def _rate(given: GivenAnswer, is_helpful: bool, tracker: Tracker, services: ActionServices) -> Change:
    asked = asked_in_turn(tracker, given)
    answer = RatedAnswer(
        conversation_key=tracker.sender_id,
        number=given.number,
        outcome=given.outcome,
        records=given.records,
        asked=_masked(asked.question, services) if asked.may_be_kept else None,
    )
    return services.office.feedback.rate(answer, is_helpful, services.now())


def _with_reason(reason: Reason, given: GivenAnswer, tracker: Tracker, services: ActionServices) -> Saying:
    """Keep the reason; what was rated in an earlier session, or helpful meanwhile, gets none."""
    kept = services.office.feedback.give_reason(tracker.sender_id, given.number, reason, None, services.now())
    if not kept:
        return Saying(wording.not_rateable())
    records = filter(None, map(services.library.record, given.records))
    plain = next((record for record in records if record.einfach), None)
    return Saying(wording.reason_kept(reason, given.number, services.library.office, plain))


def _with_typed_reason(
    reason: Reason | None, has_words: bool, given: GivenAnswer, tracker: Tracker, services: ActionServices
) -> Saying:
    if reason is None:
        return Saying(wording.skipped())
    if not has_words:
        return _with_reason(reason, given, tracker, services)
    _keep_words(given, tracker, services)
    return Saying(wording.words_kept())


def _keep_words(given: GivenAnswer, tracker: Tracker, services: ActionServices) -> None:
    """The message as the reason in own words."""
    words = _masked(question_of(tracker), services)
    services.office.feedback.give_reason(tracker.sender_id, given.number, Reason.OTHER, words, services.now())


def _masked(text: str, services: ActionServices) -> str:
    return services.masking.mask(text[:_LONGEST]).text

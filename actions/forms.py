"""Forms in the conversation: while one is open, it hears each message first (docs/decisions/0013-forms.md).

The engine decides, the drafts keep, the office takes what is complete. A question in the middle is answered as ever, and
the form asks its open question once again behind it.
"""
from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.asking_office import unanswered_question, wants_to_ask_office, whole_message
from actions.booking import known_for_session
from actions.every_form import FORMS, HANDED_OVER, LOOKED_UP, REPORTS, done_again, form_as_it_stands, looked_up
from actions.fitting import with_needs_told_beside
from actions.idea_beside import beside_idea
from actions.idea_sheets import begun_with, with_sheet_offered
from actions.matters import hand_over
from actions.message import chosen, confidence_of, is_typed, need_of, question_of, turn_of
from actions.services import ActionServices, open_services
from actions.slot_search import Step
from actions.speaking import Events, Saying
from actions.steering import sent_already
from actions.telling import idea_told_before
from actions.turn import as_turn
from actions.waiting_list import known_for_waiting, pressed_of_waiting, with_place_told
from conversation.commands import find_command
from conversation.crisis import find_crisis
from conversation.drafts import let_rest
from conversation.forms import appointment, engine, idea_sheet, waiting_list
from conversation.forms.callback import NAME as CALLBACK
from conversation.forms.idea import NAME as IDEA
from conversation.forms.idea_parts import told_answers
from conversation.forms.model import Form, FormTurn, Outcome, Said
from conversation.forms.question import ASKED
from conversation.forms.question import NAME as QUESTION
from conversation.forms.replies import already_over_reply, reply_to, rests_reply
from conversation.forms.state import FormState
from conversation.forms.told_report import tells_something
from conversation.secrecy.call_wish import gives_number_for_call, wants_a_call
from office.errors import StorageError
from wording.appointments import BOOKED
from wording.form_buttons import ENTITY
from wording.forms import unavailable_reply
from wording.reply import Reply

log = logging.getLogger(__name__)

_MOST_WORDS_TO_REPEAT = 8
_KNOWN_FOR = {appointment.NAME: known_for_session, waiting_list.NAME: known_for_waiting, idea_sheet.NAME: begun_with}


class FillForm(Action):
    """Does what a button of a form says; a button with the name of a form begins it."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_fill_form"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        name = chosen(tracker, ENTITY)
        waiting = pressed_of_waiting(name, tracker, services)
        if waiting is not None:
            return said_or_begun(waiting, tracker, services, dispatcher)
        if name in FORMS:
            return begin(name, tracker, services, dispatcher)
        return heard_by_form(tracker, services, dispatcher, lambda: Saying(already_over_reply()).send(dispatcher))


def heard_by_form(
    tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher, otherwise: Callable[[], Events]
) -> Events:
    """Let the open form hear the message; `otherwise` answers it if the form has nothing to do with it.

    A message of somebody who wants to be called, or to leave a question with the office, begins the form for that.
    """
    try:
        repeated = services.drafts.handed_over_by(tracker.sender_id, turn_of(tracker))
        if repeated is not None and (again := done_again(repeated, tracker.sender_id, services)) is not None:
            return Saying(again).send(dispatcher)
        state = services.drafts.latest(tracker.sender_id)
        if state is None or state.form not in FORMS or state.has_ended:
            if _asks_for_a_call(tracker):
                return begin(CALLBACK, tracker, services, dispatcher)
            if wants_to_ask_office(tracker):
                return begin(QUESTION, tracker, services, dispatcher)
            sent = sent_already(tracker, services)
            return otherwise() if sent is None else Saying(sent).send(dispatcher)
        if _wants_another_way(state, tracker):
            services.drafts.delete(tracker.sender_id, state.form)
            return otherwise()
        said = _said(tracker, services, state.form)
        if state.form in LOOKED_UP:
            state, said = LOOKED_UP[state.form].heard(state, said, services)
        form = form_as_it_stands(state, services)
        longer = LOOKED_UP[state.form].longer(state, said, tracker.sender_id, services) if state.form in LOOKED_UP else None
        if longer is not None:
            return _answered(form, engine.ask_again(form, state), tracker, services, dispatcher, otherwise, longer)
        if state.form == CALLBACK and _asks_for_it_again(said):
            turn = engine.resume(form, state, services.now())
        else:
            turn = engine.take(form, state, said, services.now())
        return _answered(form, turn, tracker, services, dispatcher, otherwise)
    except StorageError as error:
        log.warning("Ein Formular ist nicht erreichbar (%s).", type(error).__name__)
        return otherwise()


def _asks_for_a_call(tracker: Tracker) -> bool:
    """By the need and the words, or by the words and a number whatever the need is: such a number is kept for the form."""
    text = question_of(tracker)
    return need_of(tracker) == "mensch" and wants_a_call(text) or is_typed(tracker) and gives_number_for_call(text)


def _asks_for_it_again(said: Said) -> bool:
    """„Ich möchte einen Rückruf“ while its form is there: no wish for somebody else, but for the open question."""
    few = len(said.text.split()) <= _MOST_WORDS_TO_REPEAT
    return few and wants_a_call(said.text) and not find_command(said.text) and find_crisis(said.text) is None


def begin(
    name: str, tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher, lead: str = ""
) -> Events:
    """Begin a form, or go on with its draft; `lead` is said before, by a form that looks something up."""
    try:
        state = services.drafts.load(tracker.sender_id, name)
        if state is not None and not state.has_ended:
            form = form_as_it_stands(state, services)
            turn = engine.resume(form, state, services.now())
        else:
            form, known = FORMS[name](services), _known(name, tracker, services)
            _let_other_form_rest(name, tracker, services)
            turn = engine.start(form, _opening(name, tracker, services), services.now(), known)
        step = looked_up(form, turn, tracker.sender_id, services, lead)
        services.drafts.save(tracker.sender_id, step.turn.state)
    except StorageError as error:
        log.warning("Ein Formular konnte nicht beginnen (%s).", type(error).__name__)
        return Saying(unavailable_reply(services.library.office)).send(dispatcher)
    return _say(step, services, dispatcher)


def said_or_begun(
    what: Reply | Step, tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher
) -> Events:
    """Say a reply, or the first step of a form."""
    return begun(what, tracker, services, dispatcher) if isinstance(what, Step) else Saying(what).send(dispatcher)


def begun(step: Step, tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher) -> Events:
    """Say the first step of a form that something else has begun, and keep it."""
    try:
        _let_other_form_rest(step.form.name, tracker, services)
        services.drafts.save(tracker.sender_id, step.turn.state)
    except StorageError as error:
        log.warning("Ein Formular konnte nicht beginnen (%s).", type(error).__name__)
        return Saying(unavailable_reply(services.library.office)).send(dispatcher)
    return _say(step, services, dispatcher)


def open_form(tracker: Tracker, services: ActionServices) -> str:
    """The name of the form that waits for an answer in this conversation, or nothing."""
    try:
        state = services.drafts.latest(tracker.sender_id)
    except StorageError:
        return ""
    return state.form if state is not None and not (state.has_ended or state.resting) else ""


def _let_other_form_rest(name: str, tracker: Tracker, services: ActionServices) -> None:
    if open_form(tracker, services) not in ("", name):
        let_rest(services.drafts, tracker.sender_id, "later", services.now())


def _known(name: str, tracker: Tracker, services: ActionServices) -> dict[str, Any]:
    """What the conversation tells for a form already: the question that could not be answered, the idea or the report."""
    if name == IDEA:
        return idea_told_before(tracker, services.library.reader)
    if name in REPORTS:
        told = whole_message(tracker)
        return {REPORTS[name]: told} if tells_something(told) else {}
    if name in _KNOWN_FOR:
        return _KNOWN_FOR[name](tracker, services)
    asked = unanswered_question(tracker) if name == QUESTION else ""
    return {ASKED: asked} if asked else {}


def _carried(name: str, tracker: Tracker, services: ActionServices) -> Said | None:
    """The message that a button repeats, in which a report finds its place and its kind."""
    told = whole_message(tracker) if name in REPORTS else ""
    return Said(told, services.library.reader.read(told)) if told else None


def _opening(name: str, tracker: Tracker, services: ActionServices) -> Said | None:
    """The message that begins a form; one that only announces a report says nothing for its fields."""
    said = _said(tracker, services, name) if is_typed(tracker) else _carried(name, tracker, services)
    return None if said is None or name in REPORTS and not tells_something(said.text) else said


def _wants_another_way(state: FormState, tracker: Tracker) -> bool:
    """Whether somebody who told an idea has pressed „Geld dafür finden“ instead of agreeing: nothing is kept yet."""
    return state.form == IDEA and not state.values and not is_typed(tracker) and not chosen(tracker, ENTITY)


def let_form_rest(key: str, services: ActionServices) -> None:
    """A crisis goes before the form of the conversation `key`, and is answered whether the form can be kept or not."""
    try:
        let_rest(services.drafts, key, "crisis", services.now())
    except StorageError as error:
        log.warning("Ein Formular konnte nicht ruhen (%s).", type(error).__name__)


def _answered(
    form: Form, turn: FormTurn, tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher,
    otherwise: Callable[[], Events], lead: str = "",
) -> Events:  # fmt: skip
    key = tracker.sender_id
    if turn.outcome is Outcome.NOT_MINE:
        return [*otherwise(), *_offer_to_go_on(form, turn, tracker, services, dispatcher)]
    if turn.outcome is Outcome.COMPLETED:
        return _complete(turn, tracker, services, dispatcher)
    step = looked_up(form, turn, key, services, lead)
    if step.turn.is_over:
        services.drafts.delete(key, form.name)
    else:
        services.drafts.save(key, step.turn.state)
    if turn.outcome is Outcome.NOT_AN_ANSWER:
        answered = otherwise()
        again = looked_up(form, engine.ask_again(form, turn.state), key, services)
        if again.turn.state != turn.state:
            services.drafts.save(key, again.turn.state)
        return [*answered, *_say(again, services, dispatcher)]
    return [*(otherwise() if turn.outcome is Outcome.LEFT else ()), *_say(step, services, dispatcher)]


def _offer_to_go_on(
    form: Form, turn: FormTurn, tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher
) -> Events:  # fmt: skip
    """After a crisis, once and behind the first ordinary answer: the way back to the form that rests since."""
    if turn.state.resting != "crisis" or need_of(tracker) == "notlage":
        return []
    services.drafts.save(tracker.sender_id, replace(turn.state, resting="later"))
    return Saying(rests_reply(form)).send(dispatcher)


def _complete(
    turn: FormTurn, tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher
) -> Events:
    """Hand the form to the office; what was filled in goes only when it has arrived there."""
    key = tracker.sender_id
    done = HANDED_OVER.get(turn.state.form, hand_over)(turn, key, services)
    if isinstance(done, Step):
        services.drafts.save(key, done.turn.state)
        return _say(done, services, dispatcher)
    reply, has_arrived = done
    if has_arrived:
        services.drafts.handed_over(key, turn.state)
        if turn.state.form in REPORTS:
            reply = with_needs_told_beside(reply, turn.values[REPORTS[turn.state.form]], tracker)
        if reply.outcome == BOOKED:
            reply = with_place_told(with_sheet_offered(reply, tracker, services), key, services)
    return [*Saying(reply).send(dispatcher), *(_offer_what_rests(key, services, dispatcher) if has_arrived else [])]


def _offer_what_rests(key: str, services: ActionServices, dispatcher: CollectingDispatcher) -> Events:
    """Behind the receipt of one form, the way back to another that was left for it."""
    state = services.drafts.latest(key)
    if state is None or state.has_ended or state.form not in FORMS:
        return []
    return Saying(rests_reply(FORMS[state.form](services))).send(dispatcher)


def _say(step: Step, services: ActionServices, dispatcher: CollectingDispatcher) -> Events:
    reply = reply_to(step.form, step.turn, services.library.office)
    if reply is None:
        return []
    if step.form.name == IDEA:
        reply = beside_idea(reply, step.turn, services)
    return Saying(step.said(reply)).send(dispatcher)


def _said(tracker: Tracker, services: ActionServices, name: str) -> Said:
    """The message as the engine hears it; the number of the turn tells a repeat."""
    text = question_of(tracker) if is_typed(tracker) else ""
    return Said(
        text,
        services.library.reader.read(text),
        message_id=turn_of(tracker),
        need=need_of(tracker),
        confidence=confidence_of(tracker),
        pressed=None if is_typed(tracker) else chosen(tracker, ENTITY) or "",
        told=told_answers(text, services.library.reader) if name == IDEA and text else {},
    )

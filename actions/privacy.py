"""What is stored of this conversation: told, handed out, deleted, objected to. The deleting itself: `conversation.erasure`."""
from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import heard_first
from actions.message import chosen, is_typed, question_of
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from actions.turn import as_turn
from conversation.my_data_wishes import wish_in
from conversation.refusals import ConversationUnknown, StorageUnavailable
from office.privacy.model import Held
from wording import my_data as say
from wording.my_data import Verb
from wording.reply import Reply


class AnswerPrivacy(Action):
    """Does what a button says, or what a typed message about data protection means by a closed list of patterns."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_answer_privacy"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        answer = lambda: Saying(_reply(tracker, services)).send(dispatcher)  # noqa: E731
        return heard_first(tracker, services, dispatcher, answer)


def _reply(tracker: Tracker, services: ActionServices) -> Reply:
    verb = wish_in(question_of(tracker)) if is_typed(tracker) else _pressed(tracker)
    try:
        return _done(verb, tracker.sender_id, services)
    except (StorageUnavailable, ConversationUnknown):  # without a conversation of ours, as in `rasa shell`
        return say.my_data_unavailable(services.library.office)


def _held(key: str, services: ActionServices) -> Held:
    """What the conversation holds; of a form that was handed over nothing is left but which message it was."""
    held = services.my_data.held(key)
    if services.drafts.latest(key) is not None:
        return held
    return replace(held, parts=tuple(one for one in held.parts if one.table != "form_draft"))


def _done(verb: Verb | None, key: str, services: ActionServices) -> Reply:
    mine, office, now = services.my_data, services.library.office, services.now()
    if verb is Verb.SHOW:
        return say.shown_reply(_held(key, services), mine.case_numbers(key), mine.objected_at(key), office, now)
    if verb in (Verb.DELETE, Verb.DELETE_SURELY):
        return say.sure_to_delete(_held(key, services), mine.case_numbers(key))
    if verb is Verb.OBJECT:
        mine.object_to_review(key, now)
        return say.objected_reply()
    if verb is Verb.EXPORT:
        return say.export_reply()
    if verb is Verb.KEEP:
        return say.kept_reply()
    if verb is Verb.WITHDRAW:
        return say.withdraw_reply(office)
    return say.general_reply(office, mine.days_kept())


def _pressed(tracker: Tracker) -> Verb:
    """The verb of a button; the bare button of the need shows what is stored."""
    told = chosen(tracker, "verb")
    return Verb(told) if told in {one.value for one in Verb} else Verb.SHOW

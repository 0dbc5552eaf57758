"""The manner of a conversation: whether it is plain, and that its first answer says who answers.

Every action is put through here (`in_its_manner`), so that no single answer has to think of it.
"""
from __future__ import annotations

from functools import wraps
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.message import is_typed, need_of, question_of
from actions.services import ActionServices
from actions.speaking import Events, Speaker
from conversation.commands import CommandKind, find_command
from conversation.crisis import find_crisis
from knowledge.spelling.style_wish import split_style_wish
from wording.languages import PLAIN as PLAIN_LANGUAGE
from wording.languages import language_of
from wording.plain import plainly
from wording.reply import Reply
from wording.small_talk import introduced

SLOT = "plain"
"""The slot that keeps whether the conversation is held in Einfache Sprache."""
Run = Callable[[Action, CollectingDispatcher, Tracker, dict[str, Any]], Events]


def is_plain(tracker: Tracker) -> bool:
    """Whether this conversation is held in Einfache Sprache."""
    return bool(tracker.get_slot(SLOT))


def in_its_manner(run: Run) -> Run:
    """Runs an action and says its replies in the manner of the conversation; a wish for another manner comes first.

    A message that is nothing but such a wish is answered by `actions.context`, whatever the classifier takes it for. A
    wish that frames a question is heeded and taken off, so that the action sees the question alone.
    """

    @wraps(run)
    def spoken(self: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services: ActionServices = self._services()
        chosen = wish_for_manner(tracker)
        if chosen is None and _heed_framing_wish(tracker):
            chosen = True
        if chosen is not None:
            tracker.slots[SLOT] = chosen
        speaker = Speaker(lambda reply: _in_manner(reply, tracker, services))
        events = run(self, speaker, tracker, domain)
        dispatcher.messages += speaker.messages
        return events if chosen is None else [SlotSet(SLOT, chosen), *events]

    return spoken


def wish_for_manner(tracker: Tracker) -> bool | None:
    """True for „Leichte Sprache“, False for „wieder normal“, as a whole message or on a button; else None."""
    text = question_of(tracker)
    command = find_command(text)
    if command is not None and command.kind in (CommandKind.PLAIN, CommandKind.NORMAL):
        return command.kind is CommandKind.PLAIN
    means_it = need_of(tracker) == "andere_sprache" and find_crisis(text) is None
    if means_it and not split_style_wish(text)[1] and language_of(text) == PLAIN_LANGUAGE:
        return True
    return None


def _heed_framing_wish(tracker: Tracker) -> bool:
    """Take a wish for plain words off the question that it frames; whether there was one."""
    if not is_typed(tracker):
        return False
    rest, is_wished = split_style_wish(question_of(tracker))
    if is_wished:
        tracker.latest_message["text"] = rest
    return is_wished


def _in_manner(reply: Reply, tracker: Tracker, services: ActionServices) -> Reply:
    library = services.library
    if is_plain(tracker):
        reply = plainly(reply, library.record, library.office, services.now().date())
    has_spoken = any(event.get("event") == "bot" for event in tracker.events)
    return reply if has_spoken else introduced(reply)

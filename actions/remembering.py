"""The remember list: puts records on it, shows it, takes them off again."""
from __future__ import annotations

from typing import Any, Callable, Sequence

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import last_answer
from actions.message import chosen, chosen_records
from actions.services import ActionServices, open_services
from actions.speaking import Events, say
from actions.turn import as_turn
from conversation.refusals import StorageUnavailable
from knowledge.schema import Record
from wording import remembering as wording
from wording.remembering import Verb
from wording.reply import Reply


class KeepRememberList(Action):
    """Does what a button of the list, or one of its phrases, says; shows the list if it says nothing."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_keep_remember_list"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        conversation = _Conversation(self._services(), tracker)
        try:
            say(dispatcher, conversation.reply_to(chosen(tracker, "verb")))
        except StorageUnavailable:
            say(dispatcher, wording.list_unavailable(self._services().library.office))
        return []


class _Conversation:
    """The list of one conversation during one message."""

    def __init__(self, services: ActionServices, tracker: Tracker) -> None:
        self._library = services.library
        self._lists = services.remember_lists
        self._tracker = tracker
        self._key = tracker.sender_id
        self._today = services.now().date()

    def reply_to(self, verb: str | None) -> Reply:
        """Raises StorageUnavailable."""
        verbs = {
            Verb.REMEMBER: self._remember,
            Verb.FORGET: self._forget,
            Verb.CHOOSE: self._choose,
            Verb.CLEAR: self._ask_before_clearing,
            Verb.CLEAR_SURELY: self._clear,
            Verb.CODE: self._code,
        }
        return verbs.get(verb, self._show)()

    def _remember(self) -> Reply:
        records = self._known(chosen_records(self._tracker) or last_answer(self._tracker).records)
        if not records:
            return wording.what_to_remember()
        done = self._lists.remember(self._key, [record.id for record in records])
        return wording.remembered_reply(self._known(done.added), done.total, done.is_first, done.is_full)

    def _show(self) -> Reply:
        ids = self._ids()
        records = self._known(ids)
        token = self._lists.issue_link(self._key) if records else None
        gone = len(ids) - len(records)
        return wording.shown_reply(records, gone, token, self._today) if token else wording.empty_reply(gone)

    def _forget(self) -> Reply:
        ids = chosen_records(self._tracker)
        forgotten = [one for one in ids if self._lists.forget(self._key, one)]
        return wording.forgotten_reply([record.name for record in self._known(forgotten)], len(self._ids()))

    def _choose(self) -> Reply:
        records = self._known(self._ids())
        return wording.which_to_forget(records) if records else wording.empty_reply()

    def _ask_before_clearing(self) -> Reply:
        total = len(self._ids())
        return wording.sure_to_clear(total) if total else wording.empty_reply()

    def _clear(self) -> Reply:
        self._lists.clear(self._key)
        return wording.cleared_reply()

    def _code(self) -> Reply:
        token = self._lists.issue_link(self._key) if self._known(self._ids()) else None
        return wording.code_reply(token) if token else wording.empty_reply()

    def _ids(self) -> list[str]:
        return [one.record_id for one in self._lists.records(self._key)]

    def _known(self, ids: Sequence[str]) -> list[Record]:
        """The records that are still in the knowledge base."""
        return [record for one in ids if (record := self._library.record(one)) is not None]

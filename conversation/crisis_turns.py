"""Turns in which a crisis was found by its words: they go past limits, lengths, the queue and Rasa."""
from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import Callable, Sequence

from conversation.crisis import CrisisKind
from conversation.events import News
from conversation.incoming import incoming, new_conversation_id
from conversation.lanes import Lanes
from conversation.messages import Answer, TurnReply, TurnRequest
from conversation.refusals import ConversationUnknown, StorageUnavailable
from conversation.threads import in_thread
from conversation.turn_store import TurnStore

log = logging.getLogger(__name__)


class CrisisTurns:
    """Answers with the numbers of a kind, even if nothing can be stored. The words of the person are never kept."""

    def __init__(
        self, store: TurnStore, words: Callable[[CrisisKind], Sequence[Answer]],
        rest_forms: Callable[[str, datetime], object], opening: Lanes, news: News,
    ) -> None:  # fmt: skip
        """`opening` and `news` are those of the turn service, so that both count the answers of a conversation in turn."""
        self._store = store
        self._words = words
        self._rest_forms = rest_forms
        self._opening = opening
        self._news = news

    async def answer(self, request: TurnRequest, kind: CrisisKind) -> TurnReply:
        """The numbers at once; the form that is open in the conversation rests."""
        answers = tuple(self._words(kind))
        if request.conversation is not None:
            try:
                return await self._kept(request, request.conversation, answers)
            except ConversationUnknown:
                log.info("Eine Notlage kam in einem unbekannten Gespräch; es beginnt ein neues.")
        return await self._kept(replace(request, conversation=None), new_conversation_id(), answers)

    async def _kept(self, request: TurnRequest, conversation: str, answers: tuple[Answer, ...]) -> TurnReply:
        message = incoming(request, conversation, words="")
        try:
            async with self._opening.hold(message.key):
                kept = await in_thread(self._store.record_crisis, message, answers)
        except StorageUnavailable:
            return TurnReply(conversation, answers)
        self._news.announce(message.key)
        try:
            await in_thread(self._rest_forms, message.key, request.now)
        except StorageUnavailable:
            log.warning("Nach einer Notlage konnte ein Formular nicht ruhen; es hört die nächste Nachricht.")
        return TurnReply(conversation, kept)

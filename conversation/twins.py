"""The same message twice within moments, under another id: software that assists people sends everything so.

Such a twin is no second step. It is taken as a repeat of the first one, and gets its answer.
"""
from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Container

from conversation.incoming import IncomingMessage

TWIN_SECONDS = 2.0
"""After the first one; nobody reads an answer and types the same words again so quickly."""
MAXIMUM_KEYS = 10_000
"""Conversations whose latest message is known; beyond, those that wrote longest ago are forgotten."""


@dataclass(frozen=True)
class _Latest:
    message_id: str
    digest: bytes
    came_at: float


class Twins:
    """Knows the latest message of each conversation by a hash of its words."""

    def __init__(self, seconds: float = TWIN_SECONDS, maximum_keys: int = MAXIMUM_KEYS) -> None:
        self._seconds = seconds
        self._maximum_keys = maximum_keys
        self._latest: OrderedDict[str, _Latest] = OrderedDict()

    def __len__(self) -> int:
        return len(self._latest)

    def as_first(self, message: IncomingMessage, now: float, running: Container[tuple[str, str]]) -> IncomingMessage:
        """`message`, with the id of its twin if there is one: come moments ago, or one of the `running` turns.

        `now` is in seconds of any clock that never goes back; `running` holds keys and ids of unanswered messages.
        """
        digest = hashlib.sha256(message.words.encode("utf-8", "replace")).digest()
        last = self._latest.get(message.key)
        if last is not None and last.digest == digest:
            if now - last.came_at <= self._seconds or (message.key, last.message_id) in running:
                return replace(message, message_id=last.message_id)
        self._latest[message.key] = _Latest(message.message_id, digest, now)
        self._latest.move_to_end(message.key)
        while len(self._latest) > self._maximum_keys:
            self._latest.popitem(last=False)
        return message

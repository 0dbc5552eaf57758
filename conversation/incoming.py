"""From a request of the outside to a message that may be stored and passed on."""
from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from conversation import my_data_wishes
from conversation.messages import TurnRequest
from conversation.payloads import check_characters, readable
from conversation.refusals import MessageEmpty, MessageIdInvalid
from conversation.remembering.phrases import command_in
from conversation.secrecy.kept_codes import Halves

MAXIMUM_MESSAGE_ID = 100
"""Characters of the client's own id."""
MAXIMUM_NUMBER = 2**31 - 1
"""The highest number an answer can have (a 32-bit integer in PostgreSQL)."""


@dataclass(frozen=True)
class IncomingMessage:
    """A message that was checked. `key` is the hash of the conversation's id, `is_first` says that it opens one.

    `halves` are those of the secret codes for which marks stand in `words`.
    """

    key: str
    is_first: bool
    message_id: str
    received_at: datetime
    words: str
    payload: str | None = None
    halves: tuple[Halves, ...] = ()


def key_of(conversation: str) -> str:
    """The SHA-256 under which a conversation is kept and known to Rasa: its id opens it and is written down nowhere."""
    return hashlib.sha256(conversation.encode("utf-8", "replace")).hexdigest()


def new_conversation_id() -> str:
    """An id that nobody can guess: 192 bits from the system's source of randomness."""
    return secrets.token_urlsafe(24)


def check_message_id(message_id: str) -> None:
    """Raises MessageIdInvalid unless it has 1 to MAXIMUM_MESSAGE_ID printable characters."""
    if not 0 < len(message_id) <= MAXIMUM_MESSAGE_ID or not message_id.isprintable():
        raise MessageIdInvalid


def words_of(request: TurnRequest) -> str:
    """What Rasa is to read: the text made harmless, or the payload as it is; raises a TurnRefused.

    A command of the closed list is read as the button that does the same, whatever the conversation is about just now.
    """
    if request.text is not None:
        return command_in(request.text) or my_data_wishes.command_in(request.text) or readable(request.text)
    if not request.payload:
        raise MessageEmpty
    check_characters(request.payload)
    return request.payload


def incoming(request: TurnRequest, conversation: str, words: str) -> IncomingMessage:
    """The message as it is stored under the hash of `conversation`."""
    return IncomingMessage(
        key=key_of(conversation),
        is_first=request.conversation is None,
        message_id=request.message_id,
        received_at=request.now,
        words=words,
        payload=request.payload,
    )

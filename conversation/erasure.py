"""How a conversation ends for good: deleted where it lies, with a last message that is not stored.

It works past Rasa, as somebody who wants to be forgotten must not wait until a program is back.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from conversation.incoming import IncomingMessage
from conversation.messages import Answer
from office.privacy import Deletion
from wording.my_data import Verb, deleted_reply, my_data_payload


@dataclass(frozen=True)
class Erasure:
    """`delete` takes the key of a conversation and blocks."""

    delete: Callable[[str], Deletion]

    def is_wanted(self, message: IncomingMessage) -> bool:
        """Whether the message is the button „Ja, alles löschen“. Whoever has the id may delete, asked or not."""
        return message.payload == my_data_payload(Verb.DELETE_SURELY)

    def last_answer(self) -> Answer:
        """What is said when it is done."""
        return Answer.of(deleted_reply())

"""Why a message is not taken. Each reason has a name that machines read (`code`); the channel finds the words."""
from __future__ import annotations

from conversation.limits import Allowance


class TurnRefused(Exception):
    """The message is not taken and nothing has happened."""

    code = "refused"


class MessageIdInvalid(TurnRefused):
    """The client's own id is empty, too long or has characters that do not belong there."""

    code = "message_id_invalid"


class MessageEmpty(TurnRefused):
    """Nothing to read: only spaces, or only slashes."""

    code = "message_empty"


class MessageTooLong(TurnRefused):
    """More than MAXIMUM_LENGTH characters."""

    code = "message_too_long"


class TextUnreadable(TurnRefused):
    """A NUL or half a surrogate pair: no text that can be kept or passed on."""

    code = "text_unreadable"


class ConversationUnknown(TurnRefused):
    """No conversation has this id: never given out, or deleted."""

    code = "conversation_unknown"


class PayloadNotIssued(TurnRefused):
    """The payload was on no button of this conversation."""

    code = "payload_not_issued"


class RateLimited(TurnRefused):
    """Too many messages; the allowance says in how many seconds one will be taken again."""

    code = "rate_limited"

    def __init__(self, allowance: Allowance) -> None:
        super().__init__(f"again in {allowance.retry_after} s")
        self.allowance = allowance


class StorageUnavailable(Exception):
    """The database does not answer: the message is not taken, the person needs the telephone number."""

    code = "storage_unavailable"

"""What a mail is, how far it has come, and how the verbs on it may end."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Callable

ASKING = "confirm:"
"""How the key of the mail begins that asks the owner of an address to confirm it."""


class MailState(Enum):
    """How far a mail is. What it says is kept until SENT or DROPPED; see docs/decisions/0019-mail.md."""

    HELD = "held"
    """Its address was not confirmed yet."""
    WAITING = "waiting"
    SENDING = "sending"
    """A worker has it, until its lease ends."""
    SENT = "sent"
    """The server has taken it."""
    UNCERTAIN = "uncertain"
    """All of it was given to the server, but nobody knows whether the server took it; somebody has to decide."""
    FAILED = "failed"
    """Refused for good, or tried for too long."""
    DROPPED = "dropped"
    """It will not be sent: see Why."""


class Why(Enum):
    """Why a mail was dropped; kept in the column of the problem."""

    BLOCKED = "blocked"
    """The owner of the address wants no mails."""
    EXPIRED = "expired"
    """It came too late to be of use, or its address was never confirmed."""
    STAFF = "staff"
    OUTDATED = "outdated"
    """What it told has changed before it was sent."""


class Phase(Enum):
    """Where in the talk with the mail server something went wrong (RFC 5321)."""

    CONNECT = "connect"
    HELLO = "hello"
    TLS = "tls"
    LOGIN = "login"
    MAIL = "mail"
    RECIPIENT = "rcpt"
    DATA = "data"
    """Until the whole content is with the server, without the dot that ends it."""
    DOT = "dot"
    """The dot is sent: from here the server may have taken the mail."""
    WRITING = "writing"
    """Before any talk: the message cannot be built or cannot be carried by this server."""


@dataclass(frozen=True)
class MailText:
    """What a mail says: a subject on one line, a plain text."""

    subject: str
    body: str = field(repr=False)


@dataclass(frozen=True)
class MailAttachment:
    """A file that goes with a mail, such as a calendar file."""

    name: str
    media_type: str
    """With parameters, if it needs them: `text/calendar; method=REQUEST; charset=utf-8`."""
    content: bytes = field(repr=False)


Write = Callable[[str], MailText]
"""Writes the text of a mail around its pass: the secret that opens the page on which its reader confirms the address or
refuses further mails."""


@dataclass(frozen=True)
class NewMail:
    """A mail to be written into the outbox. `key` names it for ever: a second mail with this key is the same one."""

    key: str
    to: str = field(repr=False)
    write: Write = field(repr=False)
    case_number: str | None = None
    """The case that it is about: deleting the case deletes it."""
    conversation_key: str | None = field(default=None, repr=False)
    attachments: tuple[MailAttachment, ...] = ()
    useful_until: datetime | None = None
    """Later nobody needs it, such as a reminder after the appointment; None: as long as mails are kept."""


class PostOutcome(Enum):
    """What became of a new mail."""

    POSTED = "POSTED"
    """It will be sent."""
    HELD = "HELD"
    """It waits until the owner of the address has confirmed it; if nobody asked for that yet, a mail does now."""
    BLOCKED = "BLOCKED"
    """The owner of the address wants no mails: nothing is kept."""
    ALREADY_POSTED = "ALREADY_POSTED"
    """There is or was a mail with this key; nothing is changed."""
    NO_ADDRESS = "NO_ADDRESS"
    """This is no mail address; nothing is kept."""


@dataclass(frozen=True)
class Problem:
    """What went wrong last: the kind of error and the server's code, never its words, which may quote an address."""

    kind: str
    phase: Phase
    code: int | None = None


@dataclass(frozen=True)
class OutboxMail:
    """A mail as staff see it. What it says and to whom is None once it was sent or dropped."""

    id: int
    key: str
    state: MailState
    created_at: datetime
    next_try_at: datetime
    tries: int
    case_number: str | None = None
    recipient: str | None = field(default=None, repr=False)
    subject: str | None = field(default=None, repr=False)
    body: str | None = field(default=None, repr=False)
    attachments: tuple[MailAttachment, ...] = ()
    problem: Problem | None = None
    why: Why | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True)
class ClaimedMail:
    """A mail that one worker has for the time of its lease; `holder` is the secret of this one claim."""

    id: int
    holder: str
    key: str
    dated: datetime
    """When it was first tried: its date, the same in every try."""
    recipient: str = field(repr=False)
    text: MailText = field(repr=False)
    attachments: tuple[MailAttachment, ...] = ()


class AddressState(Enum):
    """What the owner of a mail address has said."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    BLOCKED = "blocked"


class AddressOutcome(Enum):
    """How a verb of the owner of an address ended."""

    CONFIRMED = "CONFIRMED"
    ALREADY_CONFIRMED = "ALREADY_CONFIRMED"
    BLOCKED = "BLOCKED"
    ALREADY_BLOCKED = "ALREADY_BLOCKED"
    UNKNOWN = "UNKNOWN"
    """There is no such pass, or not any more."""


class StaffOutcome(Enum):
    """How a verb of the staff on one mail ended."""

    RETRIED = "RETRIED"
    DROPPED = "DROPPED"
    UNKNOWN = "UNKNOWN"
    """There is no mail with this number."""
    NOT_NOW = "NOT_NOW"
    """Its state does not allow it: it is being sent, is sent, was dropped, or its address is not confirmed."""

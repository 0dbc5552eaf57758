"""What is said to a person, before a channel gives it its look."""
from __future__ import annotations

from dataclasses import dataclass

COURTESY = "COURTESY"
"""The outcome of what tells nothing that could be right or wrong: greetings, thanks, a word to an insult."""


@dataclass(frozen=True)
class Button:
    """Something to choose; `payload` comes back word for word when it is chosen."""

    title: str
    payload: str


@dataclass(frozen=True)
class Link:
    """An address that the person may open."""

    title: str
    url: str


@dataclass(frozen=True)
class Attachment:
    """A file that belongs to a reply; `type` is a media type."""

    name: str
    url: str
    type: str


@dataclass(frozen=True)
class ContextPart:
    """Something that is kept of what the person has told.

    `kind` is one of place, topic, target_group, legal_form, amount; `remove` is the payload that takes it away.
    """

    kind: str
    title: str
    remove: str


@dataclass(frozen=True)
class Reply:
    """One message of the assistant.

    `outcome` names what happened (FOUND, NOTHING_FOUND, CRISIS …), so that staff can count why answers failed;
    `records` are the ids of the knowledge that the text rests on; `part` says which part of an opened record is shown,
    empty for the first one.
    """

    text: str
    lang: str = "de"
    outcome: str = "ANSWERED"
    buttons: tuple[Button, ...] = ()
    links: tuple[Link, ...] = ()
    records: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    part: str = ""

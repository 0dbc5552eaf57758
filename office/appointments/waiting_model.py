"""The waiting list as people and the chat see it; plain data, times in UTC."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Mapping

from office.appointments.model import SessionWish, Slot
from office.typed_text import Problem

LONGEST_WAIT = timedelta(days=30)
"""So long somebody stands on the list; then they are told that nothing came up."""
WAKING_HOURS = (7, 21)
"""Local hours in which the time of an offer runs: nobody has to answer at night."""
OFFERED_BY_MAIL, OFFERED_IN_CHAT = timedelta(hours=12), timedelta(hours=2)
"""So many waking hours an offer stands. Whoever left no mail address has to look into the chat by themselves, so the others
do not wait for them long."""
SHORTEST_OFFER = timedelta(hours=1)
"""Less is offered to nobody: whoever is first in the chat gets it."""
MOST_MISSED = 2
"""After so many offers that somebody let pass they are taken off the list."""
MOST_WAITING, MOST_OF_ADDRESS = 500, 2
"""Entries of the whole list, and of one mail address."""


class JoinOutcome(Enum):
    """How it went to get onto the list."""

    JOINED = "JOINED"
    CHANGED = "CHANGED"
    """This conversation was on the list already; what counts now is the new wish, at the end of the list."""
    CONSENT_MISSING = "CONSENT_MISSING"
    INVALID = "INVALID"
    """Something that was told does not serve; nothing is kept."""
    TOO_MANY = "TOO_MANY"
    """The list is full, or this address stands on it too often."""


@dataclass(frozen=True)
class Joined:
    """`before`: how many are asked first about times that would do for both; `until`: the end of the wait; `has_mail`: an offer
    comes by mail as well, as soon as the address is confirmed; `problems`: told with INVALID."""

    outcome: JoinOutcome
    before: int = 0
    until: datetime | None = None
    has_mail: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class WaitingOffer:
    """A slot that is kept for somebody of the list until then, and for whose wish."""

    slot: Slot
    until: datetime
    wish: SessionWish = field(default=SessionWish(), repr=False)


@dataclass(frozen=True)
class Waiting:
    """An entry of the list; `before` as in `Joined`; `offer`: the slot that is kept for it now, if there is one. `told`: the
    person's words by field (`office.matters.kinds.appointment`), for the session that may come of it."""

    wish: SessionWish
    since: datetime
    until: datetime
    before: int
    has_mail: bool = False
    offer: WaitingOffer | None = None
    told: Mapping[str, str] = field(default_factory=dict, repr=False)
    phone: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)


class WaitingNews(Enum):
    """What the conversation of an entry is told unasked."""

    OFFERED = "OFFERED"
    LET_PASS = "LET_PASS"
    """The time of an offer is over. The place stays, behind those who have let fewer pass."""
    ENDED = "ENDED"
    """The entry is deleted: nothing came up in time, or too many offers were let pass."""

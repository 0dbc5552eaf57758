"""The waiting list as people and the chat see it; plain data, times in UTC."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from office.appointments.model import SessionWish, Slot

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
    NO_ADDRESS = "NO_ADDRESS"
    """What was given is no mail address; nothing is kept."""
    TOO_MANY = "TOO_MANY"
    """The list is full, or this address stands on it too often."""


@dataclass(frozen=True)
class Joined:
    """`before`: how many stand before; `until`: the end of the wait; `has_mail`: an offer comes by mail as well, as soon as
    the address is confirmed."""

    outcome: JoinOutcome
    before: int = 0
    until: datetime | None = None
    has_mail: bool = False


@dataclass(frozen=True)
class WaitingOffer:
    """A slot that is kept for somebody of the list until then, and for whose wish."""

    slot: Slot
    until: datetime
    wish: SessionWish = field(default=SessionWish(), repr=False)


@dataclass(frozen=True)
class Waiting:
    """An entry of the list; `offer`: the slot that is kept for it now, if there is one."""

    wish: SessionWish
    since: datetime
    until: datetime
    before: int
    has_mail: bool = False
    offer: WaitingOffer | None = None

"""A session as people look for it, hold it and have it; plain data, times in UTC."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.times.wish import TimeWish
from office.typed_text import Problem

HELD_FOR = timedelta(minutes=10)
"""So long a slot is kept for somebody who is answering."""
EXTENSIONS = 2
"""So often that time can be prolonged, each time to HELD_FOR from then."""


@dataclass(frozen=True, order=True)
class Slot:
    """A time with an adviser (`Adviser.id`) that can be had; `minutes` is the length of the session without the buffer."""

    starts_at: datetime
    minutes: int
    adviser: str

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class SessionWish:
    """What somebody looks for. What is empty or None was not said. `topics` are values of `Topic`; `kreis` by its name."""

    topics: frozenset[str] = frozenset()
    land: str | None = None
    kreis: str | None = None
    format: SessionFormat | None = None
    language: str | None = None
    access: frozenset[AccessNeed] = frozenset()
    minutes: int | None = None
    times: TimeWish = TimeWish()
    adviser: str | None = None
    """Only with this one, say when a session is moved."""


class OfferOutcome(Enum):
    """What was found for a wish."""

    FOUND = "FOUND"
    NEAREST = "NEAREST"
    """Nothing at the wished times; `slots` are those nearest to them."""
    FULL = "FULL"
    """There are advisers who fit, and they have no time left within the days that can be booked."""
    NOBODY = "NOBODY"
    """No adviser fits; `without` names which parts of the wish would have to go (fields of SessionWish)."""


@dataclass(frozen=True)
class Offer:
    """Slots, the earliest first, of which no two begin at the same moment."""

    outcome: OfferOutcome
    slots: tuple[Slot, ...] = ()
    without: tuple[str, ...] = ()


class HoldOutcome(Enum):
    """How it went to hold a slot for a while."""

    HELD = "HELD"
    SLOT_GONE = "SLOT_GONE"
    """Somebody else has it, or it cannot be had any more."""
    EXTENDED = "EXTENDED"
    NOT_LONGER = "NOT_LONGER"
    """It was prolonged EXTENSIONS times; it stands until its end."""
    EXPIRED = "EXPIRED"
    """This holder holds nothing now."""
    TOO_MANY = "TOO_MANY"
    """This conversation has tried too often; later again."""


@dataclass(frozen=True)
class Hold:
    """A slot that is kept for one holder until then; each holder has at most one."""

    outcome: HoldOutcome
    slot: Slot | None = None
    until: datetime | None = None


class BookingOutcome(Enum):
    """How a booking, a move or a cancellation ended. What opens by code ends like matters do (WRONG_CODE, WAIT)."""

    BOOKED = "BOOKED"
    """`number`, `code` (never shown again)."""
    ALREADY_BOOKED = "ALREADY_BOOKED"
    """This request was booked before; with a `code` if it came again at once."""
    HOLD_EXPIRED = "HOLD_EXPIRED"
    """The time of the hold is over and the slot has gone; where it is still free it is booked nevertheless."""
    SLOT_GONE = "SLOT_GONE"
    CONSENT_MISSING = "CONSENT_MISSING"
    INVALID = "INVALID"
    TOO_MANY = "TOO_MANY"
    """This address has as many open appointments as one may have, or this conversation has booked too often."""
    SHOWN = "SHOWN"
    MOVED = "MOVED"
    """The new slot is taken and the old one given up, in one transaction."""
    CANCELLED = "CANCELLED"
    ALREADY_CANCELLED = "ALREADY_CANCELLED"
    TOO_LATE = "TOO_LATE"
    """Nearer than `Adviser.change_until`: by telephone only."""
    OVER = "OVER"
    """It lies in the past."""
    WRONG_CODE = "WRONG_CODE"
    WAIT = "WAIT"
    UNKNOWN_NUMBER = "UNKNOWN_NUMBER"
    """Only staff are told so."""


@dataclass(frozen=True)
class Appointment:
    """A session that is booked. `sequence` counts its changes from 0 (SEQUENCE of RFC 5545, 3.8.7.4); `told` are the
    person's words by field (`office.matters.kinds.appointment`)."""

    number: str
    slot: Slot
    format: SessionFormat
    sequence: int
    booked_at: datetime
    changed_at: datetime
    told: dict[str, str] = field(default_factory=dict, repr=False)
    phone: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    is_cancelled: bool = False
    cancelled_by: str | None = None
    """The role of the office that cancelled it; None: the person."""
    reason: str | None = field(default=None, repr=False)
    """Why the office cancelled it, in words for the person."""
    moved_from: Slot | None = None
    """Told with MOVED: the time that it had before."""


class Occasion(Enum):
    """What has happened to an appointment."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    """The person took consent back: the session is off, and all that was told is being deleted in this unit of work, mails
    under its number too."""


@dataclass(frozen=True)
class AppointmentFilter:
    """Which appointments a list shows: with an adviser, on local days from `first` to `last`, both included."""

    adviser: str | None = None
    first: date | None = None
    last: date | None = None
    with_cancelled: bool = False


@dataclass(frozen=True)
class BookingResult:
    """The outcome of a verb, and what belongs to it: see BookingOutcome."""

    outcome: BookingOutcome
    number: str | None = None
    code: str | None = field(default=None, repr=False)
    appointment: Appointment | None = None
    problems: tuple[Problem, ...] = ()
    wait_until: datetime | None = None
    has_mail: bool = False

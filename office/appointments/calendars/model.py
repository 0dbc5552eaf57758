"""What is known of an adviser's own calendar, and of our bookings in it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from office.appointments.model import Appointment

Span = tuple[datetime, datetime]
"""Begin and end, aware."""


class Problem(Enum):
    """Why a calendar could not be read, or a booking not be written there; never the words of the server."""

    UNREACHABLE = "unreachable"
    """No connection, or it broke off."""
    TLS = "tls"
    """The certificate does not hold."""
    TOO_SLOW = "too_slow"
    TOO_MUCH = "too_much"
    """More was sent than we read."""
    LOGIN = "login"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    NO_CALENDAR = "no_calendar"
    """The address leads to something, but not to a calendar."""
    REDIRECT = "redirect"
    """The server sends us elsewhere; we do not go."""
    FOREIGN = "foreign"
    """Its answer names addresses on another server."""
    SERVER = "server"
    """It has a trouble of its own (5xx, 429)."""
    ANSWER = "answer"
    """What it says cannot be understood."""
    REFUSED = "refused"
    """It does not take this entry."""
    CONFLICT = "conflict"
    """Somebody changed the entry there again and again while we wrote."""


@dataclass(frozen=True)
class CalendarState:
    """How it stands with the calendar of an adviser. `unreadable`: entries there that could not be understood."""

    adviser: str
    read_at: datetime | None = None
    failing_since: datetime | None = None
    problem: Problem | None = None
    unreadable: int = 0


@dataclass(frozen=True)
class Task:
    """The calendar of `adviser` does not yet show how it stands with the booking `number`."""

    number: str
    adviser: str


@dataclass(frozen=True)
class Wanted:
    """How a booking should stand in a calendar now: as `appointment`, or not at all. `etag`: as we left it there last."""

    appointment: Appointment | None
    etag: str | None = None


@dataclass(frozen=True)
class Collision:
    """A booking at a time for which the adviser has put something else into the own calendar."""

    number: str
    adviser: str
    starts_at: datetime

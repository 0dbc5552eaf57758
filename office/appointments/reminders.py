"""When people are reminded of their session. Pure: what is due is told by the worker's clock."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from office.appointments.local_time import days_before
from office.appointments.model import Appointment


class Reminder(Enum):
    """Which of the reminders; the value stands in the key of its mail."""

    WEEK = "week"
    DAY = "day"


@dataclass(frozen=True)
class _Rule:
    """`days` before the session at the same time on the wall; of no use any more from `ends` days or hours before it on; left
    out if the time was told less than `since` before."""

    days: int
    ends: timedelta
    since: timedelta


_RULES = {
    Reminder.WEEK: _Rule(7, timedelta(days=3), timedelta(days=3)),
    Reminder.DAY: _Rule(1, timedelta(hours=2), timedelta(hours=12)),
}
EARLIEST = timedelta(days=8)
"""Nothing is due for a session that is farther away."""


def due_at(appointment: Appointment, reminder: Reminder) -> datetime:
    """From when on it is due."""
    return days_before(appointment.slot.starts_at, _RULES[reminder].days)


def useful_until(appointment: Appointment, reminder: Reminder) -> datetime:
    """Until when it is of use."""
    return appointment.slot.starts_at - _RULES[reminder].ends


def coming_reminders(appointment: Appointment) -> tuple[Reminder, ...]:
    """Those that this appointment gets: whoever booked or moved it shortly before one is due knows it without."""
    return tuple(
        one for one, rule in _RULES.items() if appointment.changed_at + rule.since <= due_at(appointment, one)
    )


def due_reminders(appointment: Appointment, now: datetime) -> tuple[Reminder, ...]:
    """Those for which it is time now, told already or not."""
    return tuple(
        one for one in coming_reminders(appointment) if due_at(appointment, one) <= now < useful_until(appointment, one)
    )

"""Events, series and lasting offers."""
from __future__ import annotations

from datetime import date
from enum import Enum

from knowledge.schema.record import Day, Record, Text


class EventKind(str, Enum):
    EVENT = "veranstaltung"
    TRAINING = "qualifizierung"
    COMPETITION = "wettbewerb"
    PLATFORM = "plattform"
    ADVICE = "beratung"
    NETWORK = "netzwerk"
    SERIES = "reihe"
    MENTORING = "mentoring"


class EventStatus(str, Enum):
    PAST = "vergangen"
    UNCLEAR = "unklar"
    RUNNING = "laufend"


class Event(Record):
    """An event with its days (`dates`), or a lasting offer without."""

    kind = "veranstaltungen"
    id_prefix = "ver"
    usual_owner = "Redaktion Veranstaltungen"
    check_months = 6

    event_kind: EventKind
    dates: tuple[Day, ...] = ()
    place: Text
    online: bool | None
    registration: Text | None
    costs: Text | None
    status: EventStatus

    @property
    def ends_on(self) -> date | None:
        """The last day of an event or a series; a lasting offer goes on after its dates."""
        is_over_then = self.event_kind in (EventKind.EVENT, EventKind.SERIES)
        return max(self.dates, default=None) if is_over_then else None

    def status_on(self, day: date) -> EventStatus:
        """Past once the last day of an event or series is over; lasting offers keep what the researchers saw."""
        if self.next_date(day):
            return EventStatus.RUNNING
        if self.ends_on:
            return EventStatus.PAST
        return self.status

    def next_date(self, day: date) -> date | None:
        """The next day of the event on or after `day`, if one is known."""
        return min((one for one in self.dates if one >= day), default=None)

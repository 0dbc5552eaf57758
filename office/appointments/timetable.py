"""When advisers have time, bookings aside: their entries, leave, calendars elsewhere. Read outside of units of work."""
from __future__ import annotations

from datetime import date, datetime
from typing import Callable, Iterable, Sequence

from knowledge.schema.adviser import Adviser, Leave
from office.appointments.claims import quanta, quanta_of
from office.appointments.hours import LOCAL, is_bookable, is_within_hours
from office.appointments.model import Slot

Absences = Callable[[str], Sequence[Leave]]
"""Adviser → days on which they are away, beside those in their own entry."""
Busy = Callable[[str, date, date], Iterable[tuple[datetime, datetime]]]
"""Adviser, first and last local day → the times that a calendar elsewhere says are taken."""


def never_away(adviser: str) -> tuple[Leave, ...]:
    """Nobody has leave beside what stands in the entries."""
    return ()


def never_busy(adviser: str, first: date, last: date) -> tuple[tuple[datetime, datetime], ...]:
    """No calendar is attached."""
    return ()


class Timetable:
    """The advisers and their time."""

    def __init__(
        self, advisers: Callable[[], Sequence[Adviser]], absences: Absences = never_away, busy: Busy = never_busy
    ) -> None:
        self.advisers = advisers
        self.absences = absences
        self.busy = busy

    def adviser(self, id_: str) -> Adviser | None:
        """The adviser with this id, None if there is none any more."""
        return next((one for one in self.advisers() if one.id == id_), None)

    def for_people(self, slot: Slot, at: datetime) -> Adviser | None:
        """The adviser of a slot that people may book at that moment: hours, length, notice, leave, calendars."""
        adviser = self.adviser(slot.adviser)
        fits = adviser is not None and is_bookable(adviser, slot, at, self.absences(adviser.id))
        return adviser if fits and not self._is_busy(adviser, slot) else None

    def for_staff(self, slot: Slot, at: datetime) -> Adviser | None:
        """The same without notice and days ahead: whoever of the office books has asked the adviser."""
        adviser = self.adviser(slot.adviser)
        fits = adviser is not None and slot.starts_at > at and is_within_hours(adviser, slot, self.absences(adviser.id))
        return adviser if fits and not self._is_busy(adviser, slot) else None

    def _is_busy(self, adviser: Adviser, slot: Slot) -> bool:
        wanted, day = quanta_of(slot, adviser.buffer), slot.starts_at.astimezone(LOCAL).date()
        spans = (quanta(*span) for span in self.busy(adviser.id, day, day))
        return any(one.start < wanted.stop and wanted.start < one.stop for one in spans)

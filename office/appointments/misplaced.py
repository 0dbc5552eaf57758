"""Sessions that no longer lie in the time of their adviser, because hours, leave or the adviser have changed since."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Iterable

from office.appointments.hours import LOCAL, is_away, lies_in_hours
from office.appointments.model import Appointment
from office.appointments.timetable import Timetable


class Misfit(Enum):
    """Why a session would not be given any more."""

    NO_ADVISER = "no_adviser"
    AWAY = "away"
    NO_HOURS = "no_hours"
    NO_FORMAT = "no_format"


@dataclass(frozen=True)
class Misplaced:
    """A session that stays booked although it does not fit any more."""

    appointment: Appointment
    misfit: Misfit


def misplaced_of(appointments: Iterable[Appointment], timetable: Timetable) -> tuple[Misplaced, ...]:
    """Those that do not fit, in the order given. Begins every so many minutes, lengths and limits are only for new ones."""
    advisers = {one.id: one for one in timetable.advisers()}
    leave = {one: timetable.absences(one) for one in advisers}

    def misfit(one: Appointment) -> Misfit | None:
        adviser = advisers.get(one.slot.adviser)
        if adviser is None:
            return Misfit.NO_ADVISER
        absences = leave[adviser.id]
        if is_away(adviser, one.slot.starts_at.astimezone(LOCAL).date(), absences):
            return Misfit.AWAY
        if not lies_in_hours(adviser, one.slot, absences):
            return Misfit.NO_HOURS
        return None if one.format in adviser.formats else Misfit.NO_FORMAT

    return tuple(Misplaced(one, why) for one in appointments if (why := misfit(one)) is not None)

"""When sessions can begin: hours of the week, exceptions, leave and holidays, over both changes of the clock.

Hours are kept by the clock on the wall. When the clock is put forward, a session never begins in the hour that is left
out; when it is put back, it begins in the first of the two equal hours only, as nobody could tell the second from it. A
session lasts its minutes as they pass.
"""
from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Iterator, Sequence
from zoneinfo import ZoneInfo

from knowledge.schema.adviser import Adviser, Leave, Span
from office.appointments.model import Slot
from office.appointments.public_holidays import holiday_name

LOCAL = ZoneInfo("Europe/Berlin")
_DAY = timedelta(days=1)


def session_starts(
    adviser: Adviser, minutes: int, first: date, last: date, absences: Sequence[Leave] = ()
) -> Iterator[datetime]:
    """When sessions of so many minutes can begin from `first` to `last`, local days, both included; in UTC, in order.

    `absences` is leave beside that of the adviser's own entry. The whole session lies within one span of hours; the
    buffer after it may go beyond.
    """
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        for span in hours_on(adviser, day, absences):
            yield from _starts_within(span, day, minutes, adviser.step)


def hours_on(adviser: Adviser, day: date, absences: Sequence[Leave] = ()) -> tuple[Span, ...]:
    """When the adviser has time on a local day, in order: leave goes before exceptions, they before holidays and the week."""
    if is_away(adviser, day, absences):
        return ()
    hours = next((one.hours for one in adviser.exceptions if one.day == day), None)
    if hours is None:
        hours = () if holiday_name(adviser.holidays, day) else adviser.week.on(day.weekday())
    return tuple(sorted(hours, key=lambda one: one.begins))


def is_away(adviser: Adviser, day: date, absences: Sequence[Leave] = ()) -> bool:
    """Whether the adviser has leave on a local day."""
    return any(one.covers(day) for one in (*adviser.leave, *absences))


def is_within_hours(adviser: Adviser, slot: Slot, absences: Sequence[Leave] = ()) -> bool:
    """Whether the adviser has sessions that begin then and last so long; looks at no bookings and not at the clock."""
    if slot.adviser != adviser.id or slot.minutes not in adviser.lengths:
        return False
    day = slot.starts_at.astimezone(LOCAL).date()
    return slot.starts_at in session_starts(adviser, slot.minutes, day, day, absences)


def lies_in_hours(adviser: Adviser, slot: Slot, absences: Sequence[Leave] = ()) -> bool:
    """Whether the whole session lies in hours of the adviser, wherever in them it begins and however long it lasts."""
    day = slot.starts_at.astimezone(LOCAL).date()
    return any(
        _moments(day, span.begins)[0] <= slot.starts_at and slot.ends_at <= min(_moments(day, span.ends))
        for span in hours_on(adviser, day, absences)
    )


def is_bookable(adviser: Adviser, slot: Slot, now: datetime, absences: Sequence[Leave] = ()) -> bool:
    """Whether people may book the slot now as far as the adviser's time goes: hours, length, notice, days ahead."""
    day = slot.starts_at.astimezone(LOCAL).date()
    is_in_time = slot.starts_at >= earliest_start(adviser, now) and day <= last_day(adviser, now)
    return is_in_time and is_within_hours(adviser, slot, absences)


def earliest_start(adviser: Adviser, now: datetime) -> datetime:
    """The moment before which no session can be booked any more, in UTC: `notice` hours, as they pass, from now."""
    return now.astimezone(timezone.utc) + timedelta(hours=adviser.notice)


def last_day(adviser: Adviser, now: datetime) -> date:
    """The last local day of which sessions are offered."""
    return now.astimezone(LOCAL).date() + timedelta(days=adviser.days_ahead)


def _starts_within(span: Span, day: date, minutes: int, step: int) -> Iterator[datetime]:
    latest = min(_moments(day, span.ends)) - timedelta(minutes=minutes)
    clock, last = _minute(span.begins), _minute(span.ends)
    while clock < last:
        moment = _moment(day, time(clock // 60, clock % 60))
        if moment is not None and moment <= latest:
            yield moment
        clock += step


def _moment(day: date, clock: time) -> datetime | None:
    """That moment in UTC, the first one where the clock shows it twice, None where it never shows it."""
    moment = _moments(day, clock)[0]
    return moment if moment.astimezone(LOCAL).time() == clock else None


def _moments(day: date, clock: time) -> tuple[datetime, datetime]:
    """By both readings of the clock; they differ only around its changes (PEP 495)."""
    earlier, later = (datetime.combine(day, clock, LOCAL).replace(fold=fold) for fold in (0, 1))
    return earlier.astimezone(timezone.utc), later.astimezone(timezone.utc)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute

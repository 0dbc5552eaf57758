"""Spans of time as people live them: by the clock on the wall, over both changes of the clock."""
from __future__ import annotations

from datetime import datetime, time, timedelta, timezone

from office.appointments.hours import LOCAL


def days_before(moment: datetime, days: int) -> datetime:
    """So many days earlier at the same time on the wall, in UTC; where the clock jumps over that time, an hour later."""
    return (moment.astimezone(LOCAL) - timedelta(days=days)).astimezone(timezone.utc)


def after_waking(start: datetime, span: timedelta, hours: tuple[int, int]) -> datetime:
    """When `span` is over if time runs only between these local hours of each day, in UTC."""
    begins, ends = (time(hour) for hour in hours)
    at = start.astimezone(LOCAL)
    while True:
        opens, closes = (datetime.combine(at.date(), one, LOCAL) for one in (begins, ends))
        at = max(at, opens)
        left = max(closes.astimezone(timezone.utc) - at.astimezone(timezone.utc), timedelta())
        if span <= left:
            return at.astimezone(timezone.utc) + span
        span -= left
        at = datetime.combine(at.date() + timedelta(days=1), begins, LOCAL)

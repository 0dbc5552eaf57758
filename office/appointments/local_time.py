"""Times of sessions as people live them: by the clock on the wall in Berlin, over both changes of the clock."""
from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")


def days_before(moment: datetime, days: int) -> datetime:
    """So many days earlier at the same time on the wall, in UTC; where the clock jumps over that time, an hour later."""
    return (moment.astimezone(BERLIN) - timedelta(days=days)).astimezone(timezone.utc)


def after_waking(start: datetime, span: timedelta, hours: tuple[int, int]) -> datetime:
    """When `span` is over if time runs only between these local hours of each day, in UTC."""
    begins, ends = (time(hour) for hour in hours)
    at = start.astimezone(BERLIN)
    while True:
        opens, closes = (datetime.combine(at.date(), one, BERLIN) for one in (begins, ends))
        at = max(at, opens)
        left = max(closes.astimezone(timezone.utc) - at.astimezone(timezone.utc), timedelta())
        if span <= left:
            return at.astimezone(timezone.utc) + span
        span -= left
        at = datetime.combine(at.date() + timedelta(days=1), begins, BERLIN)

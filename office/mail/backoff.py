"""When a mail that was not taken is tried again."""
from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Callable


@dataclass(frozen=True)
class Backoff:
    """Pauses after the first, second … try, then one that stays; given up so long after the first try.

    RFC 5321, 4.5.4.1: after some tries at least 30 minutes between them, give up after 4 to 5 days; people who wait for an
    answer should not hear of it after the weekend only, so it is three here.
    """

    first: tuple[timedelta, ...] = tuple(timedelta(minutes=one) for one in (1, 5, 15, 60))
    later: timedelta = timedelta(hours=6)
    given_up_after: timedelta = timedelta(days=3)
    jitter: float = 0.2
    """By up to this part longer or shorter, so that many mails do not come back at the same moment."""
    draw: Callable[[], float] = random.random
    """From 0 to 1."""

    def next_try(self, tries: int, first_tried_at: datetime, now: datetime) -> datetime | None:
        """When to try again after the `tries`-th try failed; None: give up."""
        if now >= first_tried_at + self.given_up_after:
            return None
        pause = self.first[tries - 1] if tries <= len(self.first) else self.later
        return now + pause * (1 + self.jitter * (2 * self.draw() - 1))

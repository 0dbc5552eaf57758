"""A clock that tests of conversations move on, and the settings that follow it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.conversations.knowledge_base import loaded_services


class Clock:
    """The time of the office, which a test moves on; each test begins on a later day, so that none meets another's holds."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return loaded_services().now() + self.ahead

    def wait(self, **span: float) -> None:
        self.ahead += timedelta(**span)


@dataclass(frozen=True)
class Times:
    """The settings of a rehearsal whose clock moves."""

    now: Clock

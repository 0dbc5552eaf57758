"""Whom a change of an appointment is told, in the unit of work in which it happens."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Callable, Optional

from sqlalchemy.orm import Session

from office.appointments.model import Appointment, Occasion

Notify = Callable[[Session, Appointment, Occasion, datetime], Optional[bool]]
"""Writes mails; whether there is one to the person."""
OnChange = Callable[[Session, Appointment, datetime], None]
"""Keeps calendars elsewhere right. It is told the same state more than once."""


def _nobody(session: Session, appointment: Appointment, occasion: Occasion, now: datetime) -> bool:
    return False


def _nowhere(session: Session, appointment: Appointment, now: datetime) -> None:
    pass


@dataclass(frozen=True)
class Telling:
    """Mails and calendars; without them nobody is told."""

    notify: Notify = _nobody
    on_change: OnChange = _nowhere

    def tell(self, session: Session, appointment: Appointment, occasion: Occasion, now: datetime) -> bool:
        """Tell all; whether a mail to the person was written."""
        self.on_change(session, appointment, now)
        return bool(self.notify(session, appointment, occasion, now))

"""Links to the calendar file of an appointment: whoever has one sees when it is, and nothing else. Everything here blocks.

Raises `office.errors.StorageError`.
"""
from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from office.appointments.handed_tables import CalendarLinkRow
from office.appointments.model import Appointment
from office.appointments.rows import read_appointment
from storage import Database

VALID_AFTER = timedelta(days=7)
"""So long after the end of the session a link still gives the file, say to take a cancelled one from a calendar."""


class CalendarLinks:
    """Made for whoever has booked, or has opened the appointment by its code."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, number: str, now: datetime) -> str:
        """A new secret (192 bits) for the appointment `number`, which must be there; only its hash is kept."""
        secret = secrets.token_urlsafe(24)
        with self._database.writing() as session:
            session.add(CalendarLinkRow(token_hash=_hash(secret), matter_number=number, made_at=now))
        return secret

    def find(self, secret: str, now: datetime) -> Appointment | None:
        """The appointment as it stands, be it cancelled; None: the link opens nothing, or not any more."""
        with self._database.reading() as session:
            row = session.get(CalendarLinkRow, _hash(secret))
            found = row and read_appointment(session, row.matter_number)
            return found if found and now < found.slot.ends_at + VALID_AFTER else None


def _hash(secret: str) -> str:
    return hashlib.sha256(f"calendar-link:{secret}".encode("utf-8", "replace")).hexdigest()

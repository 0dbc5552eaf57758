"""Builders of advisory sessions: an adviser, a booked appointment."""
from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from knowledge.schema.adviser import Adviser, SessionFormat
from office.appointments.hours import LOCAL
from office.appointments.model import Appointment, Slot

NUMBER = "TERMIN-7K3M9Q"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
_SPANS = ({"von": "09:00", "bis": "12:00"}, {"von": "13:00", "bis": "16:00"})
_ADVISER = {
    "id": "ber-foerderung",
    "role": "Beratung Förderung",
    "formats": ("telefon", "video", "vor_ort", "besuch"),
    "place": "Musterstraße 1, 01000 Musterstadt, Raum 2 (Erdgeschoss)",
    "email": "foerderung@musterstelle.example",
    "holidays": "DE-SN",
    "week": {day: _SPANS for day in ("montag", "dienstag", "mittwoch", "donnerstag", "freitag")},
}


def an_adviser(**changes: Any) -> Adviser:
    return Adviser(**{**_ADVISER, **changes})


def local(year: int, month: int, day: int, hour: int, minute: int = 0, fold: int = 0) -> datetime:
    """A time on the wall in Berlin, in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=LOCAL, fold=fold).astimezone(timezone.utc)


def an_appointment(starts_at: datetime = local(2026, 12, 1, 14, 30), minutes: int = 30, **changes: Any) -> Appointment:
    given = dict(
        number=NUMBER, slot=Slot(starts_at, minutes, "ber-foerderung"), format=SessionFormat.PHONE, sequence=0, booked_at=NOW,
        changed_at=NOW, told={"name": "Uli", "topic": "Fördermittel"}, phone="+49351123456", email="uli@example.org",
    )  # fmt: skip
    return Appointment(**{**given, **changes})

"""So that nobody books the office full: how many sessions that are still to come one address may have."""
from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from office.appointments.rows import open_at
from office.appointments.tables import AppointmentRow
from office.mail.address_hash import hash_address
from office.matters.kind import EMAIL, PHONE
from office.matters.tables import MatterRow, MatterTextRow
from storage.turns import in_turn

MOST_OPEN = 3
"""Sessions to come for one telephone number or one mail address."""


def has_too_many(session: Session, phone: str | None, email: str | None, now: datetime) -> bool:
    """Whether one of both has MOST_OPEN already; until the unit of work ends nobody else books for them."""
    wanted = {_mark(PHONE, phone)} if phone else set()
    wanted |= {_mark(EMAIL, email)} if email else set()
    in_turn(session, *(f"reach:{one}" for one in wanted))
    texts = select(MatterTextRow.matter_number, MatterTextRow.field, MatterTextRow.text)
    texts = texts.join(MatterRow, MatterRow.number == MatterTextRow.matter_number)
    texts = texts.join(AppointmentRow, AppointmentRow.matter_number == MatterRow.number)
    told = session.execute(texts.where(open_at(now), MatterTextRow.field.in_((PHONE, EMAIL)))).all()
    counts = {mark: sum(_mark(field, text) == mark for _, field, text in told) for mark in wanted}
    return any(number >= MOST_OPEN for number in counts.values())


def _mark(field: str, text: str) -> str:
    """Under what a way to reach somebody is compared: mail addresses are the same in letters of any case."""
    return hash_address(text) if field == EMAIL else text

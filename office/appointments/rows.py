"""Appointments to and from their rows. Everything here happens inside somebody's unit of work."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import SessionFormat
from office.appointments.model import Appointment, Slot
from office.appointments.tables import AppointmentRow
from office.matters.kinds.appointment import APPOINTMENT, BOOKED, CANCELLED
from office.matters.rows import read_matters
from office.matters.tables import MatterRow


def chosen_appointments(session: Session, *limits: Any) -> tuple[Appointment, ...]:
    """Those that fit the conditions on AppointmentRow and MatterRow, in the order of their time."""
    session.flush()
    mine = and_(MatterRow.number.in_(select(AppointmentRow.matter_number).join(MatterRow).where(*limits)))
    rows = session.execute(
        select(AppointmentRow, MatterRow).join(MatterRow).where(mine).order_by(AppointmentRow.starts_at, MatterRow.number)
    ).all()
    matters = read_matters(session, APPOINTMENT, [matter for _, matter in rows], mine)
    return tuple(_appointment(row, matter) for (row, _), matter in zip(rows, matters))


def read_appointment(session: Session, number: str) -> Appointment | None:
    """The one with this number, as it stands in this unit of work; None if it was withdrawn."""
    return next(iter(chosen_appointments(session, MatterRow.number == number)), None)


def open_at(now: datetime) -> Any:
    """The condition that a session is still to come."""
    return and_(MatterRow.state == BOOKED, AppointmentRow.starts_at > now)


def set_time(row: AppointmentRow, matter: MatterRow, slot: Slot, now: datetime) -> None:
    """The session is at this time from now on."""
    row.adviser, row.starts_at, row.minutes, row.changed_at = slot.adviser, slot.starts_at, slot.minutes, now
    matter.runs_until = slot.ends_at


def slot_of(row: Any) -> Slot:
    """The time in a row of a hold or an appointment."""
    return Slot(row.starts_at, row.minutes, row.adviser)


def _appointment(row: AppointmentRow, matter: Any) -> Appointment:
    is_cancelled = matter.state == CANCELLED
    return Appointment(
        number=row.matter_number,
        slot=slot_of(row),
        format=SessionFormat(row.format),
        sequence=row.sequence,
        booked_at=row.booked_at,
        changed_at=row.changed_at,
        told=dict(matter.told),
        phone=matter.phone,
        email=matter.email,
        is_cancelled=is_cancelled,
        reason=matter.history[-1].reason if is_cancelled else None,
        cancelled_by=matter.history[-1].by if is_cancelled else None,
    )

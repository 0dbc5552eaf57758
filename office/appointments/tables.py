"""The tables of sessions. Two primary keys keep any two people from the same time: those of SlotClaimRow and DayClaimRow."""
from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, String

from storage.base import Base
from storage.moments import Moment
from storage.privacy import Basis, ByConversation, ByParent, Days, NothingPersonal, Privacy, WithOwner, declared


class AppointmentRow(Base):
    """When and with whom the matter's session is."""

    __tablename__ = "appointment"
    __table_args__ = (
        Index("ix_appointment_start", "starts_at", "adviser"),
        declared(Privacy(
            "matter", ("adviser", "starts_at", "minutes", "format", "sequence", "booked_at", "changed_at"),
            ("matter_number",), ByParent("matter_number"), WithOwner(), Basis.CONSENT,
        )),
    )  # fmt: skip

    matter_number = Column(String(20), ForeignKey("matter.number", ondelete="CASCADE"), primary_key=True)
    adviser = Column(String(60), nullable=False)
    starts_at = Column(Moment, nullable=False)
    minutes = Column(Integer, nullable=False)
    format = Column(String(20), nullable=False)
    sequence = Column(Integer, nullable=False)
    booked_at = Column(Moment, nullable=False)
    changed_at = Column(Moment, nullable=False)


class HoldRow(Base):
    """What a conversation holds, `until` NULL: nothing any more; how often it has held and booked since `counted_from`."""

    __tablename__ = "slot_hold"
    __table_args__ = declared(Privacy(
        "hold", ("adviser", "starts_at", "minutes", "held_at", "until", "extensions", "counted_from", "holds", "bookings"),
        ("holder",), ByConversation("holder"), Days(1, "held_at"),
    ))  # fmt: skip

    holder = Column(String(64), primary_key=True)
    adviser = Column(String(60), nullable=False)
    starts_at = Column(Moment, nullable=False)
    minutes = Column(Integer, nullable=False)
    held_at = Column(Moment, nullable=False)
    until = Column(Moment)
    extensions = Column(Integer, nullable=False)
    counted_from = Column(Moment, nullable=False)
    holds = Column(Integer, nullable=False)
    bookings = Column(Integer, nullable=False)


def _of_a_claim(name: str, *key: str) -> tuple[Any, ...]:
    """Whoever held or booked is told so by the other two tables; a claim says nothing more."""
    privacy = Privacy(
        "hold", (), ("adviser", *key, "holder", "number"), ByParent("holder"), WithOwner(), shown=lambda row: None
    )
    return CheckConstraint("(holder IS NULL) <> (number IS NULL)", name=f"ck_{name}_whose"), declared(privacy)


def _holder() -> Column:
    return Column(String(64), ForeignKey("slot_hold.holder", ondelete="CASCADE"), index=True)


def _number() -> Column:
    return Column(String(20), ForeignKey("appointment.matter_number", ondelete="CASCADE"), index=True)


class SlotClaimRow(Base):
    """Five minutes of an adviser that are somebody's, the buffer after the session included. `quantum`: minutes since
    1970-01-01 UTC, divided by five. Either of a hold or of a booking."""

    __tablename__ = "slot_claim"
    __table_args__ = _of_a_claim("slot_claim", "quantum")

    adviser = Column(String(60), primary_key=True)
    quantum = Column(Integer, primary_key=True, autoincrement=False)
    holder = _holder()
    number = _number()


class DayClaimRow(Base):
    """One of the sessions that an adviser has on a local day; `place` from 1 to `Adviser.a_day`."""

    __tablename__ = "day_claim"
    __table_args__ = _of_a_claim("day_claim", "day", "place")

    adviser = Column(String(60), primary_key=True)
    day = Column(Date, primary_key=True)
    place = Column(Integer, primary_key=True, autoincrement=False)
    holder = _holder()
    number = _number()


class AbsenceRow(Base):
    """Days on which an adviser is away, both included; `entered_by` is a role."""

    __tablename__ = "adviser_leave"
    __table_args__ = (
        Index("ix_adviser_leave_adviser", "adviser"),
        declared(NothingPersonal("on which days a place of the office is not there: roles, no names and no reasons")),
    )

    id = Column(Integer, primary_key=True)
    adviser = Column(String(60), nullable=False)
    first_day = Column(Date, nullable=False)
    last_day = Column(Date, nullable=False)
    entered_by = Column(String(80), nullable=False)
    noted_at = Column(Moment, nullable=False)

"""The tables around advisers' own calendars."""
from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String

from storage.base import Base
from storage.moments import Moment
from storage.privacy import ByCase, ByService, NothingPersonal, Privacy, declared


class BusyRow(Base):
    """A time at which an adviser has something else to do, by the own calendar; not what, nor with whom."""

    __tablename__ = "calendar_busy"
    __table_args__ = (
        Index("ix_calendar_busy_adviser_begins_at", "adviser", "begins_at"),
        declared(NothingPersonal("when a desk of the office has no time, without a word of why")),
    )

    id = Column(Integer, primary_key=True)
    adviser = Column(String(60), nullable=False)
    begins_at = Column(Moment, nullable=False)
    ends_at = Column(Moment, nullable=False)


class CalendarRow(Base):
    """How the last reading of an adviser's calendar went."""

    __tablename__ = "calendar_state"
    __table_args__ = declared(NothingPersonal("whether the calendar of a desk of the office could be read"))

    adviser = Column(String(60), primary_key=True)
    read_at = Column(Moment)
    failing_since = Column(Moment)
    problem = Column(String(12))
    unreadable = Column(Integer, nullable=False, default=0)


class EntryRow(Base):
    """What we last wrote of a booking into an adviser's calendar; made before the first try, so that a crash after the
    server took it leaves a trace. `sequence` NULL: it is not known to stand there as it should."""

    __tablename__ = "calendar_entry"
    __table_args__ = declared(Privacy(
        "calendar_entry", ("number", "adviser", "ends_at"), ("sequence", "etag", "tries", "next_try_at", "problem"),
        ByCase("number"), ByService("calendar_entries", {"over": 30}),
    ))  # fmt: skip

    number = Column(String(20), primary_key=True)
    adviser = Column(String(60), primary_key=True)
    ends_at = Column(Moment, nullable=False, index=True)
    sequence = Column(Integer)
    etag = Column(String(300))
    tries = Column(Integer, nullable=False, default=0)
    next_try_at = Column(Moment)
    problem = Column(String(12))

"""The tables of the worker. Nothing in them is about a person."""
from __future__ import annotations

from sqlalchemy import Column, Integer, String

from storage.base import Base
from storage.moments import Moment
from storage.privacy import NothingPersonal, declared

_NOTHING = NothingPersonal("what the worker did and who leads")


class JobRow(Base):
    """The last run of a job."""

    __tablename__ = "worker_job"
    __table_args__ = declared(_NOTHING)

    name = Column(String(40), primary_key=True)
    ended_at = Column(Moment, nullable=False)
    done = Column(Integer, nullable=False)
    failure = Column(String(60))


class LeaderRow(Base):
    """Who leads; one row."""

    __tablename__ = "worker_leader"
    __table_args__ = declared(_NOTHING)

    name = Column(String(20), primary_key=True)
    holder = Column(String(32), nullable=False)
    lease_until = Column(Moment, nullable=False)

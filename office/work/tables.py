"""The tables of the worker. Nothing in them is about a person."""
from __future__ import annotations

from sqlalchemy import Column, Integer, String

from storage.base import Base
from storage.moments import Moment


class JobRow(Base):
    """The last run of a job."""

    __tablename__ = "worker_job"

    name = Column(String(40), primary_key=True)
    ended_at = Column(Moment, nullable=False)
    done = Column(Integer, nullable=False)
    failure = Column(String(60))


class LeaderRow(Base):
    """Who leads; one row."""

    __tablename__ = "worker_leader"

    name = Column(String(20), primary_key=True)
    holder = Column(String(32), nullable=False)
    lease_until = Column(Moment, nullable=False)

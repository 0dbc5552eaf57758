"""The tables of all matters. Nothing in them leads to the conversation in which something was handed in."""
from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Text

from storage.base import Base
from storage.moments import Moment


def _of_a_matter() -> Column:
    return Column(String(20), ForeignKey("matter.number", ondelete="CASCADE"), primary_key=True)


class MatterRow(Base):
    """A matter. `request_hash` is the SHA-256 of the key of the request, `code_hash` a slow hash of the code."""

    __tablename__ = "matter"
    __table_args__ = (Index("ix_matter_kind", "kind", "state", "received_at"),)

    number = Column(String(20), primary_key=True)
    kind = Column(String(20), nullable=False)
    state = Column(String(20), nullable=False)
    received_at = Column(Moment, nullable=False)
    touched_at = Column(Moment, nullable=False)
    request_hash = Column(String(64), nullable=False, unique=True)
    code_hash = Column(String(150), nullable=False)
    land = Column(String(5))
    kreis = Column(String(80))


class MatterTextRow(Base):
    """What a person told in one field; the highest version counts. The only place of the person's words."""

    __tablename__ = "matter_text"

    matter_number = _of_a_matter()
    field = Column(String(20), primary_key=True)
    version = Column(Integer, primary_key=True)
    text = Column(Text, nullable=False)
    told_at = Column(Moment, nullable=False)


class MatterEventRow(Base):
    """A state that a matter came to, in their order. `by` is a role, NULL for the person."""

    __tablename__ = "matter_event"

    matter_number = _of_a_matter()
    position = Column(Integer, primary_key=True)
    at = Column(Moment, nullable=False)
    state = Column(String(20), nullable=False)
    reason = Column(Text)
    by = Column(String(80))


class MatterAnswerRow(Base):
    """What the office wrote to the person, in the order in which it was written."""

    __tablename__ = "matter_answer"

    matter_number = _of_a_matter()
    position = Column(Integer, primary_key=True)
    text = Column(Text, nullable=False)
    answered_at = Column(Moment, nullable=False)
    by = Column(String(80), nullable=False)


class MatterDerivedRow(Base):
    """What an evaluation has made of a matter; goes when the consent to evaluation is revoked."""

    __tablename__ = "matter_derived"

    matter_number = _of_a_matter()
    name = Column(String(40), primary_key=True)
    value = Column(Text, nullable=False)
    derived_at = Column(Moment, nullable=False)


TABLES = (MatterRow, MatterTextRow, MatterEventRow, MatterAnswerRow, MatterDerivedRow)

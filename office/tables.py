"""The tables that all cases share: consents, and how often a code was tried."""
from __future__ import annotations

from sqlalchemy import Column, Integer, String

from storage.base import Base
from storage.moments import Moment


class ConsentRow(Base):
    """A consent that belongs to a case; says nothing about who gave it. Deleted together with the case."""

    __tablename__ = "consent"

    case_number = Column(String(20), primary_key=True)
    purpose = Column(String(20), primary_key=True)
    version = Column(String(20), nullable=False)
    given_at = Column(Moment, nullable=False)
    withdrawn_at = Column(Moment)


class CodeTryRow(Base):
    """Codes that did not open the case. Kept for numbers that nobody has as well: a stranger must see no difference."""

    __tablename__ = "code_try"

    case_number = Column(String(20), primary_key=True)
    tries = Column(Integer, nullable=False)
    tried_at = Column(Moment, nullable=False, index=True)
    wait_until = Column(Moment)

"""The tables that all cases share: consents, and how often a code was tried."""
from __future__ import annotations

from sqlalchemy import Column, Integer, String

from storage.base import Base
from storage.moments import Moment
from storage.privacy import Basis, ByCase, Days, Privacy, WithOwner, declared


class ConsentRow(Base):
    """A consent that belongs to a case; says nothing about who gave it. Deleted together with the case."""

    __tablename__ = "consent"
    __table_args__ = declared(Privacy(
        "consent", ("purpose", "version", "given_at", "withdrawn_at"), ("case_number",), ByCase(), WithOwner(), Basis.DUTY,
    ))  # fmt: skip

    case_number = Column(String(20), primary_key=True)
    purpose = Column(String(20), primary_key=True)
    version = Column(String(20), nullable=False)
    given_at = Column(Moment, nullable=False)
    withdrawn_at = Column(Moment)


class CodeTryRow(Base):
    """Codes that did not open the case. Kept for numbers that nobody has as well: a stranger must see no difference."""

    __tablename__ = "code_try"
    __table_args__ = declared(Privacy(
        "code_tries", ("tries", "tried_at", "wait_until"), ("case_number",), ByCase(), Days(1, "tried_at"),
    ))  # fmt: skip

    case_number = Column(String(20), primary_key=True)
    tries = Column(Integer, nullable=False)
    tried_at = Column(Moment, nullable=False, index=True)
    wait_until = Column(Moment)

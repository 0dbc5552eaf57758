"""The table of call-backs. Nothing in it leads to the conversation in which it was asked for."""
from __future__ import annotations

from sqlalchemy import Column, Index, String

from storage.base import Base
from storage.moments import Moment
from storage.privacy import Basis, ByCase, ByService, Privacy, declared


class CallbackRow(Base):
    """A call-back. `request_hash` is the SHA-256 of the key of the request, `code_hash` a slow hash of the code."""

    __tablename__ = "callback"
    __table_args__ = (
        Index("ix_callback_state", "state", "touched_at"),
        declared(Privacy(
            "callback",
            ("number", "state", "requested_at", "touched_at", "name", "phone", "email", "best_time", "subject"),
            ("request_hash", "code_hash", "handled_by"),
            ByCase("number"), ByService("callbacks", {"closed": 30, "open": 180}), Basis.CONSENT,
        )),
    )  # fmt: skip

    number = Column(String(20), primary_key=True)
    state = Column(String(10), nullable=False)
    requested_at = Column(Moment, nullable=False, index=True)
    touched_at = Column(Moment, nullable=False)
    request_hash = Column(String(64), nullable=False, unique=True)
    code_hash = Column(String(150), nullable=False)
    name = Column(String(80))
    phone = Column(String(20))
    email = Column(String(254))
    best_time = Column(String(200))
    subject = Column(String(500))
    handled_by = Column(String(80))

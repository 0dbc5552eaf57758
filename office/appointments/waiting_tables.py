"""The tables of the waiting list."""
from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, String

from storage.base import Base
from storage.moments import Moment
from storage.privacy import Basis, ByConversation, ByParent, Days, Privacy, WithOwner, declared


class WaitingRow(Base):
    """Somebody who waits. `missed` offers that were let pass put them behind the others. `offered_*` and `adviser` are the slot
    that is kept for them until `offered_until`, under the holder
    `office.appointments.waiting_rows.holder_of`. `told` and `phone` are for the session that may come of it."""

    __tablename__ = "waiting_entry"
    __table_args__ = declared(Privacy(
        "waiting", (
            "wish", "told", "phone", "email", "joined_at", "version", "adviser", "offered_at", "minutes", "offered_until",
            "missed",
        ),
        ("id", "conversation_key"), ByConversation(), Days(30, "joined_at"), Basis.CONSENT,
    ))  # fmt: skip

    id = Column(Integer, primary_key=True)
    conversation_key = Column(String(64), nullable=False, unique=True)
    wish = Column(JSON, nullable=False)
    told = Column(JSON)
    phone = Column(String(40))
    email = Column(String(254), index=True)
    joined_at = Column(Moment, nullable=False, index=True)
    version = Column(String(20), nullable=False)
    missed = Column(Integer, nullable=False)
    adviser = Column(String(60))
    offered_at = Column(Moment)
    """When the offered session would begin."""
    minutes = Column(Integer)
    offered_until = Column(Moment)


class WaitingPassRow(Base):
    """A secret that stands in one mail and opens the entry, kept as its SHA-256."""

    __tablename__ = "waiting_pass"
    __table_args__ = declared(Privacy(
        "waiting", ("made_at",), ("token_hash", "entry_id"), ByParent("entry_id"), WithOwner(), Basis.CONSENT,
    ))  # fmt: skip

    token_hash = Column(String(64), primary_key=True)
    entry_id = Column(Integer, ForeignKey(WaitingRow.id, ondelete="CASCADE"), nullable=False, index=True)
    made_at = Column(Moment, nullable=False)

"""What belongs to an appointment beside its time: links to its calendar file, and an idea that may be shown to the adviser."""
from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String

from storage.base import Base
from storage.moments import Moment
from storage.privacy import Basis, ByParent, Privacy, WithOwner, declared


class CalendarLinkRow(Base):
    """A secret that opens the calendar file of one appointment, kept as its SHA-256."""

    __tablename__ = "calendar_link"
    __table_args__ = declared(Privacy(
        "matter", ("made_at",), ("token_hash", "matter_number"), ByParent("matter_number"), WithOwner(), Basis.CONSENT,
    ))  # fmt: skip

    token_hash = Column(String(64), primary_key=True)
    matter_number = Column(String(20), ForeignKey("matter.number", ondelete="CASCADE"), nullable=False, index=True)
    made_at = Column(Moment, nullable=False)


class SessionIdeaRow(Base):
    """The idea that the adviser of an appointment may read, by the text of the consent that the person was shown."""

    __tablename__ = "session_idea"
    __table_args__ = declared(Privacy(
        "matter", ("idea_number", "version", "allowed_at"), ("matter_number",), ByParent("matter_number"), WithOwner(),
        Basis.CONSENT,
    ))  # fmt: skip

    matter_number = Column(String(20), ForeignKey("matter.number", ondelete="CASCADE"), primary_key=True)
    idea_number = Column(String(20), ForeignKey("matter.number", ondelete="CASCADE"), nullable=False, index=True)
    version = Column(String(20), nullable=False)
    allowed_at = Column(Moment, nullable=False)

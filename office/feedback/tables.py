"""The table of ratings."""
from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Integer, String

from storage.base import Base
from storage.moments import Moment


class FeedbackRow(Base):
    """The rating of one answer of one conversation. `asked` and `words` have been masked before they come here.

    No foreign key: what staff learn from outlasts the conversation unless somebody deletes it
    (`FeedbackBook.forget_conversation`), and the office knows no tables of conversations.
    """

    __tablename__ = "feedback"

    conversation_key = Column(String(64), primary_key=True)
    answer = Column(Integer, primary_key=True, autoincrement=False)
    is_helpful = Column(Boolean, nullable=False)
    reason = Column(String(20))
    words = Column(String(500))
    asked = Column(String(1000))
    outcome = Column(String(60), nullable=False)
    records = Column(JSON, nullable=False)
    rated_at = Column(Moment, nullable=False, index=True)

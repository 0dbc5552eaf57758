"""The table of ratings."""
from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Integer, String

from storage.base import Base
from storage.moments import Moment
from storage.privacy import ByConversation, Days, Privacy, declared


class FeedbackRow(Base):
    """The rating of one answer of one conversation. `asked` and `words` have been masked before they come here.

    No foreign key: what staff learn from outlasts the conversation unless somebody deletes it
    (`FeedbackBook.forget_conversation`), and the office knows no tables of conversations.
    """

    __tablename__ = "feedback"
    __table_args__ = declared(Privacy(
        "feedback", ("is_helpful", "reason", "words", "asked", "outcome", "records", "rated_at"),
        ("conversation_key", "answer"), ByConversation(), Days(180, "rated_at"),
    ))  # fmt: skip

    conversation_key = Column(String(64), primary_key=True)
    answer = Column(Integer, primary_key=True, autoincrement=False)
    is_helpful = Column(Boolean, nullable=False)
    reason = Column(String(20))
    words = Column(String(500))
    asked = Column(String(1000))
    outcome = Column(String(60), nullable=False)
    records = Column(JSON, nullable=False)
    rated_at = Column(Moment, nullable=False, index=True)

"""The tables of conversations: who talks (only as a hash), the turns, and the answers in their order."""
from __future__ import annotations

from datetime import datetime, timezone

from sqlalchemy import JSON, Column, DateTime, ForeignKey, Index, Integer, String, Text, TypeDecorator, UniqueConstraint

from storage.base import Base
from storage.privacy import ByConversation, Days, Privacy, WithOwner, declared


class Moment(TypeDecorator):
    """A moment with its zone. SQLite drops the zone, so everything is kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect) -> datetime | None:
        return None if value is None else value.astimezone(timezone.utc)

    def process_result_value(self, value: datetime | None, dialect) -> datetime | None:
        return value.replace(tzinfo=timezone.utc) if value is not None and value.tzinfo is None else value


class ConversationRow(Base):
    """A conversation. Its id is a secret that opens it, so only the SHA-256 of the id is kept."""

    __tablename__ = "conversation"
    __table_args__ = declared(Privacy(
        "conversation", ("key", "created_at", "last_seen_at", "review_objected_at"), (), ByConversation("key"),
        Days(30, "last_seen_at", "LOTSE_KEEP_CONVERSATIONS_DAYS"),
    ))  # fmt: skip

    key = Column(String(64), primary_key=True)
    created_at = Column(Moment, nullable=False)
    last_seen_at = Column(Moment, nullable=False, index=True)
    review_objected_at = Column(Moment)
    """When the person objected to the masked review of this conversation (GDPR Art. 21); None: they have not."""


class TurnRow(Base):
    """One message of a person. `pending_message` holds its words only until the turn is settled; Rasa's tracker keeps
    the dialogue, and a crisis is never written here."""

    __tablename__ = "turn"
    __table_args__ = (
        UniqueConstraint("conversation_key", "message_id", name="uq_turn_message"),
        Index("ix_turn_state", "state", "received_at"),
        declared(Privacy(
            "conversation", ("received_at", "settled_at", "state", "outcome", "pending_message"),
            ("id", "conversation_key", "message_id"), ByConversation(), WithOwner(),
        )),
    )  # fmt: skip

    id = Column(Integer, primary_key=True)
    conversation_key = Column(String(64), ForeignKey("conversation.key", ondelete="CASCADE"), nullable=False)
    message_id = Column(String(100), nullable=False)
    received_at = Column(Moment, nullable=False)
    settled_at = Column(Moment)
    state = Column(String(10), nullable=False)
    outcome = Column(String(60))
    pending_message = Column(Text)


class AnswerRow(Base):
    """One message of the assistant; `sequence` counts within the conversation and is the answer's public id."""

    __tablename__ = "answer"
    __table_args__ = declared(Privacy(
        "conversation", ("sequence", "body", "created_at"), ("conversation_key", "turn_id"), ByConversation(), WithOwner(),
    ))  # fmt: skip

    conversation_key = Column(String(64), ForeignKey("conversation.key", ondelete="CASCADE"), primary_key=True)
    sequence = Column(Integer, primary_key=True, autoincrement=False)
    turn_id = Column(Integer, ForeignKey("turn.id", ondelete="CASCADE"), index=True)
    body = Column(JSON, nullable=False)
    created_at = Column(Moment, nullable=False)

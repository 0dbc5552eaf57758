"""The tables of remember lists. What opens a list (code, link, cookie) is kept only as a hash."""
from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, UniqueConstraint

from conversation.tables import Moment
from storage.base import Base
from storage.privacy import ByConversation, ByParent, Days, Privacy, WithOwner, declared


class RememberListRow(Base):
    """The list of one conversation. It may outlive the conversation, since a code opens it elsewhere."""

    __tablename__ = "remember_list"
    __table_args__ = declared(Privacy(
        "remember_list", ("created_at", "used_at"), ("id", "conversation_key", "code_hash"), ByConversation(),
        Days(90, "used_at"),
    ))  # fmt: skip

    id = Column(Integer, primary_key=True)
    conversation_key = Column(String(64), nullable=False, unique=True)
    code_hash = Column(String(64), unique=True)
    created_at = Column(Moment, nullable=False)
    used_at = Column(Moment, nullable=False, index=True)


class RememberedRecordRow(Base):
    """One record on a list; `id` keeps the order. A record may leave the knowledge base, so nothing refers to it."""

    __tablename__ = "remembered_record"
    __table_args__ = (
        UniqueConstraint("list_id", "record_id", name="uq_remembered_record"),
        declared(Privacy(
            "remember_list", ("record_id", "remembered_at"), ("id", "list_id"), ByParent("list_id"), WithOwner(),
        )),
    )  # fmt: skip

    id = Column(Integer, primary_key=True)
    list_id = Column(Integer, ForeignKey("remember_list.id", ondelete="CASCADE"), nullable=False)
    record_id = Column(String(120), nullable=False)
    remembered_at = Column(Moment, nullable=False)


class RememberListPassRow(Base):
    """A way in for a few hours: the link from the conversation, or the cookie of somebody who gave the code."""

    __tablename__ = "remember_list_pass"
    __table_args__ = declared(Privacy(
        "remember_list", ("expires_at",), ("token_hash", "list_id"), ByParent("list_id"), Days(0, "expires_at"),
    ))  # fmt: skip

    token_hash = Column(String(64), primary_key=True)
    list_id = Column(Integer, ForeignKey("remember_list.id", ondelete="CASCADE"), nullable=False, index=True)
    expires_at = Column(Moment, nullable=False, index=True)

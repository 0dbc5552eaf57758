"""The tables of the outbox and of the addresses that it may write to."""
from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Text

from storage.base import Base
from storage.moments import Moment
from storage.privacy import Basis, ByCase, ByConversation, ByParent, ByService, Privacy, WithOwner, declared


class OutboxRow(Base):
    """A mail. `recipient`, `subject`, `body` and the attachments are personal: NULL and gone once it is sent or dropped.

    `recipient_hash` finds what belongs to an address. `holder` and `lease_until` belong to the worker that has it;
    `dot_at` is when that worker began to end the data: from then on the server may have taken the mail.
    """

    __tablename__ = "outbox_mail"
    __table_args__ = (
        Index("ix_outbox_mail_due", "state", "next_try_at"),
        declared(Privacy(
            "mail", ("state", "recipient", "subject", "body", "case_number", "created_at", "useful_until", "closed_at"),
            ("id", "key", "recipient_hash", "conversation_key", "next_try_at", "tries", "first_tried_at", "holder",
             "lease_until", "dot_at", "problem_kind", "problem_phase", "problem_code"),
            ByConversation(), ByService("mails", {"held": 14, "closed": 30}), Basis.CONSENT,
        )),
    )  # fmt: skip

    id = Column(Integer, primary_key=True)
    key = Column(String(120), nullable=False, unique=True)
    state = Column(String(10), nullable=False)
    recipient_hash = Column(String(64), nullable=False, index=True)
    recipient = Column(String(254))
    subject = Column(String(200))
    body = Column(Text)
    case_number = Column(String(20), index=True)
    conversation_key = Column(String(64), index=True)
    created_at = Column(Moment, nullable=False)
    useful_until = Column(Moment, nullable=False)
    next_try_at = Column(Moment, nullable=False)
    tries = Column(Integer, nullable=False, default=0)
    first_tried_at = Column(Moment)
    holder = Column(String(32))
    lease_until = Column(Moment)
    dot_at = Column(Moment)
    problem_kind = Column(String(60))
    problem_phase = Column(String(10))
    problem_code = Column(Integer)
    closed_at = Column(Moment)
    """When it was sent, failed, dropped or became uncertain."""


class AttachmentRow(Base):
    """A file that goes with a mail; deleted when the mail is sent or dropped."""

    __tablename__ = "outbox_attachment"
    __table_args__ = declared(Privacy(
        "mail", ("name", "media_type", "content"), ("id", "mail_id"), ByParent("mail_id"), WithOwner(), Basis.CONSENT,
    ))  # fmt: skip

    id = Column(Integer, primary_key=True)
    mail_id = Column(Integer, ForeignKey(OutboxRow.id, ondelete="CASCADE"), nullable=False, index=True)
    name = Column(String(100), nullable=False)
    media_type = Column(String(100), nullable=False)
    content = Column(LargeBinary, nullable=False)


class AddressRow(Base):
    """What the owner of a mail address has said. The address itself is not kept, only its SHA-256."""

    __tablename__ = "mail_address"
    __table_args__ = declared(Privacy(
        "mail_address", ("state", "asked_at", "decided_at", "used_at"), ("address_hash",),
        ByCase("address_hash"), ByService("addresses", {"unconfirmed": 14, "confirmed": 365}), Basis.CONSENT,
    ))  # fmt: skip

    address_hash = Column(String(64), primary_key=True)
    state = Column(String(12), nullable=False)
    asked_at = Column(Moment)
    """When the one mail was written that asks the owner to confirm."""
    decided_at = Column(Moment)
    used_at = Column(Moment, nullable=False, index=True)


class PassRow(Base):
    """A secret that stands in one mail; whoever has it reads the mails of this address. Kept as its SHA-256."""

    __tablename__ = "mail_pass"
    __table_args__ = declared(Privacy(
        "mail_address", ("made_at",), ("token_hash", "address_hash"), ByParent("address_hash"), WithOwner(), Basis.CONSENT,
    ))  # fmt: skip

    token_hash = Column(String(64), primary_key=True)
    address_hash = Column(
        String(64), ForeignKey(AddressRow.address_hash, ondelete="CASCADE"), nullable=False, index=True
    )
    made_at = Column(Moment, nullable=False)

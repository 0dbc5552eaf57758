"""The tables of all matters. Nothing in them leads to the conversation in which something was handed in."""
from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Text

from office.matters.every_kind import EVERY_KIND
from storage.base import Base
from storage.moments import Moment
from storage.privacy import Basis, ByCase, ByParent, ByService, Privacy, WithOwner, declared


_KEPT = ByService("matters", {
    **{f"{kind.name}_open": kind.kept_when_open.days for kind in EVERY_KIND},
    **{f"{kind.name}_settled": kind.kept_when_settled.days for kind in EVERY_KIND},
})  # fmt: skip


def _privacy(personal: tuple[str, ...], inner: tuple[str, ...]) -> dict[str, Any]:
    owner = ByParent("matter_number")
    return declared(Privacy("matter", personal, ("matter_number", *inner), owner, WithOwner(), Basis.CONSENT))


def _of_a_matter() -> Column:
    return Column(String(20), ForeignKey("matter.number", ondelete="CASCADE"), primary_key=True)


class MatterRow(Base):
    """A matter. `request_hash` is the SHA-256 of the key of the request, `code_hash` a slow hash of the code.

    `runs_until`: before then the office has nothing to do and no time of keeping runs (the end of a session that is booked);
    NULL: both from its receipt.
    """

    __tablename__ = "matter"
    __table_args__ = (
        Index("ix_matter_kind", "kind", "state", "received_at"),
        declared(Privacy(
            "matter", ("number", "kind", "state", "received_at", "touched_at", "runs_until", "land", "kreis", "desk"),
            ("request_hash", "code_hash"), ByCase("number"), _KEPT, Basis.CONSENT,
        )),
    )  # fmt: skip

    number = Column(String(20), primary_key=True)
    kind = Column(String(20), nullable=False)
    state = Column(String(20), nullable=False)
    received_at = Column(Moment, nullable=False)
    touched_at = Column(Moment, nullable=False)
    runs_until = Column(Moment)
    request_hash = Column(String(64), nullable=False, unique=True)
    code_hash = Column(String(150), nullable=False)
    land = Column(String(5))
    kreis = Column(String(80))
    desk = Column(String(80))


class MatterTextRow(Base):
    """What a person told in one field; the highest version counts. The only place of the person's words."""

    __tablename__ = "matter_text"
    __table_args__ = _privacy(("field", "version", "text", "told_at"), ())

    matter_number = _of_a_matter()
    field = Column(String(20), primary_key=True)
    version = Column(Integer, primary_key=True)
    text = Column(Text, nullable=False)
    told_at = Column(Moment, nullable=False)


class MatterEventRow(Base):
    """A state that a matter came to, in their order. `by` is a role, NULL for the person."""

    __tablename__ = "matter_event"
    __table_args__ = _privacy(("at", "state", "reason"), ("position", "by"))

    matter_number = _of_a_matter()
    position = Column(Integer, primary_key=True)
    at = Column(Moment, nullable=False)
    state = Column(String(20), nullable=False)
    reason = Column(Text)
    by = Column(String(80))


class MatterAnswerRow(Base):
    """What the office wrote to the person, in the order in which it was written."""

    __tablename__ = "matter_answer"
    __table_args__ = _privacy(("text", "answered_at"), ("position", "by"))

    matter_number = _of_a_matter()
    position = Column(Integer, primary_key=True)
    text = Column(Text, nullable=False)
    answered_at = Column(Moment, nullable=False)
    by = Column(String(80), nullable=False)


class MatterDerivedRow(Base):
    """What an evaluation has made of a matter; goes when the consent to evaluation is revoked."""

    __tablename__ = "matter_derived"
    __table_args__ = _privacy(("name", "value", "derived_at"), ())

    matter_number = _of_a_matter()
    name = Column(String(40), primary_key=True)
    value = Column(Text, nullable=False)
    derived_at = Column(Moment, nullable=False)


class PublishedIdeaRow(Base):
    """What the office tells of an idea that it has published: its own title and a few words. Goes with the matter."""

    __tablename__ = "published_idea"
    __table_args__ = _privacy(("title", "words", "published_at"), ())

    matter_number = _of_a_matter()
    title = Column(String(120), nullable=False)
    words = Column(String(300), nullable=False)
    published_at = Column(Moment, nullable=False)


class CodeLinkRow(Base):
    """A link in a mail by which somebody who has lost the code makes a new one; its secret is kept as SHA-256."""

    __tablename__ = "code_link"
    __table_args__ = declared(Privacy(
        "matter", ("made_at", "used_at"), ("token_hash", "matter_number"), ByParent("matter_number"), WithOwner(),
        Basis.CONSENT,
    ))  # fmt: skip

    token_hash = Column(String(64), primary_key=True)
    matter_number = Column(String(20), ForeignKey("matter.number", ondelete="CASCADE"), nullable=False, index=True)
    made_at = Column(Moment, nullable=False)
    used_at = Column(Moment)


TABLES = (
    MatterRow, MatterTextRow, MatterEventRow, MatterAnswerRow, MatterDerivedRow, PublishedIdeaRow, CodeLinkRow,
)  # fmt: skip

"""The tables of the knowledge base."""
from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, LargeBinary, String, Text

from storage.base import Base


class RecordRow(Base):
    """A record as loaded: `body` is its JSON, `content_hash` tells whether a new text differs."""

    __tablename__ = "record"

    id = Column(String(120), primary_key=True)
    kind = Column(String(40), nullable=False, index=True)
    name = Column(Text, nullable=False)
    body = Column(Text, nullable=False)
    content_hash = Column(String(64), nullable=False)
    source_url = Column(Text, nullable=False)
    as_of = Column(String(10))
    confidence = Column(String(10), nullable=False)
    checked_on = Column(Date, nullable=False)
    loaded_at = Column(DateTime(timezone=True), nullable=False)


class EmbeddingRow(Base):
    """A sentence embedding, kept so that a start computes only what is new.

    `vector` holds little-endian float32; the key is the model's name and the SHA-256 of the text.
    """

    __tablename__ = "embedding"

    model = Column(String(60), primary_key=True)
    text_hash = Column(String(64), primary_key=True)
    vector = Column(LargeBinary, nullable=False)

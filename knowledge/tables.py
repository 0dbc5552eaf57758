"""The tables of the knowledge base."""
from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, Integer, LargeBinary, String, Text

from storage.base import Base
from storage.privacy import NothingPersonal, declared

_OUR_OWN = declared(NothingPersonal("published knowledge; editors are named by their role"))


class RecordRow(Base):
    """A record as it is served: `body` is its JSON without defaults, `content_hash` the SHA-256 of that."""

    __tablename__ = "record"
    __table_args__ = _OUR_OWN

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


class RevisionRow(Base):
    """A version of a record or an adviser; rows are only ever added, the one with the highest number holds.

    `body` and `content_hash` are as in `RecordRow`; both are null where the record was removed. `file_hash` is the
    content hash of the record in the YAML file that the version is based on, null if the file did not have it.
    """

    __tablename__ = "record_revision"
    __table_args__ = _OUR_OWN

    record_id = Column(String(120), primary_key=True)
    number = Column(Integer, primary_key=True, autoincrement=False)
    kind = Column(String(40), nullable=False)
    body = Column(Text)
    content_hash = Column(String(64))
    file_hash = Column(String(64))
    origin = Column(String(10), nullable=False)
    role = Column(String(80), nullable=False)
    created_at = Column(DateTime(timezone=True), nullable=False)


class EmbeddingRow(Base):
    """A sentence embedding, kept so that a start computes only what is new.

    `vector` holds little-endian float32; the key is the model's name and the SHA-256 of the text.
    """

    __tablename__ = "embedding"
    __table_args__ = declared(NothingPersonal("vectors of published records; nothing that a person wrote"))

    model = Column(String(60), primary_key=True)
    text_hash = Column(String(64), primary_key=True)
    vector = Column(LargeBinary, nullable=False)

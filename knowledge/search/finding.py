"""The ranking, and how a search ends."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Sequence

import numpy

from knowledge.embedding import SentenceEmbedder
from knowledge.schema import Record
from knowledge.search.index import RecordIndex
from knowledge.search.structure import Structure, has_ended
from knowledge.search.weights import Weights, read_weights
from knowledge.understanding import Understanding

_DIGITS = 4
"""Parts are rounded before they are added: machines that sum in another order still agree."""

CLEARLY = 1.0
"""By so much a record must be ahead to be e times as likely the one that is meant (`Weights`)."""

MUCH = 4.0
"""By so much a record of another kind must be ahead to be named beside those of the kind that was asked for. Of 640
questions that were asked under their right kind, it names one for one in forty."""


class Outcome(str, Enum):
    """How a search ended."""

    FOUND = "FOUND"
    FOUND_OTHER_REGION = "FOUND_OTHER_REGION"
    OUTDATED_ONLY = "OUTDATED_ONLY"
    NOTHING_FOUND = "NOTHING_FOUND"


@dataclass(frozen=True)
class Hit:
    """A record with its score and the parts that the score is the sum of."""

    record: Record
    score: float
    why: dict[str, float]


@dataclass(frozen=True)
class SearchResult:
    """The best hits, best first, under a named outcome."""

    outcome: Outcome
    hits: tuple[Hit, ...]


class Search:
    """Searches `records`; the embedder for questions is the one that made the index.

    An `earlier` search over nearly the same records makes the new one quicker.
    """

    def __init__(
        self,
        records: Sequence[Record],
        index_embedder: SentenceEmbedder,
        embedder: SentenceEmbedder,
        weights: Weights | None = None,
        earlier: Search | None = None,
    ) -> None:
        if index_embedder.name != embedder.name:
            raise ValueError(f"index made by {index_embedder.name}, questions by {embedder.name}")
        self._weights = weights or read_weights()
        in_order = sorted(records, key=lambda record: record.id)
        summary, questions = self._weights.summary, self._weights.questions
        self._index = RecordIndex(in_order, index_embedder, summary, questions, earlier and earlier._index)
        self._structure = Structure(in_order)
        self._kinds = numpy.array([record.kind for record in in_order])
        self._embedder = embedder

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, ordered by id."""
        return self._index.records

    def find(self, asked: Understanding, today: date, kind: str | None = None, limit: int = 3) -> SearchResult:
        """The records that answer `asked` best, of one `kind` or of all.

        Records that hold only in other Länder than the one asked about come only when nothing else fits
        (FOUND_OTHER_REGION). What has ended comes only if it still fits better than all that is current, say because it
        was asked for by name, or if nothing current fits; where only such records are left, the outcome is
        OUTDATED_ONLY. Cases and methods help wherever they come from.
        """
        ranked = self._ranked(asked, today)
        relevant = self._of_kind(kind) & self._is_relevant(ranked, asked)
        here, ended = relevant & ~self._structure.elsewhere(asked), self._structure.ended(today)
        for chosen, outcome in ((here, Outcome.FOUND), (relevant, Outcome.FOUND_OTHER_REGION)):
            current = chosen & ~ended
            if current.any():
                hits = self._hits(ranked, current | (chosen & ranked.beats(current)), limit)
                all_ended = all(has_ended(hit.record, today) for hit in hits)
                return SearchResult(Outcome.OUTDATED_ONLY if all_ended else outcome, hits)
        if here.any():
            return SearchResult(Outcome.OUTDATED_ONLY, self._hits(ranked, here, limit))
        return SearchResult(Outcome.NOTHING_FOUND, ())

    def find_beside(self, asked: Understanding, today: date, kind: str, found: SearchResult) -> Record | None:
        """The record of another kind than `kind` that answers much better than what was `found` of it, or None.

        Who asks „Wie gründen wir einen Verein?“ may mean the steps or the law.
        """
        best = self.find(asked, today, None, 1)
        if best.outcome is not Outcome.FOUND or best.hits[0].record.kind == kind:
            return None
        if best.hits[0].record.name == asked.text:
            return None  # the person comes from it
        is_better = not found.hits or best.hits[0].score > found.hits[0].score + MUCH
        return best.hits[0].record if is_better else None

    def ranking(
        self, asked: Understanding, today: date, kind: str | None, limit: int, only_here: bool = False
    ) -> tuple[Hit, ...]:
        """The plain ranking without the question whether anything fits: for editors and tests.

        `only_here` leaves out what holds only in other Länder than the one asked about.
        """
        chosen = self._of_kind(kind)
        if only_here:
            chosen = chosen & ~self._structure.elsewhere(asked)
        return self._hits(self._ranked(asked, today), chosen, limit)

    def likeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """How near in meaning each of `others` comes to `text`: the cosine, at most 1."""
        first, *rows = self._embedder.encode([text, *others])
        return tuple(float(first @ row) for row in rows)

    def _ranked(self, asked: Understanding, today: date) -> _Ranked:
        weights = self._weights
        parts = {
            "words": weights.words * self._index.word_likeness(asked.text),
            "meaning": self._index.meaning_likeness(self._embedder.encode([asked.text])[0]).astype("f8"),
        }
        for name, applies in self._structure.parts(asked, today).items():
            parts[name] = getattr(weights, name) * applies
        return _Ranked({name: numpy.round(values, _DIGITS) for name, values in parts.items()})

    def _is_relevant(self, ranked: _Ranked, asked: Understanding) -> numpy.ndarray:
        """Which records count as an answer: by likeness, or by less of it where something else speaks for them."""
        weights, likeness = self._weights, ranked.likeness
        fits = (ranked.parts["topic"] != 0) | self._index.holds_all_words(asked.text)
        is_there = ranked.parts["land"] != 0
        return (
            (likeness >= weights.found)
            | (fits & (likeness >= weights.found_if_it_fits))
            | (is_there & (likeness >= weights.found_in_land))
        )

    def _of_kind(self, kind: str | None) -> numpy.ndarray:
        return numpy.ones(len(self.records), bool) if kind is None else self._kinds == kind

    def _hits(self, ranked: _Ranked, chosen: numpy.ndarray, limit: int) -> tuple[Hit, ...]:
        rows = ranked.best(chosen, limit)
        return tuple(Hit(self.records[row], float(ranked.scores[row]), ranked.why(row)) for row in rows)


class _Ranked:
    """The parts of the score of every record, and their sum."""

    def __init__(self, parts: dict[str, numpy.ndarray]) -> None:
        self.parts = parts
        self.scores = numpy.round(sum(parts.values()), _DIGITS)
        self.likeness = parts["words"] + parts["meaning"]

    def best(self, chosen: numpy.ndarray, limit: int) -> list[int]:
        """The rows of the best of the `chosen` records, best first; equal ones in their own order."""
        rows = numpy.flatnonzero(chosen)
        if len(rows) > limit:
            bound = numpy.partition(self.scores[rows], -limit)[-limit]
            rows = rows[self.scores[rows] >= bound]
        return rows[numpy.argsort(-self.scores[rows], kind="stable")][:limit].tolist()

    def beats(self, others: numpy.ndarray) -> numpy.ndarray:
        """Which records are clearly above all of `others`, as a whole and by likeness alone."""
        bounds = self.scores[others].max() + CLEARLY, self.likeness[others].max() + CLEARLY
        return (self.scores > bounds[0]) & (self.likeness > bounds[1])

    def why(self, row: int) -> dict[str, float]:
        """What makes up the score of one record; words and meaning always, the rest where it counts."""
        told = {name: float(values[row]) for name, values in self.parts.items()}
        return {name: part for name, part in told.items() if part or name in ("words", "meaning")}

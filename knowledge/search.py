"""Finding the records that answer a question: one deterministic, explainable ranking."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Sequence

from knowledge.embedding import SentenceEmbedder
from knowledge.index import RecordIndex
from knowledge.schema import Case, Event, Funding, Method, Record
from knowledge.schema.event import EventStatus
from knowledge.schema.funding import StatedStatus
from knowledge.understanding import Understanding

MEANING_WEIGHT = 0.3
"""Weight of the embedding beside the words; measured in docs/decisions/0005-search.md."""
LAND_BONUS = 0.15
TOPIC_BONUS = 0.05
GENERAL_TOPICS = frozenset({"engagement", "finanzierung", "regionalentwicklung"})
"""Nearly every question and every second record has one of these: they tell nothing apart."""
FORM_BONUS = 0.03
AMOUNT_PENALTY = 0.08
ENDED_PENALTY = 0.2
RELEVANT = 0.18
"""Below this likeness a record counts as found only if its place or topic fits."""
LEAST = 0.10
"""Below this likeness a record never counts as found."""


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
    """Searches `records`; the embedder for questions is the one that made the index."""

    def __init__(self, records: Sequence[Record], index_embedder: SentenceEmbedder, embedder: SentenceEmbedder) -> None:
        if index_embedder.name != embedder.name:
            raise ValueError(f"index made by {index_embedder.name}, questions by {embedder.name}")
        self._index = RecordIndex(records, index_embedder)
        self._traits = [_Traits.of(record) for record in records]
        self._embedder = embedder

    @property
    def records(self) -> tuple[Record, ...]:
        return self._index.records

    def find(self, asked: Understanding, today: date, kind: str | None = None, limit: int = 3) -> SearchResult:
        """The records that answer `asked` best, of one `kind` or of all.

        Records that hold only in other Länder than the one asked about come only when nothing else fits
        (FOUND_OTHER_REGION). What has ended comes only if it still fits better than all that is current, say because it was
        asked for by name, or if nothing current fits (OUTDATED_ONLY). Cases and methods
        help wherever they come from.
        """
        hits = self._ranked(asked, today, kind)
        relevant = [hit for hit in hits if _is_relevant(hit)]
        here = [hit for hit in relevant if not _elsewhere(hit.record, asked)]
        for chosen, outcome in ((here, Outcome.FOUND), (relevant, Outcome.FOUND_OTHER_REGION)):
            current = [hit for hit in chosen if not has_ended(hit.record, today)]
            if current:
                best = current[0].score
                worth_it = [hit for hit in chosen if hit.score > best or not has_ended(hit.record, today)]
                return SearchResult(outcome, tuple(worth_it[:limit]))
        if here:
            return SearchResult(Outcome.OUTDATED_ONLY, tuple(here[:limit]))
        return SearchResult(Outcome.NOTHING_FOUND, ())

    def ranking(
        self, asked: Understanding, today: date, kind: str | None, limit: int, only_here: bool = False
    ) -> tuple[Hit, ...]:
        """The plain ranking without the question whether anything fits: for editors and tests.

        `only_here` leaves out what holds only in other Länder than the one asked about.
        """
        hits = self._ranked(asked, today, kind)
        return tuple([hit for hit in hits if not (only_here and _elsewhere(hit.record, asked))][:limit])

    def _ranked(self, asked: Understanding, today: date, kind: str | None) -> list[Hit]:
        words = self._index.word_likeness(asked.text).tolist()
        meaning = (MEANING_WEIGHT * self._index.meaning_likeness(self._embedder.encode([asked.text])[0])).tolist()
        hits = [
            _hit(traits, words[row], meaning[row], asked, today)
            for row, traits in enumerate(self._traits)
            if kind is None or traits.record.kind == kind
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.record.id))


@dataclass(frozen=True)
class _Traits:
    """What the structure of a record says, worked out once."""

    record: Record
    lands: frozenset[str]
    topics: frozenset[str]
    forms: frozenset[str]

    @classmethod
    def of(cls, record: Record) -> _Traits:
        topics = frozenset(topic.value for topic in record.topics) - GENERAL_TOPICS
        return cls(record, record.lands, topics, frozenset(form.value for form in getattr(record, "eligible", ())))


def has_ended(record: Record, day: date) -> bool:
    """Whether the record names something that is over on `day`."""
    if isinstance(record, Funding):
        return record.status_on(day) is StatedStatus.ENDED
    return isinstance(record, Event) and record.status_on(day) is EventStatus.PAST


def _hit(traits: _Traits, words: float, meaning: float, asked: Understanding, today: date) -> Hit:
    parts = {"words": round(words, 4), "meaning": round(meaning, 4), **_structure(traits, asked)}
    if has_ended(traits.record, today):
        parts["ended"] = -ENDED_PENALTY
    return Hit(traits.record, round(sum(parts.values()), 4), parts)


def _structure(traits: _Traits, asked: Understanding) -> dict[str, float]:
    record, parts = traits.record, {}
    if asked.lands & traits.lands:
        parts["land"] = LAND_BONUS
    shared = traits.topics.intersection(asked.topics)
    if shared:
        parts["topic"] = round(TOPIC_BONUS * len(shared), 4)
    if traits.forms.intersection(asked.organisation_forms):
        parts["form"] = FORM_BONUS
    if isinstance(record, Funding) and asked.amount_eur and not _amount_fits(record, asked.amount_eur):
        parts["amount"] = -AMOUNT_PENALTY
    return parts


def _amount_fits(record: Funding, euros: int) -> bool:
    """Whether the sum lies between the least and the highest support; unknown limits do not speak against it."""
    too_small = record.amount_min_eur is not None and euros < record.amount_min_eur
    too_large = record.amount_max_eur is not None and euros > record.amount_max_eur
    return not (too_small or too_large)


def _elsewhere(record: Record, asked: Understanding) -> bool:
    """Whether the record holds only in other Länder than the person asks about."""
    if isinstance(record, (Case, Method)) or not asked.lands or not record.lands:
        return False
    return not (record.lands & asked.lands)


def _is_relevant(hit: Hit) -> bool:
    likeness = hit.why["words"] + hit.why["meaning"]
    fits_by_structure = "land" in hit.why or "topic" in hit.why
    return likeness >= RELEVANT or (fits_by_structure and likeness >= LEAST)

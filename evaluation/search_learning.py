"""Learning the weights of the search from questions of our own.

Each part of the ranking is a column of figures for the records; the weights are those under which the right records of
the learning set are likeliest (softmax over all records and over those of the kind: „ListNet“, Cao et al., 2007), kept
small by an L2 term. Deterministic: the same questions give the same weights.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Sequence

import numpy
from scipy.optimize import minimize
from scipy.special import logsumexp

from evaluation.search_questions import SearchQuestion
from knowledge.embedding import SentenceEmbedder
from knowledge.schema import Record
from knowledge.search.index import RecordIndex
from knowledge.search.structure import Structure
from knowledge.search.weights import Weights
from knowledge.understanding import Reader

PARTS = (
    "words", "summary", "questions", "land", "nationwide", "elsewhere", "unasked_land", "topic", "form", "amount", "ended",
)  # fmt: skip
SMALL = 1e-3
"""Factor of the squared weights, counted in standard deviations of their parts."""
LOST = 0.01
"""Share of the learning questions whose right record is less like them than the bound from which records count."""
FOUND, FOUND_IF_IT_FITS, FOUND_IN_LAND = 0.8, 0.6, 0.45
"""Shares of that likeness that suffice: strangers' questions are less like the records than ours; less is enough where
topic or all words fit, and least where the Land does. What they cost and save: docs/search.md, „When nothing fits“."""


@dataclass(frozen=True)
class _Lesson:
    """One question: the parts of every record (rows), which are right, which are of the kind."""

    parts: numpy.ndarray
    right: numpy.ndarray
    of_kind: numpy.ndarray


def learn_weights(
    questions: Sequence[SearchQuestion],
    records: Sequence[Record],
    index_embedder: SentenceEmbedder,
    embedder: SentenceEmbedder,
    reader: Reader,
    today: date,
) -> Weights:
    """The weights under which the right records of `questions` are likeliest."""
    lessons = _lessons(questions, sorted(records, key=lambda one: one.id), index_embedder, embedder, reader, today)
    spread = numpy.mean([lesson.parts.std(axis=0) for lesson in lessons], axis=0)
    spread[spread == 0] = 1.0

    def surprise(scaled: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        value, slope = SMALL * scaled @ scaled, 2 * SMALL * scaled
        for lesson in lessons:
            for among in (slice(None), lesson.of_kind):
                one, towards = _surprise(lesson.parts[among] / spread, lesson.right[among], scaled)
                value, slope = value + one / (2 * len(lessons)), slope + towards / (2 * len(lessons))
        return value, slope

    learned = minimize(surprise, numpy.zeros(len(PARTS)), jac=True, method="L-BFGS-B").x / spread
    weights = dict(zip(PARTS, (round(float(weight), 4) for weight in learned)))
    likeness = [float((lesson.parts[:, :3] @ learned[:3])[lesson.right].max()) for lesson in lessons]
    bound = float(numpy.quantile(likeness, LOST))
    shares = {"found": FOUND, "found_if_it_fits": FOUND_IF_IT_FITS, "found_in_land": FOUND_IN_LAND}
    return Weights(**weights, **{name: round(share * bound, 2) for name, share in shares.items()})


def _surprise(parts: numpy.ndarray, right: numpy.ndarray, weights: numpy.ndarray) -> tuple[float, numpy.ndarray]:
    """How surprising it is that one of the `right` rows is chosen, and the slope of that."""
    scores = parts @ weights
    of_all, of_right = logsumexp(scores), logsumexp(scores[right])
    expected = numpy.exp(scores - of_all)
    hoped_for = numpy.where(right, numpy.exp(scores - of_right), 0.0)
    return float(of_all - of_right), parts.T @ (expected - hoped_for)


def _lessons(questions, records, index_embedder, embedder, reader, today) -> list[_Lesson]:
    by_summary = RecordIndex(records, index_embedder, 1.0, 0.0)
    by_questions = RecordIndex(records, index_embedder, 0.0, 1.0, by_summary)
    structure = Structure(records)
    ids, kinds = numpy.array([one.id for one in records]), numpy.array([one.kind for one in records])
    lessons = []
    for question in questions:
        asked, vector = reader.read(question.text), embedder.encode([question.text])[0]
        applies = structure.parts(asked, today)
        columns = {
            "words": by_summary.word_likeness(question.text),
            "summary": by_summary.meaning_likeness(vector),
            "questions": by_questions.meaning_likeness(vector),
            **applies,
        }
        parts = numpy.column_stack([columns[name] for name in PARTS]).astype("f8")
        lessons.append(_Lesson(parts, numpy.isin(ids, list(question.right)), kinds == question.kind))
    return lessons

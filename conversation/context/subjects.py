"""What was asked in a conversation, the latest subject and those before it."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping

LONGEST_QUESTION = 300
MOST_EARLIER = 4
"""Subjects that are at hand beside the latest one."""


@dataclass(frozen=True)
class Subject:
    """A question in the person's own words, of which kind of record it was asked, and the sum that belongs to it."""

    kind: str
    question: str
    amount_eur: int | None = None


@dataclass(frozen=True)
class Subjects:
    """The latest subject and the earlier ones, newest first. The first one of all is never dropped."""

    latest: Subject | None = None
    earlier: tuple[Subject, ...] = ()

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any] | None) -> Subjects:
        """What `to_dict` has written; none if there is nothing."""
        if not kept:
            return cls()
        latest, *earlier = (Subject(**one) for one in kept["subjects"])
        return cls(latest, tuple(earlier))

    def to_dict(self) -> dict[str, Any] | None:
        """Plain values, ready for JSON."""
        return {"subjects": [one.__dict__.copy() for one in (self.latest, *self.earlier)]} if self.latest else None

    def asked(self, subject: Subject) -> Subjects:
        """After a question of its own: the one before becomes an earlier one."""
        subject = _cut(subject)
        if self.latest is None or _are_the_same(self.latest, subject):
            return Subjects(subject, self.earlier)
        earlier = [one for one in (self.latest, *self.earlier) if not _are_the_same(one, subject)]
        kept = earlier if len(earlier) <= MOST_EARLIER else [*earlier[: MOST_EARLIER - 1], earlier[-1]]
        return Subjects(subject, tuple(kept))

    def changed(self, subject: Subject) -> Subjects:
        """After the latest question was made more exact, or corrected."""
        return Subjects(_cut(subject), self.earlier)

    @property
    def first(self) -> Subject | None:
        """The first question of the conversation, if it is not the latest one."""
        return self.earlier[-1] if self.earlier else None

    @property
    def before(self) -> Subject | None:
        """The question before the latest one."""
        return self.earlier[0] if self.earlier else None


def _are_the_same(one: Subject, other: Subject) -> bool:
    return (one.kind, one.question) == (other.kind, other.question)


def _cut(subject: Subject) -> Subject:
    return Subject(subject.kind, subject.question[:LONGEST_QUESTION], subject.amount_eur)

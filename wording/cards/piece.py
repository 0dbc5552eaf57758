"""A part of a record that is shown by itself."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterator, Mapping, Protocol

from knowledge.schema import Record

FACTS = "wissen"
"""The part with the facts. Every kind has it: what a summary could not say in the first piece begins it."""


@dataclass(frozen=True)
class Piece:
    """`title` stands on the button; the `paragraphs` say themselves what they are about."""

    title: str
    paragraphs: tuple[str, ...]

    @classmethod
    def of(cls, title: str, *paragraphs: str) -> "Piece":
        """The paragraphs that are not empty."""
        return cls(title, tuple(paragraph for paragraph in paragraphs if paragraph))


class AnswerForm(Protocol):
    """How a kind of record is put in words; each module of this package beside this one is such a form."""

    def short(self, record: Record, today: date) -> Iterator[str]:
        """The lines that matter most, for a list of records."""

    def first(self, record: Record, today: date) -> Iterator[str]:
        """The paragraphs that follow the summary in the first piece."""

    def pieces(self, record: Record, today: date) -> Mapping[str, Piece]:
        """All further pieces by the part that payloads name, in order."""

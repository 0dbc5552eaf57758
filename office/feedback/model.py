"""What a rating of an answer is."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Reason(str, Enum):
    """Why an answer did not help. The value is kept in the database and stands in payloads."""

    NOT_FITTING = "not_fitting"
    OUTDATED = "outdated"
    WRONG_PLACE = "wrong_place"
    HARD_TO_UNDERSTAND = "hard_to_understand"
    OTHER = "other"
    """Something else, told in own words or not at all."""


class Change(Enum):
    """What rating an answer did to what is kept."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class RatedAnswer:
    """An answer as it is rated. `asked` is the question without personal data, None where nothing may be kept of it."""

    conversation_key: str
    number: int
    outcome: str
    records: tuple[str, ...] = ()
    asked: str | None = None


@dataclass(frozen=True)
class Rating:
    """What somebody thought of an answer, last changed at `rated_at`. `words` are their own, without personal data."""

    answer: RatedAnswer
    is_helpful: bool
    rated_at: datetime
    reason: Reason | None = None
    words: str | None = None


@dataclass(frozen=True)
class FeedbackFilter:
    """Which ratings are wanted; None leaves a side open. `since` has a time zone."""

    since: datetime | None = None
    is_helpful: bool | None = None
    record: str | None = None


@dataclass(frozen=True)
class RecordCount:
    """How often answers with a record helped and did not."""

    record: str
    helpful: int
    unhelpful: int

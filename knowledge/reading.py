"""Opening a reader over the content folder."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Callable
from zoneinfo import ZoneInfo

from knowledge.language import AUTO, german_pipeline
from knowledge.places import PlaceResolver
from knowledge.terms import read_terms
from knowledge.understanding import Reader

_TIME_ZONE = ZoneInfo("Europe/Berlin")


def now_in_berlin() -> datetime:
    """The present moment, where the people live who write to us."""
    return datetime.now(_TIME_ZONE)


def open_reader(content: Path, spacy_model: str = AUTO, clock: Callable[[], datetime] = now_in_berlin) -> Reader:
    """A reader with the terms and places of `content`, for which today is what `clock` says.

    Raises ContentError, LanguageError.
    """
    places = PlaceResolver.from_content(content)
    return Reader(german_pipeline(read_terms(content), spacy_model), places, clock)

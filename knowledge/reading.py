"""Opening a reader over the content folder."""
from __future__ import annotations

from pathlib import Path

from knowledge.language import AUTO, german_pipeline
from knowledge.places import PlaceResolver
from knowledge.terms import read_terms
from knowledge.understanding import Reader


def open_reader(content: Path, spacy_model: str = AUTO) -> Reader:
    """A reader with the terms and places of `content`; raises ContentError, LanguageError."""
    return Reader(german_pipeline(read_terms(content), spacy_model), PlaceResolver.from_file(content / "regionen.yml"))

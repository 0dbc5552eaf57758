"""The place that somebody has told, kept in words that can be read again, and taken out of a text."""
from __future__ import annotations

import re

from knowledge.places import Place, Resolution
from knowledge.understanding import Reader


def in_words(where: Resolution, reader: Reader) -> str:
    """The place for a sentence; what was written itself where several are possible."""
    if not where.candidates:
        return ""
    return reader.places.in_words(where) or "in " + " und ".join(dict.fromkeys(one.text for one in where.mentions))


def lands_of(where: Resolution) -> tuple[str, ...]:
    """The Länder in which it may lie."""
    return tuple(sorted({one.land for one in where.candidates if one.land}))


def without_places(text: str, reader: Reader) -> str:
    """`text` without the places that it names, and without the „in“ before them."""
    for one in reversed(reader.read(text).where.mentions):
        before = re.sub(r"\b(?:in|im|aus|bei|für|der|dem)\s*$", "", text[: one.start].rstrip(), flags=re.IGNORECASE)
        before = re.sub(r"\bin\s*$", "", before.rstrip(), flags=re.IGNORECASE)
        text = f"{before.rstrip()} {text[one.end:].lstrip()}"
    return text.strip()


def somewhere_in(lands: tuple[str, ...]) -> Resolution:
    """A resolution that says the Länder and nothing more exact."""
    places = tuple(Place(land, None, None) for land in lands)
    return Resolution(lands[0] if len(lands) == 1 else None, None, None, places, ())

"""The gazetteer: Länder, Kreise, towns, regions, and the names that mean several things.

The records of `regionen.yml`, whose head explains the fields; `gazetteer_file` reads and checks them.
"""
from __future__ import annotations

from dataclasses import dataclass

from knowledge.places.model import Place

USUAL_PREPOSITIONS = ("in", "aus", "bei", "nach", "nahe")


@dataclass(frozen=True)
class Land:
    """One of the sixteen Länder."""

    iso: str
    name: str
    in_words: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Kreis:
    """A Landkreis or what is equal to one, or a town that is its own Kreis (`is_town`)."""

    id: str
    name: str
    in_words: str
    kind: str
    land: str
    aliases: tuple[str, ...]
    codes: tuple[str, ...]
    town_of_that_name: str | None

    @property
    def is_town(self) -> bool:
        return self.kind in ("kreisfreie_stadt", "stadtstaat")

    @property
    def place(self) -> Place:
        """A town that is its own Kreis is place and Kreis; a city that is its own Land only the place."""
        kreis = None if self.kind == "stadtstaat" else self.name
        return Place(self.land, kreis, self.name if self.is_town else None)


@dataclass(frozen=True)
class Part:
    """A part of a region that lies in only one of its Länder: the Westharz."""

    name: str
    land: str


@dataclass(frozen=True)
class Locality:
    """A town that belongs to a Kreis, or a region that people call home whatever the borders."""

    id: str
    name: str
    in_words: str
    kind: str
    lands: tuple[str, ...]
    kreise: tuple[tuple[str, str], ...]
    """Each as (Land, name)."""
    aliases: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """One per Land; with the Kreis when the share of that Land is a single one."""
        return tuple(self.place_in(land) for land in self.lands)

    def place_in(self, land: str) -> Place:
        kreise = [name for where, name in self.kreise if where == land]
        return Place(land, kreise[0] if len(kreise) == 1 else None, self.name)


@dataclass(frozen=True)
class Candidate:
    """One of the places that an ambiguous name can mean."""

    place: Place
    full_names: tuple[str, ...]
    rare: bool
    """Only meant when its Land or Kreis is named as well."""


@dataclass(frozen=True)
class AmbiguousName:
    """A name that is also an ordinary word, or that several places share.

    `leads`, `not_before`, `not_after` are keys (`spelling.key_of`), ready to be compared with a text:
    the words before the name in each of its phrases, and how words begin that make it an ordinary word.
    """

    word: str
    candidates: tuple[Candidate, ...]
    needs_context: bool
    prepositions: tuple[str, ...]
    leads: tuple[tuple[str, ...], ...]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    derived: tuple[str, ...]
    capitalised_only: bool


@dataclass(frozen=True)
class Gazetteer:
    """All of it, in the order of the file."""

    lands: tuple[Land, ...]
    kreise: tuple[Kreis, ...]
    localities: tuple[Locality, ...]
    ambiguous: tuple[AmbiguousName, ...]
    free_codes: frozenset[str]
    codes_only_after_kreis: frozenset[str]
    also_dishes: tuple[str, ...]
    no_places: tuple[str, ...]
    everyday_words: tuple[str, ...]

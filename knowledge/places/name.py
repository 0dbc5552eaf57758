"""One way to write a place, and how it has to stand in a text to count."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from knowledge.places.gazetteer import AmbiguousName
from knowledge.places.model import Place

Keys = tuple[str, ...]


class Use(Enum):
    """How a name has to stand in the text to count; see `context`. The later one wins where two meet."""

    PLAIN = 1
    ADJECTIVE = 2
    DISH = 3
    CODE = 4
    FREE_CODE = 5
    WORD = 6
    VILLAGE = 7
    NO_PLACE = 8


@dataclass(frozen=True, eq=False, slots=True)
class Name:
    """One way to write one or several places. `exact` is the only spelling of a code; `rule` says when a word counts."""

    keys: Keys
    use: Use
    places: tuple[Place, ...]
    rare: tuple[Place, ...] = ()
    rule: AmbiguousName | None = None
    exact: str | None = None
    capitals: bool = False

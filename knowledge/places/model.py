"""What the resolver answers with."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Somewhere in Germany, as exactly as it is known; fields that are not known are None.

    `land` is an ISO 3166-2 code ('DE-SN'), `kreis` a name as in the gazetteer ('Landkreis Görlitz'),
    `place` the name of a town or region ('Oberlausitz'). A region in several Kreise has no `kreis`;
    a region in several Länder is several places. Berlin and Hamburg have no Kreis.
    """

    land: str | None
    kreis: str | None
    place: str | None

    def lies_in(self, other: Place) -> bool:
        """Whether this is `other` told more exactly (or as exactly)."""
        return (
            self.land == other.land
            and other.kreis in (None, self.kreis)
            and other.place in (None, self.place)
        )


@dataclass(frozen=True)
class Mention:
    """A piece of the original text that names a place: `text == original[start:end]`.

    `candidates` are the places that are possible here, after the rest of the text has been heard.
    """

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...]


@dataclass(frozen=True)
class Resolution:
    """What a whole text says about the place.

    `candidates` holds all possibilities, one when the text is unambiguous, none when no place is named.
    `land`, `kreis` and `place` are set when all candidates agree: "Lausitz" has a place but no Land.
    `mentions` are in the order of the text and include places that were named only to be ruled out
    ("nicht in Sachsen, sondern in Thüringen").
    """

    land: str | None
    kreis: str | None
    place: str | None
    candidates: tuple[Place, ...]
    mentions: tuple[Mention, ...]

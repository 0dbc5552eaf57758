"""The municipalities of the postcode table that the gazetteer does not know: villages and small towns.

Their names are many and often words or surnames as well (Wellen, Schmitt), so they count only where a place is spoken of;
`context` sees to that.
"""
from __future__ import annotations

import re
from typing import Callable, Iterator, Mapping

from knowledge.places.model import Place
from knowledge.places.name import Keys, Name, Use
from knowledge.places.spelling import keys_of, keys_without_umlauts

_ADDITION = re.compile(r"\s*[(/].*|\s(?:a\.|am|an|auf|b\.|bei|i\.|im|in|ob|vor)\s.*")
_SHORTEST = 4


def village_names(lands_by_name: Mapping[str, tuple[str, ...]], is_known: Callable[[Keys], bool]) -> Iterator[Name]:
    """All ways to write them, with and without what tells namesakes apart: 'Kelbra (Kyffhäuser)', 'Kelbra'.

    A short form that several bear means all of them, one for each Land. What `is_known` is left out.
    """
    places: dict[Keys, dict[Place, None]] = {}
    for name, lands in lands_by_name.items():
        for written in {name, _ADDITION.sub("", name)}:
            for keys in {keys_of(written), keys_without_umlauts(written)}:
                if len("".join(keys)) >= _SHORTEST:
                    places.setdefault(keys, {}).update({Place(land, None, name): None for land in lands})
    for keys, meant in places.items():
        if not is_known(keys):
            yield Name(keys, Use.VILLAGE, _one_a_land(tuple(meant)))


def _one_a_land(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Namesakes in one Land are told apart by nobody here: they become one place under the short name."""
    by_land: dict[str | None, list[Place]] = {}
    for place in places:
        by_land.setdefault(place.land, []).append(place)
    return tuple(same[0] if len(same) == 1 else Place(land, None, _shared(same)) for land, same in by_land.items())


def _shared(places: list[Place]) -> str:
    return min((_ADDITION.sub("", place.place or "") for place in places), key=len)

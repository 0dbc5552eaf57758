"""Which Land, Kreis and place a whole text is about."""
from __future__ import annotations

from pathlib import Path
from typing import Callable

from knowledge.places.codes_in_text import Code, find_codes
from knowledge.places.finding import Found, find
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.gazetteer_file import load_gazetteer
from knowledge.places.model import Mention, Place, Resolution
from knowledge.places.name import Name
from knowledge.places.names import NameIndex
from knowledge.places.negation import ruled_out
from knowledge.places.postcodes import Delivered, PostcodeTable, load_postcodes
from knowledge.places.spelling import Word, keys_of

NOWHERE = Resolution(None, None, None, (), ())


class PlaceResolver:
    """Resolves places; built once, safe to share between threads, the same answer for the same text."""

    def __init__(self, gazetteer: Gazetteer, postcodes: PostcodeTable = PostcodeTable()) -> None:
        self._postcodes = postcodes
        self._index = NameIndex(gazetteer, postcodes.lands_by_name())
        self._land_names = {land.iso: land.name for land in gazetteer.lands}
        self._land_words = {land.iso: land.in_words for land in gazetteer.lands}
        self._kreis_words = {kreis.name: kreis.in_words for kreis in gazetteer.kreise}
        self._place_words = {
            (land, locality.name): locality.in_words for locality in gazetteer.localities for land in locality.lands
        }
        self._towns = frozenset(
            [place for locality in gazetteer.localities if locality.kind == "stadt" for place in locality.places]
            + [kreis.place for kreis in gazetteer.kreise if kreis.is_town]
        )
        self._town_by_name = _towns_by_name(gazetteer)

    @classmethod
    def from_content(cls, folder: Path) -> PlaceResolver:
        """Reads gazetteer and postcodes of the content folder; raises ContentError."""
        return cls(load_gazetteer(folder / "regionen.yml"), load_postcodes(folder / "postcodes.csv"))

    @classmethod
    def from_file(cls, path: Path) -> PlaceResolver:
        """Reads the gazetteer alone, without postcodes and villages; raises ContentError."""
        return cls(load_gazetteer(path))

    def resolve(self, text: str, *, expected: bool = False) -> Resolution:
        """What `text` says about the place.

        `expected`: the person has just been asked for a place, so that a bare "Essen" is one.
        """
        words, found = find(text, self._index, expected)
        codes = find_codes(text, self._postcodes, _beside(words, found), expected)
        if not found and not codes:
            return NOWHERE
        out = ruled_out(words, found)
        heard = [one for one in found if one not in out]
        places_of_codes = {code: self._places_of(code) for code in codes}
        kreise, lands = _certain([one.name for one in heard], list(places_of_codes.values()))
        narrowed = {one: _narrowed(one.name, kreise, lands) for one in found}
        places_of_codes = {code: _fitting(places, lands) for code, places in places_of_codes.items()}
        named = tuple(dict.fromkeys(place for one in heard for place in narrowed[one]))
        elsewhere = [place for places in places_of_codes.values() for place in places if not _tells_land(named, place)]
        candidates = self._most_specific(tuple(dict.fromkeys((*named, *elsewhere))))
        mentions = [
            *(_mention(text, words, one, narrowed[one]) for one in found),
            *(Mention(code.start, code.end, code.text, places) for code, places in places_of_codes.items()),
        ]
        return Resolution(
            land=_agreed({place.land for place in candidates}),
            kreis=_agreed({place.kreis for place in candidates}),
            place=_agreed({place.place for place in candidates}),
            candidates=candidates,
            mentions=tuple(sorted(mentions, key=lambda one: one.start)),
        )

    def land_name(self, iso: str) -> str:
        """'Sachsen' for 'DE-SN'; KeyError for what is no Land."""
        return self._land_names[iso]

    def in_words(self, resolution: Resolution) -> str | None:
        """The place for use in a sentence ('in der Oberlausitz'); None when there is none to name."""
        if resolution.place is not None:
            known = {self._place_words.get((one.land, resolution.place)) for one in resolution.candidates}
            return _agreed(known) or f"in {resolution.place}"
        if resolution.kreis is not None:
            return self._kreis_words[resolution.kreis]
        return None if resolution.land is None else self._land_words[resolution.land]

    def _places_of(self, code: Code) -> tuple[Place, ...]:
        """One place for each Land that the code reaches into, as exactly as the table and the gazetteer tell."""
        if code.name is None:
            return tuple(map(self._place_delivered, code.reached))
        lands = [one.land for one in code.reached if code.name in one.names]
        return tuple(self._town(land, code.name) for land in lands)

    def _place_delivered(self, one: Delivered) -> Place:
        towns = {self._town(one.land, name) for name in one.names}
        if len(towns) == 1:
            return next(iter(towns))
        return Place(one.land, _agreed({town.kreis for town in towns}), None)

    def _town(self, land: str, name: str) -> Place:
        return self._town_by_name.get((land, keys_of(name))) or Place(land, None, name)

    def _most_specific(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """Of the places in one Land only the most exact: a town before a Kreis, a Kreis before the Land."""
        best: dict[str | None, int] = {}
        for place in places:
            best[place.land] = max(best.get(place.land, 0), self._exactness(place))
        return tuple(place for place in places if self._exactness(place) == best[place.land])

    def _exactness(self, place: Place) -> int:
        if place in self._towns:
            return 4
        if place.kreis is not None:
            return 3 if place.place is not None else 2
        return 1 if place.place is not None else 0


def _towns_by_name(gazetteer: Gazetteer) -> dict[tuple[str | None, tuple[str, ...]], Place]:
    """The towns of the gazetteer by Land and by each of their names."""
    known = {(kreis.land, keys_of(name)): kreis.place
             for kreis in gazetteer.kreise if kreis.is_town for name in (kreis.name, *kreis.aliases)}  # fmt: skip
    for locality in gazetteer.localities:
        if locality.kind == "stadt":
            for place in locality.places:
                known |= {(place.land, keys_of(name)): place for name in (locality.name, *locality.aliases)}
    return known


def _beside(words: list[Word], found: list[Found]) -> Callable[[int, int, frozenset[str]], bool]:
    """Whether a name with a place in one of the Länder ends right before `start` or begins right behind `end`."""
    spans = [(words[one.first], words[one.behind - 1].end, {place.land for place in one.places}) for one in found]

    def beside(start: int, end: int, lands: frozenset[str]) -> bool:
        for first, last_end, of in spans:
            gap = start - last_end if last_end <= start else first.start - end
            if 0 < gap <= 2 and of & lands:
                return True
        return False

    return beside


def _tells_land(named: tuple[Place, ...], place: Place) -> bool:
    """Whether a name tells about the Land of `place` already."""
    return any(one.land == place.land for one in named)


def _certain(
    names: list[Name], others: list[tuple[Place, ...]]
) -> tuple[set[str | None], set[str | None]]:
    """The Kreise and the Länder that are certain from single names, or from other pieces of the text."""
    alone = [name.places for name in dict.fromkeys(names) if not name.rare] + others
    kreise = {places[0].kreis for places in alone if len(places) == 1}
    lands = {places[0].land for places in alone if len({place.land for place in places}) == 1}
    return kreise - {None}, lands


def _narrowed(name: Name, kreise: set[str | None], lands: set[str | None]) -> tuple[Place, ...]:
    """The candidates that fit what else was said: "Lausitz, auf der sächsischen Seite" leaves one.

    The Kreis decides before the Land; where nothing fits, all usual candidates stay.
    """
    if len(name.places) == 1 and not name.rare:
        return name.places
    possible = name.places + name.rare
    in_kreis = tuple(place for place in possible if place.kreis in kreise)
    in_land = tuple(place for place in possible if place.land in lands)
    return in_kreis or in_land or name.places


def _fitting(places: tuple[Place, ...], lands: set[str | None]) -> tuple[Place, ...]:
    """Those that lie in one of the Länder, all where none does."""
    return tuple(place for place in places if place.land in lands) or places


def _mention(text: str, words: list[Word], one: Found, candidates: tuple[Place, ...]) -> Mention:
    start, end = words[one.first].start, words[one.behind - 1].end
    return Mention(start, end, text[start:end], candidates)


def _agreed(values: set[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None

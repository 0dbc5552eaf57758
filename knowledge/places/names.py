"""All written names of the gazetteer, ready to be looked up word by word."""
from __future__ import annotations

from typing import Iterable, Iterator, Mapping

from knowledge.places import forms
from knowledge.places.gazetteer import AmbiguousName, Gazetteer, Kreis, Locality
from knowledge.places.model import Place
from knowledge.places.name import Keys, Name, Use
from knowledge.places.spelling import KREIS, SHORTEST_WITH_TYPO, fold, key_of, keys_of, keys_without_umlauts, sound_of
from knowledge.places.villages import village_names
from knowledge.spelling.typos import TypoIndex

class NameIndex:
    """Names by their first two keys. Built once, then only read.

    `municipalities` with their Länder add those that the gazetteer does not know.
    """

    def __init__(self, gazetteer: Gazetteer, municipalities: Mapping[str, tuple[str, ...]] | None = None) -> None:
        collection = _Collection(gazetteer)
        names = collection.names()
        known = {name.keys for name in names} | {(fold(word),) for word in gazetteer.everyday_words}
        villages = list(village_names(municipalities or {}, known.__contains__))
        self._by_start: dict[Keys, list[Name]] = {}
        for name in sorted([*names, *villages], key=lambda one: -len(one.keys)):
            self._by_start.setdefault(name.keys[:2], []).append(name)
        self._parts = frozenset(key for name in (*names, *villages) for key in name.keys)
        self._alone = frozenset(name.keys[0] for name in names if len(name.keys) == 1)
        self._base = collection.base_keys & self._alone
        self._sure = frozenset(name.keys[0] for name in names if len(name.keys) == 1 and name.use is Use.PLAIN)
        self._everyday = frozenset(map(fold, gazetteer.everyday_words))
        self._typos = TypoIndex(self._base, SHORTEST_WITH_TYPO)

    def starting_with(self, first: str, second: str | None) -> Iterator[Name]:
        """The names that may begin with these two words, the longest first."""
        if second is not None:
            yield from self._by_start.get((first, second), ())
        yield from self._by_start.get((first,), ())

    def intended(self, key: str) -> str | None:
        """The name that was meant by a word with one slip; None when the word is right, ordinary, or could mean two.

        Of several the one that sounds alike: "Türingen" is Thüringen, not Tübingen.
        """
        if key in self._base or key in self._everyday:
            return None
        near = self._typos.near(key)
        if len(near) > 1:
            near = [known for known in near if sound_of(known) == sound_of(key)]
        return near[0] if len(near) == 1 else None

    def is_name(self, key: str) -> bool:
        """Whether the word alone is a name."""
        return key in self._alone

    def is_sure_name(self, key: str) -> bool:
        """Whether the word alone is a name and nothing else."""
        return key in self._sure

    def is_part_of_a_name(self, key: str) -> bool:
        return key in self._parts


class _Collection:
    """Gathers the names of all records and settles what happens when two are written alike."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.base_keys: set[str] = set()
        """Names of one word as they stand in the file: what a typo may be mended to."""
        self._names: dict[tuple[Keys, str | None], Name] = {}
        self._everyday = {fold(word) for word in gazetteer.everyday_words}
        self._ambiguous = {keys_of(name.word) for name in gazetteer.ambiguous}
        self._words = {keys_of(name.word) for name in gazetteer.ambiguous if name.needs_context}
        self._dishes = {fold(word) for word in gazetteer.also_dishes}

    def names(self) -> list[Name]:
        self._add_lands()
        for kreis in self._gazetteer.kreise:
            self._add_kreis(kreis)
        for locality in self._gazetteer.localities:
            self._add_locality(locality)
        for name in self._gazetteer.ambiguous:
            self._add_ambiguous(name)
        for phrase in self._gazetteer.no_places:
            self._put(Name(keys_of(phrase), Use.NO_PLACE, ()))
        return list(self._names.values())

    def _add_lands(self) -> None:
        for land in self._gazetteer.lands:
            places = (Place(land.iso, None, None),)
            for name in (land.name, *land.aliases):
                self._add_written(name, places)
                self._add_genitives(name, places)
            self._add_all(forms.directions_of(land.name), places)
            self._add(f"{land.name}weit", places, endings=("", "e", "er", "en", "es", "em"))
            for derived in (*land.adjectives, *land.inhabitants):
                self._add_derived(derived, places)
            for code in land.codes:
                self._add_code(code, places)

    def _add_code(self, code: str, places: tuple[Place, ...]) -> None:
        use = Use.FREE_CODE if code in self._gazetteer.free_codes else Use.CODE
        if keys_of(code) not in self._ambiguous:
            self._put(Name(keys_of(code), use, places, exact=code))

    def _add_kreis(self, kreis: Kreis) -> None:
        places = (kreis.place,)
        base = kreis.name.removeprefix("Landkreis ").removeprefix("Kreis ")
        for name in {kreis.name, *kreis.aliases}:
            if name == base and kreis.town_of_that_name:
                continue
            self._add_written(name, places)
            self._add_inflected(name, places)
        if not kreis.is_town and " " not in base:
            self._add_all([f"{form} Kreis" for form in forms.derived_in_er(base)], places)
        for code in kreis.codes:
            self._put(Name((KREIS, *keys_of(code)), Use.PLAIN, places, exact=code))
            if code not in self._gazetteer.codes_only_after_kreis:
                self._add_code(code, places)

    def _add_locality(self, locality: Locality) -> None:
        for name in {locality.name, *locality.aliases}:
            self._add_written(name, locality.places)
            self._add_inflected(name, locality.places)
        if locality.kind == "region" and locality.name.isalpha() and keys_of(locality.name) not in self._ambiguous:
            self._add_all(forms.settlements_of(locality.name), locality.places)
        for part in locality.parts:
            self._add_written(part.name, (locality.place_in(part.land),))

    def _add_ambiguous(self, name: AmbiguousName) -> None:
        """Takes the place of what was there: its candidates are the whole truth about the bare word."""
        usual = tuple(one.place for one in name.candidates if not one.rare)
        rare = tuple(one.place for one in name.candidates if one.rare)
        word = Name(keys_of(name.word), Use.WORD, usual, rare, name)
        self._names.pop((keys_without_umlauts(name.word), None), None)
        self._names[(word.keys, None)] = word
        for candidate in name.candidates:
            full = [one for one in (candidate.place.place, *candidate.full_names) if one]
            for one in full:
                if keys_of(one) != word.keys and fold(name.word) in fold(one):
                    self._add_written(one, (candidate.place,))
        for derived in name.derived:
            self._add_derived(derived, usual)

    def _add_written(self, name: str, places: tuple[Place, ...]) -> None:
        capitals = name.startswith(("Altes ", "Hoher ", "Niederer "))
        if name.isalpha() and keys_of(name) not in self._words:
            self.base_keys.add(fold(name))
        for way in forms.written(name):
            self._add(way, places, capitals=capitals)

    def _add_inflected(self, name: str, places: tuple[Place, ...]) -> None:
        """Adjectives, inhabitants and genitives of a name of one word."""
        if not name.replace("-", "").isalpha() or keys_of(name) in self._ambiguous or len(name) < 4:
            return
        if name.endswith("sch") or (name.endswith("er") and fold(name) not in _ER_TOWNS):
            self._add_derived(name, places)
        else:
            self._add_genitives(name, places)
            for word in forms.derived_in_er(name):
                self._add_derived(word, places)

    def _add_derived(self, base: str, places: tuple[Place, ...]) -> None:
        """The adjective or the inhabitants, in all forms."""
        use = Use.ADJECTIVE if base.endswith(("er", "erin")) else Use.PLAIN
        self._add(base, places, use, forms.endings_of(base))

    def _add_genitives(self, name: str, places: tuple[Place, ...]) -> None:
        self._add(name, places, endings=forms.genitive_endings(name))

    def _add_all(self, names: Iterable[str], places: tuple[Place, ...]) -> None:
        for name in names:
            self._add(name, places)

    def _add(
        self,
        name: str,
        places: tuple[Place, ...],
        use: Use = Use.PLAIN,
        endings: tuple[str, ...] = ("",),
        capitals: bool = False,
    ) -> None:
        """`name` with each of the endings, with and without the dots of its umlauts."""
        for *first, last in _spellings(name):
            for ending in endings:
                keys = (*first, last + ending)
                if keys not in self._ambiguous and (first or keys[0] not in self._everyday):
                    is_dish = use is Use.ADJECTIVE and keys[0] in self._dishes
                    self._put(Name(keys, Use.DISH if is_dish else use, places, capitals=capitals))

    def _put(self, name: Name) -> None:
        slot = (name.keys, name.exact)
        known = self._names.get(slot)
        if known is not None and known.use is not Use.WORD:
            use = known.use if known.use.value > name.use.value else name.use
            same = known.places == name.places
            places = known.places if same else _most_telling((*known.places, *name.places))
            name = Name(name.keys, use, places, exact=name.exact, capitals=known.capitals and name.capitals)
        elif known is not None:
            return
        self._names[slot] = name


_ER_TOWNS = {"trier", "speyer", "hannover", "muenster", "neumuenster", "salzgitter", "cuxhaven"}


def _spellings(name: str) -> set[Keys]:
    if name.isascii() and name.isalpha():
        return {(key_of(name),)}
    keys = keys_of(name)
    spellings = {keys} if name.isascii() else {keys, keys_without_umlauts(name)}
    return spellings - {()}


def _most_telling(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Each place once, without those that another one tells more exactly.

    Where a bare name means a Kreis and a town or region of the same Land (Görlitz, Prignitz), the latter is what the
    person said.
    """
    distinct = tuple(dict.fromkeys(places))
    named = {place.land for place in distinct if place.place}
    return tuple(
        place
        for place in distinct
        if not (place.place is None and place.land in named)
        and not any(other != place and other.lies_in(place) for other in distinct)
    )

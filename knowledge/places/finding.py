"""From a text to the places that it names, one by one, in their order."""
from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.spelling.dictionary import is_word
from knowledge.places.context import DESIGNATORS, Surroundings, counts
from knowledge.places.model import Place
from knowledge.places.name import Name, Use
from knowledge.places.names import NameIndex
from knowledge.places.spelling import KREIS, SHORTEST_WITH_TYPO, Word, words_of

_BEFORE_A_TYPO = frozenset("in aus bei nach nahe land".split()) | DESIGNATORS
_BEFORE_A_CAPITALISED_TYPO = frozenset("von um bis der im dem den die am auf vom fuer".split())
_LONG_NAME = 8
"""In letters. A slip in a name so long is mended wherever it stands, say at the begin of the sentence."""
_CITY_LANDS = frozenset({"DE-BE", "DE-HB", "DE-HH"})
_WORDS_ALSO_ORDINARY = frozenset({"oder", "aller"})
_BETWEEN = frozenset(" \t\n\r-–/().'’\u00a0")


@dataclass(frozen=True, eq=False)
class Found:
    """A name in the text: `words[first:behind]` of the words that `find` returns beside it."""

    first: int
    behind: int
    name: Name

    @property
    def places(self) -> tuple[Place, ...]:
        return self.name.places


def find(text: str, index: NameIndex, expected: bool = False) -> tuple[list[Word], list[Found]]:
    """All names that count as places, none overlapping, the longest first where several fit."""
    words = _with_typos_mended(words_of(text), index, expected)
    found, at = [], 0
    while at < len(words):
        hit = _next_of_several_kreise(at, text, words, index, found[-1] if found else None)
        hit = hit or _name_at(at, text, words, index, expected)
        if hit is not None and hit.name.use is not Use.NO_PLACE:
            if found and _is_part_of(found[-1], hit, words):
                hit = Found(found[-1].first, hit.behind, found.pop().name)
            found.append(hit)
        at = hit.behind if hit else at + 1
    return words, found


def _is_part_of(city: Found, hit: Found, words: list[Word]) -> bool:
    """In "Hamburg-Harburg" the second name is a part of the city; in "Berlin-Hamburg" and "Berlin-Brandenburg" it is not."""
    if city.behind != hit.first or words[hit.first].before != "-" or {one.land for one in city.places} - _CITY_LANDS:
        return False
    return all(one in city.places or (one.kreis is not None and one.place is None) for one in hit.places)


def _next_of_several_kreise(at: int, text: str, words: list[Word], index: NameIndex, last: Found | None) -> Found | None:
    """In "die Landkreise Görlitz und Bautzen" the second name is a Kreis as well."""
    if last is None or last.name.keys[0] != KREIS or not words[last.first].text.lower().endswith(("kreise", "kreisen")):
        return None
    joined = text[words[last.behind - 1].end : words[at].start].strip().lower()
    if joined not in ("und", "sowie", "oder", ","):
        return None
    for name in index.starting_with(KREIS, words[at].key):
        if len(name.keys) > 1 and name.exact is None:
            rest = Name(name.keys[1:], name.use, name.places)
            if _stands_at(rest, at, words, text):
                return Found(at, at + len(rest.keys), rest)
    return None


def _name_at(at: int, text: str, words: list[Word], index: NameIndex, expected: bool) -> Found | None:
    second = words[at + 1].key if at + 1 < len(words) else None
    for name in index.starting_with(words[at].key, second):
        behind = at + len(name.keys)
        if _stands_at(name, at, words, text):
            if counts(name, Surroundings(text, words, at, behind, expected, index.is_name, index.is_sure_name)):
                return Found(at, behind, name)
    return None


def _stands_at(name: Name, at: int, words: list[Word], text: str) -> bool:
    if at + len(name.keys) > len(words):
        return False
    for offset, key in enumerate(name.keys[1:], start=1):
        word = words[at + offset]
        if word.key != key or not _joined(words[at + offset - 1], word):
            return False
        if key in _WORDS_ALSO_ORDINARY and not _is_no_conjunction(word, words[at + offset + 1 :], text):
            return False
    return True


def _joined(one: Word, other: Word) -> bool:
    """Whether only such signs stand between as names have inside; a full stop only after an abbreviation."""
    between = other.before
    if len(between) > 4 or not _BETWEEN.issuperset(between):
        return False
    return "." not in between or len(one.text) <= 3


def _is_no_conjunction(word: Word, behind: list[Word], text: str) -> bool:
    """'Frankfurt Oder', 'Frankfurt/oder', 'frankfurt oder' at the end; but not 'frankfurt oder berlin'."""
    return word.capitalised or "(" in word.before or "/" in word.before or not behind


def _with_typos_mended(words: list[Word], index: NameIndex, expected: bool) -> list[Word]:
    """The words, with the key of the place that was meant where one was misspelt; offsets stay.

    A word of the dictionary is no misspelt name.
    """
    mended = list(words)
    for at, word in enumerate(words):
        if len(word.text) < SHORTEST_WITH_TYPO or index.is_part_of_a_name(word.key):
            continue
        may_stand = _a_place_may_stand(at, mended, index, expected)
        if may_stand or len(word.text) >= _LONG_NAME - 1:
            meant = index.intended(word.key)
            if meant is not None and (may_stand or len(meant) >= _LONG_NAME) and not is_word(word.text):
                mended[at] = replace(word, key=meant)
    return mended


def _a_place_may_stand(at: int, words: list[Word], index: NameIndex, expected: bool) -> bool:
    word = words[at]
    if at == 0:
        return expected or len(words) == 1
    before, gap = words[at - 1], word.before
    if gap == "-" or (gap == " " and word.capitalised and index.is_name(before.key)):
        return index.is_name(before.key)
    if gap.strip(" \t\n(\"„"):
        return False
    if before.key in _BEFORE_A_TYPO:
        return True
    return word.capitalised and before.key in _BEFORE_A_CAPITALISED_TYPO

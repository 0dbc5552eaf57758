"""The masking of a text, from what is found in it."""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Iterator

from spacy.language import Language

from conversation.masking.addresses import find_addresses
from conversation.masking.model import PLACEHOLDERS, Found, Kind, joined
from conversation.masking.name_lists import NameLists, read_name_lists
from conversation.masking.names import PersonNames
from conversation.masking.numbers import find_numbers
from knowledge.case_numbers import find_case_numbers
from knowledge.content_files import read_records
from knowledge.places import PlaceResolver
from knowledge.understanding import Reader

_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS.values())))
_TITLE_END = re.compile(r"\s[–-]\s|[(:,„“]")


@dataclass(frozen=True)
class Masked:
    """`text` with placeholders, and what was `found` in the original, in its order, with offsets in it."""

    text: str
    found: tuple[Found, ...]


class Masking:
    """Masks texts. Built once, the same answer for the same text, safe to use from several threads in turn."""

    def __init__(self, nlp: Language, places: PlaceResolver, lists: NameLists, programmes: Iterable[str] = ()) -> None:
        """`programmes`: names of programmes and organisations, which are never masked without a clear sign."""
        self._names = PersonNames(nlp, places, lists, programmes)

    def mask(self, text: str) -> Masked:
        """`text` without personal data. To mask the result changes nothing."""
        found = tuple(self._found(text))
        pieces, last = [], 0
        for one in found:
            pieces += [text[last : one.start], one.kind.placeholder]
            last = one.end
        return Masked("".join([*pieces, text[last:]]), found)

    def _found(self, text: str) -> list[Found]:
        """What is to be masked. What stays between is searched again by itself, until nothing is found there.

        So a masked text, whose placeholders part it into just these pieces, has nothing to be found.
        """
        found: list[Found] = []
        waiting = list(_between(0, len(text), [one.span() for one in _PLACEHOLDER.finditer(text)]))
        while waiting:
            start, end = waiting.pop()
            here = [one.moved(start) for one in self._found_in(text[start:end])]
            if here:
                found += here
                waiting += _between(start, end, [(one.start, one.end) for one in here])
        return sorted(found, key=lambda one: one.start)

    def _found_in(self, piece: str) -> list[Found]:
        if not any(map(str.isalnum, piece)):
            return []
        words = self._names.words
        addresses = find_addresses(piece, words.is_first_name)
        cases = (Found(Kind.CASE_NUMBER, one.start, one.end) for one in find_case_numbers(piece))
        return joined([*addresses, *cases, *find_numbers(piece), *self._names.find(piece)])


def open_masking(content: Path, reader: Reader) -> Masking:
    """A masking with the names of the content folder and the pipeline and places of `reader`; raises ContentError."""
    programmes = {_TITLE_END.split(record.name)[0].strip() for record in read_records(content)}
    return Masking(reader.nlp, reader.places, read_name_lists(content), sorted(filter(None, programmes)))


def _between(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of `start` to `end` that are not taken."""
    for first, behind in taken:
        if start < first:
            yield start, first
        start = behind
    if start < end:
        yield start, end

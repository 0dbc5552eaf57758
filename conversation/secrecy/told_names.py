"""Names of persons that show without a German pipeline: after „ich heiße“ and „Frau“, below a letter, from the lists.

Narrower than `conversation.masking`, which needs spaCy: a name that is neither listed nor led in is not found here.
"""
from __future__ import annotations

import re
from typing import Iterable, Iterator

from conversation.masking.model import Found, Kind
from conversation.masking.name_lists import NameLists
from knowledge.folding import fold

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_WORDS = re.compile(_WORD)
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}"
_I_AM_CALLED = re.compile(
    r"(?<!\w)(?i:(?:ich|i|ick) (?:heiße|heisse|heiß|heiss)|(?:mein|meine) (?:name|vorname|nachname) (?:ist|lautet)|"
    rf"(?:mein )?name:)(?: (?i:übrigens|auch|die|der|frau|herr))? (?P<data>{_NAME})"
)
_I_AM = re.compile(rf"(?<!\w)(?i:ich bin|hier ist|hier spricht|hier schreibt)(?: (?i:die|der|frau|herr))? (?P<data>{_NAME})")
_HONOUR = re.compile(
    rf"(?<!\w)(?:(?:Herrn?|Frau|Familie|Dr\.|Prof\.)(?: Dr\.)?) (?:(?:von|van|zu)(?: der| den| dem)? )?(?P<data>{_NAME})"
)
_SIGNED = re.compile(
    r"(?:(?i:grüße[n]?|gruesse[n]?|grüsse[n]?|gruß|gruss)|\b(?:LG|VG|MfG|lg|vg|mfg))(?: (?i:aus|vom|von) [^\n,]{2,40})?"
    rf"[\s,.!–-]+(?:(?i:ihr|ihre|dein|deine|euer|eure)[ ,]+)?(?P<data>{_NAME})[\s.!)]*$"
)
_ORGANISATION = re.compile(
    r"stiftung|schule|preis|fonds|programm|haus|werk|verein|verband|akademie|institut|gymnasium|halle|platz|straße|strasse|"
    r"zentrum|klinik|museum|bibliothek|stipendium|bank|kirche|gesellschaft|projekt|initiative",
    re.IGNORECASE,
)


class ToldNames:
    """Finds names. Built once, safe to share."""

    def __init__(self, lists: NameLists, programmes: Iterable[str] = ()) -> None:
        """`programmes`: names of records, in which a name of a person stays („Robert Bosch Stiftung“)."""
        self._first = lists.first | lists.first_capital
        self._any = self._first | lists.first_weak | lists.surname | lists.surname_weak
        self._last = lists.surname | lists.surname_weak
        self._nobody = [fold(one) for one in lists.nobody]
        self._programmes = " | ".join(map(fold, programmes))

    def find(self, text: str) -> Iterator[Found]:
        """The names in `text`; some may overlap."""
        for start, end in self._stretches(text):
            if end > start and not self._is_nobody(text, start, end):
                yield Found(Kind.NAME, start, end)

    def _stretches(self, text: str) -> Iterator[tuple[int, int]]:
        for told in _I_AM_CALLED.finditer(text):
            yield self._as_far_as_name(told, None)
        for pattern, begins in ((_I_AM, self._first), (_HONOUR, self._any), (_SIGNED, self._any)):
            yield from (self._as_far_as_name(told, begins) for told in pattern.finditer(text))
        yield from self._pairs(text)

    def _as_far_as_name(self, told: re.Match[str], begins: frozenset[str] | None) -> tuple[int, int]:
        """The first words that may be a name; empty if there are none.

        The first one is in `begins`; if this is None, it is any word in capitals or one of the lists. Behind it stand
        names of the lists, or a surname that is in none of them behind a first name.
        """
        start = end = told.start("data")
        may_be_unlisted = begins is None
        for at, one in enumerate(_WORDS.finditer(told["data"])):
            word, key = one.group(), fold(one.group())
            is_capital = word[0].isupper()
            fits = key in begins if at == 0 and begins is not None else key in self._any or may_be_unlisted and is_capital
            if not fits or not (is_capital or begins is None):
                break
            end = start + one.end()
            may_be_unlisted = key in self._first or begins is None and at == 0
        return start, end

    def _pairs(self, text: str) -> Iterator[tuple[int, int]]:
        """A first name with a surname behind it, both in capitals and in the lists."""
        words = list(_WORDS.finditer(text))
        for first, last in zip(words, words[1:]):
            beside = text[first.end() : last.start()] == " " and first.group()[0].isupper() and last.group()[0].isupper()
            if beside and fold(first.group()) in self._first and fold(last.group()) in self._last:
                yield first.start(), last.end()

    def _is_nobody(self, text: str, start: int, end: int) -> bool:
        """A namesake of a programme, a school or a street, or somebody of history."""
        name = fold(text[start:end])
        behind = re.match(rf"[ -]?{_WORD}", text[end:])
        if _ORGANISATION.search(text[start:end]) or behind and _ORGANISATION.search(behind.group()):
            return True
        return name in self._nobody or len(name.split()) > 1 and name in self._programmes

"""How people write: words with their offsets, folded spellings, one typo."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Iterable

_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

KREIS = "§kreis"
_KREIS_WORDS = {"kreis", "kreise", "kreisen", "kreises", "landkreis", "landkreise", "landkreisen", "landkreises"}
_KREIS_WORDS |= {"lk", "lkr", "lkrs", "landratsamt", "altkreis"}

SHORTEST_WITH_TYPO, LONGEST_WITH_TYPO = 6, 30
"""In letters. Shorter names have too many neighbours; nobody's home is longer."""


@dataclass(frozen=True)
class Word:
    """A word of the text. `key` is what names are looked up by; `before` is the text since the previous word."""

    start: int
    end: int
    text: str
    key: str
    before: str

    @property
    def capitalised(self) -> bool:
        return self.text[:1].isupper()


def words_of(text: str) -> list[Word]:
    """The words of `text` in order; digits and signs only separate."""
    words, last = [], 0
    for match in _WORD.finditer(text):
        written = match.group()
        words.append(Word(match.start(), match.end(), written, key_of(written), text[last : match.start()]))
        last = match.end()
    return words


def key_of(word: str) -> str:
    """The spelling to compare by: lower case, ä as ae, ß as ss, no other accents; all words for Landkreis are one.

    >>> key_of("Görlitz"), key_of("GOERLITZ"), key_of("LK")
    ('goerlitz', 'goerlitz', '§kreis')
    """
    key = fold(word)
    return KREIS if key in _KREIS_WORDS else key


def fold(word: str) -> str:
    """As `key_of`, but keeps the words for Landkreis."""
    if word.isascii():
        return word.lower()
    key = unicodedata.normalize("NFC", word).lower().translate(_UMLAUTS)
    return key if key.isascii() else _without_accents(key)


def key_without_umlauts(word: str) -> str:
    """The spelling of those who leave the dots off: 'Görlitz' as 'gorlitz'."""
    lower = unicodedata.normalize("NFC", word).lower().replace("ß", "ss")
    return _without_accents(lower)


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.replace("ł", "l"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def keys_of(name: str) -> tuple[str, ...]:
    """The keys of all words of a name: 'Frankfurt (Oder)' has two."""
    return tuple(map(key_of, _WORD.findall(name)))


def keys_without_umlauts(name: str) -> tuple[str, ...]:
    """As `keys_of`, spelt by those who leave the dots off."""
    return tuple(KREIS if key_of(word) == KREIS else key_without_umlauts(word) for word in _WORD.findall(name))


class TypoIndex:
    """Finds the one known key that a word misses by a single slip.

    A slip is a letter left out, added, replaced, or swapped with its neighbour; the first letter is right.
    Words from `everyday` are never taken for slips. Deletion neighbourhoods: every key is stored under all
    its forms with one letter less, so a look-up costs as many dictionary reads as the word has letters.
    """

    def __init__(self, keys: Iterable[str], everyday: Iterable[str]) -> None:
        self._keys = frozenset(key for key in keys if len(key) >= SHORTEST_WITH_TYPO)
        self._everyday = frozenset(everyday)
        self._by_deletion: dict[str, list[str]] = {}
        for key in sorted(self._keys):
            for short in {key, *_deletions(key)}:
                self._by_deletion.setdefault(short, []).append(key)

    def intended(self, key: str) -> str | None:
        """The known key that was meant; None when the word is right, ordinary, or could mean two."""
        if not SHORTEST_WITH_TYPO <= len(key) <= LONGEST_WITH_TYPO or key in self._everyday:
            return None
        near = {known for short in (key, *_deletions(key)) for known in self._by_deletion.get(short, ())}
        meant = [known for known in near if known[0] == key[0] and one_slip_apart(key, known)]
        return meant[0] if len(meant) == 1 else None


def _deletions(key: str) -> list[str]:
    return [key[:i] + key[i + 1 :] for i in range(len(key))]


def one_slip_apart(one: str, other: str) -> bool:
    """Whether exactly one letter is missing, added, replaced, or swapped with its neighbour."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    if len(one) != len(other):
        return rest[1:] == other_rest or rest == other_rest[1:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or swapped

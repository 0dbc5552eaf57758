"""How people write: words with their offsets, folded spellings."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

KREIS = "§kreis"
_KREIS_WORDS = {"kreis", "kreise", "kreisen", "kreises", "landkreis", "landkreise", "landkreisen", "landkreises"}
_KREIS_WORDS |= {"lk", "lkr", "lkrs", "landratsamt", "altkreis"}

SHORTEST_WITH_TYPO = 6
"""In letters. Shorter names have too many neighbours."""


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


def sound_of(key: str) -> str:
    """Roughly how a key is spoken: no silent h, no doubled letters.

    >>> sound_of("thueringen"), sound_of("tuerringen")
    ('tueringen', 'tueringen')
    """
    return re.sub(r"(.)\1+", r"\1", key.replace("h", "").replace("ie", "i"))


def keys_of(name: str) -> tuple[str, ...]:
    """The keys of all words of a name: 'Frankfurt (Oder)' has two."""
    return tuple(map(key_of, _WORD.findall(name)))


def keys_without_umlauts(name: str) -> tuple[str, ...]:
    """As `keys_of`, spelt by those who leave the dots off."""
    return tuple(KREIS if key_of(word) == KREIS else key_without_umlauts(word) for word in _WORD.findall(name))

"""Small closed lists of words, and which of them a written word means: without its dots, or with one slip."""
from __future__ import annotations

from functools import lru_cache
from typing import Iterable

from knowledge.spelling import dictionary
from knowledge.folding import fold, without_dots
from knowledge.spelling.typos import TypoIndex

_SHORTEST = 4
_SHORTEST_SLIP = 5
"""In letters. In a shorter word only two letters that changed places are forgiven („Gedl“)."""
_MEANT_WITH_DOTS = frozenset({"mochte", "mochten", "ware"})
"""Words of their own which, written to an office, nearly always lack their dots."""


def words(text: str) -> frozenset[str]:
    """The words of `text`, separated by blanks, in folded spelling."""
    return frozenset(fold(word) for word in text.split())


class KnownWords:
    """Finds the listed word that a token stands for. Built once, safe to share."""

    def __init__(self, known: Iterable[str]) -> None:
        """`known`: words in folded spelling or with umlauts."""
        self._known = frozenset(fold(word) for word in known)
        self._dotless = {_dotless(word): word for word in sorted(self._known)}
        self._typos = TypoIndex(self._known, _SHORTEST)
        self.key = lru_cache(maxsize=20_000)(self._key)

    def _key(self, word: str) -> str:
        """The known word that `word` means, in folded spelling; else `word` itself, folded."""
        folded = fold(word)
        if folded in self._known or not folded.isalpha() or len(folded) > 30:
            return folded
        if dictionary.is_word(word) and folded not in _MEANT_WITH_DOTS:
            return folded
        dotless = self._dotless.get(without_dots(word))
        return dotless or next((one for one in self._typos.near(folded) if _is_slip(folded, one)), folded)


def _is_slip(word: str, known: str) -> bool:
    return len(word) >= _SHORTEST_SLIP <= len(known) or sorted(word) == sorted(known)


def _dotless(folded: str) -> str:
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")

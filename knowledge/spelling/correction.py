"""Ordinary spelling for what people type: dialect, dropped umlauts, one slip in a word.

The result feeds models that have learned from ordinary German; it is never shown. A word is changed only if neither
the dictionary nor the messages that were learned from know it: „Senoiren“ becomes „Senioren“, „Schuhe“ stays.
"""
from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, Iterable, Mapping, Tuple

from pydantic import BaseModel

from knowledge.content_files import checked, read_yaml
from knowledge.spelling.dictionary import is_word
from knowledge.folding import fold, without_dots
from knowledge.spelling.typos import TypoIndex

SHORTEST_CORRECTED = 4
"""In letters; shorter words have too many neighbours."""
_SURE_LENGTH, _OFTEN = 6, 5
"""Shorter words are only taken for a word that was learned often: „nien“ for „nein“."""
_WORD = re.compile(r"[^\W\d_]+")


class Correction:
    """Spells a message as it would ordinarily be written. Same text, same result; safe to share."""

    def __init__(self, learned: Mapping[str, int], dialects: Mapping[str, str]) -> None:
        """`learned`: words with how often they came; `dialects`: folded variant → ordinary words."""
        self._learned, self._dialects = dict(learned), dict(dialects)
        by_frequency = sorted(self._learned, key=lambda word: (self._learned[word], word))
        self._spelling = {fold(word): word for word in by_frequency}
        self._dotless = {without_dots(word): word for word in by_frequency if without_dots(word) != fold(word)}
        self._typos = TypoIndex(self._spelling, SHORTEST_CORRECTED)
        self._meant = lru_cache(maxsize=20_000)(self._meant_by)

    @classmethod
    def learn(cls, texts: Iterable[str], dialects: Mapping[str, str]) -> Correction:
        """Take the real words of `texts` as those that people may mean."""
        found = Counter(word for text in texts for word in _WORD.findall(text) if is_word(word))
        return cls(found, dialects)

    def correct(self, text: str) -> str:
        """`text` with every word that nobody knows replaced by the one that was meant, if that can be told."""
        return _WORD.sub(lambda found: self._meant(found.group()), text)

    def told(self) -> dict[str, Any]:
        """Everything it knows, for a file; `Correction(**told)` is the same again."""
        return {"learned": self._learned, "dialects": self._dialects}

    def _meant_by(self, word: str) -> str:
        folded = fold(word)
        if folded in self._dialects:
            return self._dialects[folded]
        if folded in self._spelling or is_word(word):
            return word
        if folded in self._dotless:
            return self._dotless[folded]
        near = [self._spelling[key] for key in self._typos.near(folded)]
        best = max(near, key=lambda one: (self._learned[one], one), default=None)
        if best is None or (len(folded) < _SURE_LENGTH and self._learned[best] < _OFTEN):
            return word
        return best


class Dialects(BaseModel):
    """`dialects.yml`: group → ordinary words → the variants that mean them."""

    groups: Dict[str, Dict[str, Tuple[str, ...]]]

    def by_variant(self) -> dict[str, str]:
        """Folded variant → ordinary words; an earlier group goes before a later one."""
        found: dict[str, str] = {}
        for group in self.groups.values():
            for meant, variants in group.items():
                for variant in variants:
                    found.setdefault(fold(variant), meant)
        return found


def read_dialects(content: Path) -> dict[str, str]:
    """Folded variant → ordinary words, from `dialects.yml`; raises ContentError."""
    file = content / "dialects.yml"
    return checked(Dialects, {"groups": read_yaml(file, dict)}, file, "dialects").by_variant()

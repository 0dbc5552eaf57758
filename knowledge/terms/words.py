"""Which terms a single word names: looked up by its whole spelling, its begin (`stem*`) or its end (`*stem`).

Most terms are single words. Looking each token up takes microseconds; spaCy's ruler would try five hundred regular
expressions on it and takes three milliseconds for a message, so it gets only the terms of several words.
"""
from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Iterable

from knowledge.folding import fold
from knowledge.terms.spelling import word_pattern

Meaning = tuple[str, str]
"""The label of a span and the code of its term."""


class TermWords:
    """The meanings of single words. Built once, safe to share."""

    def __init__(self, words: Iterable[tuple[str, str, str]]) -> None:
        """`words`: label, code and word of `terms.yml` with its stars."""
        self._whole: dict[str, list[Meaning]] = defaultdict(list)
        self._begins: dict[str, list[Meaning]] = defaultdict(list)
        self._ends: dict[str, list[Meaning]] = defaultdict(list)
        self._others: list[tuple[re.Pattern[str], Meaning]] = []
        for label, code, word in words:
            stem = fold(word.strip("*"))
            if "*" not in word:
                self._whole[stem].append((label, code))
            elif word.count("*") == 1 and word.endswith("*"):
                self._begins[stem].append((label, code))
            elif word.count("*") == 1 and word.startswith("*"):
                self._ends[stem].append((label, code))
            else:
                self._others.append((re.compile(word_pattern(word)), (label, code)))
        self.meanings = lru_cache(maxsize=20_000)(self._meanings)

    def _meanings(self, norm: str) -> tuple[Meaning, ...]:
        """The distinct meanings of a word by its norm (`knowledge.terms.spelling`)."""
        found = list(self._whole.get(norm, ()))
        for cut in range(len(norm) + 1):
            found += self._begins.get(norm[:cut], ())
            found += self._ends.get(norm[cut:], ())
        found += (meaning for pattern, meaning in self._others if pattern.fullmatch(norm))
        return tuple(dict.fromkeys(found))

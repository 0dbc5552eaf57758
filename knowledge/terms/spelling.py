"""Which word of the field a token means, through its ending, its missing dots or one slip."""
from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterable

from knowledge.spelling import dictionary
from knowledge.folding import fold, without_dots
from knowledge.spelling.typos import TypoIndex

SHORTEST_WITH_TYPO = 6
"""In letters; in a shorter word every slip makes another word."""

SHORTEST_BEGIN_WITH_TYPO = 5
"""The same for the begin of a compound whose end is known; the whole is longer still."""


class TermSpelling:
    """The words of the terms, and how tokens come to them. Built once, safe to share."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words`: single words of `terms.yml`, `*` for any letters at the begin or the end."""
        written = sorted(set(words))
        self._whole = {fold(word) for word in written if "*" not in word}
        self._stems = {fold(word.strip("*")): word for word in written if "*" in word}
        begins = [stem for stem, word in self._stems.items() if word.endswith("*")]
        self._begins = re.compile("|".join(map(re.escape, begins)) or r"(?!)")
        self._ends = sorted((stem for stem, word in self._stems.items() if word.startswith("*")), key=len, reverse=True)
        self._begin_typos = TypoIndex(begins, SHORTEST_BEGIN_WITH_TYPO)
        self._pattern = re.compile("|".join(word_pattern(word) for word in written) or r"(?!)")
        self._dotless = {without_dots(word.strip("*")): fold(word.strip("*")) for word in written}
        self._typos = TypoIndex({*self._whole, *self._stems}, SHORTEST_WITH_TYPO)
        self.norm = lru_cache(maxsize=20_000)(self._norm)

    def _norm(self, word: str, lemma: str) -> str:
        """The folded spelling by which the ruler looks for `word`: its own, its lemma's, or that of the word meant."""
        folded = fold(word)
        if self._is_term(folded):
            return folded if self._is_surely_right(folded, word) else self._with_begin_mended(folded)
        ground = fold(lemma)
        if self._is_term(ground):
            return ground
        if dictionary.is_word(word):
            return folded
        return self._without_dots(folded) or self._meant(folded) or folded

    def _is_term(self, folded: str) -> bool:
        return self._pattern.fullmatch(folded) is not None

    def _is_surely_right(self, folded: str, word: str) -> bool:
        """Whether more than the end of the word is known: „Bürgebusverein“ is a Verein, but what was the rest?"""
        return folded in self._whole or self._begins.match(folded) is not None or dictionary.is_word(word)

    def _with_begin_mended(self, folded: str) -> str:
        """„bürgebusverein“ → „bürgerbusverein“, if that can be told."""
        for end in self._ends:
            begin = folded.removesuffix(end)
            if not begin or begin == folded or dictionary.is_word(begin) or dictionary.is_word(begin.removesuffix("s")):
                continue
            for cut in range(len(begin), SHORTEST_BEGIN_WITH_TYPO - 1, -1):
                near = self._begin_typos.near(begin[:cut])
                if len(near) == 1 and (cut == len(begin) or near[0][-1] == begin[cut - 1]):
                    return near[0] + begin[cut:] + end
        return folded

    def _without_dots(self, folded: str) -> str | None:
        """„gefluchtete“ → „gefluechtet…“: the begin of the word is a term whose dots were left off."""
        for end in range(len(folded), SHORTEST_WITH_TYPO - 1, -1):
            term = self._dotless.get(folded[:end])
            if term is not None and term != folded[:end]:
                candidate = term + folded[end:]
                if self._is_term(candidate):
                    return candidate
        return None

    def _meant(self, folded: str) -> str | None:
        """The term that a slip hides: in the whole word, at its begin (`stem*`), or at its end (`*stem`).

        A slip where two pieces meet counts only if the second is a word: „Bildunsangebot“, but no „Bürgerbu(s)dget“.
        """
        for known in self._typos.near(folded):
            return known if known in self._whole else self._example(known)
        for end in range(len(folded) - 1, SHORTEST_WITH_TYPO - 2, -1):
            for known in self._typos.near(folded[:end]):
                if self._stems.get(known, "").endswith("*") and _is_misspelt_begin(known, folded, end):
                    return known + folded[end:]
        for start in range(1, len(folded) - SHORTEST_WITH_TYPO + 2):
            for known in self._typos.near(folded[start:]):
                if self._stems.get(known, "").startswith("*"):
                    return folded[:start] + known
        return None

    def _example(self, stem: str) -> str:
        return stem if self._stems[stem].endswith("*") else f"x{stem}"


def _is_misspelt_begin(known: str, folded: str, end: int) -> bool:
    """Whether `folded[:end]` is the misspelt `known`, and neither a whole piece of its own nor the begin of another."""
    rest = folded[end:]
    word_goes_on = any(len(one) > 3 and dictionary.is_word(one) for one in (rest, rest.removeprefix("s")))
    if word_goes_on:
        return not dictionary.is_word(folded[:end])  # „Bildunsangebot“, but not „Bindungsangebot“
    return known[-1] == folded[end - 1]


def word_pattern(word: str) -> str:
    """A regular expression for the folded spelling of a word of `terms.yml`."""
    return ".*".join(re.escape(fold(part)) for part in word.split("*"))

"""Which topics words name, by `terms.yml` alone: for processes without the German pipeline, so without ground forms or slips."""
from __future__ import annotations

import re
from typing import Iterable

from knowledge.folding import fold
from knowledge.terms.model import GAP, Terms

_GAP = r"\W+(?:\w+\W+){0,5}"


class TopicWords:
    """Built once, safe to share."""

    def __init__(self, terms: Terms) -> None:
        self._patterns = [(one.code.value, _any_of(one.words), _any_of(one.not_words)) for one in terms.topics]
        self._names = {
            fold(name): one.code.value
            for one in terms.topics
            for name in (*one.label.split(" und "), one.label, one.code.value)
        }

    def called(self, name: str) -> str | None:
        """The topic that is called so, by its code, its label or a part of that („Verein“, of „Rechtsform und Verein“)."""
        return self._names.get(fold(name.strip()))

    def named_in(self, text: str) -> frozenset[str]:
        """The codes of the topics whose words stand in `text`, elsewhere than within their own `not_words`."""
        folded = fold(text)
        return frozenset(code for code, means, seems in self._patterns if _means(folded, means, seems))


def _means(text: str, means: re.Pattern[str], seems: re.Pattern[str]) -> bool:
    excepted = [one.span() for one in seems.finditer(text)]
    found = (one.span() for one in means.finditer(text))
    return any(not any(first <= start and end <= last for first, last in excepted) for start, end in found)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Of several that begin at one place the longest is found."""
    ways = (rf"(?<!\w){_way(one)}(?!\w)" for one in sorted(words, key=len, reverse=True))
    return re.compile("|".join(ways) or r"(?!)")


def _way(word: str) -> str:
    pieces = (r"\w*".join(re.escape(fold(part)) for part in piece.strip().split("*")) for piece in word.split(GAP))
    return _GAP.join(pieces)

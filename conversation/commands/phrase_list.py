"""The phrases of `phrases.yml`, written out: `(a|b)` is one of them, `[a]` may be missing."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, Iterable, Mapping

from conversation.commands.model import CommandKind
from knowledge.content_files import read_yaml
from knowledge.folding import fold
from knowledge.spelling.typos import TypoIndex

FILE = Path(__file__).parent / "phrases.yml"
SHORTEST_WITH_TYPO = 6
"""Letters of a word in which one slip is forgiven."""
WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]


def folded_words(text: str) -> Words:
    """The words of `text` in folded spelling, without any punctuation."""
    return tuple(WORD.findall(fold(text)))


@dataclass(frozen=True)
class PhraseList:
    """All phrases as rows of folded words."""

    kinds: Mapping[Words, CommandKind]
    fillers: frozenset[str]
    leading: frozenset[str]
    openers: frozenset[Words]
    change_before: frozenset[Words]
    change_behind: frozenset[Words]
    remove_before: frozenset[Words]
    remove_behind: frozenset[Words]
    articles: frozenset[str]
    links: frozenset[str]
    parts: frozenset[Words]
    choose_before: frozenset[Words]
    counters: frozenset[str]
    things: frozenset[Words]
    typos: TypoIndex

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> PhraseList:
        """The list that a file like `phrases.yml` writes down; raises ValueError for a phrase that stands twice."""
        change, choose = content["change"], content["choose"]
        kinds: dict[Words, CommandKind] = {}
        for name, patterns in {**content["phrases"], "change": change["alone"]}.items():
            for words in _rows(patterns):
                if kinds.setdefault(words, CommandKind(name)) is not CommandKind(name):
                    raise ValueError(f"„{' '.join(words)}“ stands under {kinds[words].value} and {name}")
        rows = {
            "openers": _rows(content["openers"]),
            "change_before": _rows(change["before"]),
            "change_behind": _rows(change["behind"]),
            "remove_before": _rows(change["remove_before"]),
            "remove_behind": _rows(change["remove_behind"]),
            "parts": _rows(content["parts"]),
            "choose_before": _rows(choose["before"]),
            "things": _rows(choose["things"]),
        }
        sets = {
            "fillers": _single(content["fillers"]),
            "leading": _single(content["leading"]),
            "articles": _single(change["articles"]),
            "links": _single(change["links"]),
            "counters": _single(choose["counters"]),
        }
        vocabulary = {word for row in (*kinds, *(one for group in rows.values() for one in group)) for word in row}
        return cls(
            kinds=kinds,
            typos=TypoIndex((word for word in vocabulary if len(word) >= SHORTEST_WITH_TYPO), SHORTEST_WITH_TYPO - 1),
            **rows,
            **sets,
        )

    @property
    def longest(self) -> int:
        """Words of the longest phrase."""
        return max(map(len, self.kinds))


@lru_cache(maxsize=1)
def phrase_list() -> PhraseList:
    """The phrases of the file beside this module; raises ContentError."""
    return PhraseList.of(read_yaml(FILE, dict))


def written_out(pattern: str) -> set[str]:
    """Every phrase that a pattern stands for: „(das|es) [wieder] löschen“ stands for four."""
    texts, rest = _alternatives(pattern, 0)
    if rest != len(pattern):
        raise ValueError(f"a bracket too many in {pattern!r}")
    return {" ".join(text.split()) for text in texts} - {""}


def _alternatives(pattern: str, at: int) -> tuple[list[str], int]:
    """What `pattern` stands for from `at` to the bracket that closes it, and where that is."""
    found: list[str] = []
    pieces: list[list[str]] = []
    while at < len(pattern) and pattern[at] not in ")]":
        if pattern[at] in "([":
            inner, end = _alternatives(pattern, at + 1)
            if end >= len(pattern) or pattern[end] != {"(": ")", "[": "]"}[pattern[at]]:
                raise ValueError(f"an open bracket in {pattern!r}")
            pieces.append(inner if pattern[at] == "(" else [*inner, ""])
            at = end + 1
        elif pattern[at] == "|":
            found += map("".join, product(*pieces))
            pieces, at = [], at + 1
        else:
            pieces.append([pattern[at]])
            at += 1
    return [*found, *map("".join, product(*pieces))], at


def _rows(patterns: Iterable[str]) -> frozenset[Words]:
    return frozenset(folded_words(text) for pattern in patterns for text in written_out(pattern))


def _single(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))

"""Lists of word rows (see `phrases`) as patterns, and the search for them in normalised text.

A list has hundreds of rows, a message few words: only rows whose words all occur in the message are looked for. That
keeps the search in linear time and quick even for the longest message.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from conversation.crisis.phrases import WORD_SETS
from conversation.crisis.signs import SIGN_SETS
from conversation.crisis.spelling import fold, spoken

_SETS = {**WORD_SETS, **SIGN_SETS}
_GAP = r"(?: \w+){0,3}"


def words_in(sentences: str) -> set[str]:
    return set(sentences.split())


class Lines:
    """All rows of some lists."""

    def __init__(self, *lists: str) -> None:
        self._rows = [_Row(line) for lines in lists for line in lines.strip().splitlines()]

    def found_in(self, sentences: str, words: set[str]) -> bool:
        return any(row.may_be_in(words) and row.pattern.search(sentences) for row in self._rows)

    def count_in(self, sentences: str, words: set[str]) -> int:
        """How many different rows occur."""
        return sum(1 for row in self._rows if row.may_be_in(words) and row.pattern.search(sentences))

    def without(self, sentences: str, to_the_end: bool = False) -> str:
        """`sentences` with each occurrence, or all from there to the end of its sentence, turned into a full stop."""
        words = words_in(sentences)
        for row in self._rows:
            if row.may_be_in(words):
                sentences = (row.to_the_end if to_the_end else row.pattern).sub(" .", sentences)
        return sentences


class Signs:
    """Rows of words that together, in any order within one sentence, mean something (see `signs`)."""

    def __init__(self, lines: str) -> None:
        self._rows = [[_Place(place) for place in line.split(" & ")] for line in lines.strip().splitlines()]

    def found_in(self, sentences: str) -> bool:
        """Sentences stand between ` .` as in all normalised text."""
        words = words_in(sentences)
        possible = [row for row in self._rows if all(place.found(words, sentences) for place in row)]
        return bool(possible) and any(
            _stand_together(row, words_in(one), f"{one} ") for one in set(sentences.split(" .")) for row in possible
        )


def _stand_together(row: list[_Place], words: set[str], sentence: str) -> bool:
    """Each place by a word of its own: "meine Frau" is not two people."""
    found = [place.found(words, sentence) for place in row]
    return all(found) and len(set().union(*found)) >= len(row)


class _Place:
    """One of several words (or begins `a*`, ends `*a`, rows of words)."""

    def __init__(self, choices: str) -> None:
        ways = _choices(choices)
        self._words = frozenset(one for one in ways if one.isalnum())
        self._begins = tuple(one[:-1] for one in ways if one.endswith("*"))
        self._ends = tuple(one[1:] for one in ways if one.startswith("*"))
        self._rows = tuple(one for one in ways if " " in one)

    def found(self, words: set[str], sentence: str) -> set[str]:
        found = self._words & words
        found |= {one for one in self._rows if f" {one} " in sentence}
        if self._begins or self._ends:
            found |= {one for one in words if one.startswith(self._begins) or one.endswith(self._ends)}
        return found


@dataclass(frozen=True)
class _Row:
    line: str

    def may_be_in(self, words: set[str]) -> bool:
        return not any(needed.isdisjoint(words) for needed in self._needed)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("".join(_word_pattern(word) for word in self.line.split()) + "(?![^ ])")

    @cached_property
    def to_the_end(self) -> re.Pattern[str]:
        return re.compile(self.pattern.pattern + "[^.]*")

    @cached_property
    def _needed(self) -> tuple[frozenset[str], ...]:
        """For each word that must be there the ways to write it; of several words in one place the first."""
        sets = []
        for word in self.line.split():
            if word in ("~", "^", "$") or word.endswith("?"):
                continue
            ways = _choices(word)
            if not any(one == "$" or "*" in one or "#" in one for one in ways):
                sets.append(frozenset(one.split()[0] for one in ways))
        return tuple(sorted(sets, key=len))


def _choices(word: str) -> list[str]:
    """The ways to write one place of a row, as they stand in normalised text."""
    spelled = (one.replace("_", " ") for choice in word.split("|") for one in _SETS.get(choice, choice).split("|"))
    return list(dict.fromkeys(spoken(fold(one)) for one in spelled))


def _word_pattern(word: str) -> str:
    if word == "~":
        return _GAP
    if word == "^":
        return r" \."
    if word.endswith("?"):
        return f"(?:{_word_pattern(word[:-1])})?"
    return f" (?:{'|'.join(_way_pattern(one) for one in _choices(word))})"


def _way_pattern(way: str) -> str:
    return r"\." if way == "$" else re.escape(way).replace(r"\*", r"\w*").replace(r"\#", r"\d+")

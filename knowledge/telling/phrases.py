"""Phrases that are looked for in the words of a text, by form or ground form.

A phrase is written as people read it: `fehlen` matches every form of the word (its lemma), `=fehlt` only that form,
`einsam*` every word that begins so, `*verein` every word that ends so, and ` … ` up to five words between.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Sequence

from spacy.tokens import Token

from knowledge.spelling import dictionary
from knowledge.folding import fold
from knowledge.spelling.known_words import KnownWords

_GAP = r"(?:\S+ ){0,5}"
_MARKS = str.maketrans({"/": "|", " ": "_", "\n": "_"})


class CuePhrases:
    """A set of phrases. Built once, safe to share."""

    def __init__(self, *phrases: str) -> None:
        self.phrases = phrases
        self._pattern = re.compile(r"(?<!\S)(?:" + "|".join(map(_pattern, phrases)) + ")")

    def plain_words(self) -> set[str]:
        """The words, and begins of words, in the phrases, for the correction of slips."""
        found = {word.lstrip("=").rstrip("*") for phrase in self.phrases for word in phrase.split()}
        return {word for word in found if word.isalpha()}

    def find(self, words: "WordForms", start: int, end: int) -> tuple[int, int] | None:
        """First and last word (exclusive) of the first phrase between two words, or None."""
        text = words.text(start, end)
        found = self._pattern.search(text)
        if not found:
            return None
        first = start + text.count(" ", 0, found.start())
        return first, first + found.group().count(" ")

    def are_in(self, words: "WordForms", start: int, end: int) -> bool:
        return self.find(words, start, end) is not None


@dataclass(frozen=True)
class WordForms:
    """Per word of a text its form and its ground form, both folded, slips mended."""

    keys: tuple[str, ...]
    lemmas: tuple[str, ...]

    @classmethod
    def of(cls, tokens: Sequence[Token], known: KnownWords) -> "WordForms":
        keys = tuple(known.key(token.text).translate(_MARKS) for token in tokens)
        lemmas = tuple(_lemma(token, key).translate(_MARKS) for token, key in zip(tokens, keys))
        return cls(keys, lemmas)

    def text(self, start: int, end: int) -> str:
        """The words as the patterns read them: `form/lemma ` each."""
        return "".join(f"{key}/{lemma} " for key, lemma in zip(self.keys[start:end], self.lemmas[start:end]))


def _lemma(token: Token, key: str) -> str:
    """The ground form, of a mended word that of the word that was meant."""
    return fold(token.lemma_ if key == fold(token.text) else dictionary.lemma(key))


def _pattern(phrase: str) -> str:
    return "".join(_GAP if word == "…" else _word(word) for word in phrase.split())


def _word(word: str) -> str:
    if word.startswith("="):
        return re.escape(fold(word[1:])) + r"/\S* "
    body = r"[^\s/]*".join(re.escape(fold(part)) for part in word.split("*"))
    return rf"(?:{body}/\S* |[^\s/]*/{body} )"

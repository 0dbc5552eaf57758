"""The German dictionary: which words there are, and their ground forms.

The package simplemma carries it (about 600,000 word forms); both are loaded at the first question, in half a second, so
that a process that never asks, such as the web process, stays light.
"""
from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version

SOURCE = f"simplemma-{version('simplemma')}"


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether `word`, in any case, is a German word form. Compounds that nobody has listed are not."""
    import simplemma

    return bool(word) and (simplemma.is_known(word, lang="de") or simplemma.is_known(word.lower(), lang="de"))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The ground form („Vereins“ → „Verein“, „gründeten“ → „gründen“); an unknown word is its own."""
    import simplemma

    return simplemma.lemmatize(word, lang="de") if word else word

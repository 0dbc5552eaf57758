"""The German dictionary: which words there are, and their ground forms.

The package simplemma carries it (about 600,000 word forms); it is loaded at the first question, in half a second.
"""
from __future__ import annotations

from functools import lru_cache

import simplemma

SOURCE = f"simplemma-{simplemma.__version__}"


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether `word`, in any case, is a German word form. Compounds that nobody has listed are not."""
    return bool(word) and (simplemma.is_known(word, lang="de") or simplemma.is_known(word.lower(), lang="de"))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The ground form („Vereins“ → „Verein“, „gründeten“ → „gründen“); an unknown word is its own."""
    return simplemma.lemmatize(word, lang="de") if word else word

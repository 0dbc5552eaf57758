"""The German dictionary: which words there are, and their ground forms.

The package simplemma carries it (about 600,000 words in 1.1 million spellings) as a list that takes two seconds and
110 MB to read. Its compact form (a trie, 8 MB, opened in 5 ms) is made once for each environment and kept beside the
packages. Both are loaded at the first question, so that a process that never asks, such as the web process, stays light.
"""
from __future__ import annotations

import logging
import os
import sys
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy
    from simplemma.strategies.dictionaries import DictionaryFactory

SOURCE = f"simplemma-{version('simplemma')}"
LOG = logging.getLogger(__name__)
_COMPACT = Path(sys.prefix, "cache", SOURCE)
_GERMAN, _FILE = "de", "de.dic"


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether `word`, in any case, is a German word form. Compounds that nobody has listed are not."""
    forms = (normalize("NFC", word), normalize("NFC", word.lower())) if _can_be_asked(word) else ()
    return any(_words().get_lemma(form, _GERMAN) is not None for form in forms)


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The ground form („Vereins“ → „Verein“, „gründeten“ → „gründen“); an unknown word is its own."""
    return _ground_forms().lemmatize(word, _GERMAN) if _can_be_asked(word) else word


def _can_be_asked(word: str) -> bool:
    """The trie takes a NUL for a mark of its own and answers nonsense; no word has signs that cannot be printed."""
    return bool(word) and word.isprintable()


@lru_cache(maxsize=None)
def _words() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(open_dictionary(_COMPACT))


@lru_cache(maxsize=None)
def _ground_forms() -> Lemmatizer:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    strategy = DefaultStrategy(dictionary_factory=open_dictionary(_COMPACT))
    return Lemmatizer(lemmatization_strategy=strategy, cache_max_size=0)  # `lemma` remembers


@lru_cache(maxsize=None)
def open_dictionary(folder: Path) -> DictionaryFactory:
    """simplemma's dictionaries in their compact form, which is kept in `folder` and made there if it is absent.

    Where nothing can be kept: as simplemma ships them, slower and larger, but with the same words; the log says so.
    """
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory, TrieDictionaryFactory

    try:
        if not (folder / _FILE).exists():
            _make_compact(folder)
    except OSError as error:
        LOG.warning("the compact dictionary cannot be kept in %s: %s", folder, error)
        return DefaultDictionaryFactory()
    return TrieDictionaryFactory(disk_cache_dir=str(folder))


def _make_compact(folder: Path) -> None:
    """Whoever comes meanwhile never sees half of it."""
    from simplemma.strategies.dictionaries import TrieDictionaryFactory

    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as fresh:
        TrieDictionaryFactory(disk_cache_dir=fresh).get_dictionary(_GERMAN)
        os.replace(Path(fresh, _FILE), folder / _FILE)

"""The real knowledge base, loaded once for all tests into a temporary SQLite database.

A folder's conftest takes the fixtures with `from tests.library import library, library_file  # noqa: F401`.
"""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.settings import ROOT, Settings, read_settings
from knowledge.library import Library

CONTENT = ROOT / "knowledge" / "content"
_KEPT: list[TemporaryDirectory] = []


def settings_for(database: Path, content: Path = CONTENT) -> Settings:
    """Settings that name this database file and nothing of the environment."""
    environ = {"DATABASE_URL": f"sqlite:///{database}", "LOTSE_CONTENT": str(content), "LOTSE_SPACY_MODEL": "built-in"}
    return read_settings({**environ, "LOTSE_ENV": "test", "LOTSE_NOW": "2026-11-22T10:00"})


@lru_cache(maxsize=None)
def loaded_file() -> Path:
    """A SQLite file with all records and embeddings: copy it, do not write to it."""
    from bot.bootstrap import load_knowledge

    folder = TemporaryDirectory(prefix="lotse-library-")
    _KEPT.append(folder)  # goes with the process
    file = Path(folder.name) / "lotse.db"
    load_knowledge(settings_for(file))
    return file


@lru_cache(maxsize=None)
def opened_library() -> Library:
    from bot.bootstrap import open_library

    return open_library(settings_for(loaded_file()))


@pytest.fixture(scope="session")
def library_file() -> Path:
    return loaded_file()


@pytest.fixture(scope="session")
def library() -> Library:
    return opened_library()

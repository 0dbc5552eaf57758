"""The committed knowledge in a database of the tests, and the assistant's actions over it; built once per run."""
from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from rasa_sdk import Action

from actions.services import ActionServices
from bot import bootstrap
from bot.rehearsal.knowledge_base import WRITTEN_FOR
from bot.settings import Settings, read_settings

NOW = WRITTEN_FOR.isoformat()
"""When the conversations take place."""


@lru_cache(maxsize=None)
def loaded_settings() -> Settings:
    """Settings with a fresh database that holds all records; the built-in German pipeline, no limits to speak of."""
    file = Path(mkdtemp(prefix="lotse-test-")) / "lotse.db"
    settings = read_settings(
        {
            "LOTSE_ENV": "test",
            "LOTSE_NOW": NOW,
            "DATABASE_URL": f"sqlite:///{file}",
            "LOTSE_RATE_CONVERSATION": "10000/1",
            "LOTSE_RATE_ADDRESS": "10000/1",
            "LOTSE_TURN_SECONDS": "30",
        }
    )
    _take_over_what_is_computed(file)
    bootstrap.load_knowledge(settings)
    return settings


def _take_over_what_is_computed(file: Path) -> None:
    """Begin with a copy of the database that `./lotse test` has prepared: its embeddings save ten seconds."""
    prepared = Path(os.environ.get("DATABASE_URL", "").removeprefix("sqlite:///"))
    if os.environ.get("LOTSE_ENV") == "test" and prepared.is_file():
        with closing(sqlite3.connect(prepared)) as source, closing(sqlite3.connect(file)) as copy:
            source.backup(copy)


@lru_cache(maxsize=None)
def loaded_services() -> ActionServices:
    """What the actions work with, over that database."""
    return bootstrap.action_services(loaded_settings())


@lru_cache(maxsize=None)
def loaded_actions() -> tuple[Action, ...]:
    """The assistant's actions as the action server has them."""
    return tuple(bootstrap.actions(loaded_services()))

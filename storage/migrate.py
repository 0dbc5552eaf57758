"""Bring a database to the newest shape. The steps lie in `storage/migrations/versions`."""
from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from alembic import command
from alembic.config import Config

from storage.database import Database, StorageError

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Run every migration that the database has not seen yet; does nothing when there is none."""
    configuration = Config()
    configuration.set_main_option("script_location", str(_SCRIPTS))
    with database.changing_tables() as connection:
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "head")


@contextmanager
def database_at_hand(url: str) -> Iterator[Database]:
    """The database at `url` in its newest shape, for one command, which may be the first that it sees."""
    database = Database(url)
    try:
        migrate(database)
        yield database
    finally:
        database.close()


@contextmanager
def database_as_it_is(url: str) -> Iterator[Database]:
    """The database at `url` for whoever only looks: nothing is migrated; raises StorageError if there is no file yet."""
    database = Database(url)
    try:
        if database.is_sqlite and not Path(database.url.database or "").is_file():
            raise StorageError("Es gibt noch keine Datenbank.")
        yield database
    finally:
        database.close()

"""Migrations: from nothing to the newest shape and back, on both databases."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import conversation.tables  # noqa: F401 (declares its tables)
import conversation.drafts  # noqa: F401
import conversation.remembering.tables  # noqa: F401
import knowledge.tables  # noqa: F401
import office.matters.tables  # noqa: F401
import office.tables  # noqa: F401
from bot.settings import ROOT
from storage import Database, StorageError
from storage.base import Base
from storage.migrate import migrate

SCRIPTS = str(ROOT / "storage" / "migrations")


def tables_of(database: Database) -> set[str]:
    return set(sa.inspect(database.engine).get_table_names())


def downgrade_to_base(database: Database) -> None:
    configuration = Config()
    configuration.set_main_option("script_location", SCRIPTS)
    with database.changing_tables() as connection:
        configuration.attributes["connection"] = connection
        command.downgrade(configuration, "base")


def revision_of(database: Database) -> str | None:
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def test_an_empty_database_gets_all_tables(database):
    migrate(database)
    assert tables_of(database) == set(Base.metadata.tables) | {"alembic_version"}


def test_a_second_run_does_nothing_and_keeps_what_is_there(database):
    migrate(database)
    first = revision_of(database)
    with database.writing() as session:
        session.execute(knowledge.tables.EmbeddingRow.__table__.insert(), {"model": "m", "text_hash": "h", "vector": b"1"})
    migrate(database)
    with database.reading() as session:
        assert session.query(knowledge.tables.EmbeddingRow).count() == 1
    assert first is not None and revision_of(database) == first


def test_the_migrated_tables_are_those_that_the_code_declares(database):
    migrate(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_step_can_be_undone_and_done_again(database):
    migrate(database)
    downgrade_to_base(database)
    assert tables_of(database) == {"alembic_version"}
    migrate(database)
    assert set(Base.metadata.tables) <= tables_of(database)


def test_two_processes_that_start_at_once_both_get_through(database):
    other = Database(database.url.render_as_string(hide_password=False))
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(migrate, [database, other])) == [None, None]
    other.close()
    assert set(Base.metadata.tables) <= tables_of(database)


def test_the_steps_form_one_line():
    configuration = Config()
    configuration.set_main_option("script_location", SCRIPTS)
    assert len(ScriptDirectory.from_config(configuration).get_heads()) == 1


@pytest.mark.parametrize("url", ["postgresql://lotse:geheim@127.0.0.1:1/lotse", "sqlite:///{folder}"])
def test_a_database_that_cannot_be_reached_is_one_german_error(tmp_path, url):
    with pytest.raises(StorageError, match="Die Datenbank .* antwortet nicht richtig") as refused:
        migrate(Database(url.format(folder=tmp_path)))
    assert "geheim" not in str(refused.value)

"""Migrations: from nothing to the newest shape and back, on both databases."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import bot.all_tables  # noqa: F401 (declares them)
import knowledge.tables
from bot.settings import ROOT
from office.matters.kinds.callback import CALLBACK
from office.matters.service import Matters
from office.tables import ConsentRow
from storage import Database, StorageError
from storage.base import Base
from storage.migrate import migrate
from storage.moments import Moment

SCRIPTS = str(ROOT / "storage" / "migrations")


def tables_of(database: Database) -> set[str]:
    return set(sa.inspect(database.engine).get_table_names())


def bring_to(database: Database, revision: str, way=command.downgrade) -> None:
    configuration = Config()
    configuration.set_main_option("script_location", SCRIPTS)
    with database.changing_tables() as connection:
        configuration.attributes["connection"] = connection
        way(configuration, revision)


def downgrade_to_base(database: Database) -> None:
    bring_to(database, "base")


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


CALLBACKS = (
    {"number": "RUECKRUF-7K3M9U", "state": "called", "name": "Uli", "phone": "+493511234567", "email": None,
     "best_time": "abends", "subject": "", "handled_by": "Beratung"},
    {"number": "RUECKRUF-Y8J6BV", "state": "withdrawn", "name": None, "phone": None, "email": None, "best_time": None,
     "subject": None, "handled_by": None},
)  # fmt: skip
NOW = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)


def test_call_backs_move_into_the_matters_and_back(database):
    bring_to(database, "0006", command.upgrade)
    moments = (NOW, NOW + timedelta(days=1))
    before = [{**row, "requested_at": moments[0], "touched_at": moments[1], "request_hash": row["number"], "code_hash": "h"}
              for row in CALLBACKS]  # fmt: skip
    consents = [{"case_number": row["number"], "purpose": "callback", "version": "2026-11", "given_at": NOW} for row in CALLBACKS]
    columns = (sa.Column(name, Moment if name.endswith("_at") else sa.String) for name in before[0])
    callback = sa.Table("callback", sa.MetaData(), *columns)
    with database.writing() as session:
        session.execute(ConsentRow.__table__.insert(), consents)
        session.execute(callback.insert(), before)
    migrate(database)
    assert "callback" not in tables_of(database)
    callbacks = Matters(database, CALLBACK)
    open_one, withdrawn = (callbacks.find(row["number"]) for row in CALLBACKS)
    assert open_one.told == {"name": "Uli", "best_time": "abends", "subject": ""} and open_one.phone == "+493511234567"
    assert (open_one.state, open_one.received_at, open_one.touched_at, open_one.handled_by) == ("called", *moments, "Beratung")
    assert [(one.at, one.state) for one in open_one.history] == [(NOW, "open"), (moments[1], "called")]
    assert withdrawn.is_withdrawn and withdrawn.told == {} and withdrawn.consent.version == "2026-11"
    bring_to(database, "0006")
    with database.reading() as session:
        assert [dict(row) for row in session.execute(sa.select(callback).order_by(callback.c.number)).mappings()] == before

"""Drafts of forms in the database, on SQLite and PostgreSQL."""
from __future__ import annotations

from datetime import timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from conversation.drafts import DAYS_KEPT, DraftStore, FormDraftRow
from conversation.forms import engine
from conversation.tables import ConversationRow
from storage import Database, StorageError
from storage.base import Base
from storage.migrate import migrate
from tests.chat_setup import a_database
from tests.conversation.forms.forms_setup import FORMS, NOW, after, at_question, said

FORM = FORMS["rueckruf"]
KEY = "a" * 64


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    if request.param == "sqlite":
        database = a_database(tmp_path)
    else:
        database = Database(request.getfixturevalue("postgres_url"))
        migrate(database)
    with database.writing() as session:
        session.add(ConversationRow(key=KEY, created_at=NOW, last_seen_at=NOW))
    yield database
    database.close()


@pytest.fixture
def drafts(database):
    return DraftStore(database)


def test_the_migration_makes_what_the_model_says(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda one, name, kind, reflected, other: kind != "table" or name == "form_draft"},
        )
        assert compare_metadata(context, Base.metadata) == []


def test_a_draft_survives_a_restart(database, drafts):
    state = at_question(FORM, "zeit")
    drafts.save(KEY, state)
    later = Database(database.url.render_as_string(hide_password=False))
    loaded = DraftStore(later).load(KEY, FORM.name)
    later.close()
    assert loaded == state and loaded.updated_at.tzinfo is not None
    turn = engine.resume(FORM, loaded, NOW + timedelta(days=1))
    assert turn.asks == "zeit" and turn.state.values == state.values


def test_a_newer_state_takes_the_place_of_the_older(drafts):
    drafts.save(KEY, at_question(FORM, "name"))
    drafts.save(KEY, at_question(FORM, "thema"))
    assert drafts.load(KEY, FORM.name).asked == "thema"
    assert drafts.load(KEY, "idee") is None and drafts.load("b" * 64, FORM.name) is None


def test_the_active_draft_comes_before_one_that_rests(drafts):
    assert drafts.latest(KEY) is None
    resting = engine.take(FORM, at_question(FORM, "name"), said("später"), NOW + timedelta(hours=1)).state
    drafts.save(KEY, at_question(FORMS["idee"], "titel"))
    drafts.save(KEY, resting)
    assert drafts.latest(KEY).form == "idee"
    drafts.delete(KEY, "idee")
    assert drafts.latest(KEY).form == FORM.name


def test_deleting(drafts):
    drafts.save(KEY, after(FORM, "ja").state)
    assert drafts.delete(KEY, FORM.name) is True and drafts.delete(KEY, FORM.name) is False
    assert drafts.load(KEY, FORM.name) is None


def test_old_drafts_are_forgotten_and_young_ones_are_not(drafts):
    drafts.save(KEY, after(FORM, "ja", now=NOW).state)
    assert drafts.forget_older_than(NOW + timedelta(days=DAYS_KEPT)) == 0
    assert drafts.forget_older_than(NOW + timedelta(days=DAYS_KEPT, seconds=1)) == 1
    assert drafts.load(KEY, FORM.name) is None


def test_a_draft_goes_with_its_conversation(database, drafts):
    drafts.save(KEY, after(FORM, "ja").state)
    with database.writing() as session:
        session.query(ConversationRow).delete()
    assert drafts.load(KEY, FORM.name) is None
    with pytest.raises(StorageError):
        drafts.save(KEY, after(FORM, "ja").state)


def test_a_draft_that_nobody_can_read_counts_as_none(database, drafts, caplog):
    drafts.save(KEY, after(FORM, "ja", "Petra Lustig").state)
    with database.writing() as session:
        row = session.query(FormDraftRow).one()
        row.state = {**row.state, "schema": 99}
    assert drafts.load(KEY, FORM.name) is None and drafts.latest(KEY) is None
    assert "nicht mehr lesbar" in caplog.text and "Petra" not in caplog.text

"""The records in the database, on SQLite and on PostgreSQL."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from knowledge.content_files import read_records
from knowledge.store import LoadReport, RecordStore
from knowledge.tables import RecordRow
from storage import StorageError
from storage.migrate import migrate
from tests.builders import a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event
from tests.library import CONTENT
from tests.storage.conftest import database  # noqa: F401

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
ONE_OF_EACH = [a_case(), a_contact(), a_funding(), a_legal_hurdle(), a_method(), an_event()]


@pytest.fixture
def store(database) -> RecordStore:  # noqa: F811
    migrate(database)
    return RecordStore(database)


def loaded_at(database) -> dict[str, datetime]:  # noqa: F811
    with database.reading() as session:
        return dict(session.execute(sa.select(RecordRow.id, RecordRow.loaded_at)).all())


def test_a_first_load_keeps_every_record_as_it_was(store):
    assert store.load(ONE_OF_EACH, NOW) == LoadReport(added=6, changed=0, removed=0, unchanged=0)
    assert store.records() == sorted(ONE_OF_EACH, key=lambda one: one.id)
    assert store.count() == 6


def test_a_load_tells_what_is_new_changed_gone_and_as_before(store):
    store.load([a_funding(), a_case(), a_method()], NOW)
    after = [a_funding(), a_case(name="Anders"), a_contact()]
    assert store.load(after, NOW) == LoadReport(added=1, changed=1, removed=1, unchanged=1)
    assert store.records() == sorted(after, key=lambda one: one.id)


def test_a_second_load_of_the_same_changes_nothing(store, database):  # noqa: F811
    store.load(ONE_OF_EACH, NOW)
    before = loaded_at(database)
    report = store.load(ONE_OF_EACH, NOW + timedelta(days=1))
    assert report == LoadReport(0, 0, 0, 6)
    assert loaded_at(database) == before
    assert report.summary == "6 Einträge in der Wissensbasis (nichts geändert)."


def test_only_what_changed_is_written_anew(store, database):  # noqa: F811
    store.load([a_funding(), a_case()], NOW)
    before = loaded_at(database)
    report = store.load([a_funding(deadline="bald"), a_case()], NOW + timedelta(days=1))
    after = loaded_at(database)
    assert report.summary == "2 Einträge in der Wissensbasis (1 geändert)."
    assert after["fal-beispiel"] == before["fal-beispiel"] and after["foe-beispiel"] > before["foe-beispiel"]


def test_an_empty_load_empties_the_database(store):
    store.load(ONE_OF_EACH, NOW)
    assert store.load([], NOW) == LoadReport(0, 0, 6, 0)
    assert store.records() == []


def test_a_load_that_fails_half_way_leaves_what_was_there(store, database):  # noqa: F811
    store.load([a_funding()], NOW)
    unfit = a_case().copy(update={"as_of": None, "source_url": None})  # past the schema, as no file can be
    with pytest.raises(StorageError):
        store.load([a_contact(), unfit], NOW)
    assert store.records() == [a_funding()]


def test_the_columns_say_what_the_body_says(store, database):  # noqa: F811
    store.load([a_funding(as_of=None, confidence="niedrig")], NOW)
    with database.reading() as session:
        row = session.get(RecordRow, "foe-beispiel")
    record = a_funding(as_of=None, confidence="niedrig")
    assert (row.kind, row.name, row.as_of, row.confidence) == ("foerderung", record.name, None, "niedrig")
    assert (row.source_url, row.checked_on) == (record.source_url, record.checked_on)


def test_all_real_records_come_back_equal(store):
    records = read_records(CONTENT)
    assert store.load(records, NOW).added == len(records)
    assert store.records() == sorted(records, key=lambda one: one.id)


def test_reading_without_tables_is_one_german_error(database):  # noqa: F811
    with pytest.raises(StorageError, match="antwortet nicht richtig"):
        RecordStore(database).records()

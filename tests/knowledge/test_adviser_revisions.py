"""Advisers in the database: with revisions like the records, and beside them, on SQLite and on PostgreSQL."""
from __future__ import annotations

from datetime import datetime, timezone

import pytest

from knowledge.advisers import read_advisers
from knowledge.revisions import Origin
from knowledge.store import LoadReport, RecordStore
from storage.migrate import migrate
from tests.builders import a_funding, an_adviser
from tests.library import CONTENT
from tests.storage.conftest import database  # noqa: F401

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)


@pytest.fixture
def store(database) -> RecordStore:  # noqa: F811
    migrate(database)
    return RecordStore(database)


def test_a_load_keeps_every_adviser_as_the_file_has_it_and_none_among_the_records(store):
    advisers = read_advisers(CONTENT)
    assert store.load([a_funding(), *advisers], NOW) == LoadReport(len(advisers) + 1, 0, 0, 0)
    assert store.advisers() == tuple(sorted(advisers, key=lambda one: one.id))
    assert store.records() == [a_funding()] and store.count() == 1
    assert store.load([a_funding(), *advisers], NOW) == LoadReport(0, 0, 0, len(advisers) + 1)


def test_a_change_in_the_database_outlives_a_load_and_one_in_the_file_is_taken(store):
    store.load([an_adviser()], NOW)
    store.revise(an_adviser(a_day=2), 1, Origin.CONSOLE, NOW)
    assert store.load([an_adviser()], NOW).only_in_database == ("ber-beispiel",) and store.advisers()[0].a_day == 2
    assert store.load([an_adviser(a_day=2)], NOW).unchanged == 1
    assert store.load([an_adviser(a_day=3)], NOW).changed == 1 and store.advisers()[0].a_day == 3
    assert [one.entry.a_day for one in store.history("ber-beispiel")] == [6, 2, 2, 3]


def test_one_that_is_taken_out_of_the_file_is_gone_and_may_come_back(store):
    store.load([an_adviser()], NOW)
    assert store.load([], NOW).removed == 1 and store.advisers() == ()
    assert store.load([], NOW) == LoadReport(0, 0, 0, 0)
    assert store.load([an_adviser()], NOW).added == 1 and store.advisers() == (an_adviser(),)
    assert [(one.number, one.role, one.body is None) for one in store.history("ber-beispiel")] == [
        (1, "Redaktion Beratung", False), (2, "Redaktion Beratung", True), (3, "Redaktion Beratung", False),
    ]  # fmt: skip

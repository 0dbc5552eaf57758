"""Remember lists on both databases: what is kept, what opens them, and when they go."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from conversation.refusals import StorageUnavailable
from conversation.remembering import RememberLists
from conversation.remembering.lists import LIFETIME, MOST_RECORDS, PASS_LIFETIME
from conversation.remembering.tables import RememberedRecordRow, RememberListPassRow, RememberListRow
from storage import Database
from storage.base import Base
from storage.migrate import migrate
from tests.chat_setup import NOW, a_database

OWN = {row.__tablename__ for row in (RememberListRow, RememberedRecordRow, RememberListPassRow)}
KEY, OTHER = "a" * 64, "b" * 64


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    if request.param == "sqlite":
        database = a_database(tmp_path)
    else:
        database = Database(request.getfixturevalue("postgres_url"))
        migrate(database)
    yield database
    database.close()


class Clock:
    """Stands still until a test lets time pass."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self):
        return self.time

    def pass_by(self, time: timedelta) -> None:
        self.time += time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def lists(database, clock):
    return RememberLists(database, clock)


def ids(lists: RememberLists, key: str = KEY) -> list[str]:
    return [one.record_id for one in lists.records(key)]


def everything_stored(database: Database) -> str:
    """All tables of the lists, as text."""
    with database.engine.connect() as connection:
        return repr([connection.execute(sa.text(f"SELECT * FROM {table}")).all() for table in sorted(OWN)])


def test_the_migration_makes_what_the_models_say(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda one, name, kind, reflected, other: kind != "table" or name in OWN},
        )
        assert compare_metadata(context, Base.metadata) == []


def test_records_stay_in_order_and_twice_is_once(lists):
    first = lists.remember(KEY, ["foe-z", "foe-a", "foe-z"])
    assert first.added == ("foe-z", "foe-a") and first.is_first and first.total == 2
    second = lists.remember(KEY, ["foe-a", "rec-m"])
    assert second.added == ("rec-m",) and not second.is_first and second.total == 3
    assert ids(lists) == ["foe-z", "foe-a", "rec-m"] and ids(lists, OTHER) == []
    assert lists.holds(KEY, "rec-m") and not lists.holds(KEY, "foe-b") and not lists.holds(OTHER, "rec-m")
    assert lists.records(KEY)[0].remembered_at == NOW


def test_forgetting_takes_one_and_clearing_takes_all_with_code_and_links(lists):
    lists.remember(KEY, ["foe-a", "foe-b"])
    lists.remember(OTHER, ["foe-a"])
    assert lists.forget(KEY, "foe-a") and not lists.forget(KEY, "foe-a") and not lists.forget("c" * 64, "foe-a")
    link = lists.issue_link(KEY)
    code = lists.issue_code(link)
    assert lists.clear(KEY) and not lists.clear(KEY)
    assert lists.open(link) is None and lists.open_by_code(code) is None and lists.issue_link(KEY) is None
    assert ids(lists, OTHER) == ["foe-a"]


def test_a_full_list_says_so(lists):
    done = lists.remember(KEY, [f"foe-{number}" for number in range(MOST_RECORDS + 3)])
    assert done.is_full and done.total == len(done.added) == MOST_RECORDS
    assert lists.remember(KEY, ["foe-1"]).is_full is False
    assert lists.remember(KEY, ["foe-new"]).added == ()


def test_two_who_begin_a_list_at_once_share_it(lists):
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda number: lists.remember(KEY, [f"foe-{number % 4}", "foe-all"]), range(16)))
    assert sorted(ids(lists)) == ["foe-0", "foe-1", "foe-2", "foe-3", "foe-all"]
    assert sum(one.is_first for one in done) == 1 and sum(len(one.added) for one in done) == 5


def test_a_code_opens_the_list_however_it_is_typed_and_a_new_one_replaces_it(lists):
    lists.remember(KEY, ["foe-a"])
    link = lists.issue_link(KEY)
    assert lists.open(link).has_code is False
    old = lists.issue_code(link)
    assert lists.open(lists.open_by_code(f" {old[:4].lower()} {old[4:8]}-{old[8:]}\n")).has_code
    new = lists.issue_code(link)
    assert lists.open_by_code(old) is None and lists.open_by_code("") is None
    opened = lists.open(lists.open_by_code(new))
    assert [one.record_id for one in opened.records] == ["foe-a"] and opened.kept_until == NOW + LIFETIME


def test_no_code_and_no_link_lies_in_the_database(lists, database):
    lists.remember(KEY, ["foe-a"])
    link = lists.issue_link(KEY)
    code = lists.issue_code(link)
    stored = everything_stored(database)
    assert KEY in stored and code not in stored and link not in stored


def test_a_link_opens_for_two_hours_and_can_be_closed(lists, clock, database):
    lists.remember(KEY, ["foe-a"])
    link, other = lists.issue_link(KEY), lists.issue_link(KEY)
    lists.close(other)
    assert lists.open(other) is None and lists.open("") is None and lists.open("ä\ud800") is None
    clock.pass_by(PASS_LIFETIME - timedelta(seconds=1))
    assert lists.open(link) is not None
    clock.pass_by(timedelta(seconds=1))
    assert lists.open(link) is None and lists.issue_code(link) is None and not lists.delete(link)
    lists.issue_link(KEY)
    with database.reading() as session:
        assert session.query(RememberListPassRow).count() == 1


def test_whoever_has_it_open_can_delete_it(lists, database):
    lists.remember(KEY, ["foe-a"])
    link = lists.issue_link(KEY)
    assert lists.delete(link) and not lists.delete(link)
    assert ids(lists) == [] and everything_stored(database) == repr([[], [], []])
    assert lists.remember(KEY, ["foe-a"]).is_first


def test_a_list_that_nobody_uses_goes_and_each_use_keeps_it(lists, clock, database):
    lists.remember(KEY, ["foe-a"])
    code = lists.issue_code(lists.issue_link(KEY))
    for _ in range(3):
        clock.pass_by(LIFETIME)
        assert lists.open_by_code(code) is not None
    lists.remember(OTHER, ["foe-b"])
    clock.pass_by(LIFETIME)
    assert ids(lists, OTHER) == ["foe-b"]
    clock.pass_by(timedelta(seconds=1))
    assert lists.open_by_code(code) is None
    assert lists.delete_expired() == 0, "it went when somebody asked for it"
    clock.pass_by(LIFETIME)
    assert lists.delete_expired() == 1
    assert everything_stored(database) == repr([[], [], []])


def test_without_a_database_the_trouble_has_a_name_and_records_are_shown_all_the_same(tmp_path):
    lists = RememberLists(Database(f"sqlite:///{tmp_path / 'empty.db'}"), Clock())
    with pytest.raises(StorageUnavailable):
        lists.remember(KEY, ["foe-a"])
    assert lists.holds(KEY, "foe-a") is False

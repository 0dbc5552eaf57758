"""Units of work: all or nothing, writers in a queue, and trouble in German."""
from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage import Database, StorageError

NOTES = sa.Table("note", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.Text))


@pytest.fixture
def notes(database):
    with database.changing_tables() as connection:
        NOTES.create(connection)
    return database


def count(database: Database) -> int:
    with database.reading() as session:
        return session.execute(sa.select(sa.func.count()).select_from(NOTES)).scalar_one()


def test_a_unit_of_work_is_kept(notes):
    with notes.writing() as session:
        session.execute(NOTES.insert(), [{"id": 1, "text": "Grüße"}, {"id": 2, "text": "🚌"}])
    with notes.reading() as session:
        assert session.execute(sa.select(NOTES.c.text).order_by(NOTES.c.id)).scalars().all() == ["Grüße", "🚌"]


def test_an_error_rolls_the_whole_unit_of_work_back(notes):
    with pytest.raises(ZeroDivisionError):
        with notes.writing() as session:
            session.execute(NOTES.insert(), {"id": 1})
            1 / 0
    assert count(notes) == 0


def test_an_error_of_the_database_rolls_back_and_becomes_ours(notes):
    with pytest.raises(StorageError) as raised:
        with notes.writing() as session:
            session.execute(NOTES.insert(), {"id": 1})
            session.execute(NOTES.insert(), {"id": 1})
    assert isinstance(raised.value.__cause__, sa.exc.IntegrityError)
    assert str(raised.value).startswith("Die Datenbank (") and "IntegrityError" in str(raised.value)
    assert count(notes) == 0


def test_an_error_in_a_change_of_tables_rolls_back(notes):
    with pytest.raises(ZeroDivisionError):
        with notes.changing_tables() as connection:
            connection.execute(NOTES.insert(), {"id": 1})
            1 / 0
    assert count(notes) == 0


def test_what_a_reader_changes_is_not_kept(notes):
    with notes.reading() as session:
        session.execute(NOTES.insert(), {"id": 1})
    assert count(notes) == 0


def test_two_writers_at_once_both_get_through(notes):
    """Each reads, then writes what depends on it, while the other one does the same."""
    start = threading.Barrier(2)

    def write(first: int) -> None:
        start.wait(10)
        for number in range(first, first + 25):
            with notes.writing() as session:
                session.execute(sa.select(sa.func.count()).select_from(NOTES)).scalar_one()
                session.execute(NOTES.insert(), {"id": number})

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(write, [0, 100]))
    assert count(notes) == 50


def test_writers_of_sqlite_get_in_in_turn_however_many_wait(notes):
    """None is passed over: while one waits, each of the others writes once or twice. SQLite alone let some of them wait
    until the others had nothing left to write."""
    if not notes.is_sqlite:
        pytest.skip("PostgreSQL has a lock for each row")
    writers, served, overtaken = 12, [0], []

    def write(_: int) -> None:
        for _ in range(25):
            before = served[0]
            with notes.writing() as session:
                session.connection()
                overtaken.append(served[0] - before)
                served[0] += 1
                time.sleep(0.004)

    with ThreadPoolExecutor(writers) as threads:
        list(threads.map(write, range(writers)))
    assert len(overtaken) == 12 * 25 and max(overtaken) < 4 * writers, max(overtaken)


def test_a_writer_that_waits_in_vain_says_so_after_its_time_and_can_write_later(notes, monkeypatch):
    if not notes.is_sqlite:
        pytest.skip("about SQLite's one writer")
    monkeypatch.setattr("storage.database.BUSY_SECONDS", 0.3)
    began = time.monotonic()
    with Database(str(notes.url)).writing() as other:
        other.connection()
        with ThreadPoolExecutor(3) as threads:
            failed = [threads.submit(write_one, notes, number) for number in range(3)]
            assert [type(one.exception(10)) for one in failed] == [StorageError] * 3
        assert time.monotonic() - began < 5
    write_one(notes, 7)
    assert count(notes) == 1


def write_one(database: Database, number: int) -> None:
    with database.writing() as session:
        session.execute(NOTES.insert(), {"id": number})


def test_readers_go_on_while_somebody_writes(notes):
    with notes.writing() as session:
        session.execute(NOTES.insert(), {"id": 1})
        with ThreadPoolExecutor(1) as thread:
            assert thread.submit(count, notes).result(timeout=5) == 0
    assert count(notes) == 1


def test_a_database_that_does_not_answer_is_one_german_error():
    database = Database("postgresql://lotse:geheim@127.0.0.1:1/lotse")
    for unit_of_work in (database.reading, database.writing):
        with pytest.raises(StorageError, match=r"Die Datenbank \(postgresql\) antwortet nicht richtig") as raised:
            with unit_of_work() as session:
                session.execute(sa.text("SELECT 1"))
        assert "geheim" not in str(raised.value) and raised.value.__cause__ is not None


def test_a_file_that_is_no_database_is_one_german_error(tmp_path):
    file = tmp_path / "lotse.db"
    file.write_text("Das ist ein Brief und keine Datenbank. " * 50, "utf-8")
    with pytest.raises(StorageError, match=r"Die Datenbank \(sqlite\) antwortet nicht richtig"):
        with Database(f"sqlite:///{file}").reading() as session:
            session.execute(sa.text("SELECT 1"))
    assert file.read_text("utf-8").startswith("Das ist ein Brief")


@pytest.mark.parametrize("url", ["lotse.db", "", "mysql+nichts://x/y", "postgres://a/b"])
def test_an_address_that_is_none_is_one_german_error(url):
    with pytest.raises(StorageError, match="DATABASE_URL ist keine Adresse"):
        Database(url)


def test_the_folder_of_a_sqlite_file_is_made_if_it_can_be(tmp_path):
    Database(f"sqlite:///{tmp_path / 'a' / 'b' / 'lotse.db'}").close()
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(StorageError, match="Der Ordner .*file lässt sich nicht anlegen"):
        Database(f"sqlite:///{Path(tmp_path, 'file', 'lotse.db')}")


def test_sqlite_is_set_up_for_many_readers_and_keeps_its_references(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    with database.reading() as session:
        assert session.execute(sa.text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert session.execute(sa.text("PRAGMA foreign_keys")).scalar_one() == 1

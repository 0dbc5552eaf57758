"""Versions of records: what is kept, and what happens when file and database both change."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest

from knowledge.errors import RevisionError
from knowledge.revisions import Meeting, Origin, body_of, content_hash, differing_fields, meet
from knowledge.store import LoadReport, RecordStore
from storage.migrate import migrate
from tests.builders import a_case, a_funding
from tests.storage.conftest import database  # noqa: F401

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
LATER = NOW + timedelta(days=1)
ID = "foe-beispiel"
AS_LOADED, BY_CONSOLE, BY_FILE = a_funding(), a_funding(deadline="bald"), a_funding(name="Neuer Name")


@pytest.fixture
def store(database) -> RecordStore:  # noqa: F811
    migrate(database)
    return RecordStore(database)


@pytest.fixture
def in_conflict(store) -> RecordStore:
    """The record was changed by the console and in the file since both last agreed."""
    store.load([AS_LOADED], NOW)
    store.revise(BY_CONSOLE, 1, Origin.CONSOLE, NOW)
    return store


def trail(store: RecordStore) -> list[tuple[int, str, bool]]:
    """Number and origin of each version, and whether the record is there in it."""
    return [(one.number, one.origin.value, one.body is not None) for one in store.history(ID)]


@pytest.mark.parametrize(
    ("base", "file", "stored", "meeting"),
    [
        ("a", "a", "a", Meeting.SAME), (None, None, None, Meeting.SAME),
        ("a", "b", "b", Meeting.AGREED), (None, "a", "a", Meeting.AGREED),
        ("a", "b", "a", Meeting.FILE_IS_NEWER), (None, "a", None, Meeting.FILE_IS_NEWER), ("a", None, "a", Meeting.FILE_IS_NEWER),
        ("a", "a", "b", Meeting.DATABASE_IS_NEWER), (None, None, "a", Meeting.DATABASE_IS_NEWER),
        ("a", "b", "c", Meeting.CONFLICT), ("a", None, "b", Meeting.CONFLICT), (None, "a", "b", Meeting.CONFLICT),
    ],
)  # fmt: skip
def test_what_follows_when_file_and_database_meet(base, file, stored, meeting):
    assert meet(base, file, stored) is meeting


def test_a_body_leaves_out_what_a_record_does_not_say():
    assert '"owner"' not in body_of(a_funding()) and '"owner"' in body_of(a_funding(owner="Geschäftsstelle"))
    assert a_funding().parse_raw(body_of(a_funding())) == a_funding()
    assert content_hash(a_funding()) == content_hash(a_funding(note=None)) != content_hash(a_funding(note="neu"))


def test_differing_fields_are_named_in_the_order_of_the_schema():
    assert differing_fields(a_funding(), a_funding(name="Anders", deadline="bald")) == ("name", "deadline")


def test_a_load_adds_a_revision_only_for_what_changed(store):
    store.load([AS_LOADED, a_case()], NOW)
    store.load([BY_FILE, a_case()], LATER)
    store.load([BY_FILE, a_case()], LATER)
    assert trail(store) == [(1, "yaml", True), (2, "yaml", True)]
    assert [one.number for one in store.history("fal-beispiel")] == [1]
    assert [one.entry for one in store.history(ID)] == [AS_LOADED, BY_FILE]
    assert store.history(ID)[0].role == "Redaktion Förderung"


def test_moments_come_back_whatever_zone_they_were_given_in(store):
    in_berlin = datetime(2026, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    store.load([AS_LOADED], in_berlin)
    store.revise(BY_CONSOLE, 1, Origin.CONSOLE, NOW)
    assert [one.created_at for one in store.history(ID)] == [NOW, NOW]


def test_a_removed_record_stays_in_its_revisions_and_may_come_back(store):
    store.load([AS_LOADED], NOW)
    assert store.load([], LATER).removed == 1 and store.load([], LATER).removed == 0
    assert store.records() == [] and store.history(ID)[1].entry is None
    assert store.load([AS_LOADED], LATER).added == 1
    assert trail(store) == [(1, "yaml", True), (2, "yaml", False), (3, "yaml", True)]


def test_what_the_console_changes_stays_although_the_file_is_loaded_again(store):
    store.load([AS_LOADED], NOW)
    assert store.revise(BY_CONSOLE, 1, Origin.CONSOLE, LATER, role="Geschäftsstelle") == 2
    report = store.load([AS_LOADED], LATER)
    assert report == LoadReport(0, 0, 0, 0, only_in_database=(ID,))
    assert report.summary == "1 Eintrag in der Wissensbasis (1 nur in der Datenbank geändert)."
    assert store.records() == [BY_CONSOLE]
    assert (store.history(ID)[1].role, store.history(ID)[1].file_hash) == ("Geschäftsstelle", content_hash(AS_LOADED))


def test_what_the_console_adds_stays_although_no_file_has_it(store):
    assert store.revise(AS_LOADED, 0, Origin.CONSOLE, NOW) == 1
    assert store.load([], LATER).only_in_database == (ID,)
    assert store.records() == [AS_LOADED]


def test_an_exported_change_is_agreed_upon_and_the_next_change_of_the_file_counts(store):
    store.load([AS_LOADED], NOW)
    store.revise(BY_CONSOLE, 1, Origin.CONSOLE, NOW)
    assert store.load([BY_CONSOLE], LATER).unchanged == 1
    assert store.load([BY_FILE], LATER) == LoadReport(0, 1, 0, 0)
    assert store.records() == [BY_FILE]


def test_a_change_on_both_sides_is_shown_and_overwrites_nothing(in_conflict):
    report = in_conflict.load([BY_FILE, a_case()], LATER)
    assert report.added == 1, "other records load as usual"
    assert [(one.record_id, one.fields) for one in report.conflicts] == [(ID, ("name", "deadline"))]
    message = report.conflicts[0].message
    assert all(part in message for part in (ID, "name, deadline", "take yaml", "take database", "content export"))
    assert in_conflict.records() == [a_case(), BY_CONSOLE]
    assert len(in_conflict.load([BY_FILE, a_case()], LATER).conflicts) == 1, "shown until somebody decides"


def test_a_record_removed_in_the_file_and_changed_by_the_console_is_a_conflict(in_conflict):
    (conflict,) = in_conflict.load([], LATER).conflicts
    assert "in der Datei entfernt" in conflict.message and in_conflict.records() == [BY_CONSOLE]


def test_taking_the_file_ends_the_conflict(in_conflict):
    in_conflict.take(Origin.YAML, ID, [BY_FILE], LATER)
    assert in_conflict.load([BY_FILE], LATER) == LoadReport(0, 0, 0, 1)
    assert in_conflict.records() == [BY_FILE] and len(trail(in_conflict)) == 3


def test_taking_a_file_without_the_record_removes_it(in_conflict):
    in_conflict.take(Origin.YAML, ID, [], LATER)
    assert in_conflict.load([], LATER) == LoadReport(0, 0, 0, 0)
    assert in_conflict.records() == [] and trail(in_conflict)[-1] == (3, "yaml", False)


def test_taking_the_database_ends_the_conflict(in_conflict):
    in_conflict.take(Origin.CONSOLE, ID, [BY_FILE], LATER)
    assert in_conflict.load([BY_FILE], LATER).only_in_database == (ID,)
    assert in_conflict.records() == [BY_CONSOLE]


@pytest.mark.parametrize("side", Origin)
def test_where_there_is_no_conflict_nothing_can_be_decided(store, side):
    store.load([AS_LOADED], NOW)
    for record_id in (ID, "foe-gibt-es-nicht"):
        with pytest.raises(RevisionError, match="keinen Konflikt"):
            store.take(side, record_id, [AS_LOADED], LATER)
    assert trail(store) == [(1, "yaml", True)]


@pytest.mark.parametrize("base", [0, 1, 3])
def test_a_change_that_is_based_on_an_older_version_is_refused(in_conflict, base):
    with pytest.raises(RevisionError, match=rf"{ID} wurde inzwischen geändert \(Fassung 2, Ihre beruht auf {base}\)"):
        in_conflict.revise(a_funding(name="Zu spät"), base, Origin.CONSOLE, LATER)
    assert in_conflict.records() == [BY_CONSOLE]


def test_a_change_without_a_difference_adds_nothing(in_conflict):
    assert in_conflict.revise(BY_CONSOLE, 2, Origin.CONSOLE, LATER) == 2
    assert len(trail(in_conflict)) == 2


def test_of_two_changes_at_once_one_is_kept_and_the_other_told(store):
    store.load([AS_LOADED], NOW)

    def change(name: str) -> str | None:
        try:
            store.revise(a_funding(name=name), 1, Origin.CONSOLE, LATER)
        except RevisionError:
            return None
        return name

    with ThreadPoolExecutor(4) as threads:
        kept = [name for name in threads.map(change, "ABCD") if name]
    assert [one.name for one in store.records()] == kept and len(trail(store)) == 2


def test_meetings_say_how_every_record_stands(in_conflict):
    assert in_conflict.meetings([BY_FILE, a_case()]) == {
        ID: Meeting.CONFLICT,
        "fal-beispiel": Meeting.FILE_IS_NEWER,
    }

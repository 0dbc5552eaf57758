"""Ratings of answers in the database, on SQLite and PostgreSQL."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from office.errors import StorageError
from office.feedback import DAYS_KEPT, Change, FeedbackBook, FeedbackFilter, RatedAnswer, Reason, RecordCount
from office.feedback.service import LONGEST_ASKED, LONGEST_WORDS
from storage import Database
from storage.migrate import migrate
from tests.storage.conftest import database  # noqa: F401

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
LATER = NOW + timedelta(hours=1)
KEY, OTHER_KEY = "a" * 64, "b" * 64


@pytest.fixture
def book(database) -> FeedbackBook:  # noqa: F811
    migrate(database)
    return FeedbackBook(database)


def an_answer(number: int = 3, key: str = KEY, **more) -> RatedAnswer:
    given = dict(outcome="FOUND", records=("foe-a", "foe-b"), asked="Geld für einen Bürgerbus") | more
    return RatedAnswer(key, number, **given)


def test_a_rating_is_kept_with_what_was_asked_and_shown(book):
    assert book.rate(an_answer(), False, NOW) is Change.NEW
    kept = book.find(KEY, 3)
    assert kept.answer == an_answer() and (kept.is_helpful, kept.rated_at) == (False, NOW)
    assert (kept.reason, kept.words) == (None, None)
    assert book.find(KEY, 4) is None and book.find(OTHER_KEY, 3) is None


def test_pressing_twice_does_nothing_more_and_the_other_button_changes_it(book):
    book.rate(an_answer(), False, NOW)
    book.give_reason(KEY, 3, Reason.OUTDATED, None, NOW)
    assert book.rate(an_answer(), False, LATER) is Change.UNCHANGED
    assert book.find(KEY, 3).rated_at == NOW and book.find(KEY, 3).reason is Reason.OUTDATED
    assert book.rate(an_answer(), True, LATER) is Change.CHANGED
    changed = book.find(KEY, 3)
    assert (changed.is_helpful, changed.reason, changed.words, changed.rated_at) == (True, None, None, LATER)
    assert len(book.list()) == 1


def test_two_presses_at_once_make_one_row(database, book):  # noqa: F811
    with ThreadPoolExecutor(8) as threads:
        changes = list(threads.map(lambda _: book.rate(an_answer(), False, NOW), range(8)))
    assert sorted(changes, key=lambda one: one.value) == [Change.NEW, *[Change.UNCHANGED] * 7]
    assert len(book.list()) == 1


def test_a_reason_belongs_to_an_answer_that_did_not_help(book):
    assert not book.give_reason(KEY, 3, Reason.OUTDATED, None, NOW)
    book.rate(an_answer(), True, NOW)
    assert not book.give_reason(KEY, 3, Reason.OUTDATED, None, NOW)
    book.rate(an_answer(), False, NOW)
    assert book.give_reason(KEY, 3, Reason.OUTDATED, None, LATER)
    assert book.find(KEY, 3).reason is Reason.OUTDATED and book.find(KEY, 3).rated_at == LATER


def test_another_reason_takes_the_place_of_the_first_and_own_words_add_to_it(book):
    book.rate(an_answer(), False, NOW)
    book.give_reason(KEY, 3, Reason.OUTDATED, None, NOW)
    book.give_reason(KEY, 3, Reason.WRONG_PLACE, None, NOW)
    book.give_reason(KEY, 3, Reason.OTHER, "  Wir sind\nin Suhl ", NOW)
    assert (book.find(KEY, 3).reason, book.find(KEY, 3).words) == (Reason.WRONG_PLACE, "Wir sind in Suhl")
    book.rate(an_answer(4), False, NOW)
    book.give_reason(KEY, 4, Reason.OTHER, "zu lang", NOW)
    assert (book.find(KEY, 4).reason, book.find(KEY, 4).words) == (Reason.OTHER, "zu lang")


def test_what_is_too_long_is_cut_and_nothing_may_be_kept_as_nothing(book):
    book.rate(an_answer(asked="x" * 5000), False, NOW)
    book.give_reason(KEY, 3, Reason.OTHER, "y" * 5000, NOW)
    kept = book.find(KEY, 3)
    assert len(kept.answer.asked) == LONGEST_ASKED and len(kept.words) == LONGEST_WORDS
    book.rate(an_answer(4, asked=None, records=(), outcome="ANSWERED"), True, NOW)
    assert book.find(KEY, 4).answer.asked is None and book.find(KEY, 4).answer.records == ()


def test_the_list_can_be_narrowed_and_begins_with_the_newest(book):
    book.rate(an_answer(1), True, NOW)
    book.rate(an_answer(2, records=("foe-c",)), False, LATER)
    numbers = lambda **wanted: [one.answer.number for one in book.list(FeedbackFilter(**wanted))]  # noqa: E731
    assert numbers() == [2, 1]
    assert numbers(since=LATER) == [2] and numbers(is_helpful=True) == [1] and numbers(record="foe-a") == [1]
    assert numbers(is_helpful=True, record="foe-c") == []


def test_records_are_counted_those_that_disappoint_most_first(book):
    book.rate(an_answer(1), True, NOW)
    book.rate(an_answer(2), False, NOW)
    book.rate(an_answer(3, key=OTHER_KEY, records=("foe-b",)), False, LATER)
    counts = (RecordCount("foe-b", 1, 2), RecordCount("foe-a", 1, 1))
    assert book.count_by_record() == counts
    assert book.count_by_record(FeedbackFilter(since=LATER)) == (RecordCount("foe-b", 0, 1),)
    assert book.count_by_record(FeedbackFilter(record="foe-a")) == (RecordCount("foe-a", 1, 1),)


def test_what_is_too_old_goes(book):
    book.rate(an_answer(1), True, NOW)
    book.rate(an_answer(2), False, LATER)
    assert book.forget_older_than(NOW + timedelta(days=DAYS_KEPT)) == 0
    assert book.forget_older_than(NOW + timedelta(days=DAYS_KEPT, minutes=1)) == 1
    assert [one.answer.number for one in book.list()] == [2]


def test_all_of_one_conversation_can_be_deleted_and_nothing_of_another(database, book):  # noqa: F811
    for number in (1, 2):
        book.rate(an_answer(number), False, NOW)
    book.rate(an_answer(1, key=OTHER_KEY), False, NOW)
    assert book.forget_conversation(KEY) == 2 and book.forget_conversation(KEY) == 0
    with database.reading() as session:
        assert session.execute(sa.text("SELECT conversation_key FROM feedback")).scalars().all() == [OTHER_KEY]


def test_a_database_that_is_away_is_one_error():
    away = FeedbackBook(Database("postgresql://lotse@127.0.0.1:1/lotse"))
    with pytest.raises(StorageError):
        away.rate(an_answer(), True, NOW)

"""Call-backs from the request to their deletion, on SQLite and on PostgreSQL."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
import sqlalchemy as sa

from office.case_numbers import mint_case_number, read_case_number
from office.consent import Purpose
from office.errors import StorageError
from office.matters.kind import KEPT_WHEN_WITHDRAWN, WITHDRAWN
from office.matters.kinds.callback import CALLBACK, CALLED, DONE, OPEN
from office.matters.model import MatterFilter, MatterOutcome, Submission
from office.matters.service import CODE_RENEWAL, Matters
from office.matters.tables import TABLES
from office.secret_codes import new_code, read_code
from office.tables import CodeTryRow, ConsentRow
from office.typed_text import Problem, Reason
from storage import Database
from storage.base import Base
from storage.migrate import migrate
from tests.office.matter_setup import NOW, a_consent, a_matter, a_submission

ALL = MatterFilter(frozenset(CALLBACK.state_names))
KEPT_WHEN_CLOSED, KEPT_WHEN_OPEN = CALLBACK.kept_when_settled, CALLBACK.kept_when_open
LATER = NOW + timedelta(hours=1)


def everything_kept(database: Database) -> str:
    """All cells of the tables of the office, as one text."""
    tables = [one.__table__ for one in (*TABLES, ConsentRow, CodeTryRow)]
    with database.reading() as session:
        return "\n".join(str(row) for table in tables for row in session.execute(sa.select(table)))


# Asking


def test_a_request_gives_a_number_and_a_code_that_opens_it(callbacks):
    receipt = a_matter(callbacks)
    assert read_case_number(receipt.number, "RUECKRUF") == receipt.number and read_code(receipt.code)
    shown = callbacks.show(receipt.number, receipt.code, LATER)
    assert shown.outcome is MatterOutcome.SHOWN
    assert (shown.matter.told["name"], shown.matter.phone, shown.matter.email) == ("Uli Muster", "+493511234567", "uli@example.org")
    assert (shown.matter.told["best_time"], shown.matter.told["subject"]) == ("werktags ab 17 Uhr", "Bürgerbus in Görlitz")
    assert (shown.matter.state, shown.matter.received_at) == (OPEN, NOW)
    assert shown.matter.consent == a_consent()


def test_time_and_subject_may_be_left_out(callbacks):
    bare = Submission({"name": "Kater Karlo"}, (a_consent(),), "0171 2345678")
    receipt = callbacks.submit(bare, "bare", NOW)
    callback = callbacks.find(receipt.number)
    assert (callback.told["name"], callback.told["best_time"], callback.told["subject"], callback.email) == ("Kater Karlo", "", "", None)


@pytest.mark.parametrize("consents", [(), (a_consent(version=""),), (a_consent(Purpose.EVALUATION),)])
def test_without_consent_nothing_is_kept(callbacks, consents):
    submission = Submission(a_submission().told, consents, "0351 1234567")
    assert callbacks.submit(submission, "k", NOW).outcome is MatterOutcome.CONSENT_MISSING
    assert callbacks.list(ALL) == ()


def test_every_problem_is_named_and_nothing_is_kept(callbacks):
    wrong = a_submission(name=" ", reach="12345", best_time="x" * 201, subject="y" * 501)
    result = callbacks.submit(wrong, "k", NOW)
    assert result.outcome is MatterOutcome.INVALID and result.number is None
    assert result.problems == (
        Problem("name", Reason.MISSING, 80),
        Problem("best_time", Reason.TOO_LONG, 200),
        Problem("subject", Reason.TOO_LONG, 500),
        Problem("reach", Reason.PHONE_WITHOUT_AREA, 300),
    )
    assert callbacks.list(ALL) == ()


def test_texts_of_exactly_the_longest_length_are_kept(callbacks):
    longest = dict(name="ä" * 80, best_time="🚌" * 200, subject="y" * 500)
    callback = callbacks.find(a_matter(callbacks, **longest).number)
    assert (callback.told["name"], callback.told["best_time"], callback.told["subject"]) == tuple(longest.values())


def test_a_request_that_comes_again_at_once_has_the_same_number_and_a_code_that_counts(callbacks):
    first = a_matter(callbacks)
    again = callbacks.submit(a_submission(), "request-1", NOW + CODE_RENEWAL / 2)
    assert (again.outcome, again.number) == (MatterOutcome.ALREADY_RECEIVED, first.number)
    assert callbacks.show(first.number, again.code, LATER).outcome is MatterOutcome.SHOWN
    assert callbacks.show(first.number, first.code, LATER).outcome is MatterOutcome.WRONG_CODE
    assert len(callbacks.list(ALL)) == 1


def test_later_a_repeated_request_gives_no_code_any_more(callbacks):
    first = a_matter(callbacks)
    again = callbacks.submit(a_submission(name="Wer anders"), "request-1", NOW + CODE_RENEWAL)
    assert (again.outcome, again.number, again.code) == (MatterOutcome.ALREADY_RECEIVED, first.number, None)
    assert callbacks.show(first.number, first.code, LATER).matter.told["name"] == "Uli Muster"


def test_a_late_repeat_does_not_ask_again_for_what_was_withdrawn(callbacks):
    first = a_matter(callbacks)
    callbacks.withdraw(first.number, first.code, NOW)
    again = callbacks.submit(a_submission(), "request-1", NOW)
    assert (again.outcome, again.code) == (MatterOutcome.ALREADY_RECEIVED, None)
    assert callbacks.find(first.number).told == {}


def test_the_same_request_sent_four_times_at_once_is_kept_once(callbacks):
    start = Barrier(4)

    def send(_: int):
        start.wait(10)
        return callbacks.submit(a_submission(), "request-1", NOW)

    with ThreadPoolExecutor(4) as threads:
        results = list(threads.map(send, range(4)))
    assert len({one.number for one in results}) == 1 and len(callbacks.list(ALL)) == 1
    assert sorted(one.outcome.value for one in results) == ["ALREADY_RECEIVED"] * 3 + ["RECEIVED"]
    entries = [callbacks.show(one.number, one.code, NOW).outcome for one in results]
    assert entries.count(MatterOutcome.SHOWN) == 1


def test_a_number_that_is_taken_is_drawn_again(callbacks, database):
    taken = a_matter(callbacks).number
    drawn = iter([taken, taken, "RUECKRUF-" + mint_case_number("IDEE")[-6:]])
    second = a_matter(Matters(database, CALLBACK, mint=lambda prefix: next(drawn)), key="request-2")
    assert second.number != taken and len(callbacks.list(ALL)) == 2


def test_if_all_numbers_are_taken_it_is_an_error_and_nothing_is_kept(callbacks, database):
    taken = a_matter(callbacks).number
    with pytest.raises(RuntimeError):
        a_matter(Matters(database, CALLBACK, mint=lambda prefix: taken), key="request-2")
    assert len(callbacks.list(ALL)) == 1


def test_neither_the_key_of_the_request_nor_the_code_is_kept(callbacks, database):
    receipt = a_matter(callbacks, key="secret-of-the-conversation")
    kept = everything_kept(database)
    assert receipt.number in kept and "secret-of-the-conversation" not in kept
    assert receipt.code not in kept and read_code(receipt.code) not in kept


def test_results_can_be_logged_without_telling_who_it_is(callbacks):
    receipt = a_matter(callbacks)
    shown = callbacks.show(receipt.number, receipt.code, NOW)
    for word in (receipt.code, "Uli", "351", "example.org", "Bürgerbus", "17 Uhr"):
        assert word not in repr(receipt) + repr(shown)


# With number and code


def test_number_and_code_are_read_however_they_are_typed(callbacks):
    receipt = a_matter(callbacks)
    typed = "rückruf " + receipt.number[-6:].lower()
    assert callbacks.show(typed, receipt.code.lower().replace("-", " "), NOW).outcome is MatterOutcome.SHOWN


def test_a_change_puts_only_what_is_told_right_and_opens_the_call_back_again(callbacks):
    receipt = a_matter(callbacks)
    callbacks.set_state(receipt.number, CALLED, "Beratung", NOW)
    changed = callbacks.change(receipt.number, receipt.code, {}, LATER, reach="0171 2345678")
    assert changed.outcome is MatterOutcome.CHANGED
    callback = callbacks.find(receipt.number)
    assert (callback.phone, callback.email, callback.told["name"]) == ("+491712345678", None, "Uli Muster")
    assert (callback.state, callback.touched_at, callback.received_at) == (OPEN, LATER, NOW)


def test_a_change_that_does_not_serve_changes_nothing(callbacks):
    receipt = a_matter(callbacks)
    result = callbacks.change(receipt.number, receipt.code, {"name": "Ada"}, LATER, reach="112")
    assert (result.outcome, result.problems) == (
        MatterOutcome.INVALID, (Problem("reach", Reason.PHONE_NOT_CALLED, 300),),
    )  # fmt: skip
    assert callbacks.find(receipt.number).told["name"] == "Uli Muster"


def test_withdrawing_deletes_what_was_told_and_leaves_number_and_consent(callbacks, database):
    receipt = a_matter(callbacks)
    assert callbacks.withdraw(receipt.number, receipt.code, LATER).outcome is MatterOutcome.WITHDRAWN
    kept = everything_kept(database)
    assert receipt.number in kept and "withdrawn" in kept
    for word in ("Uli", "1234567", "0351 ", "+49351", "example", "17 Uhr", "Bürgerbus"):
        assert word not in kept
    with database.reading() as session:
        consent = session.get(ConsentRow, (receipt.number, Purpose.CALLBACK.value))
        assert (consent.version, consent.given_at, consent.withdrawn_at) == ("2026-11", NOW, LATER)
    for verb in (callbacks.show, callbacks.withdraw):
        result = verb(receipt.number, receipt.code, LATER)
        assert result.outcome is MatterOutcome.ALREADY_WITHDRAWN and result.matter.told == {} and result.matter.phone is None
    change = callbacks.change(receipt.number, receipt.code, {"name": "Uli"}, LATER)
    assert change.outcome is MatterOutcome.ALREADY_WITHDRAWN and callbacks.find(receipt.number).told == {}


def test_after_withdrawing_the_words_are_not_even_in_the_file(tmp_path):
    file = tmp_path / "lotse.db"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    callbacks = Matters(database, CALLBACK)
    numbers = [a_matter(callbacks, f"r{one}", subject="Blaubeermund " * 30).number for one in range(12)]
    for number in numbers[::2]:
        callbacks.mark_withdrawn(number, "Beratung", LATER)
    callbacks.set_state(numbers[1], DONE, "Beratung", LATER)
    for number in numbers[1::2]:
        callbacks.mark_withdrawn(number, "Beratung", LATER)
    database.close()  # the last connection puts the log into the file
    left = b"".join(Path(one).read_bytes() for one in tmp_path.iterdir())
    assert numbers[0].encode() in left and b"Blaubeermund" not in left and b"uli@example.org" not in left


def test_a_call_back_that_is_done_can_be_withdrawn_but_not_changed(callbacks):
    receipt = a_matter(callbacks)
    callbacks.set_state(receipt.number, DONE, "Beratung", NOW)
    change = callbacks.change(receipt.number, receipt.code, {"name": "Ada"}, LATER)
    assert change.outcome is MatterOutcome.ALREADY_CLOSED
    assert callbacks.withdraw(receipt.number, receipt.code, LATER).outcome is MatterOutcome.WITHDRAWN


def test_a_wrong_code_and_a_number_that_nobody_has_look_the_same(callbacks):
    real = a_matter(callbacks).number
    unknown = mint_case_number("RUECKRUF")
    seen = {number: [callbacks.show(number, new_code(), NOW) for _ in range(7)] for number in (real, unknown)}
    assert seen[real] == seen[unknown]
    assert [one.outcome.value for one in seen[real]] == ["WRONG_CODE"] * 5 + ["WAIT"] * 2


@pytest.mark.parametrize("number", ["", "RUECKRUF-222222X", "IDEE-7K3M9Q", "🚌"])
def test_what_is_no_number_is_a_wrong_code(callbacks, number):
    assert callbacks.show(number, new_code(), NOW).outcome is MatterOutcome.WRONG_CODE


# By the office


def test_the_list_shows_what_is_to_do_and_can_be_narrowed(callbacks):
    numbers = [a_matter(callbacks, f"r{day}", NOW + timedelta(days=day)).number for day in range(4)]
    callbacks.set_state(numbers[1], CALLED, "Beratung", LATER)
    callbacks.set_state(numbers[2], DONE, "Beratung", LATER)
    callbacks.mark_withdrawn(numbers[3], "Beratung", LATER)
    assert [one.number for one in callbacks.list()] == numbers[:2]
    assert [one.number for one in callbacks.list(ALL)] == numbers
    assert [one.number for one in callbacks.list(MatterFilter(since=NOW + timedelta(days=1)))] == [numbers[1]]
    done = MatterFilter(frozenset({DONE}))
    assert [(one.number, one.handled_by) for one in callbacks.list(done)] == [(numbers[2], "Beratung")]


def test_what_is_done_stays_done(callbacks):
    number = a_matter(callbacks).number
    assert callbacks.set_state(number, CALLED, "Beratung", NOW).outcome is MatterOutcome.MOVED
    assert callbacks.set_state(number, DONE, "Beratung", NOW).outcome is MatterOutcome.MOVED
    assert callbacks.set_state(number, DONE, "Leitung", LATER).outcome is MatterOutcome.ALREADY_CLOSED
    assert callbacks.set_state(number, CALLED, "Leitung", LATER).outcome is MatterOutcome.ALREADY_CLOSED
    assert callbacks.find(number).handled_by == "Beratung"


def test_the_office_withdraws_for_somebody_who_lost_the_code(callbacks):
    number = a_matter(callbacks).number
    assert callbacks.mark_withdrawn(number, "Beratung", NOW).outcome is MatterOutcome.WITHDRAWN
    assert callbacks.mark_withdrawn(number, "Beratung", NOW).outcome is MatterOutcome.ALREADY_WITHDRAWN
    assert callbacks.set_state(number, DONE, "Beratung", NOW).outcome is MatterOutcome.ALREADY_WITHDRAWN
    assert callbacks.find(number).phone is None


def test_the_office_is_told_of_an_unknown_number_and_of_a_missing_role(callbacks):
    assert callbacks.set_state("RUECKRUF-222222", DONE, "Beratung", NOW).outcome is MatterOutcome.UNKNOWN_NUMBER
    assert callbacks.find("RUECKRUF-222222") is None and callbacks.find("Quatsch") is None
    result = callbacks.set_state(a_matter(callbacks).number, DONE, " ", NOW)
    assert result.problems == (Problem("by", Reason.MISSING, 80),)


# Deletion by age


def test_old_call_backs_are_deleted_with_their_consents(callbacks, database):
    numbers = {state: a_matter(callbacks, state).number for state in CALLBACK.state_names}
    callbacks.set_state(numbers[CALLED], CALLED, "Beratung", NOW + KEPT_WHEN_OPEN)  # gains no time
    callbacks.set_state(numbers[DONE], DONE, "Beratung", NOW)
    callbacks.mark_withdrawn(numbers[WITHDRAWN], "Beratung", NOW)
    instant = timedelta(seconds=1)
    assert callbacks.forget_older_than(NOW + KEPT_WHEN_CLOSED) == 0
    assert callbacks.forget_older_than(NOW + KEPT_WHEN_CLOSED + instant) == 2
    assert {one.state for one in callbacks.list(ALL)} == {OPEN, CALLED}
    assert callbacks.forget_older_than(NOW + KEPT_WHEN_OPEN) == 0
    assert callbacks.forget_older_than(NOW + KEPT_WHEN_OPEN + instant) == 2
    assert everything_kept(database) == ""


def test_days_of_keeping_are_those_of_the_decision():
    assert (KEPT_WHEN_CLOSED.days, KEPT_WHEN_OPEN.days, KEPT_WHEN_WITHDRAWN.days) == (30, 180, 30)


def test_a_database_without_tables_is_the_error_that_front_ends_know(database):
    with pytest.raises(StorageError):
        Matters(database, CALLBACK).list()


def test_no_table_of_the_office_has_a_column_for_the_conversation():
    tables = (*TABLES, ConsentRow, CodeTryRow)
    assert not any("conversation" in column for row in tables for column in Base.metadata.tables[row.__tablename__].c.keys())

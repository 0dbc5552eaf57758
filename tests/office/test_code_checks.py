"""Wrong codes: five are free, then each one waits longer."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from office.code_checks import FIRST_WAIT, FORGOTTEN_AFTER, FREE_TRIES, LONGEST_WAIT, CodeChecks, Entry, forget_tries
from office.secret_codes import hash_code, new_code
from office.tables import CodeTryRow
from storage.migrate import migrate
from tests.office.matter_setup import NOW

CODE = new_code()
KEPT = hash_code(CODE)
NUMBER = "RUECKRUF-7K3M9Q"
WRONG = Entry(granted=False)


@pytest.fixture
def checks(database) -> CodeChecks:
    migrate(database)
    return CodeChecks(database)


def tried(checks: CodeChecks, code: str | None = None, now=NOW, number: str = NUMBER) -> Entry:
    return checks.check(number, code or new_code(), lambda session, number: KEPT, now)


def test_the_right_code_opens(checks):
    assert tried(checks, CODE) == Entry(granted=True)


def test_after_five_wrong_codes_not_even_the_right_one_is_looked_at_until_the_wait_is_over(checks):
    assert [tried(checks) for _ in range(FREE_TRIES)] == [WRONG] * FREE_TRIES
    until = NOW + FIRST_WAIT
    assert tried(checks, CODE) == Entry(granted=False, wait_until=until)
    assert tried(checks, CODE, until - timedelta(seconds=1)).wait_until == until
    assert tried(checks, CODE, until) == Entry(granted=True)


def test_each_further_wrong_code_doubles_the_wait_up_to_an_hour(checks):
    now, waits = NOW, []
    for _ in range(FREE_TRIES - 1):
        tried(checks)
    for _ in range(9):
        tried(checks, now=now)
        until = tried(checks, now=now).wait_until
        waits.append(until - now)
        now = until
    assert waits == [min(FIRST_WAIT * 2**step, LONGEST_WAIT) for step in range(9)] and waits[-1] == LONGEST_WAIT


def test_the_right_code_sets_the_count_back(checks):
    for _ in range(FREE_TRIES - 1):
        tried(checks)
    assert tried(checks, CODE).granted
    assert [tried(checks) for _ in range(FREE_TRIES)] == [WRONG] * FREE_TRIES


def test_a_wait_holds_for_one_number_only(checks):
    for _ in range(FREE_TRIES):
        tried(checks)
    assert tried(checks, CODE, number="RUECKRUF-222222") == Entry(granted=True)


def test_made_up_codes_count_whatever_their_check_sign(checks):
    made_up = [f"{CODE[:-1]}{sign}" for sign in "23456789ABCDEF" if sign != CODE[-1]][:FREE_TRIES]
    assert [tried(checks, one) for one in made_up] == [WRONG] * FREE_TRIES
    assert tried(checks, CODE).wait_until == NOW + FIRST_WAIT


def test_what_is_too_short_for_a_code_is_not_counted(checks):
    for _ in range(20):
        assert tried(checks, "7K4MQ-2XN9R") == WRONG
    assert tried(checks, CODE).granted


def test_guesses_at_the_same_time_all_count(checks):
    with ThreadPoolExecutor(8) as threads:
        entries = list(threads.map(lambda _: tried(checks), range(12)))
    assert entries.count(WRONG) == FREE_TRIES and sum(one.wait_until is not None for one in entries) == 7


def test_tries_outlive_the_process_and_are_forgotten_after_a_day(checks, database):
    for _ in range(FREE_TRIES):
        tried(checks)
    assert tried(CodeChecks(database), CODE).wait_until == NOW + FIRST_WAIT
    for later, left in ((FORGOTTEN_AFTER, 1), (FORGOTTEN_AFTER + timedelta(seconds=1), 0)):
        with database.writing() as session:
            forget_tries(session, NOW + later)
        with database.reading() as session:
            assert session.query(CodeTryRow).count() == left

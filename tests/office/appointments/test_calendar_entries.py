"""What is due in advisers' calendars and what is known of them, on both databases."""
from __future__ import annotations

from datetime import timedelta

import pytest

import bot.all_tables  # noqa: F401 (declares them)
from office.appointments.calendars import BusyTimes, CalendarEntries, CalendarState, Problem, Task
from office.appointments.calendars.entries import KEPT_WHEN_OVER
from office.mail import Backoff
from storage.migrate import migrate
from tests.office.appointments.booking_setup import ANN, BEN, MONDAY, NOW, a_slot, an_adviser, appointments_on, booked
from tests.storage.conftest import database  # noqa: F401

HALF_HOUR, DAY = timedelta(minutes=30), timedelta(days=1)


@pytest.fixture
def base(database):  # noqa: F811
    migrate(database)
    return database


@pytest.fixture
def appointments(base):
    return appointments_on(base, an_adviser(), an_adviser(BEN))


@pytest.fixture
def entries(base):
    return CalendarEntries(base, Backoff(given_up_after=400 * DAY, draw=lambda: 0.5))


def placed(entries, task: Task) -> None:
    wanted = entries.begin(task)
    entries.placed(task, wanted.appointment.sequence, '"1"')


def test_what_is_booked_is_due_until_it_was_placed_and_again_after_each_change(appointments, entries):
    later = booked(appointments, a_slot(60), "h2", number=2)
    first = booked(appointments, a_slot())
    tasks = entries.due(ANN, NOW)
    assert tasks == (Task(first.number, ANN), Task(later.number, ANN)) and entries.due(BEN, NOW) == ()
    placed(entries, tasks[0]), placed(entries, tasks[1])
    assert entries.due(ANN, NOW) == () and set(entries.numbers(ANN)) == {first.number, later.number}
    appointments.move(first.number, first.code, a_slot(adviser=BEN), NOW)
    assert entries.due(ANN, NOW) == (Task(first.number, ANN),) and entries.due(BEN, NOW) == (Task(first.number, BEN),)
    assert entries.begin(Task(first.number, ANN)).appointment is None
    entries.removed(Task(first.number, ANN))
    placed(entries, Task(first.number, BEN))
    appointments.cancel_by(later.number, "Beratung", "", NOW)
    assert entries.due(ANN, NOW) == (Task(later.number, ANN),) and entries.due(BEN, NOW) == ()


def test_what_is_over_is_not_written_any_more_but_stays_where_it_stands(appointments, entries):
    first = booked(appointments, a_slot())
    booked(appointments, a_slot(60), "h2", number=2)
    placed(entries, Task(first.number, ANN))
    assert entries.due(ANN, MONDAY + 4 * HALF_HOUR) == ()


def test_what_was_refused_waits_longer_each_time(appointments, entries):
    task = Task(booked(appointments, a_slot()).number, ANN)
    for minutes in (1, 5, 15):
        entries.begin(task)
        entries.put_off(task, Problem.REFUSED, NOW)
        assert entries.due(ANN, NOW + timedelta(minutes=minutes, seconds=-1)) == ()
        assert entries.due(ANN, NOW + timedelta(minutes=minutes)) == (task,) == entries.due(ANN, NOW, also_paused=True)
    placed(entries, task)
    entries.begin(task)
    assert entries.due(ANN, NOW, also_paused=True) == ()


def test_only_deleted_or_moved_entries_are_due_again(appointments, entries):
    first, second, third = (booked(appointments, a_slot(60 * n), f"h{n}", number=n) for n in (0, 1, 2))
    for one in (first, second, third):
        placed(entries, Task(one.number, ANN))
    there = {first.number: [(MONDAY, MONDAY + HALF_HOUR)], second.number: [(MONDAY, MONDAY + HALF_HOUR)]}
    assert entries.compare(ANN, there, MONDAY, MONDAY + 3 * HALF_HOUR) == (second.number,), "the third is later"
    assert set(entries.compare(ANN, there, NOW, NOW + 30 * DAY)) == {third.number}
    assert {one.number for one in entries.due(ANN, NOW)} == {second.number, third.number}


def test_a_trace_is_kept_until_the_entry_is_gone_or_long_over(appointments, entries):
    first, second = booked(appointments, a_slot()), booked(appointments, a_slot(60), "h2", number=2)
    for one in (first, second):
        placed(entries, Task(one.number, ANN))
    appointments.cancel_by(first.number, "Beratung", "", NOW)
    assert entries.forget_older_than(MONDAY + KEPT_WHEN_OVER) == 0
    assert entries.forget_older_than(MONDAY + KEPT_WHEN_OVER + DAY) == 1
    assert entries.numbers(ANN) == (second.number,)


def test_busy_times_are_exchanged_as_a_whole_and_stay_when_reading_fails(base):
    times = BusyTimes(base)
    spans = [(at, at + HALF_HOUR) for at in (MONDAY, MONDAY + HALF_HOUR, MONDAY + DAY)]
    assert times.keep(ANN, spans, 2, NOW) == CalendarState(ANN)
    assert times.busy(ANN, MONDAY.date(), MONDAY.date()) == ((MONDAY, MONDAY + 2 * HALF_HOUR),)
    assert times.busy(BEN, MONDAY.date(), (MONDAY + 9 * DAY).date()) == ()
    times.failed(ANN, Problem.LOGIN, NOW + DAY)
    assert times.failed(ANN, Problem.TLS, NOW + 2 * DAY).problem is Problem.LOGIN
    assert times.states() == (CalendarState(ANN, NOW, NOW + DAY, Problem.TLS, 2),)
    assert len(times.busy(ANN, MONDAY.date(), (MONDAY + DAY).date())) == 2
    times.keep(ANN, spans[:1], 0, NOW + 3 * DAY)
    assert times.states() == (CalendarState(ANN, NOW + 3 * DAY),)
    assert times.busy(ANN, NOW.date(), (MONDAY + 9 * DAY).date()) == ((MONDAY, MONDAY + HALF_HOUR),)
    times.keep_only([ANN])
    assert times.states()
    times.keep_only([BEN])
    assert times.states() == times.busy(ANN, NOW.date(), (MONDAY + 9 * DAY).date()) == ()


def test_a_busy_time_that_ends_after_midnight_belongs_to_both_days(base):
    times = BusyTimes(base)
    night = (MONDAY.replace(hour=22), MONDAY.replace(hour=23, minute=30))  # from 23 o'clock to half past midnight
    times.keep(ANN, [night], 0, NOW)
    monday = MONDAY.date()
    assert times.busy(ANN, monday, monday) == times.busy(ANN, monday + DAY, monday + DAY) == (night,)
    assert times.busy(ANN, monday + 2 * DAY, monday + 2 * DAY) == ()


def test_a_busy_time_over_a_booking_is_a_collision_and_beside_it_none(base, appointments, entries):
    first = booked(appointments, a_slot())
    BusyTimes(base).keep(ANN, [(MONDAY - HALF_HOUR, MONDAY), (MONDAY + HALF_HOUR, MONDAY + 3 * HALF_HOUR)], 0, NOW)
    BusyTimes(base).keep(BEN, [(MONDAY, MONDAY + HALF_HOUR)], 0, NOW)
    assert entries.collisions(NOW) == ()
    BusyTimes(base).keep(ANN, [(MONDAY + HALF_HOUR / 2, MONDAY + 3 * HALF_HOUR)], 0, NOW)
    (one,) = entries.collisions(NOW)
    assert (one.number, one.adviser, one.starts_at) == (first.number, ANN, MONDAY)
    appointments.cancel_by(first.number, "Beratung", "", NOW)
    assert entries.collisions(NOW) == ()

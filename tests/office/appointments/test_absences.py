"""Leave at short notice, on SQLite and on PostgreSQL: it blocks, it can be taken back, it is forgotten when it is long over."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.compose_office import timetable
from knowledge.schema.adviser import Leave
from knowledge.store import RecordStore
from knowledge.times.meanings import Days
from knowledge.times.wish import TimeWish
from office.appointments.absences import KEPT_AFTER_END, Absences
from office.appointments.model import BookingOutcome, HoldOutcome, OfferOutcome, SessionWish
from office.appointments.service import Appointments
from storage.migrate import migrate
from tests.office.appointments.booking_setup import ANN, BEN, MONDAY, NOW, PHONE, a_booking, a_slot, an_adviser, booked
from tests.storage.conftest import database  # noqa: F401

WEEK = Leave(von="2026-11-30", bis="2026-12-04")


@pytest.fixture
def absences(database) -> Absences:  # noqa: F811
    migrate(database)
    RecordStore(database).load([an_adviser(ANN), an_adviser(BEN)], NOW)
    return Absences(database)


@pytest.fixture
def appointments(database, absences) -> Appointments:  # noqa: F811
    """The service as the processes have it, over advisers and leave of the database."""
    return Appointments(database, timetable(database))


def test_leave_is_kept_by_adviser_with_its_role_and_in_order(absences):
    later = absences.add(ANN, Leave(von="2027-01-04", bis="2027-01-04"), "Leitung", NOW)
    first = absences.add(ANN, WEEK, "Stelle", NOW)
    other = absences.add(BEN, WEEK, "Stelle", NOW)
    assert absences.list(ANN) == (first, later) and absences.of(ANN) == (WEEK, later.leave)
    assert {one.id for one in absences.list()} == {first.id, later.id, other.id}
    assert (later.by, later.noted_at) == ("Leitung", NOW)


def test_the_same_days_once_more_are_the_same_leave(absences):
    assert absences.add(ANN, WEEK, "Stelle", NOW) == absences.add(ANN, WEEK, "Stelle", NOW + timedelta(hours=1))
    assert len(absences.list()) == 1


def test_leave_that_is_taken_back_is_gone_and_only_once(absences):
    kept = absences.add(ANN, WEEK, "Stelle", NOW)
    assert absences.remove(kept.id, NOW) == kept and absences.of(ANN) == ()
    assert absences.remove(kept.id, NOW) is None


def test_leave_that_is_long_over_goes_when_something_is_entered(absences):
    absences.add(ANN, WEEK, "Stelle", NOW)
    end = NOW.replace(month=12, day=4) + KEPT_AFTER_END
    absences.add(BEN, WEEK, "Stelle", end)
    assert absences.of(ANN) == (WEEK,)
    absences.add(BEN, Leave(von="2027-02-01", bis="2027-02-01"), "Stelle", end + timedelta(days=1))
    assert absences.of(ANN) == () and [one.leave.first for one in absences.list()] == [date(2027, 2, 1)]


def test_nobody_is_offered_held_or_booked_a_time_in_leave_and_the_others_are(absences, appointments):
    absences.add(ANN, WEEK, "Stelle", NOW)
    that_week = TimeWish(days=(Days(WEEK.first, WEEK.last),))
    offered = appointments.find(SessionWish(times=that_week), NOW, 99)
    assert offered.outcome is OfferOutcome.FOUND and {one.adviser for one in offered.slots} == {BEN}
    assert appointments.find(SessionWish(adviser=ANN, times=that_week), NOW).outcome is OfferOutcome.NEAREST
    assert appointments.hold(a_slot(), "h1", NOW).outcome is HoldOutcome.SLOT_GONE
    assert appointments.book_for(a_slot(), a_booking(), PHONE, "Stelle", NOW).outcome is BookingOutcome.SLOT_GONE


def test_leave_leaves_what_is_booked_where_it_is_and_it_can_be_moved_out(absences, appointments):
    number = booked(appointments, a_slot()).number
    absences.add(ANN, WEEK, "Stelle", NOW)
    assert [one.number for one in appointments.day(ANN, MONDAY.date())] == [number]
    assert appointments.move_by(number, a_slot(60), "Stelle", NOW).outcome is BookingOutcome.SLOT_GONE
    assert appointments.move_by(number, a_slot(adviser=BEN), "Stelle", NOW).outcome is BookingOutcome.MOVED


def test_who_was_changed_or_taken_out_in_the_database_counts_at_once(database, appointments):  # noqa: F811
    assert {one.adviser for one in appointments.find(SessionWish(), NOW, 99).slots} >= {ANN}
    RecordStore(database).load([an_adviser(BEN)], NOW)
    assert {one.adviser for one in appointments.find(SessionWish(), NOW, 99).slots} == {BEN}

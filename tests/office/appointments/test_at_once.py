"""Many at the same moment: nobody gets the time of somebody else, and nobody locks anybody out."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
import sqlalchemy as sa

from office.appointments.claims import quantum_of
from office.appointments.limits import MOST_OPEN
from office.appointments.model import BookingOutcome, HoldOutcome
from office.appointments.tables import DayClaimRow, SlotClaimRow
from tests.office.appointments.booking_setup import (
    ANN, FRIDAY, MINUTE, MONDAY, NOW, PHONE, a_booking, a_slot, book, booked, claims,
)  # fmt: skip


def at_once(number: int, act) -> list:
    """What `number` threads get that begin at the same moment."""
    start = Barrier(number)

    def run(one: int):
        start.wait(30)
        return act(one)

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(run, range(number)))


def test_of_many_who_want_one_slot_one_gets_it(appointments, database):
    slots = [a_slot(60), a_slot(30, 60), a_slot(60, 60), a_slot(90), a_slot(60), a_slot(60, 60), a_slot(30, 60), a_slot(60)]
    held = at_once(8, lambda one: appointments.hold(slots[one], f"h{one}", NOW))
    winners = [one for one, hold in enumerate(held) if hold.outcome is HoldOutcome.HELD]
    times = [(slots[one].starts_at, slots[one].ends_at + 10 * MINUTE) for one in winners]
    assert winners and all(a[1] <= b[0] or b[1] <= a[0] for a in times for b in times if a is not b)
    results = at_once(8, lambda one: appointments.book(f"h{one}", a_booking(one), PHONE, f"k{one}", NOW))
    assert [one for one, result in enumerate(results) if result.outcome is BookingOutcome.BOOKED] == winners


def test_one_request_from_many_threads_books_once(appointments):
    appointments.hold(a_slot(), "h", NOW)
    results = at_once(6, lambda one: appointments.book("h", a_booking(), PHONE, "k", NOW))
    assert sorted(one.outcome.value for one in results) == ["ALREADY_BOOKED"] * 5 + ["BOOKED"]
    assert len({one.number for one in results}) == 1 == len(appointments.list())


def test_those_who_change_places_do_not_lock_each_other_out(appointments, database):
    """Each moves to where the other is: nobody can, and nobody loses anything; then with a free place between them."""
    ones = [booked(appointments, a_slot(at * 60), f"h{at}", number=at) for at in range(2)]
    results = at_once(2, lambda one: appointments.move(ones[one].number, ones[one].code, a_slot((1 - one) * 60), NOW))
    assert [one.outcome for one in results] == [BookingOutcome.SLOT_GONE] * 2
    results = at_once(2, lambda one: appointments.move(ones[one].number, ones[one].code, a_slot(120), NOW))
    assert sorted(one.outcome.value for one in results) == ["MOVED", "SLOT_GONE"] and len(claims(database)) == 16


def test_one_address_cannot_book_more_by_being_quick(appointments):
    for at in range(5):
        appointments.hold(a_slot(at * 60 + (60 if at > 2 else 0)), f"h{at}", NOW)
    results = at_once(5, lambda one: appointments.book(f"h{one}", a_booking(reach="0351 7777777"), PHONE, f"k{one}", NOW))
    assert [one.outcome for one in results].count(BookingOutcome.BOOKED) == MOST_OPEN


def test_the_database_itself_refuses_a_second_claim(appointments, database):
    booked(appointments, a_slot())
    appointments.hold(a_slot(60), "h2", NOW)
    for row in (
        SlotClaimRow(adviser=ANN, quantum=quantum_of(MONDAY) + 7, holder="h2"),
        DayClaimRow(adviser=ANN, day=MONDAY.date(), place=1, holder="h2"),
        SlotClaimRow(adviser=ANN, quantum=quantum_of(FRIDAY)),
    ):
        with pytest.raises(sa.exc.IntegrityError), database.engine.connect() as connection:
            connection.execute(sa.insert(type(row)), [{one.name: getattr(row, one.name) for one in row.__table__.columns}])

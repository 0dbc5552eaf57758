"""Which slots are offered for a wish."""
from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from time import process_time

import pytest
import sqlalchemy as sa

from knowledge.schema.adviser import Leave, SessionFormat
from knowledge.times.meanings import Days, Minutes
from knowledge.times.wish import TimeWish
from office.appointments.claims import quantum_of
from office.appointments.finding import GIVEN_UP
from office.appointments.model import BookingOutcome, HoldOutcome, OfferOutcome, SessionWish
from office.appointments.tables import HoldRow, SlotClaimRow
from tests.office.appointments.booking_setup import (
    ANN, BEN, DAY, MINUTE, MONDAY, NOW, PHONE, a_booking, a_slot, an_adviser, appointments_on, book, booked, free_starts,
)  # fmt: skip


def test_the_three_earliest_are_offered_after_the_time_of_notice(appointments):
    offer = appointments.find(SessionWish(), NOW)
    assert offer.outcome is OfferOutcome.FOUND
    assert [one.starts_at for one in offer.slots] == [NOW + DAY + at * 30 * MINUTE for at in range(3)]
    more = appointments.find(SessionWish(), NOW, after=offer.slots[-1]).slots
    assert more[0].starts_at == NOW + DAY + 90 * MINUTE
    assert all(appointments.hold(one, "h", NOW).outcome is HoldOutcome.HELD for one in (*offer.slots, *more))


def test_no_two_offers_begin_at_the_same_moment_and_the_better_adviser_has_it(database):
    general, special = an_adviser(), an_adviser(BEN, topics=["mobilitaet"])
    slots = appointments_on(database, general, special).find(SessionWish(topics=frozenset({"mobilitaet"})), NOW, 4).slots
    assert [one.adviser for one in slots] == [BEN] * 4 and len({one.starts_at for one in slots}) == 4
    service = appointments_on(database, general, special)
    booked(service, slots[1])
    again = service.find(SessionWish(topics=frozenset({"mobilitaet"})), NOW, 4).slots
    assert [one.adviser for one in again] == [ANN, ANN, ANN, BEN]  # the buffers before and behind the booking count


def test_a_wish_that_can_be_granted_is_and_else_the_nearest_times_are_named(appointments):
    thursday = Days(date(2026, 12, 3), date(2026, 12, 3))
    morning = Minutes(8 * 60, 12 * 60)
    found = appointments.find(SessionWish(minutes=60, times=TimeWish(days=(thursday,), hours=(morning,))), NOW)
    assert found.outcome is OfferOutcome.FOUND and found.slots[0].starts_at == MONDAY + 3 * DAY
    sunday = Days(date(2026, 12, 6), date(2026, 12, 6))
    near = appointments.find(SessionWish(times=TimeWish(days=(sunday,), hours=(Minutes(14 * 60, 14 * 60),))), NOW, 1)
    assert near.outcome is OfferOutcome.NEAREST and near.slots[0].starts_at == MONDAY + 7 * DAY + 5 * 60 * MINUTE
    evening = TimeWish(hours=(Minutes(17 * 60, 24 * 60),), not_weekdays=frozenset({4}))
    late = appointments.find(SessionWish(times=evening), NOW, 2)
    assert late.outcome is OfferOutcome.NEAREST
    assert {one.starts_at.weekday() for one in late.slots} == {0, 1} and {one.starts_at.hour for one in late.slots} == {14}


def test_who_has_no_time_left_is_full_and_whom_nobody_fits_is_told_why(database):
    busy = appointments_on(database, busy=lambda adviser, first, last: [(NOW, NOW + 100 * DAY)])
    assert busy.find(SessionWish(), NOW).outcome is OfferOutcome.FULL
    nobody = appointments_on(database).find(SessionWish(format=SessionFormat.VISIT, minutes=30), NOW)
    assert (nobody.outcome, nobody.without) == (OfferOutcome.NOBODY, ("format",))
    both = appointments_on(database).find(SessionWish(format=SessionFormat.VISIT, language="pl", minutes=30), NOW)
    assert both.without == ("language", "format")


def test_every_part_of_a_wish_but_its_times_may_be_given_up():
    assert {*GIVEN_UP, "times"} == {one.name for one in fields(SessionWish)}


def test_leave_and_calendars_elsewhere_block_finding_and_holding_and_what_is_held_already(database):
    away = Leave.parse_obj({"von": MONDAY.date(), "bis": MONDAY.date()})
    meeting = (MONDAY + DAY, MONDAY + DAY + 31 * MINUTE)
    blocked = appointments_on(
        database, leave=lambda adviser: (away,),
        busy=lambda adviser, first, last: [meeting] if first <= meeting[0].date() else [],
    )
    starts = free_starts(blocked)
    assert MONDAY.date() not in {one.date() for one in starts}
    assert MONDAY + DAY not in starts and MONDAY + DAY + 30 * MINUTE not in starts and MONDAY + DAY + 60 * MINUTE in starts
    for slot in (a_slot(), a_slot(24 * 60), a_slot(24 * 60 + 30)):
        assert blocked.hold(slot, "h", NOW).outcome is HoldOutcome.SLOT_GONE
    assert appointments_on(database).hold(a_slot(), "h", NOW).outcome is HoldOutcome.HELD
    assert blocked.book("h", a_booking(), PHONE, "k", NOW).outcome is BookingOutcome.SLOT_GONE


@pytest.mark.parametrize("minutes_later, minutes", [(5, 30), (0, 45), (-30, 30), (150, 60), (180, 30), (-3 * 24 * 60, 30)])
def test_what_is_no_slot_cannot_be_held(appointments, minutes_later, minutes):
    assert appointments.hold(a_slot(minutes_later, minutes), "h", NOW).outcome is HoldOutcome.SLOT_GONE
    assert appointments.hold(replace(a_slot(), adviser="ber-nobody"), "h", NOW).outcome is HoldOutcome.SLOT_GONE


def test_finding_among_five_advisers_and_sixty_days_is_quick(database):
    """Of the processor's time: what else runs on the machine is not measured."""
    advisers = [an_adviser(f"ber-a{number}", role="Platz", buffer=0, a_day=20) for number in range(5)]
    with database.writing() as session:
        session.add(HoldRow(holder="all", adviser="ber-a0", starts_at=MONDAY, minutes=30, held_at=NOW, until=NOW + 99 * DAY,
                            extensions=0, counted_from=NOW, holds=0, bookings=0))  # fmt: skip
        session.flush()
        rows = [dict(adviser=f"ber-a{one}", quantum=quantum_of(MONDAY) + day * 288 + at, holder="all", number=None)
                for one in range(5) for day in range(55) for at in range(84)]  # fmt: skip
        session.execute(sa.insert(SlotClaimRow), rows)
    service, seconds = appointments_on(database, *advisers), []
    for times in (TimeWish(), TimeWish(weekdays=frozenset({6}))):
        for _ in range(5):
            began = process_time()
            service.find(SessionWish(times=times), NOW)
            seconds.append(process_time() - began)
    print(f"find: {sorted(seconds)[:2]} … {max(seconds):.3f} s")
    assert min(seconds[:5]) < 0.05

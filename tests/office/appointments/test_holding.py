"""Slots are held, by the moment; lengths, buffers and days keep apart what overlaps."""
from __future__ import annotations

from datetime import date

import pytest

from office.appointments.claims import quantum_of
from office.appointments.holds import COUNTED_FOR, MOST_HOLDS
from office.appointments.model import EXTENSIONS, HELD_FOR, BookingOutcome, HoldOutcome, SessionWish
from office.appointments.service import drop_claims
from tests.office.appointments.booking_setup import (
    ANN, BEN, DAY, INSTANT, MINUTE, MONDAY, NOW, PHONE, a_booking, a_slot, an_adviser, appointments_on,
    booked, claims, free_starts, places,
)  # fmt: skip


# Holding


def test_a_hold_keeps_others_off_to_the_moment_and_not_longer(appointments):
    held = appointments.hold(a_slot(), "h1", NOW)
    assert (held.outcome, held.slot, held.until) == (HoldOutcome.HELD, a_slot(), NOW + HELD_FOR)
    assert MONDAY not in free_starts(appointments) and MONDAY in free_starts(appointments, held.until)
    last = held.until - INSTANT
    assert appointments.held("h1", last) == held and appointments.held("h1", held.until) is None
    assert appointments.hold(a_slot(), "h2", last).outcome is HoldOutcome.SLOT_GONE
    assert appointments.hold(a_slot(), "h2", held.until).outcome is HoldOutcome.HELD


def test_the_own_hold_is_free_for_oneself_only(appointments):
    appointments.hold(a_slot(), "h1", NOW)
    mine, others = (
        [one.starts_at for one in appointments.find(SessionWish(), NOW, 100, holder=who).slots] for who in ("h1", "h2")
    )
    assert MONDAY in mine and MONDAY not in others


def test_a_hold_is_prolonged_twice_and_the_same_slot_again_does_not_prolong_it(appointments):
    until = appointments.hold(a_slot(), "h", NOW).until
    assert appointments.hold(a_slot(), "h", NOW + 5 * MINUTE).until == until
    for number in range(1, EXTENSIONS + 1):
        now = NOW + number * 9 * MINUTE
        extended = appointments.extend("h", now)
        assert (extended.outcome, extended.until) == (HoldOutcome.EXTENDED, now + HELD_FOR)
    refused = appointments.extend("h", now + MINUTE)
    assert (refused.outcome, refused.until) == (HoldOutcome.NOT_LONGER, now + HELD_FOR)
    assert appointments.extend("h", now + HELD_FOR).outcome is HoldOutcome.EXPIRED
    assert appointments.extend("nobody", now).outcome is HoldOutcome.EXPIRED


def test_a_new_hold_takes_the_place_of_the_old_one_unless_its_slot_is_gone(appointments):
    appointments.hold(a_slot(120), "other", NOW)
    appointments.hold(a_slot(), "h", NOW)
    assert appointments.hold(a_slot(120), "h", NOW).outcome is HoldOutcome.SLOT_GONE
    assert appointments.held("h", NOW).slot == a_slot()
    appointments.hold(a_slot(minutes=60), "h", NOW)  # overlaps the own one
    assert appointments.held("h", NOW).slot == a_slot(minutes=60)
    appointments.hold(a_slot(240), "h", NOW)
    assert appointments.hold(a_slot(), "h2", NOW).outcome is HoldOutcome.HELD


def test_a_hold_is_given_back(appointments, database):
    appointments.hold(a_slot(), "h", NOW)
    appointments.release("h", NOW)
    appointments.release("nobody", NOW)
    assert appointments.held("h", NOW) is None and claims(database) == [] and places(database) == []
    assert appointments.book("h", a_booking(), PHONE, "k", NOW).outcome is BookingOutcome.HOLD_EXPIRED


def test_claims_of_expired_holds_and_of_the_past_go_with_the_next_claim(appointments, database):
    appointments.hold(a_slot(), "h1", NOW)
    booked(appointments, a_slot(24 * 60), "h2", NOW)
    later = MONDAY + DAY + 60 * MINUTE
    appointments.hold(a_slot(3 * 24 * 60), "h3", later)
    starts = {quantum for _, quantum in claims(database)}
    assert min(starts) == quantum_of(MONDAY + 3 * DAY)
    assert {day for _, day, _ in places(database)} == {(MONDAY + DAY).date(), (MONDAY + 3 * DAY).date()}
    assert drop_claims(database, MONDAY + 9 * DAY) == 9 + 1
    assert claims(database) == [] and places(database) == []


def test_whoever_holds_without_end_is_stopped_for_a_while(appointments):
    for number in range(MOST_HOLDS):
        assert appointments.hold(a_slot(number % 2 * 30), "h", NOW).outcome is HoldOutcome.HELD
    assert appointments.hold(a_slot(60), "h", NOW).outcome is HoldOutcome.TOO_MANY
    assert appointments.held("h", NOW) is not None
    assert appointments.hold(a_slot(90), "other", NOW).outcome is HoldOutcome.HELD
    assert appointments.hold(a_slot(60), "h", NOW + COUNTED_FOR).outcome is HoldOutcome.HELD


# Lengths, buffers, days


@pytest.mark.parametrize("minutes_later, minutes, is_free", [
    (0, 30, False), (-30, 30, False), (-30, 60, False), (30, 30, False), (30, 60, False), (60, 30, False), (90, 30, True),
    (90, 60, True), (-60, 30, True), (-60, 60, False), (-90, 60, True),
])  # fmt: skip
def test_lengths_that_overlap_exclude_each_other_with_the_buffer(database, minutes_later, minutes, is_free):
    """The booking is an hour from half past ten; ten minutes after it are free."""
    appointments = appointments_on(database, an_adviser(week={"montag": [{"von": "09:00", "bis": "16:00"}]}))
    booked(appointments, a_slot(90, 60))
    other = a_slot(90 + minutes_later, minutes)
    assert (other.starts_at in free_starts(appointments, minutes=minutes)) is is_free
    assert (appointments.hold(other, "h2", NOW).outcome is HoldOutcome.HELD) is is_free


def test_the_buffer_of_the_earlier_session_reaches_into_the_next_slot(appointments):
    booked(appointments, a_slot(30))
    assert appointments.hold(a_slot(0), "h2", NOW).outcome is HoldOutcome.SLOT_GONE  # its own buffer would meet the booking
    assert appointments.hold(a_slot(60), "h2", NOW).outcome is HoldOutcome.SLOT_GONE
    assert appointments.hold(a_slot(90), "h2", NOW).outcome is HoldOutcome.HELD


def test_a_day_has_no_more_sessions_than_the_adviser_wants(database):
    service = appointments_on(database, an_adviser(buffer=0, a_day=2), an_adviser(BEN))
    booked(service, a_slot(0), "h1")
    assert service.hold(a_slot(60), "h2", NOW).outcome is HoldOutcome.HELD
    assert service.hold(a_slot(120), "h3", NOW).outcome is HoldOutcome.SLOT_GONE
    offered = service.find(SessionWish(), NOW, 99).slots
    assert {one.adviser for one in offered if one.starts_at.date() == MONDAY.date()} == {BEN}
    assert service.hold(a_slot(30), "h2", NOW).outcome is HoldOutcome.HELD  # the own place of the day is taken over
    service.release("h2", NOW)
    number = booked(service, a_slot(120), "h3", number=3).number
    assert service.move_by(number, a_slot(60), "Beratung", NOW).outcome is BookingOutcome.MOVED
    assert places(database) == [(ANN, MONDAY.date(), 1), (ANN, MONDAY.date(), 2)]
    assert service.hold(a_slot(180), "h4", NOW).outcome is HoldOutcome.SLOT_GONE

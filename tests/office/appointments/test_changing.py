"""What is booked is moved and cancelled, and however it ends, its time is free."""
from __future__ import annotations

import pytest

from office.appointments.claims import quantum_of
from office.appointments.model import HELD_FOR, AppointmentFilter, BookingOutcome, HoldOutcome, Occasion
from office.appointments.telling import Telling
from office.case_numbers import mint_case_number
from office.matters.kinds.appointment import APPOINTMENT, CANCELLED, MISSED, TOOK_PLACE
from office.matters.model import MatterOutcome
from office.matters.service import Matters
from office.privacy import PersonalData
from office.secret_codes import new_code
from office.services import every_matter, forget_old
from tests.office.appointments.booking_setup import (
    BEN, DAY, INSTANT, MINUTE, MONDAY, NOW, PHONE, a_booking, a_slot, an_adviser, appointments_on, booked, claims, places,
)  # fmt: skip


# Moving and cancelling


def test_moving_takes_the_new_time_and_gives_up_the_old_one(appointments, database):
    result = booked(appointments, a_slot())
    later = NOW + MINUTE
    moved = appointments.move(result.number, result.code, a_slot(120, 60), later)
    assert moved.outcome is BookingOutcome.MOVED
    assert (moved.appointment.slot, moved.appointment.sequence, moved.appointment.changed_at) == (a_slot(120, 60), 1, later)
    assert [one for _, one in claims(database)] == list(range(quantum_of(MONDAY) + 24, quantum_of(MONDAY) + 24 + 14))
    again = appointments.move(result.number, result.code, a_slot(120, 60), later)
    assert again.outcome is BookingOutcome.MOVED and again.appointment.sequence == 1
    assert appointments.hold(a_slot(), "h2", later).outcome is HoldOutcome.HELD


def test_moving_to_a_time_that_overlaps_ones_own_or_is_held_by_oneself(appointments, database):
    result = booked(appointments, a_slot(60))
    for slot in (a_slot(60, 60), a_slot(30, 60), a_slot(30), a_slot(60)):
        assert appointments.move(result.number, result.code, slot, NOW).outcome is BookingOutcome.MOVED
        assert len(claims(database)) == (slot.minutes + 10) // 5 and len(places(database)) == 1
    appointments.hold(a_slot(180 + 60), "h1", NOW)
    for who, outcome in (("other", BookingOutcome.SLOT_GONE), ("h1", BookingOutcome.MOVED)):
        assert appointments.move(result.number, result.code, a_slot(240), NOW, holder=who).outcome is outcome
    assert appointments.held("h1", NOW) is None and len(claims(database)) == 8 and len(places(database)) == 1


def test_when_the_new_time_is_gone_the_old_one_stands(appointments, database):
    result = booked(appointments, a_slot())
    booked(appointments, a_slot(120), "h2", number=2)
    before = claims(database)
    assert appointments.move(result.number, result.code, a_slot(120), NOW).outcome is BookingOutcome.SLOT_GONE
    assert appointments.move(result.number, result.code, a_slot(125), NOW).outcome is BookingOutcome.SLOT_GONE
    assert appointments.show(result.number, result.code, NOW).appointment.sequence == 0 and claims(database) == before


def test_moving_to_another_adviser_needs_the_format(database):
    service = appointments_on(database, an_adviser(), an_adviser(BEN), an_adviser("ber-video", formats=["video"]))
    result = booked(service, a_slot())
    assert service.move(result.number, result.code, a_slot(0, adviser="ber-video"), NOW).outcome is BookingOutcome.SLOT_GONE
    assert service.move(result.number, result.code, a_slot(0, adviser=BEN), NOW).outcome is BookingOutcome.MOVED
    assert {adviser for adviser, _ in claims(database)} == {adviser for adviser, _, _ in places(database)} == {BEN}


def test_cancelling_frees_the_time_once(appointments, database):
    result = booked(appointments, a_slot())
    gone = appointments.cancel(result.number, result.code, NOW)
    assert gone.outcome is BookingOutcome.CANCELLED and gone.appointment.is_cancelled and gone.appointment.sequence == 1
    assert claims(database) == [] and places(database) == []
    cancelled = appointments.cancel(result.number, result.code, NOW)
    for again in (cancelled, appointments.move(result.number, result.code, a_slot(60), NOW)):
        assert (again.outcome, again.appointment.sequence) == (BookingOutcome.ALREADY_CANCELLED, 1)
    assert appointments.list() == () and len(appointments.list(AppointmentFilter(with_cancelled=True))) == 1
    booked(appointments, a_slot(), "h2", number=2)


def test_people_change_it_up_to_a_limit_the_office_up_to_its_begin(appointments):
    result, other = booked(appointments, a_slot()), booked(appointments, a_slot(60), "h2", number=2)
    in_time, late = MONDAY - DAY, MONDAY - DAY + INSTANT
    assert appointments.move(result.number, result.code, a_slot(120), late).outcome is BookingOutcome.TOO_LATE
    assert appointments.cancel(result.number, result.code, late).outcome is BookingOutcome.TOO_LATE
    assert appointments.cancel(result.number, result.code, in_time).outcome is BookingOutcome.CANCELLED
    assert appointments.move_by(other.number, a_slot(120), "Beratung", MONDAY).outcome is BookingOutcome.MOVED
    begun = MONDAY + 120 * MINUTE
    assert appointments.cancel_by(other.number, "Beratung", "", begun).outcome is BookingOutcome.OVER
    assert appointments.cancel_by(other.number, "Beratung", "", begun - INSTANT).outcome is BookingOutcome.CANCELLED


def test_a_wrong_code_tells_nothing(appointments):
    number = booked(appointments, a_slot()).number
    for one in (number, mint_case_number("TERMIN"), "Quatsch"):
        moving = lambda number, code, now: appointments.move(number, code, a_slot(60), now)  # noqa: E731
        for verb in (appointments.show, appointments.cancel, moving):
            result = verb(one, new_code(), NOW)
            assert (result.outcome, result.number, result.appointment) == (BookingOutcome.WRONG_CODE, None, None)


# Ends


def ways_to_end(service, database):
    """Every way in which a booking ends: what is done with the number and the code."""
    matters = next(one for one in every_matter(database) if one.kind is APPOINTMENT)
    bare = Matters(database, APPOINTMENT)
    return {
        "cancel": lambda number, code: service.cancel(number, code, NOW),
        "cancel_by": lambda number, code: service.cancel_by(number, "Beratung", "", NOW),
        "set_state": lambda number, code: matters.set_state(number, CANCELLED, "Beratung", NOW),
        "withdraw": lambda number, code: matters.withdraw(number, code, NOW),
        "withdraw without listeners": lambda number, code: bare.withdraw(number, code, NOW),
        "mark_withdrawn": lambda number, code: matters.mark_withdrawn(number, "Beratung", NOW),
        "forget": lambda number, code: forget_old(every_matter(database), MONDAY + 30 * MINUTE + 90 * DAY + INSTANT),
    }


@pytest.mark.parametrize("way", [
    "cancel", "cancel_by", "set_state", "withdraw", "withdraw without listeners", "mark_withdrawn", "forget",
])  # fmt: skip
def test_however_it_ends_its_time_is_free(appointments, database, way):
    result = booked(appointments, a_slot())
    ways_to_end(appointments, database)[way](result.number, result.code)
    assert claims(database) == [] and places(database) == []
    if way != "forget":
        booked(appointments, a_slot(), "h2", number=2)
    kept = appointments.find_number(result.number)
    assert (kept is not None) == (way in ("cancel", "cancel_by", "set_state"))


def test_a_session_is_kept_from_its_end_on_even_if_it_was_booked_long_before(database):
    service = appointments_on(database, an_adviser(days_ahead=200))
    far = a_slot(0, begin=MONDAY + 19 * 7 * DAY - 60 * MINUTE)  # summer time
    number = booked(service, far).number
    everyone = every_matter(database)
    assert forget_old(everyone, far.ends_at + 90 * DAY) == 0 and service.find_number(number)
    assert forget_old(everyone, far.ends_at + 90 * DAY + INSTANT) == 1 and service.find_number(number) is None


def test_what_took_place_stays_among_the_appointments(appointments, database):
    result = booked(appointments, a_slot())
    matters = Matters(database, APPOINTMENT)
    for state in (TOOK_PLACE, MISSED):
        assert matters.set_state(result.number, state, "Beratung", MONDAY + DAY).outcome is MatterOutcome.MOVED
    assert appointments.cancel(result.number, result.code, NOW).outcome is BookingOutcome.OVER
    assert [one.number for one in appointments.list()] == [result.number]


def test_mails_and_calendars_are_told_in_the_same_unit_of_work(database):
    told = []
    telling = Telling(
        lambda session, one, occasion, now: told.append((occasion, one.sequence, one.is_cancelled, bool(one.told))) or True,
        lambda session, one, now: told.append(one.slot),
    )
    service = appointments_on(database, telling=telling)
    result = booked(service, a_slot())
    assert result.has_mail
    service.move(result.number, result.code, a_slot(60), NOW)
    service.cancel(result.number, result.code, NOW)
    assert told == [a_slot(), (Occasion.BOOKED, 0, False, True), a_slot(60), (Occasion.MOVED, 1, False, True),
                    a_slot(60), (Occasion.CANCELLED, 2, True, True)]  # fmt: skip


def test_if_a_listener_fails_nothing_is_booked_and_the_hold_stands(database):
    def broken(session, one, occasion, now):
        raise RuntimeError("no mail")

    service = appointments_on(database, telling=Telling(broken))
    service.hold(a_slot(), "h", NOW)
    with pytest.raises(RuntimeError, match="no mail"):
        service.book("h", a_booking(), PHONE, "k", NOW)
    assert service.held("h", NOW) and service.list() == () and Matters(database, APPOINTMENT).list() == ()


def test_deleting_the_conversation_frees_what_it_holds_and_leaves_what_it_booked(appointments, database):
    booked(appointments, a_slot(), "key")
    appointments.hold(a_slot(60), "key", NOW)
    personal = PersonalData(database, {})
    exported = personal.export("key")["hold"]
    assert list(exported) == ["slot_hold"] and exported["slot_hold"][0]["until"] == (NOW + HELD_FOR).isoformat()
    personal.delete("key")
    assert len(claims(database)) == 8 and len(places(database)) == 1 and len(appointments.list()) == 1
    assert personal.export("key") == {}
    assert appointments.hold(a_slot(60), "other", NOW).outcome is HoldOutcome.HELD

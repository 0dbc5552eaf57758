"""What is held is booked, once, with all that hangs on it."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge.schema.adviser import SessionFormat
from office.appointments.holds import COUNTED_FOR, MOST_BOOKINGS
from office.appointments.limits import MOST_OPEN
from office.appointments.model import HELD_FOR, AppointmentFilter, BookingOutcome, SessionWish
from office.case_numbers import mint_case_number
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.service import CODE_RENEWAL, Matters
from office.typed_text import Problem, Reason
from tests.office.appointments.booking_setup import (
    ANN, BEN, DAY, FRIDAY, MINUTE, MONDAY, NOW, PHONE, a_booking, a_slot, an_adviser, appointments_on, book, booked, claims,
)  # fmt: skip


# Booking


def test_what_is_booked_opens_with_number_and_code_and_takes_the_claims_of_the_hold(appointments, database):
    result = booked(appointments, a_slot(), topic="Bürgerbus")
    assert result.number.startswith("TERMIN-") and result.appointment.slot == a_slot()
    shown = appointments.show(result.number, result.code, NOW)
    assert shown.outcome is BookingOutcome.SHOWN
    one = shown.appointment
    assert (one.format, one.sequence, one.told["topic"], one.phone) == (PHONE, 0, "Bürgerbus", "+493511000001")
    assert one == appointments.find_number(result.number) and appointments.list() == (one,)
    assert len(claims(database)) == 8 and appointments.held("h1", NOW) is None
    assert Matters(database, APPOINTMENT).show(result.number, result.code, NOW).matter.told["topic"] == "Bürgerbus"
    assert Matters(database, APPOINTMENT).public_state(result.number) is None


def test_a_request_books_once_however_often_it_comes(appointments):
    first = booked(appointments, a_slot(), key="k")
    for now in (NOW, NOW + CODE_RENEWAL):
        for again in (appointments.book("h1", a_booking(), PHONE, "k", now), appointments.repeat("k", now)):
            assert (again.outcome, again.number) == (BookingOutcome.ALREADY_BOOKED, first.number)
            assert (again.code is not None) == (now < NOW + CODE_RENEWAL) and again.appointment == first.appointment
    assert appointments.repeat("another", NOW) is None and len(appointments.list()) == 1


def test_two_tabs_of_one_person(appointments, database):
    """Both show a summary; the second one holds something else, and the first one then books what is held last."""
    appointments.hold(a_slot(), "h", NOW)
    appointments.hold(a_slot(60), "h", NOW)
    result = appointments.book("h", a_booking(), PHONE, "tab 1", NOW)
    assert result.outcome is BookingOutcome.BOOKED and result.appointment.slot == a_slot(60)
    assert appointments.book("h", a_booking(), PHONE, "tab 2", NOW).outcome is BookingOutcome.HOLD_EXPIRED
    assert len(claims(database)) == 8 and len(appointments.list()) == 1


def test_who_types_longer_than_the_hold_gets_the_slot_if_it_is_still_free(appointments):
    appointments.hold(a_slot(), "h1", NOW)
    late = appointments.book("h1", a_booking(), PHONE, "k", NOW + HELD_FOR + MINUTE)
    assert late.outcome is BookingOutcome.BOOKED and late.appointment.slot == a_slot()


def test_who_types_longer_than_the_hold_is_told_when_somebody_else_has_it(appointments):
    appointments.hold(a_slot(), "h1", NOW)
    appointments.hold(a_slot(30), "h2", NOW + HELD_FOR)
    late = appointments.book("h1", a_booking(), PHONE, "k", NOW + HELD_FOR)
    assert late.outcome is BookingOutcome.HOLD_EXPIRED and late.number is None
    assert appointments.held("h2", NOW + HELD_FOR).slot == a_slot(30) and appointments.list() == ()
    booked(appointments, a_slot(120), "h1", NOW + HELD_FOR, key="k")  # the same request may try again


def test_a_hold_within_the_time_of_notice_is_booked_nevertheless(appointments):
    slot = appointments.find(SessionWish(), NOW).slots[0]
    appointments.hold(slot, "h", NOW)
    assert appointments.find(SessionWish(), NOW + MINUTE).slots[0] != slot
    assert appointments.book("h", a_booking(), PHONE, "k", NOW + 9 * MINUTE).outcome is BookingOutcome.BOOKED
    appointments.hold(a_slot(), "late", MONDAY - DAY)
    overslept = appointments.book("late", a_booking(2), PHONE, "k2", MONDAY - DAY + 11 * MINUTE)
    assert overslept.outcome is BookingOutcome.HOLD_EXPIRED


def test_what_does_not_serve_books_nothing_and_the_hold_stands(appointments):
    appointments.hold(a_slot(), "h", NOW)
    without = replace(a_booking(), consents=())
    assert appointments.book("h", without, PHONE, "k", NOW).outcome is BookingOutcome.CONSENT_MISSING
    nameless = appointments.book("h", a_booking(name=" "), PHONE, "k", NOW)
    assert nameless.problems == (Problem("name", Reason.MISSING, 80),)
    visit = appointments.book("h", a_booking(), SessionFormat.VISIT, "k", NOW)
    assert visit.problems == (Problem("format", Reason.NO_CHOICE),)
    assert appointments.held("h", NOW) and appointments.list() == ()


def test_one_address_has_no_more_than_some_sessions_to_come(appointments):
    for number in range(MOST_OPEN):
        booked(appointments, a_slot(number * 60), f"h{number}", reach="0351 7777777, Uli@example.org")
    for reach in ("+49 351 7777777", "uli@EXAMPLE.org"):
        assert book(appointments, a_slot(240), "x", reach=reach).outcome is BookingOutcome.TOO_MANY
    after = MONDAY + 300 * MINUTE
    assert book(appointments, a_slot(0, begin=FRIDAY), "x", after, reach="uli@example.org").outcome is BookingOutcome.BOOKED


def test_one_conversation_does_not_book_without_end(appointments):
    for number in range(MOST_BOOKINGS):
        booked(appointments, a_slot(number * 60), "h", number=number)
    assert book(appointments, a_slot(240), "h", number=9).outcome is BookingOutcome.TOO_MANY
    assert book(appointments, a_slot(240), "h", NOW + COUNTED_FOR, number=9).outcome is BookingOutcome.BOOKED


# By the office


def test_the_office_books_moves_and_cancels_without_a_code_and_may_give_a_reason(appointments):
    soon = a_slot(60, begin=NOW)  # within the time of notice
    result = appointments.book_for(soon, a_booking(), PHONE, "Zentrale", NOW)
    assert result.outcome is BookingOutcome.BOOKED and result.code
    assert appointments.book_for(soon, a_booking(2), PHONE, "Zentrale", NOW).outcome is BookingOutcome.SLOT_GONE
    past = appointments.book_for(a_slot(-60, begin=NOW), a_booking(2), PHONE, "Zentrale", NOW)
    assert past.outcome is BookingOutcome.SLOT_GONE
    assert appointments.book_for(a_slot(), a_booking(2), PHONE, " ", NOW).problems == (Problem("by", Reason.MISSING, 80),)
    assert appointments.move_by(result.number, a_slot(), "Zentrale", NOW).outcome is BookingOutcome.MOVED
    gone = appointments.cancel_by(result.number, "Leitung", "Wir sind krank.", NOW)
    assert (gone.appointment.reason, gone.appointment.cancelled_by) == ("Wir sind krank.", "Leitung")
    assert appointments.cancel_by(mint_case_number("TERMIN"), "Leitung", "", NOW).outcome is BookingOutcome.UNKNOWN_NUMBER


def test_the_day_of_an_adviser_is_the_local_one_in_order(database):
    early = {"von": "00:00", "bis": "02:00"}
    service = appointments_on(database, an_adviser(week={"montag": [early], "dienstag": [early]}), an_adviser(BEN))
    midnight = a_slot(0, begin=MONDAY - 9 * 60 * MINUTE)
    numbers = [booked(service, slot, f"h{at}", number=at).number for at, slot in enumerate((
        replace(midnight, starts_at=midnight.starts_at + 60 * MINUTE), midnight,
        replace(midnight, starts_at=midnight.starts_at + DAY), a_slot(adviser=BEN),
    ))]  # fmt: skip
    assert [one.number for one in service.day(ANN, MONDAY.date())] == [numbers[1], numbers[0]]
    assert [one.number for one in service.list(AppointmentFilter(first=date(2026, 12, 1)))] == [numbers[2]]

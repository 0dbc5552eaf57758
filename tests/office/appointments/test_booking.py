"""Sessions are found, held, booked, moved and cancelled, on SQLite and on PostgreSQL; nobody gets the time of somebody else."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa

import bot.all_tables  # noqa: F401 (deleting a conversation goes over all tables)
from knowledge.schema.adviser import Leave, SessionFormat
from knowledge.times.meanings import Days, Minutes
from knowledge.times.wish import TimeWish
from office.appointments.claims import quantum_of
from office.appointments.holds import COUNTED_FOR, MOST_BOOKINGS, MOST_HOLDS
from office.appointments.limits import MOST_OPEN
from office.appointments.model import (
    EXTENSIONS, HELD_FOR, AppointmentFilter, BookingOutcome, HoldOutcome, Occasion, OfferOutcome, SessionWish,
)  # fmt: skip
from office.appointments.service import drop_claims
from office.appointments.tables import AppointmentRow, DayClaimRow, HoldRow, SlotClaimRow
from office.appointments.telling import Telling
from office.case_numbers import mint_case_number
from office.matters.kinds.appointment import APPOINTMENT, CANCELLED, MISSED, TOOK_PLACE
from office.matters.model import MatterOutcome
from office.matters.service import CODE_RENEWAL, Matters
from office.matters.tables import MatterRow
from office.privacy import PersonalData
from office.secret_codes import new_code
from office.services import every_matter, forget_old
from office.tables import CodeTryRow, ConsentRow
from office.typed_text import Problem, Reason
from storage import Database
from storage.migrate import migrate
from tests.office.appointments.booking_setup import (
    ANN, BEN, MINUTE, MONDAY, NOW, PHONE, a_booking, a_slot, an_adviser, appointments_on, book, booked, free_starts,
)  # fmt: skip
from tests.services import fresh_postgres

DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)
FRIDAY = MONDAY + 4 * DAY


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def migrated(request, tmp_path_factory):
    """A database of each sort with all tables, made once: there are many tests."""
    folder = tmp_path_factory.mktemp("appointments")
    with fresh_postgres() if request.param == "postgresql" else nullcontext(f"sqlite:///{folder / 'lotse.db'}") as url:
        database = Database(url)
        migrate(database)
        yield database
        database.close()


@pytest.fixture
def database(migrated) -> Database:
    """The same, empty."""
    with migrated.writing() as session:
        for row in (MatterRow, HoldRow, ConsentRow, CodeTryRow):
            session.execute(sa.delete(row))
        for row in (SlotClaimRow, DayClaimRow, AppointmentRow):
            assert session.scalars(sa.select(row)).all() == []
    return migrated


@pytest.fixture
def appointments(database):
    return appointments_on(database)


def claims(database) -> list[tuple[str, int]]:
    with database.reading() as session:
        return [(one.adviser, one.quantum) for one in session.scalars(sa.select(SlotClaimRow).order_by(SlotClaimRow.quantum))]


def places(database) -> list[tuple[str, date, int]]:
    with database.reading() as session:
        return sorted((one.adviser, one.day, one.place) for one in session.scalars(sa.select(DayClaimRow)))


# Finding


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
    late = appointments.find(SessionWish(times=TimeWish(hours=(Minutes(17 * 60, 24 * 60),), not_weekdays=frozenset({4}))), NOW, 2)
    assert late.outcome is OfferOutcome.NEAREST
    assert {one.starts_at.weekday() for one in late.slots} == {0, 1} and {one.starts_at.hour for one in late.slots} == {14}


def test_who_has_no_time_left_is_full_and_whom_nobody_fits_is_told_why(database):
    busy = appointments_on(database, busy=lambda adviser, first, last: [(NOW, NOW + 100 * DAY)])
    assert busy.find(SessionWish(), NOW).outcome is OfferOutcome.FULL
    nobody = appointments_on(database).find(SessionWish(format=SessionFormat.VISIT, minutes=30), NOW)
    assert (nobody.outcome, nobody.without) == (OfferOutcome.NOBODY, ("format",))
    both = appointments_on(database).find(SessionWish(format=SessionFormat.VISIT, language="pl", minutes=30), NOW)
    assert both.without == ("language", "format")


def test_leave_and_calendars_elsewhere_block_finding_and_holding_and_what_is_held_already(database):
    away = Leave.parse_obj({"von": MONDAY.date(), "bis": MONDAY.date()})
    meeting = (MONDAY + DAY, MONDAY + DAY + 31 * MINUTE)
    blocked = appointments_on(
        database, leave=lambda adviser: (away,), busy=lambda adviser, first, last: [meeting] if first <= meeting[0].date() else []
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
    from time import perf_counter

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
            began = perf_counter()
            service.find(SessionWish(times=times), NOW)
            seconds.append(perf_counter() - began)
    print(f"find: {sorted(seconds)[:2]} … {max(seconds):.3f} s")
    assert min(seconds[:5]) < 0.05


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
    assert appointments.held("h", NOW) is not None and appointments.hold(a_slot(90), "other", NOW).outcome is HoldOutcome.HELD
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
    assert {one.adviser for one in service.find(SessionWish(), NOW, 99).slots if one.starts_at.date() == MONDAY.date()} == {BEN}
    assert service.hold(a_slot(30), "h2", NOW).outcome is HoldOutcome.HELD  # the own place of the day is taken over
    service.release("h2", NOW)
    number, code = booked(service, a_slot(120), "h3", number=3).number, None
    assert service.move_by(number, a_slot(60), "Beratung", NOW).outcome is BookingOutcome.MOVED
    assert places(database) == [(ANN, MONDAY.date(), 1), (ANN, MONDAY.date(), 2)]
    assert service.hold(a_slot(180), "h4", NOW).outcome is HoldOutcome.SLOT_GONE


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
    assert appointments.move(result.number, result.code, a_slot(240), NOW, holder="other").outcome is BookingOutcome.SLOT_GONE
    assert appointments.move(result.number, result.code, a_slot(240), NOW, holder="h1").outcome is BookingOutcome.MOVED
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
    for again in (appointments.cancel(result.number, result.code, NOW), appointments.move(result.number, result.code, a_slot(60), NOW)):
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
        for verb in (appointments.show, appointments.cancel, lambda *rest: appointments.move(*rest[:2], a_slot(60), rest[2])):
            result = verb(one, new_code(), NOW)
            assert (result.outcome, result.number, result.appointment) == (BookingOutcome.WRONG_CODE, None, None)


# By the office


def test_the_office_books_moves_and_cancels_without_a_code_and_may_give_a_reason(appointments):
    soon = a_slot(60, begin=NOW)  # within the time of notice
    result = appointments.book_for(soon, a_booking(), PHONE, "Zentrale", NOW)
    assert result.outcome is BookingOutcome.BOOKED and result.code
    assert appointments.book_for(soon, a_booking(2), PHONE, "Zentrale", NOW).outcome is BookingOutcome.SLOT_GONE
    assert appointments.book_for(a_slot(-60, begin=NOW), a_booking(2), PHONE, "Zentrale", NOW).outcome is BookingOutcome.SLOT_GONE
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


# At once


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

"""An adviser's own calendar on a real CalDAV server: busy times block, bookings appear, move and vanish there."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from office.appointments.calendars import Problem
from office.appointments.model import BookingOutcome
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.model import MatterOutcome
from office.matters.service import Matters
from office.appointments.changing import following
from tests.fakes.radicale_server import event
from tests.office.appointments.booking_setup import BEN, MONDAY, NOW, a_slot, an_adviser, booked
from tests.worker.caldav.calendar_setup import Desk, the_event

HALF_HOUR, MINUTE, DAY = timedelta(minutes=30), timedelta(minutes=1), timedelta(days=1)
NINE = (":20261130T080000Z", ":20261130T083000Z")
"""Monday from nine to half past, in Berlin."""


def name_of(number: str) -> str:
    return f"{number.lower()}.ics"


def test_a_busy_time_blocks_and_a_deleted_one_does_not(desk, radicale):
    assert MONDAY in desk.starts()
    radicale.add("x", event("x", *NINE))
    assert desk.read(NOW) == 1 and MONDAY not in desk.starts() and MONDAY + HALF_HOUR in desk.starts()
    held = desk.appointments.hold(a_slot(), "h1", NOW)
    assert held.slot is None or held.until is None, "nor can it be held by whoever saw it before"
    radicale.delete("x.ics")
    assert desk.read(NOW) == 1 and MONDAY in desk.starts()


def test_nothing_but_begin_and_end_is_kept_of_an_entry(desk, radicale, store):
    radicale.add("x", event("x", *NINE, "DESCRIPTION:Gespräch mit Frau Geheim", "LOCATION:Geheimstraße"))
    desk.read(NOW)
    files = [Path(store.url.database), Path(f"{store.url.database}-wal")]
    assert not any(b"Geheim" in one.read_bytes() for one in files if one.exists())
    assert desk.busy.busy("ber-ann", MONDAY.date(), MONDAY.date()) == ((MONDAY, MONDAY + HALF_HOUR),)


@pytest.mark.parametrize("more", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"])
def test_what_is_free_or_cancelled_does_not_block(desk, radicale, more):
    radicale.add("x", event("x", *NINE, more))
    assert desk.read(NOW) == 1 and MONDAY in desk.starts()


def test_a_booking_appears_moves_and_vanishes(desk, radicale):
    result = booked(desk.appointments, a_slot())
    assert radicale.entries() == {} and desk.write(NOW) == 1 and desk.write(NOW) == 0
    entry = the_event(radicale.entries()[name_of(result.number)])
    assert entry.start == MONDAY and entry.end == MONDAY + HALF_HOUR and entry["SEQUENCE"] == 0
    assert result.number in entry["SUMMARY"] and "ORGANIZER" not in entry and "ATTENDEE" not in entry
    moved = desk.appointments.move(result.number, result.code, a_slot(60), NOW)
    assert moved.outcome is BookingOutcome.MOVED and desk.write(NOW) == 1
    entry = the_event(radicale.entries()[name_of(result.number)])
    assert entry.start == MONDAY + 2 * HALF_HOUR and entry["SEQUENCE"] == 1 and len(radicale.entries()) == 1
    assert desk.appointments.cancel(result.number, result.code, NOW).outcome is BookingOutcome.CANCELLED
    assert desk.write(NOW) == 1 and radicale.entries() == {} and desk.write(NOW) == 0


def test_our_own_entry_blocks_nothing_once_it_is_given_up(desk, radicale):
    result = booked(desk.appointments, a_slot())
    desk.write(NOW), desk.read(NOW)
    assert desk.busy.busy("ber-ann", MONDAY.date(), MONDAY.date()) == ()
    desk.appointments.cancel(result.number, result.code, NOW)
    desk.read(NOW)  # it still stands there, as nothing was written yet
    assert MONDAY in desk.starts()


def test_a_withdrawn_and_a_forgotten_booking_vanish_too(desk, radicale, store):
    first, second = booked(desk.appointments, a_slot()), booked(desk.appointments, a_slot(60), "h2", number=2)
    assert desk.write(NOW) == 2
    matters = Matters(store, APPOINTMENT, follow=following())
    assert matters.withdraw(first.number, first.code, NOW).outcome is MatterOutcome.WITHDRAWN
    assert desk.write(NOW) == 1 and set(radicale.entries()) == {name_of(second.number)}
    late = MONDAY + APPOINTMENT.kept_when_open + 2 * DAY
    assert matters.forget_older_than(late) >= 1 and desk.write(late) == 1 and radicale.entries() == {}


def test_a_session_that_goes_to_another_adviser_leaves_the_calendar(store, radicale):
    desk = Desk(store, radicale.url, an_adviser(), an_adviser(BEN))
    result = booked(desk.appointments, a_slot())
    desk.write(NOW)
    assert desk.appointments.move(result.number, result.code, a_slot(adviser=BEN), NOW).outcome is BookingOutcome.MOVED
    assert desk.write(NOW) == 1 and radicale.entries() == {}


def test_a_calendar_that_is_attached_later_gets_what_is_booked_already(store, desk, radicale):
    booked(Desk(store, "http://127.0.0.1:1/nowhere/").appointments, a_slot())
    assert desk.write(NOW) == 1 and len(radicale.entries()) == 1


def test_while_the_server_is_down_people_book_and_it_is_caught_up_in_the_last_state(desk, radicale):
    radicale.add("x", event("x", *NINE))
    desk.read(NOW)
    first = booked(desk.appointments, a_slot(60))
    desk.write(NOW)
    radicale.stop()
    assert desk.read(NOW + DAY / 2) == 0
    assert (desk.state.problem, desk.state.failing_since) == (Problem.UNREACHABLE, NOW + DAY / 2)
    assert MONDAY not in desk.starts(), "the last known busy times stay"
    second = booked(desk.appointments, a_slot(120), "h2", number=2)
    third = booked(desk.appointments, a_slot(240), "h3", number=3)
    assert desk.write(NOW) == 0
    assert desk.appointments.move(second.number, second.code, a_slot(330), NOW).outcome is BookingOutcome.MOVED
    desk.appointments.cancel(third.number, third.code, NOW)
    desk.appointments.cancel(first.number, first.code, NOW)
    radicale.start()
    assert desk.write(NOW) == 0, "it is left alone for a moment"
    desk.time += 11 * timedelta(seconds=1)
    assert desk.write(NOW) == 2, "one to take away, one to write; the third never stood there"
    assert set(radicale.entries()) == {"x.ics", name_of(second.number)}
    assert the_event(radicale.entries()[name_of(second.number)]).start == MONDAY + 330 * MINUTE
    assert desk.read(NOW + DAY) == 1 and desk.state.problem is None and desk.state.failing_since is None


def test_a_crash_after_the_server_took_the_entry_leaves_nothing_behind(desk, radicale):
    """Killed before it was written down, then the booking is cancelled."""
    result = booked(desk.appointments, a_slot())
    desk.entries.placed = lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        desk.write(NOW)
    del desk.entries.placed
    assert len(radicale.entries()) == 1
    desk.appointments.cancel(result.number, result.code, NOW)
    assert desk.write(NOW) == 1 and radicale.entries() == {}


def test_a_crash_and_then_a_move_end_in_one_entry_at_the_new_time(desk, radicale):
    result = booked(desk.appointments, a_slot())
    desk.entries.placed = lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        desk.write(NOW)
    del desk.entries.placed
    desk.appointments.move(result.number, result.code, a_slot(60), NOW)
    assert desk.write(NOW) == 1, "the entry that nobody knew of is met and written over"
    (entry,) = radicale.entries().values()
    assert the_event(entry).start == MONDAY + 60 * MINUTE


def test_the_booking_wins_over_an_entry_that_was_changed_there(desk, radicale):
    """Its ETag is another one, so it is read before it is written over."""
    result = booked(desk.appointments, a_slot())
    desk.write(NOW)
    uid = str(the_event(radicale.entries()[name_of(result.number)])["UID"])
    radicale.add(name_of(result.number)[:-4], event(uid, ":20261201T080000Z", ":20261201T083000Z"))
    desk.appointments.move(result.number, result.code, a_slot(60), NOW)
    assert desk.write(NOW) == 1
    assert the_event(radicale.entries()[name_of(result.number)]).start == MONDAY + 60 * MINUTE


@pytest.mark.parametrize("by_hand", ["deleted", "moved", "cancelled"])
def test_an_entry_that_was_deleted_or_moved_by_hand_comes_back(desk, radicale, by_hand, caplog):
    result = booked(desk.appointments, a_slot())
    desk.write(NOW)
    name = name_of(result.number)
    uid = str(the_event(radicale.entries()[name])["UID"])
    if by_hand == "deleted":
        radicale.delete(name)
    elif by_hand == "moved":
        radicale.add(name[:-4], event(uid, ":20261201T080000Z", ":20261201T083000Z"))
    else:
        radicale.add(name[:-4], event(uid, *NINE, "STATUS:CANCELLED"))
    assert desk.read(NOW) == 1 and result.number in caplog.text
    assert desk.write(NOW) == 1
    entry = the_event(radicale.entries()[name])
    assert entry.start == MONDAY and entry["STATUS"] == "CONFIRMED"
    assert desk.read(NOW) == 1 and desk.write(NOW) == 0


def test_a_note_or_an_alarm_that_the_adviser_adds_stays(desk, radicale):
    result = booked(desk.appointments, a_slot())
    desk.write(NOW)
    name = name_of(result.number)
    changed = radicale.entries()[name].replace("TRANSP:OPAQUE", "TRANSP:OPAQUE\r\nCOMMENT:Unterlagen mitnehmen")
    assert radicale.ask("PUT", f"{radicale.path}{name}", changed)[0] in (201, 204)
    assert desk.read(NOW) == 1 and desk.write(NOW) == 0 and "Unterlagen" in radicale.entries()[name]


def test_a_busy_entry_over_a_booking_cancels_nothing_and_is_told(desk, radicale):
    result = booked(desk.appointments, a_slot())
    desk.write(NOW)
    assert desk.entries.collisions(NOW) == ()
    radicale.add("x", event("x", *NINE))
    desk.read(NOW)
    (collision,) = desk.entries.collisions(NOW)
    assert (collision.number, collision.starts_at) == (result.number, MONDAY)
    assert not desk.appointments.find_number(result.number).is_cancelled and len(radicale.entries()) == 2


def test_a_calendar_that_is_no_longer_attached_blocks_nothing(desk, radicale, store):
    radicale.add("x", event("x", *NINE))
    desk.read(NOW)
    assert desk.busy.keep_only(["ber-ann", "ber-ben"]) == 0 and MONDAY not in desk.starts()
    assert desk.busy.keep_only(["ber-ben"]) == 1 and MONDAY in desk.starts() and desk.busy.states() == ()


def test_a_wrong_password_is_told_and_nobody_is_kept_from_booking(store, radicale):
    desk = Desk(store, radicale.url, password="falsch")
    booked(desk.appointments, a_slot())
    assert desk.read(NOW) == desk.write(NOW) == 0
    assert desk.state.problem is Problem.LOGIN and radicale.entries() == {}


def test_the_person_is_named_only_if_the_office_says_so(store, desk, radicale):
    booked(desk.appointments, a_slot(), name="Uli Beispiel", topic="Geld; für, den Verein", needs="Rollstuhl", note="geheim")
    desk.write(NOW)
    (text,) = radicale.entries().values()
    told = str(the_event(text)["DESCRIPTION"])
    assert "Geld; für, den Verein" in told and "Uli" not in text and "+49351" not in text.replace(" ", "")
    assert "Rollstuhl" not in text and "geheim" not in text
    shown = Desk(store, radicale.url, shows_person=True)
    booked(shown.appointments, a_slot(60), "h2", number=2, name="Kim Muster", needs="Rollstuhl")
    shown.write(NOW)
    (text,) = [one for one in radicale.entries().values() if "Kim Muster" in one]
    assert "Telefon: " in str(the_event(text)["DESCRIPTION"]) and "Rollstuhl" not in text


def test_a_week_over_the_clock_change_blocks_the_same_hour_on_the_wall(store, radicale):
    """Weekly on Mondays at nine from the 19th of October 2026; the clock changes on the 25th. One is moved, one left out."""
    now = datetime(2026, 10, 15, 8, tzinfo=timezone.utc)
    desk = Desk(store, radicale.url)
    local = (";TZID=Europe/Berlin:20261019T090000", ";TZID=Europe/Berlin:20261019T093000")
    radicale.add("w", event("w", *local, "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/Berlin:20261102T090000"),
                 event("w", ";TZID=Europe/Berlin:20261109T140000", ";TZID=Europe/Berlin:20261109T150000",
                       "RECURRENCE-ID;TZID=Europe/Berlin:20261109T090000"))  # fmt: skip
    assert desk.read(now) == 1
    spans = desk.busy.busy("ber-ann", now.date(), (now + 40 * DAY).date())
    assert [f"{begins:%m-%d %H:%M}-{ends:%H:%M}" for begins, ends in spans] == [
        "10-19 07:00-07:30", "10-26 08:00-08:30", "11-09 13:00-14:00", "11-16 08:00-08:30",
    ]  # fmt: skip


def test_two_workers_at_once_end_in_the_last_state(store, desk, radicale):
    """One has made the entry and hangs; meanwhile the session is moved and another one writes that."""
    result, other, write, sequences = booked(desk.appointments, a_slot()), Desk(store, radicale.url), desk.write._write, []

    def slow(appointment) -> str:
        if not sequences:
            assert desk.appointments.move(result.number, result.code, a_slot(60), NOW).outcome is BookingOutcome.MOVED
            assert other.write(NOW) == 1
        sequences.append(appointment.sequence)
        return write(appointment)

    desk.write._write = slow
    assert desk.write(NOW) == 1 and sequences == [0, 1]
    (entry,) = radicale.entries().values()
    assert the_event(entry).start == MONDAY + 60 * MINUTE and desk.write(NOW) == other.write(NOW) == 0

"""Sessions that no longer lie in the time of their adviser after an edit; nothing is moved by it."""
from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from knowledge.schema.adviser import Leave
from office.appointments.misplaced import Misfit
from tests.office.appointments.booking_setup import (
    ANN, BEN, DAY, MONDAY, NOW, a_slot, an_adviser, appointments_on, book, booked,
)  # fmt: skip

AFTERNOON = [{"von": "13:00", "bis": "16:00"}]
WEEK = {day: AFTERNOON for day in ("montag", "dienstag", "mittwoch", "donnerstag", "freitag")}


@pytest.mark.parametrize("change, misfit", [
    ({"week": WEEK}, Misfit.NO_HOURS),
    ({"exceptions": [{"am": "2026-11-30", "zeiten": AFTERNOON}]}, Misfit.NO_HOURS),
    ({"exceptions": [{"am": "2026-11-30", "zeiten": [{"von": "09:00", "bis": "09:29"}, *AFTERNOON]}]}, Misfit.NO_HOURS),
    ({"exceptions": [{"am": "2026-11-30", "zeiten": []}]}, Misfit.NO_HOURS),
    ({"leave": [{"von": "2026-11-30", "bis": "2026-12-01"}]}, Misfit.AWAY),
    ({"formats": ["video"]}, Misfit.NO_FORMAT),
    ({"id": BEN}, Misfit.NO_ADVISER),
    ({"step": 60, "lengths": [60], "buffer": 0, "a_day": 1, "notice": 500, "days_ahead": 30, "topics": ["pflege"]}, None),
    ({"exceptions": [{"am": "2026-11-30", "zeiten": [{"von": "09:00", "bis": "09:30"}]}]}, None),
])  # fmt: skip
def test_what_an_edit_leaves_without_time_is_named_and_stays_as_it_is(database, change, misfit):
    before = appointments_on(database)
    result = booked(before, a_slot())
    booked(before, a_slot(300), "h2", number=2)  # in the afternoon
    assert before.misplaced(NOW) == ()
    after = appointments_on(database, an_adviser(**change))
    found = {one.appointment.number: one.misfit for one in after.misplaced(NOW)}
    assert found.get(result.number) is misfit
    assert after.find_number(result.number) == result.appointment


def test_leave_at_short_notice_counts_and_what_is_over_or_cancelled_does_not(database):
    before = appointments_on(database)
    first, second, third = (booked(before, a_slot(60 * one), f"h{one}", number=one + 1) for one in range(3))
    other = booked(before, a_slot(begin=MONDAY + DAY), "h4", number=4)
    before.cancel_by(second.number, "Beratung", "", NOW)
    after = appointments_on(database, leave=lambda adviser: (Leave(von=date(2026, 11, 30), bis=date(2026, 11, 30)),))
    assert [one.appointment.number for one in after.misplaced(NOW)] == [first.number, third.number]
    assert [one.appointment.number for one in after.misplaced(MONDAY)] == [third.number]
    assert after.find_number(other.number) is not None


def test_the_clock_of_the_wall_counts_when_it_changes(database):
    """Sunday, 28 March 2027: from half past one to half past three are 60 minutes, as the clock is put forward at two."""
    night = {"sonntag": [{"von": "01:30", "bis": "03:30"}]}
    adviser = an_adviser(week=night, lengths=[60], days_ahead=200)
    begin = datetime(2027, 3, 28, 0, 30, tzinfo=timezone.utc)
    before = appointments_on(database, adviser)
    result = book(before, a_slot(minutes=60, begin=begin))
    assert result.number and before.misplaced(NOW) == ()
    earlier = an_adviser(week={"sonntag": [{"von": "01:30", "bis": "03:15"}]}, lengths=[30])
    assert [one.misfit for one in appointments_on(database, earlier).misplaced(NOW)] == [Misfit.NO_HOURS]
    assert {one.appointment.slot.adviser for one in appointments_on(database, earlier).misplaced(NOW)} == {ANN}

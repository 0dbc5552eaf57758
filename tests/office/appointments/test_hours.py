"""When sessions can begin, on the days on which calendars go wrong."""
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.schema.adviser import Adviser, Leave
from office.appointments.hours import earliest_start, hours_on, is_bookable, is_within_hours, last_day, session_starts
from office.appointments.model import Slot
from office.appointments.public_holidays import holiday_name
from tests.builders import an_adviser

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = [{"von": "00:00", "bis": "05:00"}]
FORWARD, BACK, BACK_NEXT_YEAR = date(2026, 3, 29), date(2026, 10, 25), date(2027, 10, 31)


def starts(adviser: Adviser, day: date, minutes: int = 30, *absences: Leave) -> list[str]:
    """When sessions begin on a day, as the clock on the wall shows it."""
    return [f"{one.astimezone(BERLIN):%H:%M}" for one in session_starts(adviser, minutes, day, day, absences)]


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=BERLIN)


def slot(starts_at: datetime, minutes: int = 30, adviser: str = "ber-beispiel") -> Slot:
    return Slot(starts_at.astimezone(timezone.utc), minutes, adviser)


class TestAnOrdinaryDay:
    def test_has_sessions_that_end_within_the_hours(self):
        monday = date(2026, 11, 23)
        assert starts(an_adviser(), monday) == ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]
        assert starts(an_adviser(), monday, 60)[-1] == "11:00" and starts(an_adviser(step=60), monday)[-1] == "11:00"

    def test_goes_on_after_a_break_whatever_the_order_in_the_file(self):
        week = {"montag": [{"von": "13:15", "bis": "14:00"}, {"von": "09:00", "bis": "10:00"}]}
        assert starts(an_adviser(week=week), date(2026, 11, 23)) == ["09:00", "09:30", "13:15"]

    def test_never_joins_two_spans(self):
        week = {"montag": [{"von": "09:00", "bis": "10:00"}, {"von": "10:00", "bis": "10:45"}]}
        assert starts(an_adviser(week=week, step=15), date(2026, 11, 23), 60) == ["09:00"]

    def test_gives_moments_in_utc(self):
        (first, *_) = session_starts(an_adviser(), 60, date(2026, 11, 23), date(2026, 11, 23))
        assert first == datetime(2026, 11, 23, 8, tzinfo=timezone.utc) and first.utcoffset() == timedelta(0)

    def test_without_hours_has_none(self):
        assert starts(an_adviser(), date(2026, 11, 28)) == []


class TestTheChangeOfTheClock:
    @pytest.mark.parametrize("changes_on", [FORWARD, BACK, BACK_NEXT_YEAR])
    def test_leaves_the_hours_on_the_wall_as_they_are(self, changes_on):
        friday, monday = changes_on - timedelta(days=2), changes_on + timedelta(days=1)
        assert starts(an_adviser(), friday) == starts(an_adviser(), monday)
        before, after = (next(session_starts(an_adviser(), 30, day, day)) for day in (friday, monday))
        assert before.hour + after.hour == 7 + 8

    def test_forward_no_session_begins_in_the_hour_that_is_left_out(self):
        night = an_adviser(week={"sonntag": NIGHT})
        assert starts(night, FORWARD) == ["00:00", "00:30", "01:00", "01:30", "03:00", "03:30", "04:00", "04:30"]

    def test_forward_a_session_lasts_its_minutes(self):
        night = an_adviser(week={"sonntag": [{"von": "00:30", "bis": "03:00"}]})
        assert starts(night, FORWARD, 60) == ["00:30", "01:00"]  # from 01:00 to 03:00 by the clock, sixty minutes

    def test_forward_hours_that_lie_in_the_gap_give_none(self):
        assert starts(an_adviser(week={"sonntag": [{"von": "02:00", "bis": "03:00"}]}), FORWARD) == []

    def test_forward_nothing_goes_on_after_hours_that_end_in_the_gap(self):
        night = an_adviser(week={"sonntag": [{"von": "01:00", "bis": "02:30"}]})
        assert all(one + timedelta(minutes=30) <= at(2026, 3, 29, 2).astimezone(timezone.utc)
                   for one in session_starts(night, 30, FORWARD, FORWARD))  # fmt: skip

    @pytest.mark.parametrize("day", [BACK, BACK_NEXT_YEAR])
    def test_back_no_time_of_the_clock_is_given_twice(self, day):
        night = an_adviser(week={"sonntag": NIGHT}, holidays="DE-BE")  # in Saxony the last of October is free
        assert starts(night, day) == [f"{hour:02}:{minute:02}" for hour in range(5) for minute in (0, 30)]
        moments = list(session_starts(night, 30, day, day))
        assert moments == sorted(set(moments)) and moments[6] - moments[5] == timedelta(minutes=90)

    def test_back_a_session_over_the_change_lasts_its_minutes(self):
        night = an_adviser(week={"sonntag": [{"von": "01:00", "bis": "03:00"}]}, lengths=(60, 180))
        assert starts(night, BACK, 180) == ["01:00"]  # two hours by the clock, three that pass

    @settings(max_examples=150, deadline=None)
    @given(begins=st.integers(0, 1380), length=st.integers(5, 400), minutes=st.sampled_from([30, 45, 60, 90]),
           step=st.sampled_from([5, 15, 30, 60]), day=st.sampled_from([FORWARD, BACK, date(2026, 7, 5)]))  # fmt: skip
    def test_every_session_lies_wholly_in_its_hours_and_shows_a_time_once(self, begins, length, minutes, step, day):
        ends = min(begins + length, 1439)
        clock = [f"{one // 60:02}:{one % 60:02}" for one in (begins, ends)]
        adviser = an_adviser(week={"sonntag": [{"von": clock[0], "bis": clock[1]}]}, step=step)
        shown = []
        for one in session_starts(adviser, minutes, day, day):
            local, end = one.astimezone(BERLIN), (one + timedelta(minutes=minutes)).astimezone(BERLIN)
            assert local.date() == day and clock[0] <= f"{local:%H:%M}" and f"{end:%H:%M}" <= clock[1] and end.date() == day
            shown.append(f"{local:%H:%M}")
        assert len(shown) == len(set(shown))


class TestTheCalendar:
    def test_has_a_29_february_in_2028(self):
        assert starts(an_adviser(), date(2028, 2, 29))[0] == "09:00"
        days = {one.astimezone(BERLIN).date() for one in session_starts(an_adviser(), 30, date(2028, 2, 28), date(2028, 3, 1))}
        assert sorted(days) == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]

    def test_goes_over_the_end_of_the_year(self):
        found = [one.astimezone(BERLIN).date() for one in session_starts(an_adviser(), 60, date(2026, 12, 30), date(2027, 1, 4))]
        assert sorted(set(found)) == [date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 4)]  # New Year is a Friday
        assert found == sorted(found)

    def test_with_the_last_before_the_first_day_gives_none(self):
        assert list(session_starts(an_adviser(), 30, date(2026, 11, 24), date(2026, 11, 23))) == []


class TestAHoliday:
    @pytest.mark.parametrize("day, name, free, works", [
        (date(2026, 11, 18), "Buß- und Bettag", "DE-SN", "DE-BB"),
        (date(2028, 10, 31), "Reformationstag", "DE-BB", "DE-BE"),
        (date(2027, 3, 8), "Frauentag", "DE-MV", "DE-SN"),
        (date(2026, 6, 4), "Fronleichnam", "DE-BY", "DE-SN"),
        (date(2027, 9, 20), "Weltkindertag", "DE-TH", "DE-ST"),
    ])  # fmt: skip
    def test_of_some_laender_is_free_only_there(self, day, name, free, works):
        assert name in (holiday_name(free, day) or "") and holiday_name(works, day) is None
        assert starts(an_adviser(holidays=free), day) == []
        assert starts(an_adviser(holidays=works), day)[0] == "09:00"

    def test_can_be_worked_by_an_exception(self):
        opened = an_adviser(exceptions=[{"am": "2026-11-18", "zeiten": [{"von": "14:00", "bis": "15:00"}]}])
        assert starts(opened, date(2026, 11, 18)) == ["14:00", "14:30"]

    @pytest.mark.parametrize("land", "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split())
    def test_is_known_for_every_land(self, land):
        assert holiday_name(f"DE-{land}", date(2026, 12, 25)) == "Erster Weihnachtstag"
        assert holiday_name(f"DE-{land}", date(2026, 12, 24)) is None


class TestExceptionsAndLeave:
    def test_an_exception_replaces_the_hours_of_the_week(self):
        changed = an_adviser(exceptions=[{"am": "2026-11-23", "zeiten": [{"von": "17:00", "bis": "18:00"}]}, {"am": "2026-11-24"}])
        assert starts(changed, date(2026, 11, 23)) == ["17:00", "17:30"] and starts(changed, date(2026, 11, 24)) == []

    def test_leave_goes_before_everything_and_includes_both_ends(self):
        away = an_adviser(leave=[{"von": "2026-11-24", "bis": "2026-11-25"}],
                          exceptions=[{"am": "2026-11-24", "zeiten": [{"von": "17:00", "bis": "18:00"}]}])  # fmt: skip
        days = [date(2026, 11, 23) + timedelta(days=number) for number in range(4)]
        assert [bool(hours_on(away, day)) for day in days] == [True, False, False, True]

    def test_leave_from_elsewhere_counts_as_well(self):
        leave = Leave(von="2026-11-23", bis="2026-11-23")
        assert starts(an_adviser(), date(2026, 11, 23), 30, leave) == []
        assert not is_within_hours(an_adviser(), slot(at(2026, 11, 23, 9)), [leave])


class TestASlotCanBeBooked:
    NOW = at(2026, 11, 20, 9, 30)
    """A Friday."""

    def test_if_it_is_one_of_the_adviser(self):
        assert is_bookable(an_adviser(), slot(at(2026, 11, 23, 9)), self.NOW)

    @pytest.mark.parametrize("wrong", [
        slot(at(2026, 11, 23, 9, 15)), slot(at(2026, 11, 23, 9), 45), slot(at(2026, 11, 23, 11, 30), 60),
        slot(at(2026, 11, 23, 8)), slot(at(2026, 11, 22, 9)), slot(at(2026, 11, 23, 9), 30, "ber-andere"),
        slot(at(2026, 11, 23, 9, 0, 1)),
    ])  # fmt: skip
    def test_but_not_off_the_step_in_another_length_outside_the_hours_or_of_somebody_else(self, wrong):
        assert not is_bookable(an_adviser(), wrong, self.NOW)

    def test_until_the_notice_and_not_a_minute_later(self):
        adviser, wanted = an_adviser(notice=72), slot(at(2026, 11, 23, 9, 30))
        assert is_bookable(adviser, wanted, self.NOW)
        assert not is_bookable(adviser, wanted, self.NOW + timedelta(minutes=1))
        assert is_within_hours(adviser, wanted), "the office itself may still give it"

    def test_notice_counts_hours_that_pass_over_a_change_of_the_clock(self):
        assert earliest_start(an_adviser(notice=24), at(2026, 3, 28, 12)).astimezone(BERLIN) == at(2026, 3, 29, 13)
        assert earliest_start(an_adviser(notice=24), at(2026, 10, 24, 12)).astimezone(BERLIN) == at(2026, 10, 25, 11)

    def test_no_further_ahead_than_days_ahead(self):
        adviser = an_adviser(days_ahead=4)
        assert last_day(adviser, self.NOW) == date(2026, 11, 24)
        assert is_bookable(adviser, slot(at(2026, 11, 24, 11, 30)), self.NOW)
        assert not is_bookable(adviser, slot(at(2026, 11, 25, 9)), self.NOW)

    def test_days_ahead_are_days_of_the_local_calendar(self):
        just_after_midnight = datetime(2026, 11, 19, 23, 30, tzinfo=timezone.utc)
        assert last_day(an_adviser(days_ahead=1), just_after_midnight) == date(2026, 11, 21)

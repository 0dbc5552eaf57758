"""Which of the shown times an answer means, and what it wishes instead."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from conversation.forms.model import Refusal, Taken
from conversation.forms.slot_choice import OTHER, is_wish, key_of, read_slot, slot_of
from office.appointments.hours import LOCAL
from office.appointments.model import Slot

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=timezone.utc)
"""A Thursday."""


def at(day: int, hour: int, minute: int = 0, minutes: int = 30) -> Slot:
    return Slot(datetime(2026, 12, day, hour, minute, tzinfo=LOCAL).astimezone(timezone.utc), minutes, "ber-foerderung")


DAYS = (at(1, 9), at(2, 10), at(3, 14, 30))
"""A Tuesday, a Wednesday and a Thursday."""
MORNING = (at(3, 9), at(3, 9, 30), at(3, 10))


@pytest.mark.parametrize("text, meant", [
    ("der am Mittwoch", 1), ("Mittwoch", 1), ("Mi", 1), ("am Do", 2), ("Am 3. Dezember bitte", 2), ("um halb drei", 2),
    ("um 10", 1),
    ("10", 1), ("14:30 Uhr", 2), ("den frühesten", 0), ("egal", 0), ("die nächste bitte", 0), ("Dienstag um 9 Uhr", 0),
    ("der erste, ,", 0), ("de eerste", 0), ("der erste per Telefon", 0),
    ("der 3.", 2), ("die 2 bitte", 1), ("ich nehm den letzten", 2), ("dann nehme ich den zweiten", 1),
    ("ja, die dritte und bitte", 2), ("dann nehmen wir den zweiten", 1),
    ("gut, den letzten bitte", 2),
])  # fmt: skip
def test_one_of_several_is_meant_by_its_day_or_hour(text, meant):
    assert read_slot(text, DAYS, NOW) == Taken(key_of(DAYS[meant]))


@pytest.mark.parametrize("text", ["ja", "passt", "ja, gern", "das passt so", "den nehm ich", "gut, die nehmen wir"])
def test_a_yes_takes_the_only_one_and_asks_back_among_several(text):
    assert read_slot(text, DAYS[:1], NOW) == Taken(key_of(DAYS[0]))
    assert read_slot(text, DAYS, NOW) == Refusal("which_slot")
    assert read_slot(text, (), NOW) == Refusal("which_slot")


@pytest.mark.parametrize("text", ["Do", "am Donnerstag", "am 3. Dezember"])
def test_a_day_that_all_of_them_share_is_no_other_wish(text):
    assert read_slot(text, MORNING, NOW) == Refusal("which_slot")


@pytest.mark.parametrize("text", [
    "andere", "noch später", "weitere Zeiten bitte", "das passt mir alles nicht", "geht leider nicht", "beides nix",
    "keine davon", "keiner", "nein",
])  # fmt: skip
def test_none_of_them_asks_for_the_next_ones(text):
    assert read_slot(text, DAYS, NOW) == Taken(OTHER)


@pytest.mark.parametrize("text, wish", [
    ("nächste Woche vormittags", {"days": ["2026-11-30/2026-12-06"], "hours": ["08:00/12:00"]}),
    ("nicht am Mittwoch", {"not_weekdays": [2]}),
    ("am 10. Dezember", {"days": ["2026-12-10"]}),
    ("Wie wäre es am Freitag?", {"weekdays": [4]}),
    ("jetzt gleich", {"is_urgent": True}),
])  # fmt: skip
def test_anything_else_that_speaks_of_when_is_a_wish(text, wish):
    taken = read_slot(text, DAYS, NOW)
    assert is_wish(taken.value) and taken.value["wish"] == wish


@pytest.mark.parametrize("text, told", [
    ("gestern", {"is_past": True}), ("irgendwann", {"is_any": True}), ("nach den Ferien", {"unknown": ["Ferien"]}),
    ("am 31. November", {"no_such_days": ["31. November"]}),
])  # fmt: skip
def test_what_cannot_be_looked_for_is_kept_so_that_it_is_said(text, told):
    value = read_slot(text, (), NOW).value
    assert {key: value[key] for key in told} == told and value["wish"] == {}


@pytest.mark.parametrize("text", ["Was kostet das nächste Woche?", "hm", "Frau Schmidt", "0351 1234567", "<b>x</b>", ""])
def test_what_speaks_of_no_time_is_refused(text):
    assert read_slot(text, DAYS, NOW) == Refusal("no_slot")


def test_a_slot_comes_back_from_its_button_and_nothing_else_does():
    for one in (*DAYS, at(24, 23, 30, minutes=120)):
        assert slot_of(key_of(one)) == one
    summer = Slot(datetime(2027, 7, 1, 7, tzinfo=timezone.utc), 60, "ber-a-1")
    assert slot_of(key_of(summer)) == summer and key_of(summer) == "20270701T0700Z-60-ber-a-1"
    wrong = ("20261301T0900Z-30-ber-x", "20261201T2500Z-30-ber-x", "20261201T0900Z-30-x")
    for other in (None, OTHER, "", *wrong, {"wish": {}}, 7):
        assert slot_of(other) is None


def test_the_clock_on_the_wall_counts():
    summer = [Slot(datetime(2027, 7, 1, hour, tzinfo=timezone.utc), 30, "ber-x") for hour in (7, 8)]
    assert read_slot("um 9", summer, NOW + timedelta(days=200)) == Taken(key_of(summer[0]))


def test_a_third_one_among_two_is_none():
    assert read_slot("den dritten bitte", DAYS[:2], NOW) == Refusal("no_slot")
    assert read_slot("die erste Woche im Januar", DAYS, NOW).value["wish"] == {"days": ["2027-01-01/2027-01-07"]}

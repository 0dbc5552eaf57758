"""The advisers' file: this office's own, and what is said of a wrong one."""
from __future__ import annotations

from datetime import time

import pytest
import yaml

from knowledge.advisers import inspect_advisers, is_for_everything, read_advisers
from knowledge.errors import ContentError
from knowledge.schema.adviser import Adviser, SessionFormat
from tests.library import CONTENT

WHOLE = {
    "id": "ber-alle",
    "role": "Beratung für alle",
    "formats": ["telefon"],
    "email": "beratung@musterstelle.example",
    "holidays": "DE-SN",
    "week": {"montag": [{"von": "9:00", "bis": "12:00"}]},
}


@pytest.fixture
def content(tmp_path):
    (tmp_path / "regionen.yml").symlink_to(CONTENT / "regionen.yml")
    return tmp_path


def written(content, *entries: dict) -> None:
    (content / "beratung.yml").write_text(yaml.safe_dump(list(entries), allow_unicode=True), "utf-8")


def errors_of(content, *entries: dict) -> list[ContentError]:
    written(content, *entries)
    return inspect_advisers(content)[1]


class TestTheAdvisersOfThisOffice:
    ADVISERS = read_advisers(CONTENT)

    def test_are_enough_for_every_way_to_meet(self):
        assert {format for one in self.ADVISERS for format in one.formats} == set(SessionFormat)
        assert any(is_for_everything(one) for one in self.ADVISERS)

    def test_come_back_from_their_own_json(self):
        assert [Adviser.parse_raw(one.json(by_alias=True, exclude_defaults=True)) for one in self.ADVISERS] == list(self.ADVISERS)

    def test_have_hours_that_are_written_without_quotation_marks(self):
        (hours, *_) = self.ADVISERS[0].week.monday
        assert (hours.begins, hours.ends) == (time(9), time(12))
        assert any(one.ends == time(16) for adviser in self.ADVISERS for one in adviser.week.monday)


class TestTheFile:
    def test_may_be_empty_if_the_office_gives_no_appointments(self, content):
        written(content)
        assert read_advisers(content) == ()

    @pytest.mark.parametrize("clock, is_one", [
        ("14:00", True), ("9:05", True), ('"09:00"', True), ("14", False), ("840", False), ("24:00", False), ("14:60", False),
        ("14.00", False), ("14:00:00", False),
    ])  # fmt: skip
    def test_takes_only_times_of_the_clock_for_times(self, content, clock, is_one):
        text = yaml.safe_dump([{**WHOLE, "week": {"montag": [{"von": "CLOCK", "bis": "23:00"}]}}]).replace("CLOCK", clock)
        (content / "beratung.yml").write_text(text, "utf-8")
        _, errors = inspect_advisers(content)
        assert (errors == []) is is_one
        if not is_one:
            assert errors[0].field == "week.montag.0.von" and "montag: [{von: 9:00" in errors[0].remedy

    @pytest.mark.parametrize("changes, field, reason", [
        ({"formats": ["vor_ort"]}, "place", "fehlt, obwohl"),
        ({"kreise": ["Kreis Bautzen"]}, "kreise", "den regionen.yml nicht kennt"),
        ({"kreise": ["Landkreis Bautzen"], "lands": ["DE-SN"]}, "kreise", "schon ganz genannt"),
        ({"lands": ["DE-XX"]}, "lands", "kein Land"), ({"holidays": "DE-XX"}, "holidays", "kein Land"),
        ({"week": {}}, "week", "keine Zeit"), ({"lengths": [30, 200]}, "lengths", "200 Minuten"),
        ({"lengths": [30, 30]}, "lengths", "zweimal"), ({"notice": 24, "days_ahead": 1}, "notice", "keinen Termin"),
        ({"week": {"montag": [{"von": "9:00", "bis": "12:00"}, {"von": "11:30", "bis": "13:00"}]}}, "week.montag", "11:30–13:00"),
        ({"exceptions": [{"am": "2026-12-01", "zeiten": [{"von": "9:00", "bis": "12:00"}, {"von": "8:00", "bis": "10:00"}]}]},
         "exceptions.0", "überschneiden"),
        ({"exceptions": [{"am": "2026-12-01"}, {"am": "2026-12-01"}]}, "exceptions", "01.12.2026 zweimal"),
        ({"role": "Frau Müller"}, "role", "richtige Form"), ({"week": {"montag": [{"von": "9:00", "bis": "8:00"}]}},
         "week.montag.0.bis", "nach dem Beginn"), ({"leave": [{"von": "2026-12-02", "bis": "2026-12-01"}]}, "leave.0.bis", "vor"),
        ({"lengths": [25, 31]}, "lengths.1", "fünf Minuten"), ({"topics": ["quatsch"]}, "topics.0", "kennt nur"),
        ({"week": {"monday": []}}, "week.monday", "gehört nicht"), ({"id": "foe-x"}, "id", "richtige Form"),
    ])  # fmt: skip
    def test_names_field_reason_and_remedy_of_what_is_wrong(self, content, changes, field, reason):
        errors = errors_of(content, {**WHOLE, "id": "ber-ganz", "role": "Ganz"}, {**WHOLE, **changes})
        assert [(one.file, one.field) for one in errors] == [("beratung.yml", field)]
        assert reason in errors[0].reason and errors[0].remedy and errors[0].remedy.startswith(("Bitte", "Die id"))
        with pytest.raises(ContentError, match=reason):
            read_advisers(content)

    def test_needs_one_who_is_there_for_everything(self, content):
        (error,) = errors_of(content, {**WHOLE, "topics": ["pflege"]}, {**WHOLE, "id": "ber-b", "role": "B", "lands": ["DE-SN"]})
        assert error.record is None and "für alle Themen und alle Orte" in error.reason

    def test_takes_no_id_and_no_role_twice(self, content):
        assert [one.field for one in errors_of(content, WHOLE, {**WHOLE, "role": "B"})] == ["id"]
        assert [one.field for one in errors_of(content, WHOLE, {**WHOLE, "id": "ber-b"})] == ["role"]

    def test_tells_everything_that_is_wrong_at_once(self, content):
        errors = errors_of(content, {**WHOLE, "lands": ["DE-XX"], "week": {}}, {"id": "ber-b"}, "kein Eintrag")
        assert {one.record for one in errors} == {"ber-alle", "ber-b", "Eintrag 3"} and len(errors) >= 7

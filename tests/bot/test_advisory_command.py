"""`./lotse advisory` as the staff calls it, on a real database with the advisers of this office."""
from __future__ import annotations

import io
import json
import re
import sys
from datetime import datetime, timedelta, timezone

import pytest

from bot import cli
from bot.commands.advisory import ACCESS, FORMATS, STATES
from bot.compose_office import office_services
from bot.settings import read_settings
from knowledge.advisers import read_advisers
from knowledge.revisions import Origin
from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.store import RecordStore
from office.appointments.calendars import BusyTimes
from office.matters.kinds.appointment import APPOINTMENT, CANCELLED, MISSED, TOOK_PLACE
from storage.migrate import database_at_hand
from tests.conversations.manners import check_german

BOOK = ("book", "--adviser=ber-foerderung", "--format=telefon", "--consent", "--name=Uli", "--reach=0351 1234567")


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """A Thursday, ten o'clock."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    monkeypatch.setenv("LOTSE_NOW", "2026-11-26T10:00")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return read_settings()


@pytest.fixture
def loaded(settings):
    with database_at_hand(settings.database_url) as database:
        RecordStore(database).load(read_advisers(settings.content), settings.now())
    return settings


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["advisory", *arguments])
        said = capfd.readouterr()
        for line in (said.out + said.err).splitlines():
            if not line.startswith("{"):
                check_german(re.sub(r"\bber-[a-z-]+", "", line))
        return (code, *said)

    return call


@pytest.fixture
def number(loaded, lotse) -> str:
    """A session on Tuesday, 1 December, at nine."""
    _, said, _ = lotse(*BOOK, "--start=2026-12-01T09:00", "--topic=Geld für einen Bürgerbus")
    return re.search(r"TERMIN-\w+", said)[0]


def lines(lotse, *arguments: str) -> list[dict]:
    code, said, _ = lotse(*arguments, "--json")
    assert code == 0
    return [json.loads(line) for line in said.splitlines()]


def test_what_can_be_chosen_is_what_there_is():
    assert FORMATS == tuple(one.value for one in SessionFormat) and ACCESS == tuple(one.value for one in AccessNeed)
    assert STATES == (TOOK_PLACE, MISSED)


def test_without_advisers_it_says_where_they_come_from(settings, lotse):
    for call in (["slots"], ["advisers"], ["day"], [*BOOK, "--start=2026-12-01T09:00"]):
        code, _, error = lotse(*call)
        assert code == 1 and "beratung.yml" in error and "./lotse start" in error


def test_the_advisers_are_shown_to_read_and_as_the_file_has_them(loaded, lotse):
    _, said, _ = lotse("advisers")
    assert "Förderberatung (ber-foerderung)" in said and "Montag 09:00–12:00 und 13:00–16:00" in said
    told = {one["id"]: one for one in lines(lotse, "advisers")}
    assert told["ber-foerderung"]["week"]["mittwoch"] == [{"von": "09:00", "bis": "12:00"}]


class TestSlots:
    def test_are_narrowed_by_topic_place_form_and_days(self, loaded, lotse):
        found = lines(lotse, "slots", "--topic=finanzierung", "--place=Bautzen", "--format=telefon", "--day=2026-12-01", "--limit=2")
        assert [(one["adviser"], one["starts_at"], one["minutes"]) for one in found] == [
            ("ber-foerderung", "2026-12-01T09:00:00+01:00", 30), ("ber-foerderung", "2026-12-01T09:30:00+01:00", 30),
        ]  # fmt: skip
        (visit,) = lines(lotse, "slots", "--place=Bautzen", "--format=besuch", "--minutes=90", "--limit=1")
        assert (visit["adviser"], visit["minutes"], visit["is_wished"]) == ("ber-lausitz-unterwegs", 90, True)
        last = lines(lotse, "slots", "--from=2026-12-03", "--until=2026-12-04", "--adviser=ber-foerderung", "--limit=99")
        assert {one["starts_at"][:10] for one in last} == {"2026-12-03", "2026-12-04"}

    @pytest.mark.parametrize("name", ["finanzierung", "Fördermittel", "geld", "Geld und Finanzierung", "Zuschuss für einen Zaun"])
    def test_are_found_by_any_name_of_a_topic(self, loaded, lotse, name):
        places = "--place=Kamenz", "--format=video"
        one, other = (lines(lotse, "slots", f"--topic={topic}", *places) for topic in ("finanzierung", name))
        assert one == other and one[0]["adviser"] == "ber-foerderung"
        assert lines(lotse, "slots", "--topic=Bürgerbus", *places) != one

    def test_can_be_copied_into_a_booking(self, loaded, lotse):
        _, said, _ = lotse("slots", "--adviser=ber-foerderung", "--limit=1")
        assert lotse("book", *said.splitlines()[1].split(), *BOOK[2:])[0] == 0

    def test_on_other_days_are_told_to_be_no_more_than_near(self, loaded, lotse):
        _, said, _ = lotse("slots", "--adviser=ber-foerderung", "--day=2026-12-06", "--limit=1")
        assert said.startswith("An diesen Tagen ist nichts frei.") and "Montag, 7. Dezember 2026" in said
        assert not any(one["is_wished"] for one in lines(lotse, "slots", "--adviser=ber-foerderung", "--day=2026-12-06"))

    def test_that_nobody_can_give_name_what_stands_in_the_way(self, loaded, lotse):
        assert lotse("slots", "--language=tr")[1] == "Kein Platz kann das. Ohne --language gäbe es einen.\n"

    @pytest.mark.parametrize("given, said", [
        (["--topic=Fördermittel", "--topic=Quatsch"], "„Quatsch“ ist nicht bekannt. Bekannt sind: Alter, Arbeit"),
        (["--place=Xqzburg"], "nicht bekannt"), (["--place=Neustadt"], "mehrere Orte"),
        (["--adviser=ber-niemand"], "ber-foerderung"), (["--day=2026-12-01", "--from=2026-12-01"], "entweder --day"),
        (["--from=2026-12-02", "--until=2026-12-01"], "liegt vor dem ersten"),
    ])  # fmt: skip
    def test_asked_for_wrongly_are_refused_with_what_to_do(self, loaded, lotse, given, said):
        code, _, error = lotse("slots", *given)
        assert code == 1 and said in error


class TestABooking:
    def test_needs_a_consent_that_was_read_out(self, loaded, lotse):
        code, _, error = lotse(*(one for one in BOOK if one != "--consent"), "--start=2026-12-01T09:00")
        assert code == 1 and "Musterstelle für Soziale Innovation" in error and "--consent" in error
        assert lines(lotse, "list") == []

    def test_tells_number_and_code_and_is_kept_with_all_that_was_said(self, loaded, lotse):
        code, said, _ = lotse(*BOOK, "--start=2026-12-01T09:00", "--needs=Bitte langsam", "--by=Empfang")
        number = re.search(r"TERMIN-\w+", said)[0]
        assert code == 0 and re.search(r"Code: \w{5}-\w{5}-\w{5}", said) and "1. Dezember 2026, 9 bis 9:30 Uhr" in said
        shown = json.loads(lotse("show", number.lower(), "--json")[1])
        assert shown["told"] == {"name": "Uli", "needs": "Bitte langsam"} and shown["state"] == "booked"
        kept = office_services(loaded).of(APPOINTMENT).find(number)
        assert kept.history[0].by == "Empfang" and kept.consent.version == "2026-11"

    def test_asks_at_a_terminal_for_what_was_not_given(self, loaded, lotse, monkeypatch):
        typed = io.StringIO("Ada\n0351 7654321\nBürgerbus\n\n\n")
        typed.isatty = lambda: True
        monkeypatch.setattr(sys, "stdin", typed)
        code, _, error = lotse("book", "--adviser=ber-foerderung", "--format=video", "--consent", "--start=2026-12-01T09:00")
        assert code == 0 and "Telefonnummer oder Mailadresse: " in error and "Wohin" not in error
        assert lines(lotse, "list")[0]["told"] == {"name": "Ada", "topic": "Bürgerbus"}

    def test_may_be_short_notice_but_never_twice_nor_outside_the_hours(self, loaded, lotse):
        assert lotse(*BOOK, "--start=2026-11-26T11:00")[0] == 0
        for start in ("2026-11-26T11:00", "2026-11-26T11:30", "2026-11-26T13:00", "2026-11-26T09:00", "2026-12-01T09:10"):
            code, _, error = lotse(*BOOK, f"--start={start}")
            assert code == 1 and "./lotse advisory slots" in error, start
        assert len(lines(lotse, "list")) == 1

    @pytest.mark.parametrize("changes, said", [
        (["--format=vor_ort"], "Diese Form hat der Platz nicht"), (["--name="], "--name fehlt"),
        (["--reach=keine"], "--reach braucht"), (["--name=" + "x" * 81], "höchstens 80"), (["--by=" + "x" * 81], "--by braucht"),
        (["--adviser=ber-lausitz-unterwegs", "--format=besuch", "--start=2026-12-01T10:00"], "--place"),
    ])  # fmt: skip
    def test_that_lacks_something_says_what(self, loaded, lotse, changes, said):
        code, _, error = lotse(*BOOK, "--start=2026-12-01T09:00", *changes)
        assert code == 1 and said in error and lines(lotse, "list") == []

    def test_is_moved_and_its_old_time_is_free_again(self, number, lotse):
        code, said, _ = lotse("move", number, "--start=2026-12-02T10:00")
        assert code == 0 and "Mittwoch, 2. Dezember 2026, 10 bis 10:30 Uhr" in said
        assert lotse(*BOOK, "--start=2026-12-01T09:00")[0] == 0
        code, _, error = lotse("move", number, "--start=2026-12-01T09:00")
        assert code == 1 and "nicht zu haben" in error

    def test_is_cancelled_once_with_a_reason(self, number, lotse, loaded):
        assert "wieder frei" in lotse("cancel", number, "--reason=Wir sind krank.")[1]
        code, _, error = lotse("cancel", number)
        assert code == 1 and "schon abgesagt" in error
        event = office_services(loaded).of(APPOINTMENT).find(number).history[-1]
        assert (event.state, event.reason, event.by) == (CANCELLED, "Wir sind krank.", "Stelle")
        assert lines(lotse, "list") == [] and lines(lotse, "list", "--with-cancelled")[0]["is_cancelled"]

    def test_is_noted_as_held_only_when_it_has_begun(self, number, lotse, monkeypatch):
        code, _, error = lotse("set-state", number, "missed")
        assert code == 1 and "noch nicht begonnen" in error
        monkeypatch.setenv("LOTSE_NOW", "2026-12-01T10:00")
        assert lotse("set-state", number, "took_place")[1] == f"{number}: hat stattgefunden.\n"
        assert "hat stattgefunden Stelle" in lotse("show", number)[1]
        code, _, error = lotse("cancel", number)
        assert code == 1 and "ist vorbei" in error

    def test_that_is_withdrawn_leaves_no_words_and_a_free_time(self, number, lotse, loaded):
        assert lotse("withdraw", number)[1] == f"{number} ist zurückgezogen. Was die Person angegeben hat, ist gelöscht.\n"
        assert office_services(loaded).of(APPOINTMENT).find(number).told == {}
        assert lotse(*BOOK, "--start=2026-12-01T09:00")[0] == 0
        assert "Es ist nichts geändert" in lotse("withdraw", number)[1]

    @pytest.mark.parametrize("verb", [["show"], ["cancel"], ["withdraw"], ["move", "--start=2026-12-02T10:00"], ["set-state", "missed"]])
    def test_that_nobody_knows_is_told_with_what_to_do(self, loaded, lotse, verb):
        code, _, error = lotse(verb[0], "TERMIN-999999", *verb[1:])
        assert code == 1 and "TERMIN-999999" in error and "./lotse advisory list" in error


class TestADay:
    def test_shows_hours_and_who_comes_or_why_nobody_is_there(self, number, lotse):
        _, said, _ = lotse("day", "2026-12-01")
        assert "Dienstag, 1. Dezember 2026" in said and "(ber-foerderung): 09:00–12:00 und 13:00–16:00" in said
        assert number in said and "Uli, +493511234567" in said
        assert "(ber-mobilitaet-nahversorgung): keine Zeiten" in said
        assert "(ber-foerderung): frei, Erster Weihnachtstag" in lotse("day", "2026-12-25", "--adviser=ber-foerderung")[1]
        assert [one["number"] for one in lines(lotse, "day", "2026-12-01")] == [number]

    def test_shows_what_meets_something_else_in_the_calendar_of_the_adviser(self, number, lotse, settings):
        assert "Achtung" not in lotse("day", "2026-12-01")[1]
        nine = datetime(2026, 12, 1, 8, tzinfo=timezone.utc)
        with database_at_hand(settings.database_url) as database:
            BusyTimes(database).keep("ber-foerderung", [(nine, nine + timedelta(hours=1))], 0, nine)
        shown = lotse("day", "2026-12-01")[1].splitlines()
        place = next(place for place, line in enumerate(shown) if line.startswith(number))
        assert "    Achtung: Zur selben Zeit steht etwas anderes im Kalender." in shown[place:]
        assert [one["collides"] for one in lines(lotse, "day", "2026-12-01")] == [True]

    def test_is_today_unless_it_is_named(self, loaded, lotse):
        assert lotse("day")[1].startswith("Donnerstag, 26. November 2026\n")


class TestAnEditOfAnAdviser:
    @pytest.fixture
    def edited(self, number, settings):
        """From now on there is nobody on Tuesdays."""
        with database_at_hand(settings.database_url) as database:
            store = RecordStore(database)
            adviser = next(one for one in store.advisers() if one.id == "ber-foerderung")
            week = adviser.week.copy(update={"dienstag": ()})
            store.revise(adviser.copy(update={"week": week}), 1, Origin.CONSOLE, settings.now())

    def test_names_the_sessions_that_no_longer_fit_and_moves_none(self, number, lotse, edited):
        code, said, _ = lotse("list", "--misplaced")
        assert code == 0 and number in said and "keine Sprechstunde" in said
        assert [(one["number"], one["misfit"]) for one in lines(lotse, "list", "--misplaced")] == [(number, "no_hours")]
        assert lines(lotse, "list", "--misplaced", "--adviser=ber-allgemein") == []
        assert "Achtung: Der Platz hat zu dieser Zeit keine Sprechstunde." in lotse("day", "2026-12-01")[1]
        assert lines(lotse, "list")[0]["starts_at"].startswith("2026-12-01T09:00")

    def test_is_told_to_the_office_each_day_until_they_are_moved(self, number, lotse, edited, capfd):
        assert cli.main(["digest", "show"]) == 0
        shown = capfd.readouterr().out
        assert "Dieser Termin passt nicht mehr" in shown and f"{number}  01.12.2026 09:00 Uhr  ber-foerderung" in shown
        assert "Uli" not in shown and lotse("move", number, "--start=2026-12-02T10:00")[0] == 0
        cli.main(["digest", "show"])
        assert "passt nicht mehr" not in capfd.readouterr().out

    def test_that_changes_nothing_says_so(self, number, lotse):
        assert lotse("list", "--misplaced")[1] == "Alle Termine passen zu den Zeiten ihres Platzes.\n"
        assert lotse("list", "--misplaced", "--from=2026-12-01")[0] == 1


class TestLeave:
    def test_names_the_sessions_that_lie_in_it_and_blocks_the_rest(self, number, lotse):
        code, said, _ = lotse("leave", "add", "ber-foerderung", "2026-12-01", "2026-12-02")
        assert code == 0 and number in said and "Darin liegt ein Termin" in said and "./lotse advisory move" in said
        assert lotse(*BOOK, "--start=2026-12-01T10:00")[0] == 1
        assert "abwesend" in lotse("day", "2026-12-01", "--adviser=ber-foerderung")[1]

    def test_is_listed_with_that_of_the_file_and_taken_back_by_its_number(self, number, lotse):
        lotse("leave", "add", "ber-foerderung", "2026-12-01")
        mine, file = lines(lotse, "leave", "list")
        assert (mine["first"], mine["last"], mine["sessions"]) == ("2026-12-01", "2026-12-01", [number])
        assert (file["id"], file["adviser"]) == (None, "ber-pflege-gesundheit")
        assert "1 Termin liegt darin" in lotse("leave", "list", "--adviser=ber-foerderung")[1]
        assert lotse("leave", "remove", str(mine["id"]))[0] == 0
        code, _, error = lotse("leave", "remove", str(mine["id"]))
        assert code == 1 and "./lotse advisory leave list" in error
        assert lotse("leave", "list", "--adviser=ber-foerderung")[1] == "Es ist keine Abwesenheit eingetragen.\n"

    @pytest.mark.parametrize("given, said", [
        (["ber-niemand", "2026-12-01"], "Bekannt sind"), (["ber-foerderung", "2026-12-02", "2026-12-01"], "vor dem ersten"),
        (["ber-foerderung", "2025-12-01"], "ist vorbei"), (["ber-foerderung", "2026-12-01", "--by="], "--by braucht"),
    ])  # fmt: skip
    def test_entered_wrongly_is_refused(self, loaded, lotse, given, said):
        code, _, error = lotse("leave", "add", *given)
        assert code == 1 and said in error

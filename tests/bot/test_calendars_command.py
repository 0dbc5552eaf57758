"""Calendars from the settings to a real server: `./lotse calendars`, `worker once`, the digest, as the staff calls them."""
from __future__ import annotations

import pytest

from bot import cli
from bot.compose_office import office_at_hand
from bot.processes import assistant_processes
from bot.settings import CalendarSettings, SettingsError, read_settings
from knowledge.advisers import read_advisers
from knowledge.revisions import Origin
from knowledge.store import RecordStore
from office.appointments.model import SessionWish
from storage.migrate import database_at_hand
from tests.conversations.manners import check_german
from tests.fakes.radicale_server import PASSWORD, USER, RadicaleServer, event
from tests.office.appointments.booking_setup import an_adviser, booked

ADVISER = "ber-foerderung"
URL, SECRET = "LOTSE_CALDAV_BER_FOERDERUNG_URL", "LOTSE_CALDAV_BER_FOERDERUNG_PASSWORD"


@pytest.fixture
def radicale(tmp_path):
    folder = tmp_path / "radicale"
    folder.mkdir()
    with RadicaleServer(folder) as server:
        yield server


@pytest.fixture
def settings(tmp_path, monkeypatch, radicale):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    monkeypatch.setenv("LOTSE_NOW", "2026-11-26T10:00")
    monkeypatch.setenv(URL, radicale.url.replace("//", f"//{USER}@", 1))
    monkeypatch.setenv(SECRET, PASSWORD)
    given = read_settings()
    with database_at_hand(given.database_url) as database:
        RecordStore(database).load(read_advisers(given.content), given.now())
    return given


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(list(arguments))
        return (code, *capfd.readouterr())

    return call


def first_slot(settings):
    with office_at_hand(settings) as office:
        return office.appointments.find(SessionWish(adviser=ADVISER, minutes=30), settings.now()).slots[0]


def test_the_whole_way_from_the_calendar_to_the_offer_and_from_the_booking_to_the_calendar(settings, radicale, lotse):
    code, shown, _ = lotse("calendars", "check")
    assert (code, shown) == (0, "ber-foerderung (Förderberatung): lesbar. Termine eintragen ist erlaubt.\n")
    slot = first_slot(settings)
    radicale.add("x", event("x", f":{slot.starts_at:%Y%m%dT%H%M%SZ}", f":{slot.ends_at:%Y%m%dT%H%M%SZ}"))
    code, shown, _ = lotse("worker", "once")
    assert code == 0 and "Kalender von ber-foerderung gelesen: 1" in shown
    other = first_slot(settings)
    assert other.starts_at > slot.starts_at
    with office_at_hand(settings) as office:
        result = booked(office.appointments, other, now=settings.now())
    code, shown, _ = lotse("calendars", "list")
    assert code == 0 and "noch einzutragen oder zu löschen sind: 1" in shown and "gelesen am 26.11.2026 10:00 Uhr" in shown
    check_german(shown.replace(ADVISER, ""))
    assert "Termine im Kalender von ber-foerderung eingetragen oder gelöscht: 1" in lotse("worker", "once")[1]
    assert f"{result.number.lower()}.ics" in radicale.entries()
    with office_at_hand(settings) as office:
        office.appointments.cancel(result.number, result.code, settings.now())
    lotse("worker", "once")
    assert set(radicale.entries()) == {"x.ics"}


def test_a_server_that_is_down_and_a_collision_are_told_to_the_office(settings, radicale, lotse, monkeypatch):
    with office_at_hand(settings) as office:
        result = booked(office.appointments, first_slot(settings), now=settings.now())
    starts, ends = result.appointment.slot.starts_at, result.appointment.slot.ends_at
    radicale.add("x", event("x", f":{starts:%Y%m%dT%H%M%SZ}", f":{ends:%Y%m%dT%H%M%SZ}"))
    lotse("worker", "once")
    code, shown, _ = lotse("calendars", "list")
    assert code == 0 and "stoßen im Kalender mit etwas anderem zusammen" in shown and result.number in shown
    radicale.stop()
    code, shown, error = lotse("worker", "once")
    assert code == 0 and "Kalender von ber-foerderung gelesen: 0" in shown and "lässt sich nicht lesen" in error
    code, shown, _ = lotse("calendars", "list")
    assert code == 1 and "nicht lesbar seit 26.11.2026 10:00 Uhr: Der Server ist nicht zu erreichen." in shown
    check_german(shown.replace(ADVISER, ""))
    monkeypatch.setenv("LOTSE_NOW", "2026-11-26T12:00")
    shown = lotse("digest", "show")[1]
    assert "Der Kalender von ber-foerderung ist seit 26.11.2026 10:00 Uhr nicht lesbar." in shown and result.number in shown
    check_german(shown.replace(ADVISER, ""))
    assert "1 eingestellt, nicht lesbar: ber-foerderung" in lotse("status")[1]
    assert lotse("calendars", "check")[0] == 1


@pytest.mark.parametrize("change, said", [
    ({SECRET: "falsch"}, "nimmt Namen oder Passwort nicht an"),
    ({URL: "http://beratung@127.0.0.1:1/kalender/"}, "nicht zu erreichen"),
])
def test_a_check_says_what_to_mend(settings, lotse, monkeypatch, change, said):
    for name, value in change.items():
        monkeypatch.setenv(name, value)
    code, shown, error = lotse("calendars", "check")
    assert code == 1 and said in shown and PASSWORD not in shown + error
    check_german(shown.replace(ADVISER, ""))


def test_an_address_that_is_no_calendar_is_told(settings, radicale, lotse, monkeypatch):
    monkeypatch.setenv(URL, f"http://{USER}@127.0.0.1:{radicale.port}/{USER}/")
    assert lotse("calendars", "check")[:2] == (1, "ber-foerderung (Förderberatung): Unter der Adresse liegt kein Kalender. "
                                               "Gebraucht wird die Adresse eines einzelnen Kalenders.\n")  # fmt: skip


def test_a_calendar_for_an_adviser_that_nobody_knows_is_told(settings, lotse, monkeypatch):
    monkeypatch.delenv(URL), monkeypatch.delenv(SECRET)
    code, shown, _ = lotse("calendars", "list")
    assert code == 0 and shown.startswith("Es ist kein Kalender eingestellt.")
    monkeypatch.setenv("LOTSE_CALDAV_BER_NIEMAND_URL", "https://a@cloud.example.org/kalender/")
    monkeypatch.setenv("LOTSE_CALDAV_BER_NIEMAND_PASSWORD", "geheim")
    code, shown, _ = lotse("calendars", "list")
    assert code == 1 and shown.startswith("ber-niemand: Einen Platz der Beratung mit dieser id gibt es nicht.")
    assert lotse("calendars", "check")[:2] == (1, shown)
    check_german(shown.replace("ber-niemand", ""))
    code, shown, error = lotse("worker", "once")
    assert code == 0 and "Kalender von ber-niemand gelesen: 0" in shown and "„ber-niemand“" in error


def test_an_adviser_whom_only_the_database_knows_has_a_calendar(settings, radicale, lotse, monkeypatch):
    monkeypatch.setenv("LOTSE_CALDAV_BER_NEU_URL", radicale.url.replace("//", f"//{USER}@", 1))
    monkeypatch.setenv("LOTSE_CALDAV_BER_NEU_PASSWORD", PASSWORD)
    with database_at_hand(settings.database_url) as database:
        RecordStore(database).revise(an_adviser("ber-neu", role="Neue Beratung"), 0, Origin.CONSOLE, settings.now())
    code, shown, _ = lotse("calendars", "check")
    assert code == 0 and "ber-neu (Neue Beratung): lesbar." in shown
    assert "Kalender von ber-neu gelesen: 1" in lotse("worker", "once")[1]


def test_settings_of_a_calendar_are_read():
    given = {URL: "https://erika%40example.org@cloud.example.org:8443/remote.php/dav/Meine Termine", SECRET: "geheim"}
    (one,) = read_settings(given).calendars
    assert one == CalendarSettings(
        ADVISER, "https://cloud.example.org:8443/remote.php/dav/Meine%20Termine/", "erika@example.org", "geheim"
    )
    assert "geheim" not in repr(read_settings(given))


@pytest.mark.parametrize("given", [
    {URL: "https://a@cloud.example.org/k/"}, {SECRET: "geheim"}, {URL: "https://cloud.example.org/k/", SECRET: "geheim"},
    {URL: "https://a:geheim@cloud.example.org/k/", SECRET: "x"}, {URL: "webcal://a@cloud.example.org/k/", SECRET: "x"},
    {URL: "https://a@cloud.example.org/k/?x=1", SECRET: "x"}, {URL: "https://a@[cloud/k/", SECRET: "x"},
    {URL: "http://a@cloud.example.org/k/", SECRET: "x"}, {URL: "http://a@127.0.0.1.example.org/k/", SECRET: "x"},
    {"LOTSE_CALDAV_UNENCRYPTED": "vielleicht"}, {"LOTSE_CALDAV_PERSON": "vielleicht"},
])  # fmt: skip
def test_a_setting_that_cannot_be_used_is_refused_with_its_name(given):
    with pytest.raises(SettingsError, match="LOTSE_CALDAV_") as refused:
        read_settings(given)
    assert "geheim" not in str(refused.value)


def test_without_encryption_only_to_this_machine_or_if_it_is_said():
    plain = {URL: "http://a@cloud.example.org/k/", SECRET: "x", "LOTSE_CALDAV_UNENCRYPTED": "yes"}
    assert read_settings(plain).calendars[0].url == "http://cloud.example.org/k/"
    assert read_settings({URL: "http://a@localhost:5232/k", SECRET: "x"}).calendars[0].url == "http://localhost:5232/k/"


def test_only_the_worker_gets_the_passwords(settings, tmp_path):
    specs = {one.name: one.environment for one in assistant_processes(settings, tmp_path / "model.tar.gz")}
    assert {name for name, environment in specs.items() if SECRET in environment} == {"worker"}

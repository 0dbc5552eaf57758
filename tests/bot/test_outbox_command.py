"""`./lotse outbox` and `./lotse worker once` as the staff calls them, on a real database and a real mail server."""
from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest

from bot import cli
from bot.compose_office import office_at_hand
from bot.settings import SettingsError, read_settings
from office.mail import Addresses
from office.matters.kinds.callback import CALLBACK
from office.work import JobRun
from storage import Database
from tests.conversations.manners import check_german
from tests.fakes.smtp_server import DIE, MoodySmtpServer
from tests.office.matter_setup import a_matter
from tests.office.mail_setup import ADDRESS
from wording.outbox_list import last_work


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    monkeypatch.setenv("LOTSE_NOW", "2026-11-24T10:00")
    monkeypatch.setenv("LOTSE_DIGEST_HOUR", "23")  # the mails here are those to people
    monkeypatch.setenv("LOTSE_PUBLIC_URL", "https://lotse.example.org")
    return read_settings()


@pytest.fixture
def database(settings):
    opened = Database(settings.database_url)
    yield opened
    opened.close()


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(list(arguments))
        return (code, *capfd.readouterr())

    return call


@pytest.fixture
def server(monkeypatch):
    with MoodySmtpServer() as server:
        monkeypatch.setenv("LOTSE_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        yield server


@pytest.fixture
def number(settings) -> str:
    """A call-back with a mail about it, whose address nobody has confirmed yet."""
    with office_at_hand(settings) as office:
        return a_matter(office.of(CALLBACK), reach=ADDRESS, now=settings.now()).number


def listed(lotse, *more: str) -> list[dict]:
    return json.loads(lotse("outbox", "list", "--json", *more)[1])


def test_an_empty_outbox_says_so_even_before_the_first_start(settings, lotse):
    assert lotse("outbox", "list") == (0, "Es gibt keine Mails, die dazu passen.\n", "")


def test_without_a_server_the_outbox_holds_the_mails_and_shows_them(number, lotse):
    code, shown, _ = lotse("worker", "once")
    assert code == 0 and "Mails verschickt: 0" in shown and "kein Mailserver eingestellt" in shown
    code, shown, _ = lotse("outbox", "list")
    assert code == 0 and "wartet auf Bestätigung" in shown and "Bitte bestätigen Sie Ihre Mailadresse" in shown
    assert "kein Mailserver eingestellt" in shown and ADDRESS in shown
    check_german(shown)
    held = next(one for one in listed(lotse) if one["state"] == "held")
    shown = lotse("outbox", "show", str(held["id"]))[1]
    assert f"Ihre Nummer: {number}" in shown and f"An:               {ADDRESS}" in shown and f"Vorgang:          {number}" in shown
    assert "https://lotse.example.org/mail/abbestellen/" in json.loads(lotse("outbox", "show", str(held["id"]), "--json")[1])["body"]


def test_the_whole_way_confirm_then_the_number_arrives(number, lotse, server, database, settings):
    assert "Mails verschickt: 1" in lotse("worker", "once")[1]
    (asking,) = server.received
    token = asking.message.get_content().split("/mail/bestaetigen/")[1].split()[0]
    assert number not in asking.raw.decode() and asking.message["From"].addresses[0].addr_spec == "kontakt@musterstelle.example"
    assert "Mails verschickt: 0" in lotse("worker", "once")[1]
    Addresses(database).confirm(token, settings.now())
    assert "Mails verschickt: 1" in lotse("worker", "once")[1] and len(server.received) == 2
    told = server.received[1].message
    assert told["Subject"] == "Ihre Bitte um Rückruf ist angekommen" and number in told.get_content()
    assert listed(lotse) == []
    sent = listed(lotse, "--state", "sent")
    assert len(sent) == 2 and not any(one["recipient"] or one["subject"] for one in sent)


def test_a_doubtful_mail_is_shown_first_and_somebody_decides(number, lotse, server):
    server.moods["dot"] = DIE
    lotse("worker", "once")
    shown = lotse("outbox", "list")[1]
    assert "ungewiss" in shown.splitlines()[0] and "Ungewiss heißt" in shown and "nach dem Ende des Inhalts (1. Versuch)" in shown
    check_german(shown)
    first = listed(lotse)[0]
    assert first["state"] == "uncertain" and first["problem"]["phase"] == "dot"
    server.moods.clear()
    assert lotse("outbox", "retry", str(first["id"]))[:2] == (0, f"Mail {first['id']} wird bei der nächsten Gelegenheit noch einmal verschickt.\n")
    assert "Mails verschickt: 1" in lotse("worker", "once")[1]
    assert server.received[0].message_id == server.received[1].message_id


def test_a_dropped_mail_is_forgotten(number, lotse):
    held = next(one for one in listed(lotse) if one["state"] == "held")
    assert "ist verworfen" in lotse("outbox", "drop", str(held["id"]))[1]
    code, said, complaint = lotse("outbox", "retry", str(held["id"]))
    assert (code, said) == (1, "") and "geht das nicht" in complaint
    shown = lotse("outbox", "show", str(held["id"]))[1]
    assert ADDRESS not in shown and "Die Stelle hat sie verworfen." in shown


def test_status_counts_the_mails_and_tells_when_the_worker_worked(number, lotse):
    lotse("worker", "once")
    shown = lotse("status")[1]
    assert "Mails:   1 wartet, 1 wartet auf Bestätigung (kein Mailserver eingestellt)\n" in shown
    assert "Arbeit:  24.11.2026 10:00\n" in shown


def test_work_that_failed_is_named_until_it_is_no_longer_done():
    last = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)
    runs = (JobRun("read_calendar:ber-ann", last, 0, "KeyError"), JobRun("read_calendars", last - timedelta(days=3), 0, "OSError"))
    assert last_work(runs, timezone.utc) == "24.11.2026 09:00, gescheitert: Kalender von ber-ann lesen"


@pytest.mark.parametrize("part", ["show", "retry", "drop"])
def test_an_unknown_number_is_one_sentence(settings, lotse, part):
    code, said, complaint = lotse("outbox", part, "999")
    assert (code, said) == (1, "") and "gibt es nicht" in complaint and complaint.count("\n") == 1


def test_a_job_that_fails_is_told_and_gives_an_exit_code(settings, lotse, database):
    lotse("worker", "once")
    with database.changing_tables() as connection:
        connection.exec_driver_sql("DROP TABLE form_draft")
    code, shown, complaint = lotse("worker", "once")
    assert code == 1 and "alte Entwürfe löschen: gescheitert (StorageError)" in shown and "alte Mails gelöscht: 0" in shown
    assert "forget_drafts" in complaint


def test_time_sets_what_is_due(number, lotse, monkeypatch):
    monkeypatch.setenv("LOTSE_NOW", "2027-06-01T10:00")
    shown = lotse("worker", "once")[1]
    assert "alte Vorgänge gelöscht: 1" in shown and "alte Mailadressen vergessen: 1" in shown
    assert listed(lotse, "--state", "all") == []  # its mails went with it, also the one that asks for a confirmation


@pytest.mark.parametrize("call", [["outbox", part, "--help"] for part in ("list", "show", "retry", "drop")] + [["worker", "--help"]])
def test_each_part_explains_itself(call, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(call)
    shown = capsys.readouterr().out
    assert ended.value.code == 0 and "Aufruf: ./lotse" in shown
    check_german(shown)


@pytest.mark.parametrize(("given", "expected"), [
    ("smtp://mail.example.org", ("mail.example.org", 587, "starttls", None)),
    ("smtps://uli%40example.org@mail.example.org", ("mail.example.org", 465, "tls", "uli@example.org")),
    ("smtp://localhost:2525", ("localhost", 2525, "none", None)),
    ("smtp://[::1]:25", ("::1", 25, "none", None)),
])  # fmt: skip
def test_the_address_of_the_server_is_read(given, expected):
    smtp = read_settings({"LOTSE_SMTP_URL": given, "LOTSE_SMTP_PASSWORD": "geheim"}).smtp
    assert (smtp.host, smtp.port, smtp.security, smtp.user) == expected and "geheim" not in repr(smtp)


def test_without_encryption_only_if_one_says_so():
    given = {"LOTSE_SMTP_URL": "smtp://mail.example.org", "LOTSE_SMTP_UNENCRYPTED": "yes"}
    assert read_settings(given).smtp.security == "none"


@pytest.mark.parametrize("given", [
    {"LOTSE_SMTP_URL": "mail.example.org:587"}, {"LOTSE_SMTP_URL": "http://mail.example.org"}, {"LOTSE_SMTP_URL": "smtp://"},
    {"LOTSE_SMTP_URL": "smtp://mail.example.org:viele"}, {"LOTSE_SMTP_URL": "smtp://a:geheim@mail.example.org"},
    {"LOTSE_SMTP_URL": "smtp://a@mail.example.org"}, {"LOTSE_MAIL_FROM": "niemand"}, {"LOTSE_PUBLIC_URL": "lotse.example.org"},
    {"LOTSE_SMTP_URL": "smtp://a.example", "LOTSE_SMTP_UNENCRYPTED": "vielleicht"}, {"LOTSE_MAIL_FROM": "a@b.de\r\nBcc: c@d.de"},
    {"LOTSE_SMTP_URL": "smtp://mail.example.org", "LOTSE_ENV": "production"},
])  # fmt: skip
def test_wrong_mail_settings_are_refused_with_a_name_and_without_a_secret(given):
    with pytest.raises(SettingsError, match="LOTSE_") as refused:
        read_settings(given)
    assert "geheim" not in str(refused.value)


def test_an_address_whose_mails_came_back_is_marked_and_names_its_cases(settings, lotse):
    with office_at_hand(settings) as office:
        number = a_matter(office.of(CALLBACK), reach=ADDRESS, now=settings.now()).number
    code, out, _ = lotse("outbox", "bounced", ADDRESS)
    assert code == 0 and number in out and "14 Tage" in out
    code, _, error = lotse("outbox", "bounced", "niemand@example.org")
    assert code == 1 and "nichts geändert" in error

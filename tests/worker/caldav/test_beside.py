"""Calendars beside each other and beside the rest of the worker: one server hangs, and nothing else waits for it."""
from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta, timezone

from bot.settings import ROOT
from knowledge.revisions import Origin
from knowledge.store import RecordStore
from office.appointments.calendars import BusyTimes, CalendarEntries, Problem
from office.work import WorkLog
from storage import Database
from tests.fakes.radicale_server import PASSWORD, USER, event
from tests.fakes.smtp_server import MoodySmtpServer
from tests.office.appointments.booking_setup import ANN, BEN, MONDAY, NOW, a_slot, an_adviser, appointments_on, booked
from tests.worker.caldav.calendar_setup import Desk
from tests.worker.mailing import enqueue_mails
from worker.caldav.calendar import RemoteCalendar
from worker.caldav.jobs import AttachedCalendar, ReadCalendar
from worker.caldav.line import CalendarAddress, Patience
from worker.jobs import calendar_jobs, run_lanes

HALF_HOUR = timedelta(minutes=30)
NINE = event("x", ":20261130T080000Z", ":20261130T083000Z")


class SilentServer:
    """Accepts, takes what is sent, and never answers; `lines` are the connections that it has."""

    def __enter__(self) -> SilentServer:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.lines: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for one in self.lines:
            one.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.getsockname()[1]}/kalender/"

    def _accept(self) -> None:
        while True:
            try:
                self.lines.append(self._server.accept()[0])
            except OSError:
                return


def until(condition, seconds: float) -> float:
    """How long it took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, "waited in vain"
        time.sleep(0.05)
    return time.monotonic() - began


def edited(store: Database, *advisers, based_on: int = 0) -> None:
    """As an editor changes advisers, with a revision in the database; the file is another one."""
    for one in advisers:
        RecordStore(store).revise(one, based_on, Origin.CONSOLE, NOW)


def test_while_one_calendar_hangs_mails_and_the_other_calendars_go_on(store, radicale):
    edited(store, an_adviser(), an_adviser(BEN))
    result = booked(appointments_on(store, an_adviser(BEN)), a_slot(60, adviser=BEN))
    radicale.add("x", NINE)
    enqueue_mails(store, "k1")
    with SilentServer() as silent, MoodySmtpServer() as mail_server:
        settings = {
            "DATABASE_URL": store.url.render_as_string(), "LOTSE_ENV": "test", "LOTSE_NOW": "2026-11-26T10:00",
            "LOTSE_SMTP_URL": f"smtp://127.0.0.1:{mail_server.port}",
            "LOTSE_CALDAV_BER_ANN_URL": silent.url.replace("//", f"//{USER}@"), "LOTSE_CALDAV_BER_ANN_PASSWORD": "geheim",
            "LOTSE_CALDAV_BER_BEN_URL": radicale.url.replace("//", f"//{USER}@"), "LOTSE_CALDAV_BER_BEN_PASSWORD": PASSWORD,
        }  # fmt: skip
        command = [sys.executable, "-W", "ignore", "-m", "bot.serve_worker"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, **settings})
        try:
            until(lambda: silent.lines, 40)
            until(
                lambda: f"{result.number.lower()}.ics" in radicale.entries() and mail_server.received
                and BusyTimes(store).busy(BEN, MONDAY.date(), MONDAY.date())
                and {"post_reminders", "offer_waiting", "sweep"} <= {run.name for run in WorkLog(store).runs()},
                9,
            )  # fmt: skip
            assert len(silent.lines) == 1 and BusyTimes(store).busy(ANN, MONDAY.date(), MONDAY.date()) == ()
            process.send_signal(signal.SIGTERM)
            assert until(lambda: process.poll() is not None, 10) < 5, "nor does it keep the process"
        finally:
            process.kill()
            process.communicate()


def test_lanes_run_at_the_same_time_and_each_is_noted(store, radicale):
    """`./lotse worker once` waits for all of them, so the one that hangs counts once and not once for each."""
    radicale.add("x", NINE)
    advisers, patience = (an_adviser(), an_adviser(BEN), an_adviser("ber-kim")), Patience(step=2.0, whole=2.0)
    busy, entries = BusyTimes(store), CalendarEntries(store)
    with SilentServer() as silent:
        urls = {ANN: silent.url, "ber-kim": silent.url, BEN: radicale.url}
        lanes = []
        for adviser, url in urls.items():
            attached = AttachedCalendar(adviser, RemoteCalendar(CalendarAddress(url, USER, PASSWORD), patience))
            lanes.append(calendar_jobs(adviser, ReadCalendar(attached, lambda: advisers, busy, entries), lambda now: 0))
        began = time.monotonic()
        runs = run_lanes(lanes, WorkLog(store), NOW)
        assert time.monotonic() - began < 3.5, "two seconds, not four"
    assert {run.name: run.done for run in runs if run.name.startswith("read")} == {
        f"read_calendar:{ANN}": 0, f"read_calendar:{BEN}": 1, "read_calendar:ber-kim": 0,
    }  # fmt: skip
    problems = {one.adviser: one.problem for one in busy.states()}
    assert problems == {ANN: Problem.TOO_SLOW, "ber-kim": Problem.TOO_SLOW, BEN: None}
    assert {one.name for one in WorkLog(store).runs()} == {run.name for run in runs}


def test_who_is_edited_or_new_in_the_database_counts_without_a_restart(store, radicale, caplog):
    radicale.add("x", NINE)
    radicale.add("y", event("y", ":20270228T080000Z", ":20270228T083000Z"))
    desk = Desk(store, radicale.url)
    desk.read._advisers = RecordStore(store).advisers  # as bot.compose_calendars joins them
    assert desk.read(NOW) == desk.read(NOW) == 0 and caplog.text.count("ber-ann") == 1, "told once"
    edited(store, an_adviser(days_ahead=30))
    assert desk.read(NOW) == 1
    february = datetime(2027, 2, 28, 8, tzinfo=timezone.utc)
    assert desk.busy.busy(ANN, NOW.date(), february.date()) == ((MONDAY, MONDAY + HALF_HOUR),)
    edited(store, an_adviser(days_ahead=120), based_on=1)
    assert desk.read(NOW) == 1
    assert desk.busy.busy(ANN, february.date(), february.date()) == ((february, february + HALF_HOUR),)


def test_a_long_name_of_a_job_is_cut_so_that_it_can_be_kept(store):
    adviser = "ber-" + "x" * 56
    for _ in range(2):
        run_lanes([calendar_jobs(adviser, lambda now: 1, lambda now: 0)], WorkLog(store), NOW)
    assert [len(one.name) for one in WorkLog(store).runs()] == [40, 40]

"""The mail server hangs or drips, and what is due elsewhere is done in time; whoever is killed then sends nothing twice."""
from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta
from typing import Iterator

import pytest
import sqlalchemy as sa

from bot.settings import ROOT
from knowledge.revisions import Origin
from knowledge.store import RecordStore
from knowledge.times.meanings import Days, Minutes
from knowledge.times.wish import TimeWish
from office.appointments.model import SessionWish
from office.mail import MailState
from office.work import WorkLog
from office.work.tables import LeaderRow
from storage import Database
from tests.fakes.smtp_server import DRIP, HANG, MoodySmtpServer
from tests.office.appointments.notices_setup import ADVISER, Desk, a_desk, may_wait
from tests.office.mail_setup import confirm
from tests.session_setup import local
from tests.worker.mailing import enqueue_mails, mails

SESSION = local(2026, 12, 15, 9)
BOOKED_AT, DUE_AT = local(2026, 11, 26, 10), SESSION - timedelta(days=1) + timedelta(hours=8)
"""The evening before the session: the reminder of the day is due, and the adviser's list too."""
MAIN_LANE = {"post_reminders", "post_day_lists", "offer_waiting", "forget_mails", "sweep"}


@pytest.fixture
def desk(store) -> Desk:
    """Somebody has a session tomorrow."""
    RecordStore(store).revise(ADVISER, 0, Origin.CONSOLE, BOOKED_AT)
    confirm(store, now=BOOKED_AT)
    desk = a_desk(store)
    desk.book(SESSION, now=BOOKED_AT)
    return desk


@contextmanager
def the_worker(store: Database, server: MoodySmtpServer) -> Iterator[subprocess.Popen]:
    """As `./lotse start` runs it; in the end it is killed."""
    settings = {
        "DATABASE_URL": store.url.render_as_string(hide_password=False), "LOTSE_ENV": "test",
        "LOTSE_NOW": f"{DUE_AT:%Y-%m-%dT%H:%M}+00:00", "LOTSE_SMTP_URL": f"smtp://127.0.0.1:{server.port}",
    }  # fmt: skip
    command = [sys.executable, "-W", "ignore", "-m", "bot.serve_worker"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, **settings})
    try:
        yield process
    finally:
        process.kill()
        process.wait(10)


def until(condition, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def keys(desk: Desk, state: MailState) -> set[str]:
    return {key for key, one in mails(desk.database).items() if one is state}


def arrived(server: MoodySmtpServer) -> Counter:
    return Counter(one.message_id for one in server.received)


@pytest.mark.parametrize("phase, mood", [
    ("connect", HANG), ("dot", DRIP),
    *(pytest.param(*one, marks=pytest.mark.slow) for one in (("hello", DRIP), ("data", HANG), ("dot", HANG))),
])  # fmt: skip
def test_while_the_mail_server_hangs_all_else_is_done_in_time_and_nothing_comes_twice(desk, phase, mood):
    beside = an_offer_that_is_over(desk)
    enqueue_mails(desk.database, "k1")
    with MoodySmtpServer({phase: mood}) as server:
        with the_worker(desk.database, server):
            until(lambda: server.connections)
            until(lambda: done(desk) >= MAIN_LANE, 9)
            assert done(desk).isdisjoint({"send_mails"}) and len(keys(desk, MailState.SENDING)) == 1
            written = {one.partition(":session:")[2] for one in keys(desk, MailState.WAITING)}
            assert "0:day" in written, "the reminder"
            assert desk.mails("day-list"), "the adviser's list"
            assert desk.waiting.offered(beside, DUE_AT).offer, "the next one on the waiting list"
        (stuck,) = keys(desk, MailState.SENDING)
        server.moods.clear()
        forget_leader(desk.database)
        with the_worker(desk.database, server):
            until(lambda: not keys(desk, MailState.WAITING) and keys(desk, MailState.SENDING) == {stuck})
        had_it = len(keys(desk, MailState.SENT)) + (phase == "dot")
        assert set(arrived(server).values()) == {1} and len(arrived(server)) == had_it


@pytest.mark.slow
def test_killed_again_and_again_beside_the_other_lanes_it_sends_nothing_twice(desk):
    every = [f"k{number}" for number in range(80)]
    enqueue_mails(desk.database, *every)
    chance = random.Random(5)
    with MoodySmtpServer(pause=0.1) as server:
        for _ in range(6):
            forget_leader(desk.database)
            with the_worker(desk.database, server):
                before = len(server.received)
                until(lambda: len(server.received) > before)
                time.sleep(chance.random())
        forget_leader(desk.database)
        with the_worker(desk.database, server):
            until(lambda: not keys(desk, MailState.WAITING))
            time.sleep(1)
        stuck = keys(desk, MailState.SENDING)
        assert set(arrived(server).values()) == {1} and len(stuck) <= 6
        sent = keys(desk, MailState.SENT)
        assert sent | stuck >= set(every) and len(arrived(server)) in range(len(sent), len(sent | stuck) + 1)


def an_offer_that_is_over(desk: Desk) -> str:
    """Two wait for the same time; the first let the offer pass. Gives the second, who is asked next."""
    at = local(2026, 12, 17, 9)
    day = Days(at.date(), at.date())
    wish = SessionWish(times=TimeWish(days=(day,), hours=(Minutes(540, 570),)))
    taken = desk.book(at, reach="0351 1234567", holder="first", now=BOOKED_AT)
    for holder in ("a", "b"):
        desk.waiting.join(wish, holder, may_wait(BOOKED_AT), BOOKED_AT, "")
    desk.appointments.cancel(taken.number, taken.code, BOOKED_AT)
    assert desk.offering.offer_due(BOOKED_AT) == 1 and desk.waiting.offered("a", BOOKED_AT).offer
    assert not desk.waiting.offered("b", DUE_AT).offer
    return "b"


def done(desk: Desk) -> set[str]:
    """The jobs that have run."""
    return {one.name for one in WorkLog(desk.database).runs()}


def forget_leader(store: Database) -> None:
    """As if the lease of the one who was killed were over."""
    with store.writing() as session:
        session.execute(sa.delete(LeaderRow))

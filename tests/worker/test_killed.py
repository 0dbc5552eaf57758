"""Two workers send 200 mails while one after the other is killed at random moments: each mail arrives, none twice by itself."""
from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from bot.settings import ROOT
from office.mail import MailState, Outbox
from storage import Database
from storage.migrate import migrate
from tests.fakes.smtp_server import MoodySmtpServer
from tests.office.mail_setup import NOW
from tests.storage.conftest import database  # noqa: F401
from tests.worker.mailing import a_job, a_transport, enqueue_mails, mails
from worker.smtp import Patience

MAILS = 200
PATIENT = 240
"""Seconds after which the test gives up."""
pytestmark = pytest.mark.slow


def a_worker(url: str, port: int) -> subprocess.Popen:
    command = [sys.executable, "-W", "ignore", "-m", "tests.worker.sending_process", url, str(port)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL)


def is_open(outbox: Outbox) -> bool:
    counts = outbox.counts()
    return bool(counts[MailState.WAITING] or counts[MailState.SENDING])


def test_each_mail_arrives_and_none_twice_by_itself(database):  # noqa: F811
    migrate(database)
    keys = [f"k{number}" for number in range(MAILS)]
    enqueue_mails(database, *keys)
    url, outbox = database.url.render_as_string(hide_password=False), Outbox(database)
    chance, kills = random.Random(7), 0
    with MoodySmtpServer(pause=0.03) as server:
        workers = [a_worker(url, server.port) for _ in range(2)]
        until = time.monotonic() + PATIENT
        try:
            while is_open(outbox) and time.monotonic() < until:
                before = len(server.received)
                wait = time.monotonic() + 20
                while len(server.received) < before + chance.randrange(1, 12) and is_open(outbox) and time.monotonic() < wait:
                    time.sleep(0.01)
                time.sleep(chance.random() * 0.1)
                victim = chance.randrange(2)
                if workers[victim].poll() is None:
                    workers[victim].send_signal(signal.SIGKILL)
                    kills += 1
                workers[victim].wait()
                workers[victim] = a_worker(url, server.port)
        finally:
            for worker in workers:
                worker.kill()
                worker.wait()
        assert kills > 10 and not is_open(outbox), (kills, outbox.counts())
        check_nothing_lost_nothing_doubled(server, database)
        for mail in outbox.list((MailState.UNCERTAIN,)):  # what a person may decide
            outbox.retry(mail.id, NOW)
        a_job(database, a_transport(server, Patience()))(NOW)  # with all the time of the world: nothing here is about haste
        check_all_arrived(server, database)


def check_nothing_lost_nothing_doubled(server: MoodySmtpServer, store: Database) -> None:
    states, arrived = mails(store), Counter(one.recipient.partition("@")[0] for one in server.received)
    assert set(states.values()) <= {MailState.SENT, MailState.UNCERTAIN} and len(states) == MAILS
    assert max(arrived.values()) == 1, "a mail was sent twice though nobody asked for it"
    assert all(arrived[key] == 1 for key, state in states.items() if state is MailState.SENT)


def check_all_arrived(server: MoodySmtpServer, store: Database) -> None:
    assert set(mails(store).values()) == {MailState.SENT}
    ids: dict[str, set[str]] = {}
    for one in server.received:
        ids.setdefault(one.recipient, set()).add(one.message_id)
    assert len(ids) == MAILS and all(len(one) == 1 for one in ids.values()), "a repeat has the same Message-ID"

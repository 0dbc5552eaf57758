"""The worker as it goes on: one leads, a job that fails stops no other, and it ends within seconds."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest

from bot.quiet_logging import QuietFormatter
from bot.settings import ROOT
from office.mail import Outbox
from office.work import JobRun, WorkLog
from storage import StorageError
from storage.migrate import migrate
from tests.fakes.smtp_server import HANG, MoodySmtpServer
from tests.office.mail_setup import NOW
from tests.storage.conftest import database  # noqa: F401
from tests.worker.mailing import enqueue_mails, mails, real_time
from worker.jobs import Job, run_jobs
from worker.running import Worker, WorkerStopped

LEASE, OFTEN = timedelta(seconds=30), timedelta(0)


@pytest.fixture
def worklog(database):  # noqa: F811
    migrate(database)
    return WorkLog(database)


def a_worker(worklog, *jobs: Job, beat=lambda: None, hurry=lambda: None) -> Worker:
    return Worker([jobs], worklog, real_time, lambda: NOW, beat, hurry, pulse_seconds=0.1, tick_seconds=0.02)


def running(worker: Worker) -> threading.Thread:
    thread = threading.Thread(target=worker.run, daemon=True)
    thread.start()
    return thread


def until(condition, seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_one_leads_until_it_steps_down_or_is_not_heard_of(worklog):
    assert worklog.lead("a", NOW, LEASE) and not worklog.lead("b", NOW, LEASE)
    assert worklog.lead("a", NOW + LEASE / 2, LEASE) and not worklog.lead("b", NOW + LEASE, LEASE)
    assert worklog.lead("b", NOW + 2 * LEASE, LEASE) and not worklog.lead("a", NOW + 2 * LEASE, LEASE)
    worklog.step_down("a")
    assert worklog.is_led(NOW + 2 * LEASE)
    worklog.step_down("b")
    assert not worklog.is_led(NOW + 2 * LEASE) and worklog.lead("a", NOW, LEASE)


def test_of_many_that_begin_at_once_one_leads(worklog):
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(lambda number: worklog.lead(str(number), NOW, LEASE), range(8))) == 1


def test_a_job_that_fails_is_noted_and_logged_without_its_words_and_the_next_one_runs(worklog, caplog):
    def fail(_: datetime) -> int:
        raise KeyError("uli@example.org")

    runs = run_jobs([Job("forget_mails", OFTEN, fail), Job("forget_drafts", OFTEN, lambda now: 3)], worklog, NOW)
    assert runs == [JobRun("forget_mails", NOW, 0, "KeyError"), JobRun("forget_drafts", NOW, 3)]
    assert worklog.runs() == tuple(sorted(runs, key=lambda run: run.name))
    (record,) = caplog.records
    record.exc_text = None  # what pytest's own formatter has left
    shown = QuietFormatter("%(message)s").format(record)
    assert "forget_mails" in shown and "KeyError" in shown and "uli" not in shown


def test_a_job_after_a_failure_is_noted_over_it(worklog):
    run_jobs([Job("forget_mails", OFTEN, lambda now: 1 // 0)], worklog, NOW)
    run_jobs([Job("forget_mails", OFTEN, lambda now: 0)], worklog, NOW)
    assert worklog.runs() == (JobRun("forget_mails", NOW, 0),)


def test_of_two_workers_one_works_and_the_other_takes_over(worklog):
    done: list[str] = []
    first, second = (a_worker(worklog, Job("send_mails", OFTEN, lambda now, name=name: done.append(name) or 0)) for name in "ab")
    one = running(first)
    until(lambda: "a" in done)
    other = running(second)
    time.sleep(0.5)
    assert set(done) == {"a"}
    first.stop()
    until(lambda: "b" in done)
    second.stop()
    for thread in (one, other):
        thread.join(5)
        assert not thread.is_alive()


def test_it_beats_only_while_the_database_answers(worklog, database):  # noqa: F811
    beats: list[float] = []
    worker = a_worker(worklog, beat=lambda: beats.append(time.monotonic()))
    thread = running(worker)
    until(lambda: beats)
    with database.changing_tables() as connection:
        connection.exec_driver_sql("DROP TABLE worker_leader")
    time.sleep(0.4)
    count = len(beats)
    time.sleep(0.5)
    assert len(beats) == count
    worker.stop()
    thread.join(5)
    assert not thread.is_alive()
    with pytest.raises(StorageError):
        worklog.is_led(NOW)


def test_a_job_that_hangs_does_not_keep_it(worklog, caplog):
    worker = a_worker(worklog, Job("send_mails", OFTEN, lambda now: time.sleep(60) or 0))
    began = time.monotonic()
    threading.Timer(0.5, worker.stop).start()
    worker.run(grace=0.5)
    assert time.monotonic() - began < 4 and "abgebrochen" in caplog.text


def test_a_part_that_ends_by_itself_ends_the_process(worklog):
    def break_down() -> None:
        raise OSError("no space left")

    with pytest.raises(WorkerStopped):
        a_worker(worklog, beat=break_down).run()


def the_process(url: str, **environment: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "bot.serve_worker"], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "DATABASE_URL": url, "LOTSE_ENV": "test", **environment},
    )  # fmt: skip


def test_the_process_sends_and_ends_within_seconds_while_the_server_hangs(worklog, database):  # noqa: F811
    enqueue_mails(database, "k1", "k2")
    with MoodySmtpServer() as server:
        server.moods_of["k2@example.org"] = {"data": HANG}
        url = database.url.render_as_string(hide_password=False)
        process = the_process(url, LOTSE_SMTP_URL=f"smtp://127.0.0.1:{server.port}")
        until(lambda: server.received, 30)
        time.sleep(0.3)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=15)
        assert time.monotonic() - began < 5 and process.returncode == 0
        assert "mails are sent" in said and "example.org" not in said
    assert mails(database)["k1"].value == "sent" and mails(database)["k2"].value == "waiting"
    assert not WorkLog(database).is_led(datetime.now(timezone.utc))
    assert Outbox(database).list()[0].tries == 0

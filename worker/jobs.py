"""What the worker does, and how often. A job does what is due at the moment that it is given, and is safe to run twice
at once; a new one is a line in `worker_jobs`. Jobs of one lane run one after the other, lanes at the same time; what
waits for somebody else's server has a lane of its own."""
from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Callable, Sequence

from conversation.drafts import DraftStore
from office.errors import StorageError
from office.mail import Addresses, Outbox
from office.work import JobRun, WorkLog

log = logging.getLogger(__name__)

OFTEN = timedelta(seconds=5)
EACH_MINUTE = timedelta(minutes=1)
EVERY_FEW_MINUTES = timedelta(minutes=5)
NOW_AND_THEN = timedelta(hours=1)
DAILY = timedelta(days=1)


@dataclass(frozen=True)
class Job:
    """Does what is due and gives how much it was; at most every so often."""

    name: str
    every: timedelta
    run: Callable[[datetime], int]


Lane = Sequence[Job]


@dataclass(frozen=True)
class WorkerServices:
    """What the jobs work with."""

    forget_calendars: Callable[[datetime], int]
    forget_matters: Callable[[datetime], int]
    drafts: DraftStore
    outbox: Outbox
    addresses: Addresses
    forget_code_links: Callable[[datetime], int]
    post_digest: Callable[[datetime], int]
    """The mail to the office about what came in, once a day; safe to repeat."""
    post_reminders: Callable[[datetime], int]
    post_day_lists: Callable[[datetime], int]
    offer_waiting: Callable[[datetime], int]
    """What has become free is offered to those who wait for it, and offers that are over go on to the next."""
    sweep: Callable[[datetime], int]
    """All retention, over every table that declares one, then the files themselves."""


def worker_jobs(services: WorkerServices) -> Lane:
    """The main lane, in the order in which its jobs run: what waits for nobody but the database."""
    return (
        Job("forget_calendars", EVERY_FEW_MINUTES, services.forget_calendars),
        Job("forget_matters", NOW_AND_THEN, services.forget_matters),
        Job("forget_drafts", NOW_AND_THEN, services.drafts.forget_older_than),
        Job("forget_mails", NOW_AND_THEN, services.outbox.forget_older_than),
        Job("forget_addresses", NOW_AND_THEN, services.addresses.forget_older_than),
        Job("forget_code_links", NOW_AND_THEN, services.forget_code_links),
        Job("post_reminders", EACH_MINUTE, services.post_reminders),
        Job("post_day_lists", EACH_MINUTE, services.post_day_lists),
        Job("offer_waiting", EACH_MINUTE, services.offer_waiting),
        Job("post_digest", NOW_AND_THEN, services.post_digest),
        Job("sweep", DAILY, services.sweep),
    )


def mail_jobs(send: Callable[[datetime], int]) -> Lane:
    """The job on the mail server: a lane of its own, as that server may hang for minutes."""
    return (Job("send_mails", OFTEN, send),)


def calendar_jobs(adviser: str, read: Callable[[datetime], int], write: Callable[[datetime], int]) -> Lane:
    """The jobs on the calendar of one adviser: a lane of its own, as its server may hang."""
    return (
        Job(f"read_calendar:{adviser}", EVERY_FEW_MINUTES, read),
        Job(f"write_calendar:{adviser}", OFTEN, write),
    )


def run_lanes(lanes: Sequence[Lane], worklog: WorkLog, now: datetime) -> list[JobRun]:
    """Run each job of all lanes once, the lanes at the same time, and note it."""
    with ThreadPoolExecutor(max(1, len(lanes))) as threads:
        return [run for runs in threads.map(lambda lane: run_jobs(lane, worklog, now), lanes) for run in runs]


def run_jobs(jobs: Sequence[Job], worklog: WorkLog, now: datetime) -> list[JobRun]:
    """Run each job once and note it; one that fails is logged, without a word of a person, and stops no other."""
    return [_run(job, worklog, now) for job in jobs]


def _run(job: Job, worklog: WorkLog, now: datetime) -> JobRun:
    try:
        run = JobRun(job.name, now, job.run(now))
    except Exception as error:  # whatever it is, the other jobs must go on
        log.error("Die Arbeit %s ist gescheitert.", job.name, exc_info=True)
        run = JobRun(job.name, now, 0, type(error).__name__)
    try:
        worklog.note(run)
    except StorageError as error:
        log.error("Die Arbeit %s ließ sich nicht festhalten: %s", job.name, error)
    return run

"""The worker as a process that goes on: a pulse that keeps the leadership, and the work, until it is told to stop."""
from __future__ import annotations

import logging
import secrets
import threading
import time
from datetime import datetime, timedelta
from typing import Callable, Sequence

from office.errors import StorageError
from office.work import WorkLog
from worker.jobs import Lane, run_jobs

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=30)
"""A worker that has not been heard of for so long leads no more."""


class WorkerStopped(RuntimeError):
    """A part of the worker has ended by itself, which it never should."""


class Worker:
    """Runs jobs while it leads, each lane in a thread of its own. `clock` is real time, `now` the office's; `beat` is called
    when the database answered."""

    def __init__(
        self,
        lanes: Sequence[Lane],
        worklog: WorkLog,
        clock: Callable[[], datetime],
        now: Callable[[], datetime],
        beat: Callable[[], None],
        hurry: Callable[[], None],
        pulse_seconds: float = 10.0,
        tick_seconds: float = 1.0,
    ) -> None:
        self._lanes = lanes
        self._worklog = worklog
        self._clock, self._now = clock, now
        self._beat, self._hurry = beat, hurry
        self._pulse_seconds, self._tick_seconds = pulse_seconds, tick_seconds
        self._holder = secrets.token_hex(16)
        self._leads = threading.Event()
        self._stopping = threading.Event()

    def stop(self) -> None:
        """Make `run` end; may be called from a signal handler."""
        self._stopping.set()

    def run(self, grace: float = 6.0) -> None:
        """Work until `stop`; then what is being done gets `grace` seconds. Raises WorkerStopped."""
        threads = [threading.Thread(target=self._pulse, name="pulse", daemon=True)]
        threads += [threading.Thread(target=self._work, args=(lane,), daemon=True) for lane in self._lanes]
        for one in threads:
            one.start()
        while not self._stopping.wait(0.5):
            if not all(one.is_alive() for one in threads):
                self._stopping.set()
                raise WorkerStopped("Ein Teil des Workers ist von selbst beendet.")
        self._hurry()
        until = time.monotonic() + grace
        for one in threads:
            one.join(max(0.0, until - time.monotonic()))
        if any(one.is_alive() for one in threads):
            log.warning("Eine Arbeit hing und wurde abgebrochen.")
            return
        try:
            self._worklog.step_down(self._holder)
        except StorageError:
            log.warning("Die Führung ließ sich nicht abgeben; sie endet von selbst.")

    def _pulse(self) -> None:
        while not self._stopping.is_set():
            try:
                leads = self._worklog.lead(self._holder, self._clock(), LEASE)
            except StorageError as error:
                log.error("%s", error)
                leads = False
            else:
                self._beat()
            (self._leads.set if leads else self._leads.clear)()
            self._stopping.wait(self._pulse_seconds)

    def _work(self, lane: Lane) -> None:
        due: dict[str, float] = {}
        while not self._stopping.is_set():
            if self._leads.is_set():
                moment = time.monotonic()
                for job in lane:
                    if due.get(job.name, moment) <= moment and not self._stopping.is_set():
                        run_jobs([job], self._worklog, self._now())
                        due[job.name] = time.monotonic() + job.every.total_seconds()
            self._stopping.wait(self._tick_seconds)

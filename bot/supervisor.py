"""Starts processes, waits until each is ready, watches them, starts them again, and stops them all together."""
from __future__ import annotations

import asyncio
import contextlib
import ctypes
import json
import os
import signal
import sys
import time
from asyncio.subprocess import PIPE, STDOUT, Process
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Mapping, Sequence

from bot.child_processes import LOGS, RUN
from bot.errors import StartError
from bot.probe import is_ready
from bot.process_log import ProcessLog
from bot.progress import Report, say
from bot.settings import ROOT

_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class ProcessSpec:
    """A process: how it is started and what answers 200, or which heartbeat is fresh, as soon as it is ready."""

    name: str
    command: Sequence[str]
    ready_url: str
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))


@dataclass(frozen=True)
class Patience:
    """How long the supervisor waits for what, in seconds."""

    ready: float = 120.0
    """A process that is not ready by then is started anew."""
    probe_every: float = 0.2
    grace: float = 10.0
    """Between SIGTERM and SIGKILL."""
    quick: float = 30.0
    """A process that ends earlier than this has failed quickly."""
    first_pause: float = 0.5
    """Before the first new start; doubles each time."""
    quick_failures: int = 5
    """So many in a row, and everything stops."""


class Supervisor:
    """Runs a set of processes until `stop` is called or one of them cannot be kept alive.

    Each is the head of its own group, so that whatever it starts ends with it; on Linux the kernel ends it also
    when the supervisor is killed.
    """

    def __init__(
        self,
        specs: Sequence[ProcessSpec],
        report: Report = say,
        patience: Patience = Patience(),
        logs: Path = LOGS,
        run_folder: Path = RUN,
    ) -> None:
        self.specs = specs
        self.patience = patience
        self._report = report
        self._logs = {spec.name: ProcessLog(spec.name, logs, report) for spec in specs}
        self._state_file = run_folder / "processes.json"
        self._running: dict[str, Process] = {}
        self._ready = {spec.name: asyncio.Event() for spec in specs}
        self._stopping = asyncio.Event()
        self._hurry = asyncio.Event()

    async def run(self, when_ready: Callable[[], None] = lambda: None) -> None:
        """Start everything, call `when_ready` once, and keep it running; raises StartError when that is hopeless."""
        self._take_signals()
        keepers = [asyncio.create_task(self._keep(spec)) for spec in self.specs]
        greeting = asyncio.create_task(self._greet(when_ready))
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait([*keepers, stopping], return_when=asyncio.FIRST_COMPLETED)
        finally:
            greeting.cancel()
            self._stopping.set()
            await self._end_all()
            results = await asyncio.gather(*keepers, return_exceptions=True)
            stopping.cancel()
            self._state_file.unlink(missing_ok=True)
            for log in self._logs.values():
                log.close()
        for failure in (result for result in results if isinstance(result, Exception)):
            raise failure

    def stop(self) -> None:
        """End everything; called a second time, at once."""
        (self._hurry if self._stopping.is_set() else self._stopping).set()

    def _take_signals(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, self.stop)

    async def _greet(self, when_ready: Callable[[], None]) -> None:
        await asyncio.gather(*(event.wait() for event in self._ready.values()))
        when_ready()

    async def _keep(self, spec: ProcessSpec) -> None:
        """One process: start, wait until it ends, start again."""
        failures = 0
        while not self._stopping.is_set():
            began = time.monotonic()
            code, was_ready = await self._run_once(spec)
            if self._stopping.is_set():
                return
            quick = not was_ready or time.monotonic() - began < self.patience.quick
            failures = failures + 1 if quick else 1
            if failures >= self.patience.quick_failures:
                raise self._hopeless(spec, failures)
            pause = self.patience.first_pause * 2 ** (failures - 1)
            reason = f"ist unerwartet beendet (Code {code})" if code is not None else "wurde nicht rechtzeitig bereit"
            self._report(f"{spec.name:<7} | {reason}; neuer Start in {pause:g} s")
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def _run_once(self, spec: ProcessSpec) -> tuple[int | None, bool]:
        """From start to end: the exit code (None if it was ended for never being ready), and whether it was ready."""
        process = await self._start(spec)
        collecting = asyncio.create_task(self._logs[spec.name].collect(process.stdout))
        ended = asyncio.create_task(process.wait())
        try:
            ready = await self._wait_until_ready(spec, process.pid, ended)
            if self._stopping.is_set():  # perhaps it was being started while the others were ended
                await self._end(process)
            elif ready:
                self._ready[spec.name].set()
                await ended
            if ended.done():
                return ended.result(), ready
            await self._end(process)
            return None, False
        finally:
            _kill_group(process)  # whatever it left behind
            self._ready[spec.name].clear()
            self._running.pop(spec.name, None)
            await asyncio.wait([collecting], timeout=1)  # a stranger may still hold the pipe
            collecting.cancel()

    async def _start(self, spec: ProcessSpec) -> Process:
        log = self._logs[spec.name]
        log.take(f"== {time.strftime('%Y-%m-%d %H:%M:%S')} Start")
        process = await asyncio.create_subprocess_exec(
            *spec.command,
            env=dict(spec.environment),
            cwd=ROOT,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=PIPE,
            stderr=STDOUT,
            start_new_session=True,
            preexec_fn=_end_with_parent,
        )
        self._running[spec.name] = process
        self._write_state()
        return process

    async def _wait_until_ready(self, spec: ProcessSpec, pid: int, ended: asyncio.Task) -> bool:
        until = time.monotonic() + self.patience.ready
        while not ended.done() and not self._stopping.is_set() and time.monotonic() < until:
            if await asyncio.to_thread(is_ready, spec.ready_url, pid):
                return True
            await asyncio.wait([ended], timeout=self.patience.probe_every)
        return False

    async def _end_all(self) -> None:
        await asyncio.gather(*(self._end(process) for process in list(self._running.values())))

    async def _end(self, process: Process) -> None:
        """SIGTERM to its whole group, SIGKILL after the grace time or when the person hurries."""
        _signal_group(process, signal.SIGTERM)
        ended, hurry = asyncio.create_task(process.wait()), asyncio.create_task(self._hurry.wait())
        await asyncio.wait([ended, hurry], timeout=self.patience.grace, return_when=asyncio.FIRST_COMPLETED)
        hurry.cancel()
        _kill_group(process)
        await ended

    def _hopeless(self, spec: ProcessSpec, failures: int) -> StartError:
        log = self._logs[spec.name]
        tail = "\n".join(f"  {line}" for line in log.tail())
        return StartError(
            f"Der Prozess „{spec.name}“ ist {failures}-mal hintereinander gescheitert; alles wurde beendet. "
            f"Sein Protokoll {log.shown_name} endet so:\n{tail}"
        )

    def _write_state(self) -> None:
        """For `./lotse status`: who runs, and whom to ask whether it is ready."""
        urls = {spec.name: spec.ready_url for spec in self.specs}
        processes = {name: {"pid": process.pid, "url": urls[name]} for name, process in self._running.items()}
        self._state_file.parent.mkdir(parents=True, exist_ok=True)
        begun = self._state_file.with_suffix(".part")  # whoever reads it meanwhile, as `status` does, sees the old one whole
        begun.write_text(json.dumps({"supervisor": os.getpid(), "processes": processes}), "utf-8")
        begun.replace(self._state_file)


def _end_with_parent() -> None:
    """In the child before it becomes another program: ask the kernel for SIGTERM when the supervisor is gone."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _signal_group(process: Process, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # gone, and its number perhaps given to another
        os.killpg(process.pid, number)


def _kill_group(process: Process) -> None:
    _signal_group(process, signal.SIGKILL)

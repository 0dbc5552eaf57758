"""The real assistant for tests: the supervisor with its three processes, on free ports, beside any other that runs.

`./lotse start` keeps one lock and one set of logs per checkout; here the same supervisor gets folders of its own.
"""
from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, TypeVar

import psutil

from bot.settings import ROOT
from bot.supervisor import Patience

TURN_SECONDS = 3.0
STARTER = """
import asyncio, sys
from pathlib import Path
from bot.processes import assistant_processes
from bot.settings import read_settings
from bot.supervisor import Patience, Supervisor
model, folder, patience = Path(sys.argv[1]), Path(sys.argv[2]), Patience(quick=float(sys.argv[3]))
supervisor = Supervisor(assistant_processes(read_settings(), model), logs=folder / "log", run_folder=folder, patience=patience)
asyncio.run(supervisor.run(lambda: print("READY", flush=True)))
"""
Found = TypeVar("Found")


@dataclass(frozen=True)
class RunningAssistant:
    """What was started, and where to find its parts."""

    starter: subprocess.Popen
    folder: Path
    ports: dict[str, int]

    @classmethod
    def start(cls, model: str, database_url: str, folder: Path, quick: float = Patience.quick) -> RunningAssistant:
        """Start and wait until all is ready. `quick`: seconds within which an end counts as a failure of the process."""
        ports = dict(zip(("web", "rasa", "actions"), free_ports(3)))
        environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "LOTSE_TURN_SECONDS": str(TURN_SECONDS),
            **{f"LOTSE_{name.upper()}_PORT": str(port) for name, port in ports.items()},
        }
        with open(folder / "start.log", "w") as out:
            starter = subprocess.Popen(
                [sys.executable, "-c", STARTER, model, str(folder), str(quick)], cwd=ROOT, env=environment,
                stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        running = cls(starter, folder, ports)
        try:
            wait_for(lambda: "READY" in running.shown or starter.poll() is not None, 180, "the start")
            assert starter.poll() is None, running.shown
        except BaseException:
            starter.kill()
            raise
        return running

    @property
    def shown(self) -> str:
        """What the person at the terminal has seen."""
        return (self.folder / "start.log").read_text("utf-8")

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.ports['web']}"

    @property
    def pids(self) -> dict[str, int]:
        """The processes by name, as `./lotse status` finds them."""
        state = json.loads((self.folder / "processes.json").read_text("utf-8"))
        return {name: found["pid"] for name, found in state["processes"].items()}

    def send(self, name: str, number: signal.Signals) -> None:
        os.kill(self.pids[name], number)

    def is_asked(self, name: str) -> bool:
        """Whether another process has a connection to the port of `name` on which bytes wait to be read.

        A stopped process reads nothing: what was sent to it lies in the queue of its socket (/proc/net/tcp).
        """
        port = f":{self.ports[name]:04X}"
        lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
        rows = [line.split() for line in lines]
        return any(row[1].endswith(port) and row[3] == "01" and int(row[4].split(":")[1], 16) for row in rows)

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """End it as a person does, and give its exit code."""
        self.starter.send_signal(number)
        return self.starter.wait(40)


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def wait_for(condition: Callable[[], Found], seconds: float, what: str) -> Found:
    """The first true value of `condition`; AssertionError when the time is up."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited {seconds:g} seconds in vain for {what}")


def is_gone(pid: int) -> bool:
    """Whether a process has ended (a zombie that nobody has buried yet has)."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True

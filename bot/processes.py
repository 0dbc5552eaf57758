"""The processes of the assistant: which there are, and how to find those that run."""
from __future__ import annotations

import fcntl
import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from bot.child_processes import RUN, WORKERS, child_environment
from bot.errors import StartError
from bot.probe import HEARTBEAT, check_free, is_ready
from bot.settings import Settings
from bot.supervisor import ProcessSpec


@dataclass(frozen=True)
class RunningProcess:
    """One process of this checkout, as `./lotse status` sees it."""

    name: str
    pid: int
    ready: bool


def assistant_processes(settings: Settings, model: Path) -> list[ProcessSpec]:
    """All that runs; they start at the same time, and the web process is ready when it reaches the others.

    Only the worker learns of the mail server, the calendars of advisers, and their passwords.
    """
    environment = child_environment(settings)
    web_host = "127.0.0.1" if settings.web_host in ("0.0.0.0", "::") else settings.web_host
    commands = {
        "actions": (["bot.serve_actions"], f"{settings.actions_url}/health"),
        "rasa": (["bot.serve_rasa", "--model", str(model)], f"{settings.rasa_url}/webhooks/rest/"),
        "web": (["bot.serve_web"], f"http://{web_host}:{settings.web_port}/health/ready"),
        "worker": (["bot.serve_worker"], f"{HEARTBEAT}{WORKERS}"),
    }
    of_the_worker = ("LOTSE_SMTP_", "LOTSE_CALDAV_")
    without_secrets = {name: value for name, value in environment.items() if not name.startswith(of_the_worker)}
    return [
        ProcessSpec(name, [sys.executable, "-m", *module], url, environment if name == "worker" else without_secrets)
        for name, (module, url) in commands.items()
    ]


def web_url(settings: Settings) -> str:
    """The address of the demo page on this machine."""
    host = "127.0.0.1" if settings.web_host in ("0.0.0.0", "::") else settings.web_host
    return f"http://{host}:{settings.web_port}/"


def check_ports(settings: Settings) -> None:
    """Raise StartError if one of the three ports cannot be had."""
    ports = (
        (settings.web_host, settings.web_port, "LOTSE_WEB_PORT"),
        ("127.0.0.1", settings.rasa_port, "LOTSE_RASA_PORT"),
        ("127.0.0.1", settings.actions_port, "LOTSE_ACTIONS_PORT"),
    )
    if len({port for _, port, _ in ports}) < len(ports):
        names = ", ".join(name for _, _, name in ports)
        raise StartError(f"Zwei Prozesse sollen denselben Port haben. Bitte geben Sie {names} verschiedene Werte.")
    for host, port, variable in ports:
        check_free(host, port, variable)


@contextmanager
def only_one_start(run_folder: Path = RUN) -> Iterator[None]:
    """Raise StartError if the assistant of this checkout runs already; the kernel frees the lock when we end."""
    run_folder.mkdir(parents=True, exist_ok=True)
    with open(run_folder / "start.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StartError(
                "Die Ideenlotse läuft hier schon oder wird gerade gestartet. Bitte beenden Sie sie dort mit Strg-C; "
                "was läuft, zeigt ./lotse status."
            ) from None
        yield


def running_processes(run_folder: Path = RUN) -> list[RunningProcess]:
    """The processes of this checkout that live, with the supervisor first; none if it does not run."""
    import psutil

    try:
        state = json.loads((run_folder / "processes.json").read_text("utf-8"))
    except FileNotFoundError:
        return []
    if not psutil.pid_exists(state["supervisor"]):
        return []
    living = [
        RunningProcess(name, found["pid"], is_ready(found["url"], found["pid"]))
        for name, found in state["processes"].items()
        if psutil.pid_exists(found["pid"])
    ]
    return [RunningProcess("start", state["supervisor"], True), *living]

"""Measures the start: seconds from `start` to ready and the memory of all processes, with a trained model.

    .venv/bin/python tests/measure_start.py        (stop a running assistant first; prints one JSON object)

Trains and loads the knowledge before the clock starts. Memory is PSS: pages that processes share are counted once.
"""
from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

QUESTION = "Wir wollen in der Oberlausitz einen Bürgerbus aufbauen, wer gibt uns Geld dafür?"
LIMIT_SECONDS, LIMIT_MEGABYTES = 20, 1300


def measure() -> dict:
    """Start on free ports with a database of its own, wait, ask one question, stop."""
    from bot.chat_client import ChatClient
    from bot.model import ensure_model
    from bot.preparation import ensure_knowledge
    from bot.progress import silence
    from bot.settings import read_settings

    with tempfile.TemporaryDirectory() as folder:
        ports = _free_ports()
        environment = {**os.environ, **ports, "DATABASE_URL": f"sqlite:///{folder}/lotse.db"}
        settings = read_settings(environment)
        ensure_knowledge(settings, silence)
        ensure_model(settings, report=silence)
        began = time.monotonic()
        starting = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "start"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
        )
        try:
            base = f"http://127.0.0.1:{settings.web_port}/"
            _wait_for(base, starting)
            seconds = time.monotonic() - began
            idle = _megabytes(starting.pid)
            began = time.monotonic()
            answer = ChatClient(base).say(QUESTION)
            return {
                "seconds_to_ready": round(seconds, 1),
                "first_answer_seconds": round(time.monotonic() - began, 2),
                "records": [record for message in answer for record in message.get("records", [])],
                "megabytes": idle,
                "megabytes_together": sum(idle.values()),
                "megabytes_together_after_an_answer": sum(_megabytes(starting.pid).values()),
                "load_average": round(os.getloadavg()[0], 1),
                "cores": os.cpu_count(),
            }
        finally:
            starting.send_signal(signal.SIGTERM)
            starting.wait(30)


def _free_ports() -> dict[str, str]:
    names = ("LOTSE_WEB_PORT", "LOTSE_RASA_PORT", "LOTSE_ACTIONS_PORT")
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in names]
    ports = {name: str(one.getsockname()[1]) for name, one in zip(names, sockets)}
    for one in sockets:
        one.close()
    return ports


def _wait_for(base: str, starting: subprocess.Popen) -> None:
    from bot.probe import answers

    while not answers(f"{base}health/ready"):
        if starting.poll() is not None:
            raise SystemExit("the assistant did not start; see above")
        time.sleep(0.05)


def _megabytes(pid: int) -> dict[str, int]:
    """PSS of the supervisor and of each process under it, by the module that it runs."""
    import psutil

    from bot.memory import own_megabytes

    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return {_name(process): round(own_megabytes(process.pid)) for process in family}


def _name(process) -> str:
    command = process.cmdline()
    return command[command.index("-m") + 1] if "-m" in command else f"{process.name()} {process.pid}"


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))

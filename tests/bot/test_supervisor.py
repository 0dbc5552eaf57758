"""The supervisor, with real little processes."""
from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from bot.errors import StartError
from bot.probe import HEARTBEAT, OLDEST_BEAT, answers, beat, check_free, is_ready
from bot.process_log import MAX_BYTES, ProcessLog
from bot.processes import only_one_start
from bot.settings import ROOT
from bot.supervisor import Patience, ProcessSpec, Supervisor

SERVER = Path(__file__).with_name("little_server.py")
QUICK = Patience(ready=5, probe_every=0.02, grace=2, quick=1, first_pause=0.01, quick_failures=3)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def build(tmp_path):
    """A supervisor whose lines for the person are collected in `.said`."""

    def supervisor(*specs: ProcessSpec, patience: Patience = QUICK) -> Supervisor:
        said: list[str] = []
        built = Supervisor(specs, said.append, patience, logs=tmp_path / "log", run_folder=tmp_path / "run")
        built.said = said
        return built

    return supervisor


def a_server(port: int, *mood: str, name: str = "web") -> ProcessSpec:
    return ProcessSpec(name, [sys.executable, "-S", str(SERVER), str(port), *mood], f"http://127.0.0.1:{port}/")


async def run_until_ready(supervisor: Supervisor, then=None) -> None:
    """Run, and as soon as all is ready call `then` (or stop)."""
    await asyncio.wait_for(supervisor.run(then or supervisor.stop), 20)


def ended(pid: int) -> bool:
    """Whether a process is gone (a zombie, which nobody has buried yet, is gone)."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


async def test_ready_means_that_it_answers_not_that_it_was_started(build, port):
    supervisor = build(a_server(port, "--after", "0.4"))
    seen: list[bool] = []

    def when_ready() -> None:
        seen.append(answers(f"http://127.0.0.1:{port}/"))
        supervisor.stop()

    await run_until_ready(supervisor, when_ready)
    assert seen == [True]
    assert not answers(f"http://127.0.0.1:{port}/", 0.3)


async def test_a_process_that_dies_is_started_again_and_one_line_says_so(build, port, tmp_path):
    supervisor = build(a_server(port))
    pids: list[int] = []

    async def kill_the_first() -> None:
        while not pids:
            await asyncio.sleep(0.02)
        os.kill(pids[0], signal.SIGKILL)
        while (again := state(tmp_path)["processes"]["web"]["pid"]) == pids[0]:
            await asyncio.sleep(0.02)
        pids.append(again)
        supervisor.stop()

    killing = asyncio.create_task(kill_the_first())
    await run_until_ready(supervisor, lambda: pids.append(state(tmp_path)["processes"]["web"]["pid"]))
    await killing
    assert len(pids) == 2 and all(ended(pid) for pid in pids)
    assert [line for line in supervisor.said if "neuer Start" in line] == supervisor.said


def state(folder: Path) -> dict:
    return json.loads((folder / "run" / "processes.json").read_text("utf-8"))


FAILING = """
import os, sys, time
while not (os.path.exists(sys.argv[1]) and os.path.getsize(sys.argv[1])): time.sleep(0.02)
raise SystemExit("kein Modell")
"""


async def test_a_process_that_fails_again_and_again_stops_everything_with_the_end_of_its_log(build, port, tmp_path):
    pid_file = tmp_path / "child.pid"
    supervisor = build(
        a_server(port, "--child", str(pid_file), name="web"),
        ProcessSpec("rasa", [sys.executable, "-S", "-c", FAILING, str(pid_file)], "http://127.0.0.1:9/"),
    )
    with pytest.raises(StartError, match="„rasa“ ist 3-mal(.|\n)*kein Modell"):
        await run_until_ready(supervisor)
    assert ended(int(pid_file.read_text()))
    assert not (tmp_path / "run" / "processes.json").exists()


async def test_a_process_that_never_gets_ready_is_given_up_as_well(build, port):
    never = ProcessSpec("web", [sys.executable, "-S", str(SERVER), str(port)], "http://127.0.0.1:9/")
    supervisor = build(never, patience=Patience(ready=0.3, probe_every=0.02, first_pause=0.01, quick_failures=2))
    with pytest.raises(StartError, match="2-mal"):
        await run_until_ready(supervisor)
    assert "nicht rechtzeitig bereit" in supervisor.said[0]


async def test_who_does_not_mind_a_request_to_end_is_killed_with_its_children(build, port, tmp_path):
    pid_file = tmp_path / "child.pid"
    patience = Patience(probe_every=0.02, grace=0.3)
    await run_until_ready(build(a_server(port, "--deaf", "--child", str(pid_file)), patience=patience))
    assert ended(int(pid_file.read_text()))
    assert not answers(f"http://127.0.0.1:{port}/", 0.3)


async def test_problems_are_shown_with_the_name_of_the_process_and_the_rest_is_only_in_the_file(build, port, tmp_path):
    supervisor = build(
        a_server(port, "--say", "2026-11-22 WARNING x: etwas stimmt nicht\nalles ist gut\nValueError: oh")
    )
    await run_until_ready(supervisor)
    assert supervisor.said == ["web     | 2026-11-22 WARNING x: etwas stimmt nicht", "web     | ValueError: oh"]
    assert "alles ist gut" in (tmp_path / "log" / "web.log").read_text("utf-8")


def test_a_log_stays_small_and_a_flood_is_not_shown(tmp_path):
    said: list[str] = []
    log = ProcessLog("web", tmp_path, said.append)
    for _ in range(3 * MAX_BYTES // 20_000):
        log.take("ERROR " + "x" * 20_000)
    log.close()
    assert len(said) == 11 and "mehr davon" in said[-1]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 3.1 * MAX_BYTES


STARTER = """
import asyncio, sys
from pathlib import Path
from bot.supervisor import ProcessSpec, Supervisor
server, port, folder, pid_file = sys.argv[1:]
command = [sys.executable, "-S", server, port, "--child", pid_file]
spec = ProcessSpec("web", command, f"http://127.0.0.1:{port}/")
supervisor = Supervisor([spec], logs=Path(folder), run_folder=Path(folder))
asyncio.run(supervisor.run(lambda: print("READY", flush=True)))
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_nothing_is_left_over_however_the_supervisor_ends(how, port, tmp_path):
    pid_file = tmp_path / "child.pid"
    command = [sys.executable, "-c", STARTER, str(SERVER), str(port), str(tmp_path), str(pid_file)]
    starter = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert starter.stdout.readline() == "READY\n"
    server = state_pid(tmp_path)
    starter.send_signal(how)
    starter.wait(10)
    starter.stdout.close()
    assert ended(server)
    if how is not signal.SIGKILL:  # killed, it cannot end the children of its children
        assert starter.returncode == 0 and ended(int(pid_file.read_text()))
    else:
        os.kill(int(pid_file.read_text()), signal.SIGKILL)


def state_pid(folder: Path) -> int:
    return json.loads((folder / "processes.json").read_text("utf-8"))["processes"]["web"]["pid"]


def test_a_port_in_use_is_named_with_the_variable_and_the_remedy():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(StartError, match=f"Port {taken} ist schon belegt.*LOTSE_RASA_PORT={taken + 1}"):
            check_free("127.0.0.1", taken, "LOTSE_RASA_PORT")


def test_a_free_port_is_no_trouble_and_a_strange_address_is_named(port):
    check_free("127.0.0.1", port, "LOTSE_WEB_PORT")
    with pytest.raises(StartError, match="LOTSE_WEB_HOST"):
        check_free("203.0.113.7", port, "LOTSE_WEB_PORT")


def test_only_one_assistant_runs_in_a_checkout(tmp_path):
    with only_one_start(tmp_path):
        with pytest.raises(StartError, match="läuft hier schon"):
            with only_one_start(tmp_path):
                pass
    with only_one_start(tmp_path):
        pass


def test_a_process_without_a_port_is_ready_as_long_as_it_touches_its_file(tmp_path):
    where, me = f"{HEARTBEAT}{tmp_path / 'workers'}", os.getpid()
    assert not is_ready(where, me), "it has not lived yet"
    beat(tmp_path / "workers")
    assert is_ready(where, me) and not is_ready(where, me + 1)
    old = time.time() - OLDEST_BEAT - 1
    os.utime(tmp_path / "workers" / str(me), (old, old))
    (tmp_path / "workers" / "1").touch()
    os.utime(tmp_path / "workers" / "1", (old, old))
    assert not is_ready(where, me), "it hangs"
    beat(tmp_path / "workers")
    assert is_ready(where, me) and not (tmp_path / "workers" / "1").exists(), "the files of the dead are removed"


async def test_the_supervisor_waits_for_the_first_beat(build, tmp_path):
    folder = tmp_path / "workers"
    code = f"import time, pathlib; from bot.probe import beat; time.sleep(0.3); beat(pathlib.Path({str(folder)!r})); time.sleep(60)"
    supervisor = build(ProcessSpec("worker", [sys.executable, "-c", code], f"{HEARTBEAT}{folder}"))
    seen: list[bool] = []

    def when_ready() -> None:
        seen.append(folder.is_dir())
        supervisor.stop()

    await run_until_ready(supervisor, when_ready)
    assert seen == [True]

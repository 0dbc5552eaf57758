"""Questions to ports: is it free, does something answer."""
from __future__ import annotations

import errno
import http.client
import os
import socket
import time
import urllib.error
import urllib.request

from pathlib import Path

from bot.errors import StartError

HEARTBEAT = "beat:"
"""Before the folder in which a process without a port touches a file, named after its number, as long as it lives."""
OLDEST_BEAT = 45.0
"""Seconds after which a heartbeat says nothing any more."""
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback is never asked through a proxy


def answers(url: str, seconds: float = 2.0) -> bool:
    """Whether a GET of `url` gives 200 within the time."""
    try:
        with _DIRECT.open(url, timeout=seconds) as response:
            return response.status == 200
    except (OSError, http.client.HTTPException):  # refused, too slow, or an error status
        return False


def is_ready(where: str, pid: int) -> bool:
    """Whether the process answers at `where`: an address, or HEARTBEAT and the folder of its file."""
    if not where.startswith(HEARTBEAT):
        return answers(where)
    return _is_fresh(Path(where.removeprefix(HEARTBEAT), str(pid)))


def beat(folder: Path) -> None:
    """Say that this process lives; files of those that are gone are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / str(os.getpid())).touch()
    for file in folder.iterdir():
        if not _is_fresh(file):
            file.unlink(missing_ok=True)


def _is_fresh(file: Path) -> bool:
    try:
        return time.time() - file.stat().st_mtime < OLDEST_BEAT
    except FileNotFoundError:  # it has not lived yet
        return False


def check_free(host: str, port: int, variable: str) -> None:
    """Raise StartError with the remedy if `port` cannot be listened on; `variable` is the setting that changes it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        raise StartError(_why(error, host, port, variable)) from None


def _why(error: OSError, host: str, port: int, variable: str) -> str:
    remedy = f"wählen Sie einen anderen, zum Beispiel {variable}={port + 1 if 1024 <= port < 65535 else 8080} ./lotse start"
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} ist schon belegt. Bitte beenden Sie das andere Programm oder {remedy}"
    if error.errno == errno.EACCES:
        return f"Port {port} darf hier nicht geöffnet werden. Bitte {remedy}"
    return f"Auf der Adresse {host} kann dieser Rechner nicht lauschen. Bitte prüfen Sie LOTSE_WEB_HOST."

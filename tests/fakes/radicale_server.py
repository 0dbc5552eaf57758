"""A real CalDAV server on loopback (Radicale, a program by other hands), with users; may be stopped and started again."""
from __future__ import annotations

import base64
import http.client
import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path

USER, PASSWORD = "beratung", "geheim & süß"


class RadicaleServer:
    """Keeps its port and its files over a restart. `add`, `delete` and `entries` are what the adviser does and sees there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = _free_port()
        self.path = ""
        self._process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        """Of the newest calendar."""
        return f"http://127.0.0.1:{self.port}{self.path}"

    def make_calendar(self) -> None:
        """A new, empty calendar; everything else is about this one from now on."""
        self.path = f"/{USER}/{secrets.token_hex(4)}/"
        assert self.ask("MKCALENDAR", self.path)[0] == 201

    def __enter__(self) -> RadicaleServer:
        (self._folder / "users").write_text(f"{USER}:{PASSWORD}\nandere:{PASSWORD}\n", "utf-8")
        (self._folder / "config").write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = {self._folder}/users\n"
            f"htpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = {self._folder}/collections\n"
            "[logging]\nlevel = warning\n[encoding]\nrequest = utf-8\n",
            "utf-8",
        )
        self.start()
        self.make_calendar()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start and wait until it answers."""
        command = [sys.executable, "-W", "ignore", "-m", "radicale", "--config", str(self._folder / "config")]
        with open(self._folder / "log", "a") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        until = time.monotonic() + 20
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                assert time.monotonic() < until and self._process.poll() is None, (self._folder / "log").read_text()
                time.sleep(0.05)

    def stop(self) -> None:
        """As if the machine were off."""
        self._process.kill()
        self._process.wait()

    def add(self, name: str, *events: str) -> None:
        """Put an entry with these VEVENT parts."""
        content = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//DE", *events, "END:VCALENDAR", ""])
        status, answer = self.ask("PUT", f"{self.path}{name}.ics", content)
        assert status in (201, 204), answer

    def delete(self, name: str) -> None:
        assert self.ask("DELETE", f"{self.path}{name}")[0] in (200, 204)

    def entries(self) -> dict[str, str]:
        """All entries by their names."""
        folder = self._folder / "collections" / "collection-root" / self.path.strip("/")
        return {one.name: one.read_text("utf-8") for one in folder.glob("*.ics")}

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        """One request with the password."""
        secret = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"Authorization": f"Basic {secret}", "Content-Type": "text/calendar; charset=utf-8"}
        try:
            connection.request(method, path, body.encode("utf-8"), headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def event(uid: str, start: str, end: str, *more: str) -> str:
    """A VEVENT; `start` and `end` with what follows the name: `:20261201T090000Z`, `;VALUE=DATE:20261201`."""
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T000000Z", f"DTSTART{start}", f"DTEND{end}",
                        f"SUMMARY:{uid}", *more, "END:VEVENT"])  # fmt: skip

"""HTTP requests to one host and to no other: `http.client` knows neither redirects nor proxies nor cookies nor `.netrc`.

What an answer may cost is limited: its bytes, and the seconds of the whole request, however slowly a server trickles.
"""
from __future__ import annotations

import base64
import contextlib
import http.client
import socket
import ssl
import threading
from dataclasses import dataclass, field
from typing import Mapping
from urllib.parse import quote, urljoin, urlsplit

from office.appointments.calendars import Problem

AGENT = "Ideenlotse"
_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True)
class CalendarAddress:
    """Where the calendar of an adviser lies; `url` ends with `/` and names neither user nor password."""

    url: str
    user: str
    password: str = field(repr=False)

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port."""
        return origin_of(self.url)

    @property
    def path(self) -> str:
        return urlsplit(self.url).path


@dataclass(frozen=True)
class Patience:
    """Seconds for one step of a request and for a whole one, and the bytes of an answer."""

    step: float = 10.0
    whole: float = 30.0
    most_bytes: int = 5_000_000


class CalendarTrouble(Exception):
    """It did not work. Of the server: no other request would do better now."""

    def __init__(self, problem: Problem, is_of_server: bool = True) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.is_of_server = is_of_server


@dataclass(frozen=True)
class HttpAnswer:
    """What the server said; names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


class _Watch:
    """Shuts the line of a connection down when its time is up, and closes it at the end. `line` is set once it stands, as
    a connection that will be closed after the answer forgets its socket when the answer begins."""

    def __init__(self, connection: http.client.HTTPConnection, seconds: float) -> None:
        self.line: socket.socket | None = None
        self.has_cut = False
        self._connection = connection
        self._timer = threading.Timer(seconds, self.cut)
        self._timer.daemon = True

    def __enter__(self) -> _Watch:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._connection.close()

    def cut(self) -> None:
        """End it now; may come from another thread."""
        self.has_cut = True
        line = self.line or self._connection.sock
        if line is not None:
            with contextlib.suppress(OSError):  # closed already
                socket.socket.shutdown(line, socket.SHUT_RDWR)  # of the socket, not of TLS, which another thread uses


class Line:
    """Asks one server, one request after the other, each on a connection of its own."""

    def __init__(self, address: CalendarAddress, patience: Patience = Patience()) -> None:
        self._origin = address.origin
        self._patience = patience
        secret = f"{address.user}:{address.password}".encode("utf-8")
        self._headers = {
            "Authorization": f"Basic {base64.b64encode(secret).decode('ascii')}", "User-Agent": AGENT,
            "Accept-Encoding": "identity", "Connection": "close",
        }  # fmt: skip
        self._watch: _Watch | None = None
        self._is_stopping = False

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> HttpAnswer:
        """Send a request; `headers` with `_` for `-`. Raises CalendarTrouble, also for a redirect: none is followed."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = self._connection()
        with _Watch(connection, self._patience.whole) as watch:
            self._watch = watch
            try:
                if self._is_stopping:
                    raise CalendarTrouble(Problem.UNREACHABLE)
                connection.connect()
                watch.line = connection.sock
                if watch.has_cut:  # while the name was looked up
                    raise TimeoutError
                answer = self._talk(connection, method, path, body, given)
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise CalendarTrouble(Problem.TOO_SLOW if watch.has_cut else _problem_of(error)) from None
            finally:
                self._watch = None
        if watch.has_cut:  # what came then only looks like all of it
            raise CalendarTrouble(Problem.TOO_SLOW)
        if 300 <= answer.status < 400:
            raise CalendarTrouble(Problem.REDIRECT)
        return answer

    def stop(self) -> None:
        """Break off what is being asked, and ask nothing more; may come from a signal handler."""
        self._is_stopping = True
        watch = self._watch
        if watch is not None:
            watch.cut()

    def _talk(self, connection, method: str, path: str, body: str, given: Mapping[str, str]) -> HttpAnswer:
        connection.request(method, path, body.encode("utf-8") if body else None, {**self._headers, **given})
        answer = connection.getresponse()
        content = answer.read(self._patience.most_bytes + 1)
        if len(content) > self._patience.most_bytes:
            raise CalendarTrouble(Problem.TOO_MUCH)
        if answer.getheader("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
            raise CalendarTrouble(Problem.ANSWER)
        return HttpAnswer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, content)

    def _connection(self) -> http.client.HTTPConnection:
        scheme, host, port = self._origin
        if scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=self._patience.step, context=ssl.create_default_context())
        return http.client.HTTPConnection(host, port, timeout=self._patience.step)


def origin_of(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a whole address; raises ValueError."""
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme, 0)


def check_href(address: CalendarAddress, href: str) -> None:
    """Raise CalendarTrouble if an address in an answer leads to another scheme, host or port than the calendar's own."""
    try:
        origin = origin_of(urljoin(address.url, href.strip()))
    except ValueError:
        raise CalendarTrouble(Problem.ANSWER) from None
    if origin != address.origin:
        raise CalendarTrouble(Problem.FOREIGN)


def path_within(address: CalendarAddress, name: str) -> str:
    """The path of the entry `name` in the calendar, as it goes over the line."""
    return f"{address.path}{quote(name, safe='')}"


def _problem_of(error: Exception) -> Problem:
    if isinstance(error, ssl.SSLCertVerificationError):
        return Problem.TLS
    if isinstance(error, TimeoutError):
        return Problem.TOO_SLOW
    return Problem.UNREACHABLE if isinstance(error, OSError) else Problem.ANSWER

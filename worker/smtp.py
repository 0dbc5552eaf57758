"""The talk with the mail server (RFC 5321), step by step, so that one knows at each moment whether it may have the mail.

`smtplib` sends the content and the dot that ends it in one go; here the dot goes alone, after `may_end` has said yes.
"""
from __future__ import annotations

import base64
import contextlib
import re
import smtplib
import socket
import ssl
import threading
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Callable, Iterator

from office.mail import Phase, Problem
from worker.message import Letter


class Security(Enum):
    """How the line is secured; the certificate is always checked (against SSL_CERT_FILE, if that is set)."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True)
class MailServer:
    """Where mails are handed in."""

    host: str
    port: int
    security: Security
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Patience:
    """Seconds. RFC 5321, 4.5.3.2, allows servers minutes for a command; who breaks off before the dot loses only a try."""

    command: float = 60.0
    connecting: float = 90.0
    """Until the server has said hello and let us in."""
    mail: float = 180.0
    """From the first command of a mail to the dot."""
    answer: float = 600.0
    """For the answer to the dot: as long as the RFC says, because who breaks off here knows nothing."""
    ending: float = 4.0
    """For this answer when the process has to end."""


class Trouble(Exception):
    """The server did not take the mail, surely. Permanent: it never will. Of the server: it would take no other either."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.kind} ({problem.phase.value}, {problem.code})")
        self.problem = problem
        at_the_door = problem.phase in (Phase.CONNECT, Phase.HELLO, Phase.TLS, Phase.LOGIN)
        is_ours, code = problem.phase is Phase.WRITING, problem.code or 0
        self.is_of_server = not is_ours and (at_the_door or code in (0, 421))
        self.is_permanent = is_ours or (not at_the_door and 500 <= code < 600)


class NoAnswer(Exception):
    """The dot was sent and no answer came."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind)
        self.problem = problem


class NotOurs(Exception):
    """`may_end` said no; the server has thrown the content away."""


class SmtpTransport:
    """Opens talks with one server; one at a time. `stop` may be called from another thread or a signal handler."""

    def __init__(self, server: MailServer, patience: Patience = Patience()) -> None:
        self._server = server
        self._patience = patience
        self._talk: SmtpTalk | None = None
        self.is_stopping = False

    @contextlib.contextmanager
    def connected(self) -> Iterator[SmtpTalk]:
        """A talk in which mails can be handed in; raises Trouble."""
        talk = self._talk = SmtpTalk(self._server, self._patience)
        try:
            talk.begin()
            yield talk
        finally:
            talk.end()
            self._talk = None

    def stop(self) -> None:
        """Break off: before the dot at once, after it when the server had a little time to answer."""
        self.is_stopping = True
        talk = self._talk
        if talk is not None:
            talk.hurry()


class SmtpTalk:
    """One connection. A watch cuts it when a step takes too long as a whole, however slowly the server trickles."""

    def __init__(self, server: MailServer, patience: Patience) -> None:
        self._server = server
        self._patience = patience
        self._watch = _Watch()
        self._client: smtplib.SMTP | None = None
        self._has_sent_dot = False

    def begin(self) -> None:
        """Connect, say hello, secure the line, log in; raises Trouble."""
        server = self._server
        self._watch.set(self._patience.connecting)
        with _phase(Phase.CONNECT):
            kind, more = (_Client, {}) if server.security is not Security.TLS else (_TlsClient, {"context": _context()})
            self._client = kind(
                self._watch, server.host, server.port, local_hostname=_own_name(), timeout=self._patience.command, **more
            )
        with _phase(Phase.HELLO):
            self._client.ehlo_or_helo_if_needed()
        if server.security is Security.STARTTLS:
            with _phase(Phase.TLS):
                self._client.starttls(context=_context())
                self._client.ehlo()
        if server.user is not None:
            with _phase(Phase.LOGIN):
                _log_in(self._client, server.user, server.password or "")

    def deliver(self, letter: Letter, may_end: Callable[[], bool]) -> None:
        """Hand in one mail; raises Trouble, NoAnswer or NotOurs."""
        client, self._has_sent_dot = self._client, False
        self._watch.set(self._patience.mail)
        options = self._options(letter)
        with _phase(Phase.MAIL):
            _expect(2, client.mail(letter.sender, options))
        with _phase(Phase.RECIPIENT):
            _expect(2, client.rcpt(letter.recipient))
        with _phase(Phase.DATA):
            _expect(3, client.docmd("DATA"))
            client.send(re.sub(rb"(?m)^\.", b"..", letter.content))
        if not may_end():
            client.close()  # without the dot nothing counts (RFC 5321, 4.1.1.4)
            raise NotOurs
        self._end_data()

    def reset(self) -> None:
        """Forget a mail that was refused, before the next one; raises Trouble."""
        self._watch.set(self._patience.mail)
        with _phase(Phase.MAIL):
            _expect(2, self._client.rset())

    def hurry(self) -> None:
        """Break off: see SmtpTransport.stop."""
        if self._has_sent_dot:
            self._watch.set(self._patience.ending)
        else:
            self._watch.cut()

    def end(self) -> None:
        """Say goodbye without waiting long; the mails are settled, so a server that does not answer loses nothing."""
        self._watch.set(self._patience.ending)
        if self._client is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                self._client.quit()
            self._client.close()
        self._watch.end()

    def _end_data(self) -> None:
        client = self._client
        self._has_sent_dot = True
        self._watch.set(self._patience.answer)
        try:
            client.sock.settimeout(self._patience.answer)
            client.send(b".\r\n")
            code, _ = client.getreply()
            client.sock.settimeout(self._patience.command)
        except (smtplib.SMTPException, OSError) as error:
            raise NoAnswer(Problem(type(error).__name__, Phase.DOT)) from error
        finally:
            self._has_sent_dot = False
        if code // 100 != 2:
            raise Trouble(Problem("SMTPDataError", Phase.DOT, code))

    def _options(self, letter: Letter) -> list[str]:
        if not letter.needs_utf8:
            return []
        if not self._client.has_extn("smtputf8"):
            raise Trouble(Problem("SMTPNotSupportedError", Phase.WRITING))
        return ["SMTPUTF8", "BODY=8BITMIME"]


class _Watch:
    """Shuts the line of a client down when its time is up; whoever reads from it then sees its end."""

    def __init__(self) -> None:
        self.client: smtplib.SMTP | None = None
        self._timer: threading.Timer | None = None

    def set(self, seconds: float) -> None:
        self.end()
        self._timer = threading.Timer(seconds, self.cut)
        self._timer.daemon = True
        self._timer.start()

    def cut(self) -> None:
        line = self.client and self.client.sock
        if line:
            with contextlib.suppress(OSError):  # closed already
                socket.socket.shutdown(line, socket.SHUT_RDWR)  # of the socket, not of TLS, which another thread uses

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


class _Client(smtplib.SMTP):
    """Known to its watch before it connects."""

    def __init__(self, watch: _Watch, *given: Any, **more: Any) -> None:
        watch.client = self
        super().__init__(*given, **more)


class _TlsClient(smtplib.SMTP_SSL):
    """The same on a line that is secured from the beginning."""

    def __init__(self, watch: _Watch, *given: Any, **more: Any) -> None:
        watch.client = self
        super().__init__(*given, **more)


@contextlib.contextmanager
def _phase(phase: Phase) -> Iterator[None]:
    """Whatever goes wrong becomes Trouble, without the words of the server."""
    try:
        yield
    except smtplib.SMTPResponseException as error:
        raise Trouble(Problem(type(error).__name__, phase, error.smtp_code)) from None
    except (smtplib.SMTPException, OSError) as error:
        raise Trouble(Problem(type(error).__name__, phase)) from None


def _log_in(client: smtplib.SMTP, user: str, password: str) -> None:
    """AUTH PLAIN (RFC 4616) or else LOGIN, in UTF-8; `smtplib` takes only ASCII."""
    known = client.esmtp_features.get("auth", "").upper().split()
    user64, password64, plain64 = (base64.b64encode(one.encode()).decode() for one in (user, password, f"\0{user}\0{password}"))
    if "PLAIN" in known:
        reply = client.docmd("AUTH", f"PLAIN {plain64}")
    elif "LOGIN" in known:
        _expect(3, client.docmd("AUTH", "LOGIN"))
        _expect(3, client.docmd(user64))
        reply = client.docmd(password64)
    else:
        raise smtplib.SMTPNotSupportedError
    if reply[0] // 100 != 2:
        raise smtplib.SMTPAuthenticationError(*reply)


def _expect(hundred: int, reply: tuple[int, bytes]) -> None:
    if reply[0] // 100 != hundred:
        raise smtplib.SMTPResponseException(*reply)


def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


def _own_name() -> str:
    """Our name for EHLO; the standard library would ask the name server for it, which may take minutes."""
    name = socket.gethostname()
    return name if "." in name and name.isascii() else "[127.0.0.1]"

"""A real SMTP server on loopback (aiosmtpd) that at each phase may refuse, hang or die."""
from __future__ import annotations

import asyncio
import ssl
import threading
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Mapping

from aiosmtpd.smtp import SMTP, AuthResult

PHASES = ("connect", "hello", "mail", "rcpt", "data", "content", "dot")
"""`data`: the answer to DATA. `content`: in the middle of what follows. `dot`: it has the mail, but has not answered."""
HANG, DRIP, DIE = "hang", "drip", "die"
"""It says nothing more; it says one letter now and then, so that no single wait is long; it cuts the line."""
USER, PASSWORD = "lotse", "geheim & süß"


@dataclass(frozen=True)
class Received:
    """A mail that the server has, whether or not it could say so."""

    sender: str
    recipient: str
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.SMTP)

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])


class MoodySmtpServer:
    """`moods` by phase: HANG, DRIP, DIE, or an answer such as `451 later`; may be changed at any moment.

    `moods_of` is the same for single recipients. `pause` is how long it takes for each mail, in seconds; `ssl` secures the
    line from its beginning, `more` goes to aiosmtpd.
    """

    def __init__(
        self, moods: Mapping[str, str] | None = None, pause: float = 0.0, ssl: ssl.SSLContext | None = None, **more
    ) -> None:
        self.moods = dict(moods or {})
        self.moods_of: dict[str, dict[str, str]] = {}
        self.pause = pause
        self.received: list[Received] = []
        self.connections = 0
        self._lock = threading.Lock()
        self.port = 0
        self._ssl, self._more = ssl, more
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> MoodySmtpServer:
        self._thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _listen(self) -> int:
        def connection() -> _Smtp:
            return _Smtp(self, hostname="mail.test", loop=self._loop, **self._more)

        server = await self._loop.create_server(connection, "127.0.0.1", 0, ssl=self._ssl)
        return server.sockets[0].getsockname()[1]

    def keep(self, received: Received) -> None:
        with self._lock:
            self.received.append(received)

    def mood(self, phase: str, recipient: str | None = None) -> str | None:
        return self.moods_of.get(recipient or "", {}).get(phase) or self.moods.get(phase)

    async def behave(self, phase: str, server: SMTP, recipient: str | None = None) -> str | None:
        """The answer to give instead of the usual one; None: go on."""
        mood = self.mood(phase, recipient)
        if mood == DIE:
            server.transport.abort()
        while mood == DRIP and not server.transport.is_closing():
            server.transport.write(b"2")
            await asyncio.sleep(0.1)
        if mood in (HANG, DRIP, DIE):
            await asyncio.sleep(3600)  # the end of the connection ends this too
        return mood

    # what aiosmtpd calls

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        refusal = await self.behave("hello", server)
        return [refusal] if refusal else responses

    async def handle_HELO(self, server, session, envelope, hostname):
        session.host_name = hostname
        return await self.behave("hello", server) or "250 hello"

    async def handle_MAIL(self, server, session, envelope, address, options):
        refusal = await self.behave("mail", server)
        if not refusal:
            envelope.mail_from = address
        return refusal or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = await self.behave("rcpt", server, address)
        if not refusal:
            envelope.rcpt_tos.append(address)
        return refusal or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.pause)
        recipient = envelope.rcpt_tos[0]
        mood = self.mood("dot", recipient)
        if mood in (None, HANG, DRIP, DIE):  # it takes the mail, whatever happens to the answer
            self.keep(Received(envelope.mail_from, recipient, envelope.content))
        return await self.behave("dot", server, recipient) or "250 taken"


class _Smtp(SMTP):
    """Moody also where aiosmtpd has no hook."""

    async def _handle_client(self) -> None:
        self.event_handler.connections += 1
        refusal = await self.event_handler.behave("connect", self)
        if refusal:
            await self.push(refusal)
            self.transport.close()
            return
        await super()._handle_client()

    async def smtp_DATA(self, arg: str) -> None:
        moody = self.event_handler
        recipient = self.envelope.rcpt_tos[0] if self.envelope.rcpt_tos else None
        refusal = await moody.behave("data", self, recipient)
        if refusal:
            await self.push(refusal)
        elif moody.mood("content", recipient):
            await self.push("354 go on")
            await self._reader.read(100)
            await moody.behave("content", self, recipient)
        else:
            await super().smtp_DATA(arg)


def log_in(server, session, envelope, mechanism, data) -> AuthResult:
    """Lets in whoever has USER and PASSWORD; for `authenticator=`."""
    given = (data.login.decode("utf-8"), data.password.decode("utf-8"))
    return AuthResult(success=given == (USER, PASSWORD), handled=False)


def tls_context(certificate, key) -> ssl.SSLContext:
    """For `tls_context=` (STARTTLS) or `ssl=`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context

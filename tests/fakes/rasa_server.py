"""A stand-in for the foreign process Rasa: a real HTTP server that says what a test wants, when it wants."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Callable

from aiohttp import web

Reply = Callable[[dict[str, Any]], Any]


def echo(message: dict[str, Any]) -> list[dict[str, Any]]:
    """Answers with what it was asked, in the form of Rasa's `rest` channel."""
    return [{"recipient_id": message["sender"], "text": f"Sie sagten: {message['message']}"}]


def office_answer(message: dict[str, Any]) -> list[dict[str, Any]]:
    """An answer with everything: two texts, buttons, and the entry of only `custom` that belongs to the second."""
    sender = message["sender"]
    return [
        {"recipient_id": sender, "text": "Das passt zu Ihrer Frage:"},
        {
            "recipient_id": sender,
            "text": "Bürgerbus-Förderung\nBis 70.000 Euro. Quelle: https://www.example.org/buergerbus",
            "buttons": [{"title": "Mehr dazu", "payload": '/mehr_dazu{"record": "foe-buergerbus"}'}],
        },
        {
            "recipient_id": sender,
            "custom": {
                "lang": "de",
                "outcome": "FOUND",
                "links": [{"title": "Zur Quelle", "url": "https://www.example.org/buergerbus"}],
                "records": ["foe-buergerbus"],
                "attachments": [],
            },
        },
    ]


@dataclass
class RasaServer:
    """What it answers is `reply`; how long it takes `delay`; `hold()` keeps answers back until `release()`."""

    reply: Reply = echo
    delay: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    most_at_once: int = 0
    port: int = 0
    _runner: web.AppRunner | None = None
    _open: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def is_running(self) -> bool:
        return self._runner is not None

    @property
    def heard(self) -> list[str]:
        return [message["message"] for message in self.asked]

    def hold(self) -> None:
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    async def start(self) -> "RasaServer":
        """Listen; after `kill` on the same port again."""
        self._open.set()
        app = web.Application()
        app.router.add_post("/webhooks/rest/webhook", self._answer)
        app.router.add_get("/webhooks/rest/", self._health)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.01)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]
        return self

    async def kill(self) -> None:
        """Die at once: running requests lose their connection."""
        if self._runner is not None:
            runner, self._runner = self._runner, None
            for connection in list(runner.server.connections):
                if connection.transport is not None:
                    connection.transport.abort()
            await runner.cleanup()

    async def _health(self, _: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def _answer(self, request: web.Request) -> web.Response:
        message = await request.json()
        self.asked.append(message)
        self._busy += 1
        self.most_at_once = max(self.most_at_once, self._busy)
        try:
            await self._open.wait()
            await asyncio.sleep(self.delay)
            answer = self.reply(message)
        finally:
            self._busy -= 1
        return answer if isinstance(answer, web.Response) else web.json_response(answer)

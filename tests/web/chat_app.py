"""The web application for tests, on a real database and a Rasa over real HTTP, with the committed example office."""
from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, AsyncIterator

from aiohttp.test_utils import TestClient, TestServer

from knowledge.office import read_office
from storage import Database
from tests.chat_setup import NOW, a_turn_service
from tests.builders import an_event
from tests.fakes.rasa_server import RasaServer
from web.app import create_app
from web.services import WebServices

EVENTS = (
    an_event(id="ver-bald", name="Dorfbus, Kuchen; und mehr", dates=["2026-12-03", "2027-01-14", "2026-11-01"]),
    an_event(id="ver-vorbei", dates=["2026-11-01"]),
)
"""What calendar files are asked for."""
CONTENT = Path(__file__).resolve().parents[2] / "knowledge" / "content"


@asynccontextmanager
async def a_chat_client(
    database: Database, rasa: RasaServer, trusted_proxies: int = 0, **more: Any
) -> AsyncIterator[TestClient]:
    """A client of the running application; `more` goes to the turn service."""
    async with a_turn_service(database, rasa.url, **more) as turns:
        async with TestClient(TestServer(create_app(services(turns, rasa, trusted_proxies)))) as client:
            yield client


def services(turns, rasa: RasaServer, trusted_proxies: int = 0) -> WebServices:
    async def rasa_listens() -> bool:
        return rasa.is_running

    return WebServices(
        turns=turns,
        office=read_office(CONTENT),
        checks={"rasa": rasa_listens},
        contexts=(),
        now=lambda: NOW,
        event={one.id: one for one in EVENTS}.get,
        trusted_proxies=trusted_proxies,
        heartbeat_seconds=0.2,
    )


async def say(client: TestClient, text: str = "Hallo", conversation: str | None = None, message_id: str = "m1", **more):
    """POST one message; gives status, body, headers."""
    body = {"conversation": conversation, "message_id": message_id, "text": text} | more
    if "payload" in more:
        del body["text"]
    async with client.post("/api/chat", json=body) as response:
        return response.status, await response.json(), response.headers

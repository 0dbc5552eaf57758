"""The web application for tests, on a real database and a Rasa over real HTTP, with the committed example office."""
from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, AsyncIterator, Sequence

from aiohttp.test_utils import TestClient, TestServer

from conversation.limits import Limit
from conversation.remembering import CodeDesk, RememberLists
from knowledge.office import read_office
from knowledge.schema import Record
from office.appointments.calendar_links import CalendarLinks
from office.mail import Addresses, Mails
from office.matters.lost_codes import LostCodes
from office.matters.published import PublishedIdeas
from storage import Database
from tests.builders import a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event
from tests.chat_setup import NOW, a_my_data, a_turn_service
from tests.fakes.rasa_server import RasaServer
from tests.office.appointments.notices_setup import ADVISER, a_waiting_list
from web.app import create_app
from web.services import WebServices
from wording.mails import Letterhead, code_link_mail, please_confirm

EVENTS = (
    an_event(id="ver-bald", name="Dorfbus, Kuchen; und mehr", dates=["2026-12-03", "2027-01-14", "2026-11-01"]),
    an_event(id="ver-vorbei", dates=["2026-11-01"]),
)
"""What calendar files are asked for."""
RECORDS = (a_funding(), a_legal_hurdle(), a_contact(), a_case(), a_method(), an_event())
"""One of each kind."""
CONTENT = Path(__file__).resolve().parents[2] / "knowledge" / "content"


LETTERHEAD = Letterhead(read_office(CONTENT), "http://127.0.0.1:8080")


def a_code_link(number: str, secret: str):
    """What writes the mail with the link by which a new code is made."""
    return partial(code_link_mail, LETTERHEAD, number, secret)


@asynccontextmanager
async def a_chat_client(
    database: Database, rasa: RasaServer, trusted_proxies: int = 0, records: Sequence[Record] = (*RECORDS, *EVENTS),
    **more: Any,
) -> AsyncIterator[TestClient]:  # fmt: skip
    """A client of the running application over `records`; `more` goes to the turn service."""
    async with a_turn_service(database, rasa.url, **more) as turns:
        app = create_app(services(turns, rasa, database, trusted_proxies, records))
        async with TestClient(TestServer(app)) as client:
            yield client


def services(
    turns, rasa: RasaServer, database: Database, trusted_proxies: int = 0,
    records: Sequence[Record] = (*RECORDS, *EVENTS),
) -> WebServices:  # fmt: skip
    lists = RememberLists(database, lambda: NOW)

    async def rasa_listens() -> bool:
        return rasa.is_running

    return WebServices(
        turns=turns,
        office=read_office(CONTENT),
        my_data=a_my_data(database),
        remember_lists=lists,
        code_desk=CodeDesk(lists, attempts=Limit(30, 600), failures=Limit(10, 600)),
        addresses=Addresses(database),
        calendar_links=CalendarLinks(database),
        waiting_list=a_waiting_list(database),
        adviser=lambda id_: ADVISER if id_ == ADVISER.id else None,
        public_url=LETTERHEAD.public_url,
        lost_codes=LostCodes(database, Mails(partial(please_confirm, LETTERHEAD)), a_code_link),
        published=PublishedIdeas(database),
        records={record.id: record for record in records},
        checks={"rasa": rasa_listens},
        contexts=(),
        now=lambda: NOW,
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

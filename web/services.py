"""What the web process is given by `bot.bootstrap`; it builds nothing itself."""
from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Awaitable, Callable, Mapping

from aiohttp import web

from conversation.my_data import MyData
from conversation.remembering import CodeDesk, RememberLists
from conversation.turns import TurnService
from knowledge.office import OfficeProfile
from knowledge.schema import Record
from knowledge.schema.adviser import Adviser
from office.appointments.calendar_links import CalendarLinks
from office.appointments.waiting import WaitingList
from office.mail import Addresses
from office.matters.lost_codes import LostCodes
from office.matters.published import PublishedIdeas

Check = Callable[[], Awaitable[bool]]


@dataclass(frozen=True)
class WebServices:
    """`records` are all of the knowledge base by id; `checks` by name say whether what we need is there.

    `contexts` are entered in order before the first request.
    """

    turns: TurnService
    office: OfficeProfile
    my_data: MyData
    remember_lists: RememberLists
    code_desk: CodeDesk
    addresses: Addresses
    lost_codes: LostCodes
    calendar_links: CalendarLinks
    waiting_list: WaitingList
    adviser: Callable[[str], "Adviser | None"]
    """The adviser with this id, as the content knows them."""
    public_url: str
    """Under which people reach this process, without `/` at its end."""
    published: PublishedIdeas
    records: Mapping[str, Record]
    checks: Mapping[str, Check]
    contexts: tuple[AbstractAsyncContextManager, ...]
    now: Callable[[], datetime]
    trusted_proxies: int = 0
    heartbeat_seconds: float = 15.0


SERVICES: web.AppKey[WebServices] = web.AppKey("services", WebServices)

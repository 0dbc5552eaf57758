"""Puts the web process together: limits, Rasa, the turn service, and what `web` is given.

A part of the one place of composition, beside bot/bootstrap.py, so that the web process loads neither the SDK of the
actions nor the embeddings.
"""
from __future__ import annotations

import asyncio
import time
from typing import Awaitable, Callable

from bot.compose_office import lost_codes, my_data, timetable, waiting_list
from bot.settings import Rate, Settings
from conversation.drafts import DraftStore, let_rest
from conversation.erasure import Erasure
from conversation.masking.name_lists import read_name_lists
from conversation.limits import Limit, MessageLimits
from conversation.messages import Answer
from conversation.patience import Patience
from conversation.rasa_client import RasaClient
from conversation.remembering import CodeDesk, RememberLists
from conversation.secrecy.discretion import Discretion
from conversation.secrecy.kept_codes import KeptCodes
from conversation.secrecy.told_names import ToldNames
from conversation.turn_store import TurnStore
from conversation.turns import TurnService
from knowledge.office import read_office
from knowledge.schema import Contact
from knowledge.store import RecordStore
from office.appointments.calendar_links import CalendarLinks
from office.mail import Addresses
from office.matters.published import PublishedIdeas
from storage import Database, StorageError
from web.services import WebServices
from wording.crisis import crisis_reply, unavailable_reply


def web_services(settings: Settings, ticks: Callable[[], float] = time.monotonic) -> WebServices:
    """The services of the web process; nothing runs before the application starts. `ticks`: seconds limits count by.

    The records, which hold the crisis numbers, and the office profile are read now, so that they are at hand when the
    database goes away. Raises StorageError or ContentError.
    """
    database = Database(settings.database_url)
    office = read_office(settings.content)
    records = {record.id: record for record in RecordStore(database).records()}
    contacts = {one.id: one for one in records.values() if isinstance(one, Contact)}
    names = ToldNames(read_name_lists(settings.content), (record.name for record in records.values()))
    store, drafts = TurnStore(database), DraftStore(database)
    rasa = RasaClient(settings.rasa_url, settings.actions_url)
    mine = my_data(database, settings)
    turns = TurnService(
        store,
        rasa,
        MessageLimits(_limit(settings.conversation_rate), _limit(settings.address_rate)),
        crisis_answer=lambda kind: [Answer.of(crisis_reply(kind.record_ids, contacts, office))],
        unavailable_answer=lambda: Answer.of(unavailable_reply(office)),
        erasure=Erasure(mine.delete),
        clock=settings.now,
        discretion=Discretion(drafts, KeptCodes(database), names.find),
        rest_forms=lambda key, now: let_rest(drafts, key, "crisis", now),
        patience=Patience(turn_seconds=settings.turn_seconds),
        ticks=ticks,
    )
    lists = RememberLists(database, settings.now)
    return WebServices(
        turns=turns,
        office=office,
        my_data=mine,
        remember_lists=lists,
        code_desk=CodeDesk(lists, attempts=Limit(30, 600), failures=Limit(10, 600)),
        addresses=Addresses(database),
        lost_codes=lost_codes(database, settings),
        calendar_links=CalendarLinks(database),
        waiting_list=waiting_list(database, settings),
        adviser=timetable(database).adviser,
        public_url=settings.public_url,
        published=PublishedIdeas(database),
        records=records,
        checks={
            "database": _database_check(store),
            "rasa": rasa.rasa_is_reachable,
            "actions": rasa.actions_are_reachable,
        },
        contexts=(rasa, turns),
        now=settings.now,
        trusted_proxies=settings.trusted_proxies,
    )


def _limit(rate: Rate) -> Limit:
    return Limit(rate.requests, rate.seconds)


def _database_check(store: TurnStore) -> Callable[[], Awaitable[bool]]:
    async def is_reachable() -> bool:
        try:
            await asyncio.to_thread(store.check_reachable)
        except StorageError:
            return False
        return True

    return is_reachable

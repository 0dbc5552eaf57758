"""Puts the web process together: limits, Rasa, the turn service, and what `web` is given.

A part of the one place of composition, beside bot/bootstrap.py, so that the web process loads neither the SDK of the
actions nor the embeddings.
"""
from __future__ import annotations

import asyncio
from typing import Awaitable, Callable

from bot.settings import Rate, Settings
from conversation.limits import Limit, MessageLimits
from conversation.messages import Answer
from conversation.patience import Patience
from conversation.rasa_client import RasaClient
from conversation.turn_store import TurnStore
from conversation.turns import TurnService
from knowledge.office import read_office
from knowledge.schema import Contact, Event
from knowledge.store import RecordStore
from storage import Database, StorageError
from web.services import WebServices
from wording.crisis import crisis_reply, unavailable_reply


def web_services(settings: Settings) -> WebServices:
    """The services of the web process; nothing runs before the application starts.

    The records of the crisis numbers and of the events, and the office profile are read now, so that they are at hand
    when the database goes away. Raises StorageError or ContentError.
    """
    database = Database(settings.database_url)
    office = read_office(settings.content)
    records = RecordStore(database).records()
    contacts = {record.id: record for record in records if isinstance(record, Contact)}
    events = {record.id: record for record in records if isinstance(record, Event)}
    store = TurnStore(database)
    rasa = RasaClient(settings.rasa_url, settings.actions_url)
    turns = TurnService(
        store,
        rasa,
        MessageLimits(_limit(settings.conversation_rate), _limit(settings.address_rate)),
        crisis_answer=lambda kind: [Answer.of(crisis_reply(kind.record_ids, contacts, office))],
        unavailable_answer=lambda: Answer.of(unavailable_reply(office)),
        clock=settings.now,
        patience=Patience(turn_seconds=settings.turn_seconds),
    )
    return WebServices(
        turns=turns,
        office=office,
        checks={
            "database": _database_check(store),
            "rasa": rasa.rasa_is_reachable,
            "actions": rasa.actions_are_reachable,
        },
        contexts=(rasa, turns),
        now=settings.now,
        event=events.get,
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

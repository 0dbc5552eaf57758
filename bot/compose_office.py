"""Puts the services of the office together.

A part of the one place of composition, beside bot/bootstrap.py, so that a command of the office loads neither Rasa's SDK
nor the embeddings.
"""
from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator

import bot.all_tables  # noqa: F401 (what is personal stands in the tables, so all must be known)
from bot.settings import Settings
from conversation.my_data import MyData
from office.callbacks import Callbacks
from office.privacy import PersonalData
from office.services import OfficeServices
from storage import Database


def office_services(settings: Settings) -> OfficeServices:
    """The services for a process that goes on; `./lotse start` has brought the database up to date before."""
    return _services(Database(settings.database_url))


@contextmanager
def office_at_hand(settings: Settings) -> Iterator[OfficeServices]:
    """The services for one command, which may be the first that this database sees."""
    from storage.migrate import database_at_hand

    with database_at_hand(settings.database_url) as database:
        yield _services(database)


def my_data(database: Database, settings: Settings) -> MyData:
    """What people can do with what is stored of them, over all tables."""
    forgetting = {"callbacks": _services(database).callbacks.forget_older_than}
    days = {"LOTSE_KEEP_CONVERSATIONS_DAYS": settings.keep_conversations_days}
    return MyData(database, PersonalData(database, forgetting, days))


def _services(database: Database) -> OfficeServices:
    return OfficeServices(callbacks=Callbacks(database))

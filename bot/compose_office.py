"""Puts the services of the office together.

A part of the one place of composition, beside bot/bootstrap.py, so that a command of the office loads neither Rasa's SDK
nor the embeddings.
"""
from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator

from bot.settings import Settings
from office.services import OfficeServices
from storage import Database


def office_services(settings: Settings) -> OfficeServices:
    """The services for a process that goes on; `./lotse start` has brought the database up to date before."""
    return OfficeServices.over(Database(settings.database_url))


@contextmanager
def office_at_hand(settings: Settings) -> Iterator[OfficeServices]:
    """The services for one command, which may be the first that this database sees."""
    from storage.migrate import database_at_hand

    with database_at_hand(settings.database_url) as database:
        yield OfficeServices.over(database)


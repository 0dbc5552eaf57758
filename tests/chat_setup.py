"""Puts a turn service together for tests: a migrated database, a Rasa over real HTTP, plain words for answers."""
from __future__ import annotations

import shutil
from contextlib import asynccontextmanager
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, AsyncIterator

from bot.compose_office import my_data
from bot.settings import read_settings
from conversation.crisis import CrisisKind
from conversation.drafts import DraftStore
from conversation.erasure import Erasure
from conversation.limits import Limit, MessageLimits
from conversation.messages import Answer, TurnRequest
from conversation.my_data import MyData
from conversation.patience import Patience
from conversation.rasa_client import RasaClient
from conversation.secrecy.discretion import Discretion
from conversation.secrecy.kept_codes import KeptCodes
from conversation.turn_store import TurnStore
from conversation.turns import TurnService
from storage import Database
from storage.migrate import migrate

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
HASTY = Patience(turn_seconds=1.0, give_up_seconds=10, pause_seconds=(0.05, 0.1))
"""Quicker than the service, but no answer of a busy test machine is taken for a late one."""
SORRY = "Ich kann gerade nicht antworten. Sie erreichen uns unter 030 23125-100."


@lru_cache(maxsize=None)
def _migrated_file() -> Path:
    file = Path(mkdtemp(prefix="lotse-test-")) / "migrated.db"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file


def a_database(folder: Path) -> Database:
    """A SQLite database in `folder`, brought to the newest shape by the migrations."""
    file = folder / "lotse.db"
    if not file.exists():
        shutil.copy(_migrated_file(), file)
    return Database(f"sqlite:///{file}")


def a_crisis_answer(kind: CrisisKind) -> list[Answer]:
    return [Answer(f"Hilfe bei {kind.name}", outcome="CRISIS", records=kind.record_ids)]


def an_unavailable_answer() -> Answer:
    return Answer(SORRY, outcome="TECHNICAL_PROBLEM")


def a_my_data(database: Database) -> MyData:
    """What people can do with what is stored, with the default periods."""
    return my_data(database, read_settings({}))


@asynccontextmanager
async def a_turn_service(
    database: Database,
    rasa_url: str,
    patience: Patience = HASTY,
    conversation_rate: tuple[int, int] = (1000, 1),
    address_rate: tuple[int, int] = (1000, 1),
    **more: Any,
) -> AsyncIterator[TurnService]:
    limits = MessageLimits(Limit(*conversation_rate), Limit(*address_rate))
    async with RasaClient(rasa_url, answer_seconds=5) as rasa:
        arguments = dict(
            erasure=Erasure(a_my_data(database).delete),
            discretion=Discretion(DraftStore(database), KeptCodes(database), lambda text: ()),
            clock=lambda: NOW, patience=patience,
        ) | more  # fmt: skip
        service = TurnService(
            TurnStore(database), rasa, limits, a_crisis_answer, an_unavailable_answer, **arguments
        )
        async with service:
            yield service


def a_request(
    text: str | None = "Hallo", conversation: str | None = None, message_id: str = "m1", **more: Any
) -> TurnRequest:
    """A message of a person; `payload=…` instead of a text."""
    if "payload" in more:
        text = None
    given = dict(address="192.0.2.1", now=NOW) | more
    return TurnRequest(conversation=conversation, message_id=message_id, text=text, **given)

"""The tables as the migrations make them, on both databases."""
from __future__ import annotations

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from conversation.messages import Answer
from conversation.refusals import ConversationUnknown
from conversation.tables import AnswerRow, ConversationRow, TurnRow
from conversation.turn_store import TurnState, TurnStore
from storage import Database
from storage.base import Base
from storage.migrate import migrate
from tests.chat_setup import NOW, a_database, a_request, a_turn_service
from tests.fakes.rasa_server import RasaServer

OWN = {row.__tablename__ for row in (ConversationRow, TurnRow, AnswerRow)}


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    if request.param == "sqlite":
        database = a_database(tmp_path)
    else:
        database = Database(request.getfixturevalue("postgres_url"))
        migrate(database)
    yield database
    database.close()


def test_the_migrations_make_what_the_models_say(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda one, name, kind, reflected, other: kind != "table" or name in OWN},
        )
        assert compare_metadata(context, Base.metadata) == []


async def test_a_whole_turn_works_on_both(database):
    rasa = await RasaServer().start()
    async with a_turn_service(database, rasa.url) as service:
        first, _ = await service.handle(a_request("eins"))
        again, _ = await service.handle(a_request("eins", first.conversation))
        second = [service.handle(a_request(f"Nr. {n}", first.conversation, f"n{n}")) for n in range(6)]
        crises = [service.handle(a_request("es brennt bei uns", first.conversation, f"c{n}")) for n in range(6)]
        replies = await asyncio.gather(*second, *crises)
        numbers = sorted(answer.id for reply, _ in replies for answer in reply.messages)
        assert again == first and numbers == list(range(2, 14))
        assert (await service.counts(NOW)).answered == 13
    await rasa.kill()


async def test_moments_keep_their_zone_and_deleting_a_conversation_takes_all_with_it(database):
    rasa = await RasaServer().start()
    async with a_turn_service(database, rasa.url) as service:
        await service.handle(a_request("eins"))
    await rasa.kill()
    with database.writing() as session:
        row = session.query(ConversationRow).one()
        assert row.created_at == NOW and row.created_at.tzinfo is not None
        session.query(ConversationRow).delete()
    with database.reading() as session:
        assert session.query(TurnRow).count() == session.query(AnswerRow).count() == 0
    with pytest.raises(ConversationUnknown):
        TurnStore(database).settle(1, TurnState.ANSWERED, [Answer("zu spät")], NOW)

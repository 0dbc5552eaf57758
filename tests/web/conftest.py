from __future__ import annotations

import pytest

from tests.chat_setup import a_database
from tests.fakes.rasa_server import RasaServer
from tests.web.chat_app import a_chat_client


@pytest.fixture
async def rasa():
    server = await RasaServer().start()
    yield server
    await server.kill()


@pytest.fixture
def database(tmp_path):
    database = a_database(tmp_path)
    yield database
    database.close()


@pytest.fixture
async def client(database, rasa):
    async with a_chat_client(database, rasa) as client:
        yield client

from __future__ import annotations

import pytest

from tests.chat_setup import a_database, a_turn_service
from tests.fakes.rasa_server import RasaServer


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
async def service(database, rasa):
    async with a_turn_service(database, rasa.url) as service:
        yield service

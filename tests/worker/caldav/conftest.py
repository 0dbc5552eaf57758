from __future__ import annotations

import pytest

from tests.fakes.radicale_server import RadicaleServer
from tests.worker.caldav.calendar_setup import Desk
from storage import Database
from storage.migrate import migrate


@pytest.fixture(scope="module")
def caldav_server(tmp_path_factory):
    """A real CalDAV server."""
    with RadicaleServer(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def radicale(caldav_server):
    """The server with an empty calendar; a test that stops it starts it again."""
    caldav_server.make_calendar()
    return caldav_server


@pytest.fixture
def desk(store, radicale):
    """Bookings on SQLite, and the calendar of the one adviser."""
    return Desk(store, radicale.url)


@pytest.fixture
def store(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    migrate(opened)
    yield opened
    opened.close()

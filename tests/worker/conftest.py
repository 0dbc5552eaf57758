from __future__ import annotations

import pytest

from storage.migrate import migrate
from tests.storage.conftest import database  # noqa: F401


@pytest.fixture
def store(tmp_path):
    """An empty SQLite database; what differs between both sorts is tested with the services of the office."""
    from storage import Database

    opened = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    migrate(opened)
    yield opened
    opened.close()

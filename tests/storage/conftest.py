from __future__ import annotations

import pytest

from storage import Database


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    """An empty database of each sort."""
    sqlite = f"sqlite:///{tmp_path / 'lotse.db'}"
    opened = Database(sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url"))
    yield opened
    opened.close()

from __future__ import annotations

import pytest

from office.callbacks import Callbacks
from storage.migrate import migrate
from tests.storage.conftest import database  # noqa: F401


@pytest.fixture
def callbacks(database) -> Callbacks:  # noqa: F811
    """Call-backs in an empty database, once for each sort."""
    migrate(database)
    return Callbacks(database)

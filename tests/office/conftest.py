from __future__ import annotations

import pytest

from office.matters.kinds.callback import CALLBACK
from office.matters.service import Matters
from storage.migrate import migrate
from tests.storage.conftest import database  # noqa: F401


@pytest.fixture
def callbacks(database) -> Matters:  # noqa: F811
    """Call-backs in an empty database, once for each sort."""
    migrate(database)
    return Matters(database, CALLBACK)

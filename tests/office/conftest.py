from __future__ import annotations

from contextlib import nullcontext

import pytest

from office.matters.kinds.callback import CALLBACK
from office.matters.service import Matters
from storage import Database
from storage.migrate import migrate
from tests.services import fresh_postgres
from tests.storage.conftest import database  # noqa: F401


@pytest.fixture
def callbacks(database) -> Matters:  # noqa: F811
    """Call-backs in an empty database, once for each sort."""
    migrate(database)
    return Matters(database, CALLBACK)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def migrated(request, tmp_path_factory):
    """A database of each sort with all tables, made once: there are many tests."""
    folder = tmp_path_factory.mktemp("office")
    with fresh_postgres() if request.param == "postgresql" else nullcontext(f"sqlite:///{folder / 'lotse.db'}") as url:
        made = Database(url)
        migrate(made)
        yield made
        made.close()

"""Services that some tests need; absent, they skip with the reason, and fail where REQUIRE_SERVICES=1 (as in CI)."""
from __future__ import annotations

import os
import shutil
import uuid
from contextlib import contextmanager
from typing import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

POSTGRES = os.environ.get("LOTSE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("LOTSE_TEST_REDIS", "redis://127.0.0.1:6379")
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def missing(reason: str) -> None:
    """Skip the test, or fail it where every service must be there."""
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(f"{reason} (REQUIRE_SERVICES=1)", pytrace=False)
    pytest.skip(reason)


@contextmanager
def fresh_postgres() -> Iterator[str]:
    """The address of a fresh, empty PostgreSQL database, dropped at the end."""
    name = f"lotse_test_{uuid.uuid4().hex[:12]}"
    server = sa.create_engine(POSTGRES, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    try:
        with server.connect() as connection:
            connection.execute(sa.text(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
    except sa.exc.OperationalError:
        missing(f"PostgreSQL is not reachable at {make_url(POSTGRES).host}; LOTSE_TEST_POSTGRES names another one")
    yield make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A database for one test."""
    with fresh_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def redis_url() -> str:
    """The address of a Redis server."""
    import redis

    try:
        redis.Redis.from_url(REDIS, socket_connect_timeout=3).ping()
    except redis.RedisError:
        missing(f"Redis is not reachable at {REDIS}; LOTSE_TEST_REDIS names another one")
    return REDIS


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of an installed Chromium or Chrome, for playwright's `executable_path`."""
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    if found is None:
        missing("no Chromium is installed (Debian: apt install chromium)")
    return found


@pytest.fixture(scope="session")
def trained_model() -> str:
    """The path of the model that `./lotse test` trained for this run."""
    model = os.environ.get("LOTSE_TEST_MODEL")
    if not model:
        missing("no trained model: run the tests with ./lotse test, or set LOTSE_TEST_MODEL")
    return model

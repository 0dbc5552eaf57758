from __future__ import annotations

from dataclasses import replace

import pytest
import pytest_asyncio

pytest.register_assert_rewrite("tests.conversations.script", "tests.conversations.manners")

from bot import bootstrap  # noqa: E402 (after the line above)
from bot.rehearsal.assistant import running_assistant  # noqa: E402
from tests.conversations.assistant import an_assistant  # noqa: E402
from tests.conversations.knowledge_base import loaded_services, loaded_settings  # noqa: E402
from tests.conversations.office_clock import Clock, Times  # noqa: E402


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def assistant(trained_model):
    """The whole assistant, loaded once; needs `loop_scope="session"` of the tests that use it."""
    async with an_assistant(trained_model) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def office(trained_model):
    clock = Clock()
    services = replace(loaded_services(), now=clock)
    actions = tuple(bootstrap.actions(services))
    async with running_assistant(trained_model, loaded_settings(), actions, services.library) as assistant:
        yield replace(assistant, settings=Times(clock)), clock


@pytest.fixture
def begin(office):
    assistant, clock = office
    clock.wait(hours=1)
    return assistant.begin


@pytest.fixture
def clock(office) -> Clock:
    return office[1]

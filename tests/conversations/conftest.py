from __future__ import annotations

import pytest
import pytest_asyncio

pytest.register_assert_rewrite("tests.conversations.script", "tests.conversations.manners")

from tests.conversations.assistant import an_assistant  # noqa: E402 (after the line above)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def assistant(trained_model):
    """The whole assistant, loaded once; needs `loop_scope="session"` of the tests that use it."""
    async with an_assistant(trained_model) as running:
        yield running

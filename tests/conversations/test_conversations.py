"""Whole conversations through the web process's services, real Rasa and real actions; written down in ways/*.yml."""
from __future__ import annotations

import pytest

from tests.conversations.script import Way, read_ways

WAYS = read_ways()
pytestmark = pytest.mark.asyncio(loop_scope="session")


def as_case(way: Way):
    marks = [pytest.mark.xfail(reason=way.known_defect, strict=True)] if way.known_defect else []
    return pytest.param(way, id=way.name, marks=marks)


@pytest.mark.parametrize("way", [as_case(way) for way in WAYS])
async def test_the_assistant_answers_well_from_the_first_turn_to_the_last(way, assistant):
    await way.walk(assistant.begin())


async def test_every_need_occurs_in_a_conversation(assistant):
    expected = set()
    for way in WAYS:
        for turn in way.turns:
            expected |= {turn.need} if isinstance(turn.need, str) else set()
    assert set(assistant.rasa.agent.domain.intents) - expected <= BUILT_IN


BUILT_IN = {"back", "out_of_scope", "restart", "session_start"}
"""Intents that Rasa adds to every domain."""

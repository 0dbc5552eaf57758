"""The same message twice within moments, under another id, is one; later it is a message of its own."""
from __future__ import annotations

import asyncio

import pytest_asyncio

from conversation.incoming import IncomingMessage
from conversation.twins import TWIN_SECONDS, Twins
from tests.chat_setup import NOW, a_request, a_turn_service
from tests.conversation.waiting import a_conversation


def a_message(key: str, words: str, message_id: str = "m1") -> IncomingMessage:
    """A message of the conversation `key`."""
    return IncomingMessage(key, False, message_id, NOW, words)


class Ticks:
    """A clock of seconds that is set by hand."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest_asyncio.fixture
async def timed(database, rasa):
    """A turn service and its clock."""
    ticks = Ticks()
    async with a_turn_service(database, rasa.url, ticks=ticks) as service:
        yield service, ticks


async def test_a_twin_gets_the_answer_of_the_first_and_does_nothing(timed, rasa):
    service, ticks = timed
    conversation = await a_conversation(service)
    first, _ = await service.handle(a_request("ja", conversation, "a1"))
    ticks.seconds += TWIN_SECONDS / 2
    second, _ = await service.handle(a_request("ja", conversation, "a2"))
    third, _ = await service.handle(a_request("ja", conversation, "a3"))
    assert first == second == third and rasa.heard == ["/gruss", "ja"]


async def test_who_writes_the_same_later_or_something_else_between_means_it(timed, rasa):
    service, ticks = timed
    conversation = await a_conversation(service)
    for message_id, text in (("a1", "weiter"), ("a2", "zurück"), ("a3", "weiter")):
        await service.handle(a_request(text, conversation, message_id))
    ticks.seconds += TWIN_SECONDS + 0.1
    await service.handle(a_request("weiter", conversation, "a4"))
    assert rasa.heard == ["/gruss", "weiter", "zurück", "weiter", "weiter"]


async def test_a_twin_of_a_message_that_waits_for_its_answer_waits_with_it_however_long(timed, rasa):
    service, ticks = timed
    conversation = await a_conversation(service)
    rasa.delay = 0.2
    first = asyncio.create_task(service.handle(a_request("eins", conversation, "a1")))
    await asyncio.sleep(0.05)
    ticks.seconds += 60
    second, _ = await service.handle(a_request("eins", conversation, "a2"))
    assert second == (await first)[0] and rasa.heard == ["/gruss", "eins"]


async def test_two_people_may_say_the_same(timed, rasa):
    service, _ = timed
    one, other = await a_conversation(service), await a_conversation(service)
    for conversation in (one, other):
        await service.handle(a_request("ja", conversation, "a1"))
    assert rasa.heard == ["/gruss", "/gruss", "ja", "ja"]


def test_it_remembers_no_words_and_not_too_many_conversations():
    twins = Twins(maximum_keys=2)
    for key in ("k1", "k2", "k3"):
        twins.as_first(a_message(key, "sehr eigener Satz"), 0.0, ())
    assert len(twins) == 2 and "eigener" not in repr(vars(twins))
    assert twins.as_first(a_message("k1", "sehr eigener Satz", "m2"), 0.0, ()).message_id == "m2"
    assert twins.as_first(a_message("k3", "sehr eigener Satz", "m2"), 0.0, ()).message_id == "m1"

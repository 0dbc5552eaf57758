"""A crisis in the turn service: past everything, and without a trace of its words."""
from __future__ import annotations

import asyncio
import sqlite3

import pytest

from conversation.crisis import CrisisKind
from conversation.refusals import StorageUnavailable
from storage import Database
from tests.chat_setup import a_request, a_turn_service
from tests.conversation.waiting import a_conversation, texts, until


async def test_a_crisis_goes_past_limits_lengths_and_rasa(database, rasa):
    await rasa.kill()
    async with a_turn_service(database, rasa.url, address_rate=(1, 600), ticks=lambda: 0.0) as service:
        for number in range(3):
            text = "Wir planen ein Fest. " * 1000 + "Ich will nicht mehr leben."
            assert await texts(service, a_request(text, None, f"m{number}")) == ["Hilfe bei SUICIDE"]
    assert rasa.heard == []


async def test_a_crisis_is_answered_while_an_earlier_message_still_waits(service, rasa):
    conversation = await a_conversation(service)
    rasa.hold()
    waiting = asyncio.create_task(service.handle(a_request("eins", conversation, "a")))
    await until(lambda: len(rasa.asked) == 2)
    assert await texts(service, a_request("es brennt bei uns", conversation, "b")) == ["Hilfe bei LIFE_DANGER"]
    assert not waiting.done()
    rasa.release()
    await waiting


async def test_a_crisis_under_the_id_of_an_earlier_message_is_answered_all_the_same(service):
    conversation = await a_conversation(service)
    await texts(service, a_request("danke", conversation, "m"))
    for _ in range(2):
        assert await texts(service, a_request("Ich will nicht mehr leben.", conversation, "m")) == ["Hilfe bei SUICIDE"]


async def test_the_words_of_a_crisis_are_never_stored_and_a_repeat_is_one(service, database, rasa):
    conversation = await a_conversation(service)
    request = a_request("mein Mann schlägt mich", conversation, "b")
    first, again = await asyncio.gather(service.handle(request), service.handle(request))
    assert first == again
    with sqlite3.connect(database.url.database) as connection:
        assert "schlägt" not in "\n".join(connection.iterdump())
        assert connection.execute("SELECT count(*) FROM answer").fetchone() == (2,)
    assert rasa.heard == ["/gruss"]


async def test_a_crisis_in_an_unknown_conversation_is_answered_in_a_new_one(service):
    reply, _ = await service.handle(a_request("ich will sterben", "long gone", "b"))
    assert reply.messages[0].records == CrisisKind.SUICIDE.record_ids
    await service.check_followable(reply.conversation)


async def test_without_its_tables_the_service_does_not_start(tmp_path, rasa):
    with pytest.raises(StorageUnavailable):
        async with a_turn_service(Database(f"sqlite:///{tmp_path / 'empty.db'}"), rasa.url):
            raise AssertionError("must not start")


async def test_a_database_that_goes_away_stops_messages_but_no_crisis(service, database):
    conversation = await a_conversation(service)
    with sqlite3.connect(database.url.database) as connection:
        connection.execute("DROP TABLE answer")
        connection.execute("DROP TABLE turn")
    with pytest.raises(StorageUnavailable):
        await service.handle(a_request("eins", conversation, "b"))
    assert await texts(service, a_request("ich kann nicht mehr", conversation, "c")) == ["Hilfe bei SUICIDE"]

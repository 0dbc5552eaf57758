"""The client of Rasa's `rest` channel, over real HTTP."""
from __future__ import annotations

import pytest
from aiohttp import web

from conversation.messages import Attachment, Button
from conversation.rasa_client import Absence, Answered, RasaClient, Unavailable


async def ask(rasa, seconds=2.0):
    async with RasaClient(rasa.url, answer_seconds=seconds) as client:
        return await client.ask("key", "Hallo", {"turn": 1})


async def test_sender_words_and_metadata_are_passed_on(rasa):
    assert isinstance(await ask(rasa), Answered)
    assert rasa.asked == [{"sender": "key", "message": "Hallo", "metadata": {"turn": 1}}]


async def test_entries_without_text_belong_to_the_text_before_them(rasa):
    rasa.reply = lambda message: [
        {"text": "eins", "buttons": [{"title": "A", "payload": "/a"}]},
        {"image": "https://www.example.org/bild.png"},
        {"custom": {"outcome": "FOUND", "lang": "uk", "records": ["foe-a"]}},
        {"text": "zwei"},
    ]
    first, second = (await ask(rasa)).answers
    assert first.buttons == (Button("A", "/a"),)
    assert first.attachments == (Attachment("Bild", "https://www.example.org/bild.png", "image"),)
    assert (first.outcome, first.lang, first.records, first.id) == ("FOUND", "uk", ("foe-a",), 0)
    assert (second.text, second.outcome, second.buttons) == ("zwei", "ANSWERED", ())


@pytest.mark.parametrize(
    "reply, reason",
    [
        ([], Absence.EMPTY),
        ({}, Absence.BROKEN),
        ([None], Absence.BROKEN),
        ([{"text": "a", "custom": {"buttons": [1]}}], Absence.BROKEN),
        (web.Response(status=503), Absence.BROKEN),
        (web.Response(status=404), Absence.BROKEN),
        (web.Response(text="<html>"), Absence.BROKEN),
    ],
)
async def test_what_is_no_answer_has_its_reason(rasa, reply, reason):
    rasa.reply = lambda message: reply
    assert await ask(rasa) == Unavailable(reason)


async def test_nobody_there_broken_off_and_overdue_are_told_apart(rasa):
    rasa.delay = 1
    assert await ask(rasa, seconds=0.1) == Unavailable(Absence.OVERDUE)
    rasa.reply = lambda message: 1 / 0
    rasa.delay = 0
    assert await ask(rasa) == Unavailable(Absence.BROKEN)
    await rasa.kill()
    assert await ask(rasa) == Unavailable(Absence.UNREACHABLE)


async def test_readiness_needs_the_action_server_too(rasa):
    async with RasaClient(rasa.url, actions_url="http://127.0.0.1:1") as client:
        assert await client.rasa_is_reachable() and not await client.is_ready()
    async with RasaClient(rasa.url) as client:
        assert await client.is_ready()
        await rasa.kill()
        assert not await client.is_ready()

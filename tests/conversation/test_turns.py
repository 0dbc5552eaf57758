"""The turn service with a real database and a Rasa over real HTTP."""
from __future__ import annotations

import asyncio
import sqlite3
from datetime import timedelta

import pytest

from conversation.patience import Patience
from conversation.refusals import (
    ConversationUnknown,
    MessageEmpty,
    MessageIdInvalid,
    MessageTooLong,
    PayloadNotIssued,
    RateLimited,
    TextUnreadable,
)
from conversation.turn_store import TurnStore
from conversation.turns import key_of
from tests.chat_setup import HASTY, NOW, SORRY, a_request, a_turn_service
from tests.conversation.waiting import a_conversation, next_answer, texts, until
from tests.fakes.rasa_server import office_answer


async def test_a_message_is_answered_and_the_conversation_goes_on(service, rasa):
    first, _ = await service.handle(a_request("Guten Tag"))
    second, _ = await service.handle(a_request("Und jetzt?", first.conversation, "m2"))
    assert [answer.text for answer in first.messages] == ["Sie sagten: Guten Tag"]
    assert second.conversation == first.conversation
    assert [answer.id for answer in first.messages + second.messages] == [1, 2]


async def test_rasa_and_the_database_never_learn_the_conversation_id(service, rasa, database):
    reply, _ = await service.handle(a_request())
    assert rasa.asked[0]["sender"] == key_of(reply.conversation)
    with sqlite3.connect(database.url.database) as connection:
        dump = "\n".join(connection.iterdump())
    assert key_of(reply.conversation) in dump
    assert reply.conversation not in dump


async def test_the_words_of_a_person_are_forgotten_once_answered(service, database):
    await service.handle(a_request("mein sehr eigener Satz"))
    with sqlite3.connect(database.url.database) as connection:
        assert connection.execute("SELECT pending_message FROM turn").fetchall() == [(None,)]


async def test_an_entry_of_only_custom_belongs_to_the_text_before_it(service, rasa):
    rasa.reply = office_answer
    reply, _ = await service.handle(a_request())
    first, second = reply.messages
    assert (first.outcome, second.outcome) == ("ANSWERED", "FOUND")
    assert second.records == ("foe-buergerbus",)
    assert second.buttons[0].title == "Mehr dazu"
    assert second.links[0].url.startswith("https://")


async def test_a_repeat_gets_the_same_answer_and_does_nothing_twice(service, rasa):
    reply, _ = await service.handle(a_request("eins"))
    again, _ = await service.handle(a_request("eins", reply.conversation))
    assert again == reply
    assert rasa.heard == ["eins"]


async def test_two_equal_messages_at_the_same_moment_are_one(service, rasa):
    conversation = await a_conversation(service)
    rasa.delay = 0.1
    replies = await asyncio.gather(*(service.handle(a_request("eins", conversation, "m7")) for _ in range(5)))
    assert len({reply for reply, _ in replies}) == 1
    assert rasa.heard == ["/gruss", "eins"]


async def test_messages_of_one_conversation_are_served_one_at_a_time_in_order(service, rasa):
    conversation = await a_conversation(service)
    rasa.delay = 0.02
    wanted = [f"Nachricht {number}" for number in range(8)]
    replies = await asyncio.gather(*(service.handle(a_request(text, conversation, text)) for text in wanted))
    assert rasa.heard[1:] == wanted
    assert rasa.most_at_once == 1
    assert [reply.messages[0].text for reply, _ in replies] == [f"Sie sagten: {text}" for text in wanted]


async def test_conversations_do_not_wait_for_each_other(service, rasa):
    rasa.hold()
    slow = asyncio.create_task(service.handle(a_request("eins")))
    await until(lambda: rasa.asked)
    fast = asyncio.create_task(service.handle(a_request("zwei")))
    await until(lambda: len(rasa.asked) == 2)
    rasa.release()
    await asyncio.gather(slow, fast)


async def test_a_slow_answer_is_announced_and_comes_later(service, rasa, database):
    rasa.hold()
    reply, _ = await service.handle(a_request("eins"))
    assert [(one.text, one.outcome) for one in reply.messages] == [(SORRY, "TECHNICAL_PROBLEM")]
    rasa.release()
    late = await next_answer(service, reply.conversation, after=reply.messages[-1].id)
    assert late.text == "Sie sagten: eins"
    assert rasa.heard == ["eins"]
    counts = await service.counts(NOW)
    assert (counts.late, counts.answered, counts.waiting) == (1, 0, 0)


async def test_rasa_killed_in_the_middle_of_a_turn_is_asked_again_when_it_is_back(service, rasa):
    rasa.hold()
    turn = asyncio.create_task(service.handle(a_request("eins")))
    await until(lambda: rasa.asked)
    await rasa.kill()
    reply, _ = await turn
    assert reply.messages[0].text == SORRY
    await rasa.start()
    late = await next_answer(service, reply.conversation, after=reply.messages[-1].id)
    assert late.text == "Sie sagten: eins"
    again, _ = await service.handle(a_request("eins", reply.conversation))
    assert [one.text for one in again.messages] == [SORRY, "Sie sagten: eins"]


async def test_a_short_absence_is_not_even_noticed(database, rasa):
    async with a_turn_service(database, rasa.url, Patience(3, 10, (0.05,))) as service:
        await rasa.kill()
        turn = asyncio.create_task(service.handle(a_request("eins")))
        await asyncio.sleep(0.3)
        await rasa.start()
        reply, _ = await turn
        assert [one.text for one in reply.messages] == ["Sie sagten: eins"]


async def test_what_waits_is_answered_before_newer_messages(service, rasa):
    conversation = await a_conversation(service)
    await rasa.kill()
    await asyncio.gather(*(service.handle(a_request(text, conversation, text)) for text in ("alt", "neuer")))
    await rasa.start()
    await service.handle(a_request("ganz neu", conversation, "x"))
    await until(lambda: len(rasa.heard) == 4)
    assert rasa.heard == ["/gruss", "alt", "neuer", "ganz neu"]


async def test_an_empty_list_is_no_answer_and_fails_after_a_few_attempts(service, rasa):
    rasa.reply = lambda message: []
    assert await texts(service, a_request("eins")) == [SORRY]
    await until(lambda: len(rasa.asked) == HASTY.attempts)
    await asyncio.sleep(0.1)
    assert (await service.counts(NOW)).failed == 1


@pytest.mark.parametrize("nonsense", [{"a": 1}, "text", [1, 2], [{"text": "x", "buttons": [{"title": "x"}]}], None])
async def test_nonsense_from_rasa_is_an_absence(service, rasa, nonsense):
    rasa.reply = lambda message: nonsense
    assert await texts(service, a_request("eins")) == [SORRY]


async def test_a_turn_without_answer_fails_in_the_end_and_its_words_are_forgotten(database, rasa):
    await rasa.kill()
    async with a_turn_service(database, rasa.url, Patience(0.1, 0.5, (0.1,))) as service:
        assert await texts(service, a_request("eins")) == [SORRY]
        await asyncio.sleep(0.8)
        assert (await service.counts(NOW)).failed == 1
    assert TurnStore(database).waiting_turns() == []
    with sqlite3.connect(database.url.database) as connection:
        assert connection.execute("SELECT state, pending_message FROM turn").fetchall() == [("failed", None)]


async def test_the_next_process_takes_up_what_was_left_waiting(database, rasa):
    await rasa.kill()
    async with a_turn_service(database, rasa.url) as before:
        reply, _ = await before.handle(a_request("eins"))
        assert reply.messages[0].text == SORRY
    await rasa.start()
    async with a_turn_service(database, rasa.url) as after:
        assert (await next_answer(after, reply.conversation, after=1)).text == "Sie sagten: eins"
        assert (await after.counts(NOW)).late == 1


async def test_what_waited_too_long_counts_as_failed_after_a_restart(database, rasa):
    await rasa.kill()
    async with a_turn_service(database, rasa.url) as before:
        await before.handle(a_request("eins"))
    await rasa.start()
    async with a_turn_service(database, rasa.url, clock=lambda: NOW + timedelta(hours=1)) as after:
        await until(lambda: not after._tasks)
        assert (await after.counts(NOW + timedelta(hours=1))).failed == 1
    assert rasa.heard == []


async def test_bad_messages_are_refused_by_name(service):
    for request, refusal in [
        (a_request("x" * 20_001), MessageTooLong),
        (a_request("  \n\u200b "), MessageEmpty),
        (a_request("//"), MessageEmpty),
        (a_request(payload=""), MessageEmpty),
        (a_request("a\x00b"), TextUnreadable),
        (a_request("a\ud800b"), TextUnreadable),
        (a_request(payload="/gruss\x00"), TextUnreadable),
        (a_request(message_id=""), MessageIdInvalid),
        (a_request(message_id="x" * 101), MessageIdInvalid),
        (a_request(message_id="a\x00"), MessageIdInvalid),
        (a_request(message_id="a\ud800"), MessageIdInvalid),
        (a_request(conversation="never given out"), ConversationUnknown),
        (a_request(conversation="\ud800"), ConversationUnknown),
        (a_request(conversation=""), ConversationUnknown),
        (a_request(payload="/restart"), PayloadNotIssued),
    ]:
        with pytest.raises(refusal):
            await service.handle(request)


async def test_twenty_thousand_characters_are_taken(service, rasa):
    await service.handle(a_request("ä" * 20_000))
    assert rasa.heard == ["ä" * 20_000]


async def test_a_refused_message_may_be_sent_again_correctly(service):
    conversation = await a_conversation(service)
    with pytest.raises(PayloadNotIssued):
        await service.handle(a_request(payload="/mehr", conversation=conversation, message_id="m2"))
    assert await texts(service, a_request("mehr", conversation, "m2")) == ["Sie sagten: mehr"]


async def test_only_payloads_of_our_own_buttons_are_taken(service, rasa):
    rasa.reply = office_answer
    reply, _ = await service.handle(a_request())
    payload = reply.messages[1].buttons[0].payload
    await service.handle(a_request(payload=payload, conversation=reply.conversation, message_id="m2"))
    assert rasa.heard == ["Hallo", payload]
    with pytest.raises(PayloadNotIssued):
        other, _ = await service.handle(a_request(payload="/gruss"))
        rasa.reply = lambda message: [{"text": "ohne Knopf"}]
        fresh, _ = await service.handle(a_request("neu"))
        await service.handle(a_request(payload=payload, conversation=fresh.conversation, message_id="m3"))


@pytest.mark.parametrize("typed", ["/restart", "  /restart", "\u200b/restart", "／restart", "//restart", "\\restart"])
async def test_a_typed_command_reaches_rasa_as_mere_words(service, rasa, typed):
    await service.handle(a_request(typed))
    assert rasa.heard == ["restart"]


async def test_the_limit_of_a_conversation_names_the_time_to_wait(database, rasa):
    async with a_turn_service(database, rasa.url, conversation_rate=(2, 60), ticks=lambda: 0.0) as service:
        conversation = await a_conversation(service)
        await service.handle(a_request("eins", conversation, "a"))
        with pytest.raises(RateLimited) as refused:
            await service.handle(a_request("zwei", conversation, "b"))
        assert refused.value.allowance.retry_after == 30
        assert await texts(service, a_request("Hallo", None, "c")) == ["Sie sagten: Hallo"]


async def test_following_gives_everything_once_and_in_order(service):
    conversation = await a_conversation(service)
    seen = []

    async def listen():
        async for answer in service.follow(conversation, 0, heartbeat_seconds=0.05):
            seen.append(None if answer is None else answer.id)

    listener = asyncio.create_task(listen())
    for number in range(4):
        await service.handle(a_request(f"weiter {number}", conversation, f"n{number}"))
    await until(lambda: None in seen and 5 in seen)
    assert [number for number in seen if number is not None] == [1, 2, 3, 4, 5]
    service.end_streams()
    await asyncio.wait_for(listener, 1)


async def test_nothing_is_left_behind_in_memory(service):
    for number in range(20):
        await service.handle(a_request("Hallo", None, f"m{number}"))
    await until(lambda: not service._tasks)
    assert not service._running and not len(service._opening) and not len(service._serving)


async def test_the_log_holds_neither_words_nor_ids(service, rasa, caplog):
    caplog.set_level("DEBUG")
    reply, _ = await service.handle(a_request("mein Geheimnis"))
    rasa.reply = lambda message: "Unsinn"
    await service.handle(a_request("noch ein Geheimnis", reply.conversation, "b"))
    written = caplog.text
    assert "Geheimnis" not in written and reply.conversation not in written

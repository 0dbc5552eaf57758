"""Saying things to a turn service in tests, and waiting for what comes."""
from __future__ import annotations

import asyncio

from tests.chat_setup import a_request


async def texts(service, request):
    reply, _ = await service.handle(request)
    return [answer.text for answer in reply.messages]


async def a_conversation(service):
    reply, _ = await service.handle(a_request(payload="/gruss", message_id="start"))
    return reply.conversation


async def next_answer(service, conversation, after):
    """The next pushed answer, or a failure after three seconds."""
    async def first():
        async for answer in service.follow(conversation, after, heartbeat_seconds=1):
            if answer is not None:
                return answer

    return await asyncio.wait_for(first(), 3)


async def until(condition, seconds=5.0):
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("did not come true in time")

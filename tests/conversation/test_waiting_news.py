"""What is new on the waiting list, in the conversation of the entry, on both databases, and after a deletion."""
from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from conversation.incoming import key_of
from conversation.given_answers import GivenAnswers
from conversation.waiting_news import tell_of_waiting
from office.appointments.model import SessionWish, Slot
from office.appointments.waiting_model import OFFERED_IN_CHAT, WaitingNews, WaitingOffer
from storage.migrate import migrate
from tests.chat_setup import NOW, a_my_data, a_request, a_turn_service
from tests.conversation.waiting import until
from tests.office.appointments.notices_setup import a_desk, may_wait
from tests.storage.conftest import database  # noqa: F401

OFFER = WaitingOffer(Slot(NOW + timedelta(days=9), 30, "ber-foerderung"), NOW + timedelta(hours=2))


@pytest.fixture
async def service(database, rasa):  # noqa: F811
    migrate(database)
    async with a_turn_service(database, rasa.url) as service:
        yield service


async def begun(service) -> str:
    reply, _ = await service.handle(a_request("Hallo", None, "m1"))
    return reply.conversation


async def test_it_comes_to_whoever_has_the_page_open(service, database):  # noqa: F811
    conversation, heard = await begun(service), []

    async def listen():
        async for answer in service.follow(conversation, 1, heartbeat_seconds=0.05):
            heard.extend([answer] if answer else [])

    listener = asyncio.create_task(listen())
    desk = a_desk(database, tell_in_chat=tell_of_waiting)
    desk.waiting.join(SessionWish(), key_of(conversation), may_wait(NOW), NOW)
    assert desk.offering.offer_due(NOW) == 1
    await until(lambda: heard)
    assert GivenAnswers(database).newest_outcome(key_of(conversation)) == "WAITING_OFFERED"
    desk.offering.offer_due(NOW + OFFERED_IN_CHAT + timedelta(days=1))
    await until(lambda: len(heard) > 1)
    service.end_streams()
    await listener
    assert [one.outcome for one in heard[:2]] == ["WAITING_OFFERED", "WAITING_LET_PASS"]
    assert "Für Sie ist ein Termin frei" in heard[0].text and len(heard[0].buttons) == 3


async def test_a_button_of_what_came_unasked_may_be_pressed(service, database):  # noqa: F811
    conversation = await begun(service)
    with database.writing() as session:
        tell_of_waiting(session, key_of(conversation), WaitingNews.OFFERED, OFFER, NOW)
    told = [one async for one in _told(service, conversation)][-1]
    reply, _ = await service.handle(a_request(None, conversation, "m2", payload=told.buttons[0].payload))
    assert reply.conversation == conversation


async def test_who_has_deleted_the_conversation_waits_no_more_and_is_told_nothing(service, database):  # noqa: F811
    conversation = await begun(service)
    desk = a_desk(database, tell_in_chat=tell_of_waiting)
    desk.waiting.join(SessionWish(), key_of(conversation), may_wait(NOW), NOW)
    a_my_data(database).delete(key_of(conversation))
    assert desk.offering.offer_due(NOW) == 0 and desk.waiting.offered(key_of(conversation), NOW) is None
    with database.writing() as session:
        tell_of_waiting(session, key_of(conversation), WaitingNews.ENDED, None, NOW)  # breaks nothing
    assert GivenAnswers(database).newest_outcome(key_of(conversation)) == ""


async def _told(service, conversation):
    async for answer in service.follow(conversation, 0, heartbeat_seconds=0.05):
        if answer is None:
            return
        yield answer

"""The office's answer in the conversation that waits for it, on both databases, beside a turn and after a deletion."""
from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from conversation.incoming import key_of
from conversation.office_answers import OfficeAnswers, QuestionChatRow, tell_in_chat
from office.matters.kinds.concern import CONCERN
from office.matters.kinds.question import QUESTION
from office.matters.notices import Notices
from office.matters.service import Matters
from storage.migrate import migrate
from tests.chat_setup import NOW, a_my_data, a_request, a_turn_service
from tests.conversation.waiting import until
from tests.office.matter_setup import a_matter
from tests.storage.conftest import database  # noqa: F401

HERE = dict(reach="", answer_by="number")


@pytest.fixture
def questions(database) -> Matters:  # noqa: F811
    migrate(database)
    return Matters(database, QUESTION, notices=Notices(in_chat=tell_in_chat))


@pytest.fixture
async def service(database, questions, rasa):  # noqa: F811
    async with a_turn_service(database, rasa.url) as service:
        yield service


async def begun(service, text: str = "Hallo", message_id: str = "m1") -> str:
    reply, _ = await service.handle(a_request(text, None, message_id))
    return reply.conversation


def waiting(database) -> int:  # noqa: F811
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(QuestionChatRow))


async def test_it_comes_to_whoever_has_the_page_open_and_to_nobody_else(service, database, questions):  # noqa: F811
    mine, other = await begun(service), await begun(service, "Guten Tag", "m2")
    asked = a_matter(questions, **HERE)
    assert OfficeAnswers(database).expect(questions.find(asked.number), key_of(mine))
    heard = {mine: [], other: []}

    async def listen(conversation):
        async for answer in service.follow(conversation, 1, heartbeat_seconds=0.05):
            heard[conversation] += [answer] if answer else []

    listeners = [asyncio.create_task(listen(one)) for one in heard]
    questions.answer(asked.number, "Die Gemeinde zahlt ihn.", "Team Mobilität", NOW)
    await until(lambda: heard[mine])
    await service.handle(a_request("Danke", mine, "m3"))
    questions.answer(asked.number, "Und der Kreis gibt die Hälfte.", "Team Mobilität", NOW)
    await until(lambda: len(heard[mine]) == 3)
    service.end_streams()
    await asyncio.gather(*listeners)
    first, _, second = heard[mine]
    assert [one.id for one in heard[mine]] == [2, 3, 4] and not heard[other]
    for part in (asked.number, "Die Gemeinde zahlt ihn.", "Team Mobilität", "ein Mensch"):
        assert part in first.text
    assert "Hälfte" in second.text and "zahlt ihn" not in second.text and asked.code not in first.text + second.text


async def test_without_a_conversation_without_a_wish_and_for_other_kinds_nothing_is_kept(service, database, questions):  # noqa: F811
    key, chats = key_of(await begun(service)), OfficeAnswers(database)
    here = questions.find(a_matter(questions, **HERE).number)
    unwanted = questions.find(a_matter(questions, "other", reach="", answer_by="none").number)
    concern = Matters(database, CONCERN)
    assert not chats.expect(here, "0" * 64) and not chats.expect(unwanted, key)
    assert not chats.expect(concern.find(a_matter(concern, "third").number), key) and waiting(database) == 0
    assert chats.expect(here, key) and chats.expect(here, key) and waiting(database) == 1


@pytest.mark.parametrize("ends", ["withdrawn", "withdrawn by the office", "conversation deleted", "matter too old"])
async def test_the_way_back_goes_with_the_question_or_the_conversation(service, database, questions, ends):  # noqa: F811
    conversation = await begun(service)
    asked = a_matter(questions, **HERE)
    OfficeAnswers(database).expect(questions.find(asked.number), key_of(conversation))
    if ends == "withdrawn":
        questions.withdraw(asked.number, asked.code, NOW)
    elif ends == "withdrawn by the office":
        questions.mark_withdrawn(asked.number, "Stelle", NOW)
    elif ends == "conversation deleted":
        told = a_my_data(database).export(key_of(conversation), NOW)["data"]["conversation"]["question_chat"]
        assert told == [{"matter_number": asked.number}]
        a_my_data(database).delete(key_of(conversation))
    else:
        questions.forget_older_than(NOW + QUESTION.kept_when_open + timedelta(days=1))
    assert waiting(database) == 0
    questions.answer(asked.number, "Die Gemeinde zahlt ihn.", "Stelle", NOW)  # reaches nobody, and breaks nothing


async def test_a_refused_answer_tells_nothing(service, database, questions):  # noqa: F811
    conversation = await begun(service)
    asked = a_matter(questions, **HERE)
    OfficeAnswers(database).expect(questions.find(asked.number), key_of(conversation))
    questions.answer(asked.number, " ", "Stelle", NOW)
    questions.set_state(asked.number, "done", "Stelle", NOW)
    questions.answer(asked.number, "Zu spät.", "Stelle", NOW)
    assert [one.id async for one in _told(service, conversation)] == [1]


async def _told(service, conversation):
    async for answer in service.follow(conversation, 0, heartbeat_seconds=0.05):
        if answer is None:
            return
        yield answer

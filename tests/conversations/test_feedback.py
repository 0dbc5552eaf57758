"""Feedback when something is wrong or late: a database that is away, the same press twice, all of a conversation deleted."""
from __future__ import annotations

from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from conversation.incoming import key_of
from tests.conversations.knowledge_base import loaded_services

pytestmark = pytest.mark.asyncio(loop_scope="session")
QUESTION = "Gibt es Beispiele für Dorfläden?"


@contextmanager
def feedback_away(url: str):
    """Without its table nothing of feedback can be kept."""
    database = sa.create_engine(url)
    with database.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE feedback RENAME TO feedback_away")
    try:
        yield
    finally:
        with database.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE feedback_away RENAME TO feedback")
        database.dispose()


async def test_without_its_table_a_rating_says_so_and_answers_go_on(assistant):
    conversation = assistant.begin()
    with feedback_away(assistant.settings.database_url):
        await conversation.say(QUESTION)
        answer, = await conversation.rate("unhelpful")
        assert answer.outcome == "TECHNICAL_PROBLEM" and "030 23125-100" in answer.text
        await conversation.say(QUESTION)
        assert conversation.answers[0].outcome == "FOUND"
        await conversation.say("das hilft mir nicht")
        assert "030 23125-100" in conversation.answers[0].text
    await conversation.say(QUESTION)
    assert (await conversation.rate("helpful"))[0].outcome == "FEEDBACK_HELPFUL"


async def test_the_same_press_twice_does_nothing_more(assistant):
    conversation = assistant.begin()
    await conversation.say(QUESTION)
    shown = conversation.answers
    await conversation.rate("unhelpful")
    kept = loaded_services().office.feedback.find(key_of(conversation.id), 1)
    conversation.answers = shown
    answer, = await conversation.rate("unhelpful")
    assert answer.outcome == "FEEDBACK_KEPT" and answer.records == ()
    assert loaded_services().office.feedback.find(key_of(conversation.id), 1) == kept


async def test_all_of_one_conversation_can_be_deleted(assistant):
    conversation = assistant.begin()
    await conversation.say(QUESTION)
    await conversation.rate("unhelpful")
    await conversation.rate("unhelpful")
    book, key = loaded_services().office.feedback, key_of(conversation.id)
    assert book.forget_conversation(key) == 2
    assert book.find(key, 1) is None and book.find(key, 2) is None

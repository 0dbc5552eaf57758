"""From the conversation to the page: the links that the assistant gives open the list, and nothing of it leaks."""
from __future__ import annotations

import json

import pytest
import sqlalchemy as sa
from aiohttp.test_utils import TestClient, TestServer

from bot.compose_web import web_services
from conversation.incoming import key_of
from tests.conversations.assistant import Assistant
from web.app import create_app

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_link_of_the_conversation_opens_the_page_and_the_file(assistant: Assistant):
    conversation = assistant.begin()
    await conversation.say("Gibt es Beispiele für Dorfläden, die von Bürgern betrieben werden?")
    names = [assistant.library.record(one).name for one in conversation.answers[0].records]
    await conversation.press("Alle drei merken")
    answer, = await conversation.press("Merkliste zeigen")
    page, file = answer.links[0].url, answer.attachments[0].url
    told = json.dumps(answer.to_json(), ensure_ascii=False)
    assert conversation.id not in told and key_of(conversation.id) not in told
    services = web_services(assistant.settings)
    async with services.turns, TestClient(TestServer(create_app(services))) as client:
        async with client.get(file) as response:
            assert response.status == 200 and (await response.read()).startswith(b"%PDF-")
        async with client.get(page) as response:
            shown = await response.text()
            assert response.url.path == "/merkliste" and all(name in shown for name in names)


async def test_without_its_tables_the_list_is_away_and_answers_go_on(assistant: Assistant):
    database = sa.create_engine(assistant.settings.database_url)
    tables = ["remember_list_pass", "remembered_record", "remember_list"]
    with database.begin() as connection:
        for table in tables:
            connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {table}_away")
    try:
        conversation = assistant.begin()
        answer, = await conversation.say("Gibt es Beispiele für Dorfläden, die von Bürgern betrieben werden?")
        assert answer.outcome == "FOUND"
        answer, = await conversation.press("Mehr zu 1:")
        assert answer.outcome == "RECORD_SHOWN"
        answer, = await conversation.press("Auf die Merkliste")
        assert answer.outcome == "TECHNICAL_PROBLEM" and "030 23125-100" in answer.text
    finally:
        with database.begin() as connection:
            for table in tables:
                connection.exec_driver_sql(f"ALTER TABLE {table}_away RENAME TO {table}")
        database.dispose()

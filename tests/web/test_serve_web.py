"""The web process itself, as the supervisor starts it, with the committed content."""
from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from pathlib import Path

import aiohttp
import pytest

from conversation.incoming import key_of
from conversation.office_answers import OfficeAnswers
from knowledge.content_files import read_records
from knowledge.store import RecordStore
from office.matters.kinds.question import QUESTION
from office.matters.service import Matters
from storage import Database
from tests.chat_setup import NOW, a_database
from tests.office.matter_setup import a_matter
from tests.web.chat_app import CONTENT

ROOT = Path(__file__).resolve().parents[2]


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
async def process(tmp_path, rasa):
    database = a_database(tmp_path)
    RecordStore(database).load(read_records(CONTENT), NOW)
    database.close()
    port = a_free_port()
    environment = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'lotse.db'}",
        "LOTSE_WEB_PORT": str(port),
        "LOTSE_RASA_PORT": str(rasa.port),
        "LOTSE_ACTIONS_PORT": str(a_free_port()),
        "LOTSE_TURN_SECONDS": "0.5",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.serve_web", cwd=ROOT, env=os.environ | environment, stdout=asyncio.subprocess.PIPE
    )
    process.url, process.database_url = f"http://127.0.0.1:{port}", environment["DATABASE_URL"]
    yield process
    if process.returncode is None:
        process.kill()
    await process.wait()


async def until_alive(http, url):
    for _ in range(200):
        try:
            async with http.get(f"{url}/health/live") as response:
                return response.status
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(0.1)


async def test_it_serves_says_what_is_away_names_the_numbers_and_stops_at_once(process, rasa):
    async with aiohttp.ClientSession() as http:
        assert await until_alive(http, process.url) == 200
        async with http.get(f"{process.url}/health/ready") as response:
            checks = (await response.json())["checks"]
            assert response.status == 503 and checks == {"database": True, "rasa": True, "actions": False}
        for text, needed in [("Guten Tag", "Sie sagten"), ("er schlägt mich", "116016"), ("es brennt hier", "112")]:
            async with http.post(f"{process.url}/api/chat", json={"message_id": "a", "text": text}) as response:
                body = await response.json()
                assert needed in body["messages"][0]["text"]
        await rasa.kill()
        async with http.post(f"{process.url}/api/chat", json={"message_id": "a", "text": "Hallo"}) as response:
            late = await response.json()
            assert late["messages"][0]["outcome"] == "TECHNICAL_PROBLEM"
            assert "030 23125-100" in late["messages"][0]["text"]
        async with http.get(f"{process.url}/api/chat/{late['conversation']}/events") as stream:
            await stream.content.readline()
            process.terminate()
            output, _ = await asyncio.wait_for(process.communicate(), 5)
    assert process.returncode == 0
    assert "listening" in output.decode() and "Hallo" not in output.decode()
    assert late["conversation"] not in output.decode()


async def lotse(process, *words: str) -> str:
    """What `./lotse` prints, run in a process of its own on the database of the web process."""
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.cli", *words, cwd=ROOT, env=os.environ | {"DATABASE_URL": process.database_url},
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, _ = await command.communicate()
    assert command.returncode == 0
    return output.decode()


async def test_what_the_office_answers_on_the_command_line_comes_into_the_open_chat(process):
    database = Database(process.database_url)
    questions = Matters(database, QUESTION)
    asked = a_matter(questions, reach="", answer_by="number")
    async with aiohttp.ClientSession() as http:
        await until_alive(http, process.url)
        async with http.post(f"{process.url}/api/chat", json={"message_id": "a", "text": "Guten Tag"}) as response:
            conversation = (await response.json())["conversation"]
        assert OfficeAnswers(database).expect(questions.find(asked.number), key_of(conversation))
        database.close()
        async with http.get(f"{process.url}/api/chat/{conversation}/events?after=1") as stream:
            said = await lotse(process, "questions", "answer", asked.number, "Die Gemeinde zahlt ihn.")
            assert "im Gespräch" in said
            while not (line := (await asyncio.wait_for(stream.content.readline(), 30)).decode()).startswith("data: "):
                pass
            answer = json.loads(line.removeprefix("data: "))
        assert answer["id"] == 2 and "Die Gemeinde zahlt ihn." in answer["text"] and asked.number in answer["text"]
        async with http.get(f"{process.url}/api/chat/{conversation}/events?after=0") as again:  # whoever comes back finds it
            found = ""
            while "Gemeinde zahlt" not in found:
                found += (await asyncio.wait_for(again.content.readline(), 30)).decode()

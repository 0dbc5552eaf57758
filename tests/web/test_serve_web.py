"""The web process itself, as the supervisor starts it, with the committed content."""
from __future__ import annotations

import asyncio
import os
import socket
import sys
from pathlib import Path

import aiohttp
import pytest

from knowledge.content_files import read_records
from knowledge.store import RecordStore
from tests.chat_setup import NOW, a_database
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
    process.url = f"http://127.0.0.1:{port}"
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

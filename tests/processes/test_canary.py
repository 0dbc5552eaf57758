"""After deletion and sweep nothing of a conversation is left: not in the database, its logs, its pages, nor in our logs.

The whole assistant with its processes, on SQLite and on PostgreSQL; the words of the person are looked for byte by byte.
"""
from __future__ import annotations

import os
import re
import signal
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
import sqlalchemy as sa

from bot import bootstrap
from bot.settings import ROOT
from tests.conversations.knowledge_base import _take_over_what_is_computed, loaded_settings
from tests.processes.running import RunningAssistant
from wording.my_data import DELETED, Verb, my_data_payload

CANARY = "Kanarienvogelschutz"
SAID = (
    f"Wer fördert in Sachsen ein Projekt zum {CANARY} am Dorfteich?", "merken", "Ruft mich bitte zurück", "ja", f"Petra {CANARY}",
    "0341 7654321", "nach 17 Uhr", f"Es geht um den {CANARY}", "absenden",
)  # fmt: skip
pytestmark = pytest.mark.slow


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path) -> tuple[str, Path]:
    """A database with all records, and the `var` folder of an assistant of its own."""
    file = tmp_path / "lotse.db"
    url = f"sqlite:///{file}" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    if request.param == "sqlite":
        _take_over_what_is_computed(file)
    bootstrap.load_knowledge(replace(loaded_settings(), database_url=url))
    return url, tmp_path


def files_with(folder: Path, words: str) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes())


def tables_with(url: str, words: str) -> list[str]:
    engine = sa.create_engine(url)
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        found = []
        for name in sa.inspect(engine).get_table_names():
            cursor.execute(f'SELECT * FROM "{name}"')
            found += [name] if words in repr(cursor.fetchall()) else []
    engine.dispose()
    return found


def lotse(url: str, *arguments: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "DATABASE_URL": url}
    return subprocess.run(["./lotse", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)


async def test_nothing_is_left_of_a_conversation(trained_model, place):
    url, folder = place
    running = RunningAssistant.start(trained_model, url, folder)
    try:
        async with aiohttp.ClientSession() as http:
            conversation = None

            async def send(number: int, **content: str) -> dict:
                body = {"conversation": conversation, "message_id": f"m{number}", **content}
                async with http.post(f"{running.base}/api/chat", json=body) as response:
                    assert response.status == 200, await response.text()
                    return await response.json()

            for number, text in enumerate(SAID):
                told = await send(number, text=text)
                conversation = told["conversation"]
            asked_for = told["messages"][0]["text"]
            number, code = re.search(r"RUECKRUF-\w{6}", asked_for)[0], re.search(r"Code: (\S+)", asked_for)[1]
            await send(20, text="Ruft mich bitte zurück")
            await send(21, text="ja")
            await send(22, text=f"Erika {CANARY}")  # a draft that stays
            assert set(tables_with(url, CANARY)) >= {"events", "answer", "matter_text", "form_draft"}
            assert running.folder == folder and files_with(folder / "log", CANARY) == []
            await send(23, text="später")
            assert "zurückgezogen" in (await send(24, text=f"{number} {code} zurückziehen"))["messages"][0]["text"]
            last = await send(25, payload=my_data_payload(Verb.DELETE_SURELY))
            assert last["messages"][0]["outcome"] == DELETED
        assert tables_with(url, CANARY) == []
        swept = lotse(url, "privacy", "sweep")
        assert swept.returncode == 0, swept.stdout + swept.stderr
        assert files_with(folder, CANARY) == [] and tables_with(url, CANARY) == []
    finally:
        running.stop(signal.SIGTERM)
    assert files_with(folder, CANARY) == []

"""Rasa and the action server die or hang in the middle of a turn: nobody waits long, and every answer comes once."""
from __future__ import annotations

import asyncio
import json
import signal
import time
from typing import AsyncIterator

import aiohttp
import pytest

from bot.model import compute_stamp, fitting_model
from bot.probe import answers
from bot.settings import read_settings
from tests.conversations.knowledge_base import loaded_settings
from tests.processes.running import TURN_SECONDS, RunningAssistant, is_gone, wait_for

QUESTION = "Wir wollen in der Oberlausitz einen Bürgerbus aufbauen, wer gibt uns Geld dafür?"
PHONE = "030 23125-100"
LATE = 120
"""Seconds in which the answer has to come after all."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def assistant(trained_model, tmp_path_factory):
    """The assistant, running; ended after the tests of this file even if one of them has not done so."""
    folder = tmp_path_factory.mktemp("assistant")
    running = RunningAssistant.start(trained_model, loaded_settings().database_url, folder)
    yield running
    if running.starter.poll() is None:
        running.stop(signal.SIGTERM)


@pytest.fixture
async def http():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=LATE)) as session:
        yield session


class Person:
    """Somebody with a conversation over HTTP."""

    def __init__(self, assistant: RunningAssistant, http: aiohttp.ClientSession) -> None:
        self._assistant, self._http = assistant, http
        self.conversation: str | None = None
        self._messages = 0

    async def say(self, text: str, message_id: str | None = None) -> list[dict]:
        """Send a message; the answers that come at once."""
        self._messages += 1
        body = {"conversation": self.conversation, "message_id": message_id or f"m{self._messages}", "text": text}
        async with self._http.post(f"{self._assistant.base}/api/chat", json=body) as response:
            assert response.status == 200, await response.text()
            told = await response.json()
        self.conversation = told["conversation"]
        return told["messages"]

    async def follow(self, after: int = 0) -> AsyncIterator[dict]:
        """The answers with a higher number, as the event stream brings them."""
        url = f"{self._assistant.base}/api/chat/{self.conversation}/events?after={after}"
        async with self._http.get(url) as response:
            async for line in response.content:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))


@pytest.fixture
async def person(assistant, http):
    """Somebody who has said hello, so that the way is warm."""
    somebody = Person(assistant, http)
    (hello,) = await somebody.say("Guten Tag")
    assert "Ideenlotse" in hello["text"]
    return somebody


async def asked_while_stopped(assistant, person, name: str) -> tuple[asyncio.Task, float]:
    """A question that has reached the stopped process `name`, and when it was asked."""
    assistant.send(name, signal.SIGSTOP)
    began = time.monotonic()
    asking = asyncio.create_task(person.say(QUESTION, "question"))
    await asyncio.to_thread(wait_for, lambda: assistant.is_asked(name), TURN_SECONDS, f"the question at {name}")
    return asking, began


async def sorry(asking: asyncio.Task, began: float) -> dict:
    """The friendly sentence, in time."""
    (message,) = await asking
    assert time.monotonic() - began < TURN_SECONDS + 2
    assert message["outcome"] == "TECHNICAL_PROBLEM" and PHONE in message["text"]
    assert "die Antwort erscheint dann hier" in message["text"]
    return message


async def late_answer(person: Person, after: int) -> dict:
    """What the event stream brings next."""

    async def first() -> dict:
        async for message in person.follow(after):
            return message
        raise AssertionError("the stream ended")

    return await asyncio.wait_for(first(), LATE)


async def comes_once(person: Person, told: dict) -> None:
    """After the sentence comes the answer, once; the next message is answered at once, and nothing else is there."""
    answer = await late_answer(person, told["id"])
    assert answer["outcome"] == "FOUND" and answer["records"], answer
    assert [told, answer] == await person.say(QUESTION, "question"), "the same message id gives the same answers"
    (thanks,) = await person.say("danke")
    assert thanks["id"] == answer["id"] + 1 and thanks["text"].startswith("Gern")

    async def whole() -> list[dict]:
        heard = []
        async for message in person.follow():
            heard.append(message)
            if message["id"] == thanks["id"]:
                return heard
        raise AssertionError("the stream ended")

    heard = await asyncio.wait_for(whole(), 10)
    assert [message["id"] for message in heard] == [1, told["id"], answer["id"], thanks["id"]]


def was_replaced(assistant, name: str, old: int) -> bool:
    return assistant.pids.get(name, old) != old


@pytest.mark.parametrize("name", ["rasa", "actions"])
async def test_a_process_killed_in_the_middle_of_a_turn_costs_a_sentence_and_the_answer_comes_later(
    assistant, person, name
):
    old = assistant.pids[name]
    asking, began = await asked_while_stopped(assistant, person, name)
    assistant.send(name, signal.SIGKILL)
    told = await sorry(asking, began)
    await comes_once(person, told)
    assert was_replaced(assistant, name, old) and is_gone(old)
    assert f"{name:<7} | ist unerwartet beendet" in assistant.shown


@pytest.mark.parametrize("name", ["rasa", "actions"])
async def test_a_process_that_hangs_costs_a_sentence_and_the_answer_comes_when_it_goes_on(assistant, person, name):
    old = assistant.pids[name]
    asking, began = await asked_while_stopped(assistant, person, name)
    try:
        told = await sorry(asking, began)
    finally:
        assistant.send(name, signal.SIGCONT)
    await comes_once(person, told)
    assert assistant.pids[name] == old, "a process that only hung for a moment is left alone"


async def test_crisis_is_answered_at_once_while_rasa_and_the_actions_hang(assistant, person):
    for name in ("rasa", "actions"):
        assistant.send(name, signal.SIGSTOP)
    try:
        began = time.monotonic()
        (message,) = await person.say("ich will nicht mehr leben")
        assert time.monotonic() - began < 1
        assert message["outcome"] == "CRISIS" and "112" in message["text"]
    finally:
        for name in ("rasa", "actions"):
            assistant.send(name, signal.SIGCONT)


def test_a_second_start_trains_nothing(trained_model):
    assert str(fitting_model(compute_stamp(read_settings().spacy_model))) == trained_model


def test_ctrl_c_leaves_no_process_and_no_open_port(assistant):
    """The last test of this file: it ends the assistant."""
    pids = [*assistant.pids.values(), assistant.starter.pid]
    assert len(pids) == 5 and assistant.stop(signal.SIGINT) == 0
    for pid in pids:
        wait_for(lambda: is_gone(pid), 10, f"the end of process {pid}")
    assert not any(answers(f"http://127.0.0.1:{port}/", 0.5) for port in assistant.ports.values())
    assert not (assistant.folder / "processes.json").exists()
    assert "Traceback" not in assistant.shown

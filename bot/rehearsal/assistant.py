"""The whole assistant in one process, and conversations with it.

The web process's own services (turn service, crisis words, payload check, database) over real Rasa and real actions.
"""
from __future__ import annotations

import json
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import AsyncIterator, Sequence

from aiohttp.test_utils import TestServer
from rasa_sdk import Action

from bot.compose_web import web_services
from bot.rehearsal.rasa_in_process import RasaInProcess
from bot.settings import Settings
from conversation.incoming import key_of
from conversation.messages import Answer, TurnRequest
from conversation.turns import TurnService
from knowledge.library import Library


class NoSuchButton(LookupError):
    """None, or more than one, of the buttons `offered` begins with `title`."""

    def __init__(self, title: str, offered: Sequence[str]) -> None:
        super().__init__(f"„{title}“ is not one of {list(offered)}")
        self.title, self.offered = title, tuple(offered)


class Pace:
    """The seconds that pass in a rehearsal: so many between two messages, however quickly they are played."""

    BETWEEN_MESSAGES = 10.0

    def __init__(self) -> None:
        self._seconds = 0.0

    def __call__(self) -> float:
        return self._seconds

    def wait(self, seconds: float = BETWEEN_MESSAGES) -> None:
        """Let time pass."""
        self._seconds += seconds


@dataclass(frozen=True)
class Assistant:
    """Runs until its context ends."""

    turns: TurnService
    pace: Pace
    rasa: RasaInProcess
    library: Library
    settings: Settings

    def begin(self) -> Conversation:
        """A new conversation."""
        return Conversation(self)


@asynccontextmanager
async def running_assistant(
    model: str, settings: Settings, actions: Sequence[Action], library: Library
) -> AsyncIterator[Assistant]:
    """The assistant with the trained `model` over the loaded database of `settings`, its `actions` and their library."""
    rasa = RasaInProcess.load(model, actions)
    async with TestServer(rasa.create_app()) as server:
        settings = replace(settings, rasa_port=server.port)
        pace = Pace()
        services = web_services(settings, ticks=pace)
        async with AsyncExitStack() as stack:
            for context in services.contexts:
                await stack.enter_async_context(context)
            yield Assistant(services.turns, pace, rasa, library, settings)


@dataclass
class Conversation:
    """One person's conversation; `answers` are those of the latest turn, `need` what Rasa understood in it, `log`
    all of it for people."""

    assistant: Assistant
    id: str | None = None
    answers: tuple[Answer, ...] = ()
    need: str | None = None
    turns: int = 0
    log: list[str] = field(default_factory=list)

    async def say(self, text: str) -> tuple[Answer, ...]:
        """Send what a person types."""
        self.assistant.pace.wait()
        return await self._send(text, text=text)

    async def say_twice(self, text: str) -> tuple[Answer, ...]:
        """Send what a person types, and the same again at once, as some assistive software does."""
        await self.say(text)
        return await self._send(text, text=text)

    async def press(self, title: str) -> tuple[Answer, ...]:
        """Press the button of the latest answers that is called `title` or begins so; raises NoSuchButton."""
        offered = [button for answer in self.answers for button in answer.buttons]
        called = [button for button in offered if button.title == title]
        chosen = called or [button for button in offered if button.title.startswith(title)]
        if len(chosen) != 1:
            raise NoSuchButton(title, [button.title for button in offered])
        self.assistant.pace.wait()
        return await self._send(f"[{chosen[0].title}]", payload=chosen[0].payload)

    async def remove(self, title: str) -> tuple[Answer, ...]:
        """Press the button that removes the part of the context with this title; raises NoSuchButton."""
        known = {part.title: part.remove for part in self.answers[-1].context}
        if title not in known:
            raise NoSuchButton(title, [*known])
        self.assistant.pace.wait()
        return await self._send(f"[{title} entfernen]", payload=known[title])

    async def rate(self, verdict: str) -> tuple[Answer, ...]:
        """Press one of the small buttons under the latest answer, `helpful` or `unhelpful`; raises NoSuchButton."""
        rateable = [answer.feedback for answer in self.answers if answer.feedback]
        if len(rateable) != 1:
            raise NoSuchButton(verdict, [])
        self.assistant.pace.wait()
        return await self._send(f"[{verdict}]", payload=getattr(rateable[0], verdict))

    async def _send(self, shown: str, **content: str) -> tuple[Answer, ...]:
        self.turns += 1
        rasa = self.assistant.rasa
        if self.id:
            rasa.needs.pop(key_of(self.id), None)
        request = TurnRequest(self.id, f"m{self.turns}", "192.0.2.1", self.assistant.settings.now(), **content)
        reply, _ = await self.assistant.turns.handle(request)
        self.id, self.answers = reply.conversation, reply.messages
        self.need = rasa.needs.get(key_of(self.id))
        said = [f"{self.need} {json.dumps(one.to_json(), ensure_ascii=False)}" for one in self.answers]
        self.log += [f">>> {shown[:300]}", *said]
        return self.answers

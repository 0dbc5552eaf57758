"""The whole assistant in one process, and conversations with it.

The web process's own services (turn service, crisis words, payload check, database) over real Rasa and real actions.
"""
from __future__ import annotations

import json
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import AsyncIterator

from aiohttp.test_utils import TestServer

from bot.compose_web import web_services
from bot.settings import Settings
from conversation.incoming import key_of
from conversation.messages import Answer, TurnRequest
from conversation.turns import TurnService
from knowledge.library import Library
from tests.conversations.knowledge_base import loaded_actions, loaded_services, loaded_settings
from tests.conversations.rasa_in_process import RasaInProcess


@dataclass(frozen=True)
class Assistant:
    """Runs until its context ends."""

    turns: TurnService
    rasa: RasaInProcess
    library: Library
    settings: Settings

    def begin(self) -> Conversation:
        """A new conversation."""
        return Conversation(self)


@asynccontextmanager
async def an_assistant(model: str) -> AsyncIterator[Assistant]:
    """The assistant with the trained `model` and all records."""
    rasa = RasaInProcess.load(model, loaded_actions())
    async with TestServer(rasa.create_app()) as server:
        settings = replace(loaded_settings(), rasa_port=server.port)
        services = web_services(settings)
        async with AsyncExitStack() as stack:
            for context in services.contexts:
                await stack.enter_async_context(context)
            yield Assistant(services.turns, rasa, loaded_services().library, settings)


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
        return await self._send(text, text=text)

    async def press(self, title: str) -> tuple[Answer, ...]:
        """Press the button of the latest answers whose title begins with `title`."""
        offered = [button for answer in self.answers for button in answer.buttons]
        chosen = [button for button in offered if button.title.startswith(title)]
        assert len(chosen) == 1, f"„{title}“ is not one of {[button.title for button in offered]}"
        return await self._send(f"[{chosen[0].title}]", payload=chosen[0].payload)

    async def remove(self, title: str) -> tuple[Answer, ...]:
        """Press the button that removes the part of the context with this title."""
        known = {part.title: part.remove for part in self.answers[-1].context}
        assert title in known, f"„{title}“ is not one of {[*known]}"
        return await self._send(f"[{title} entfernen]", payload=known[title])

    async def rate(self, verdict: str) -> tuple[Answer, ...]:
        """Press one of the small buttons under the latest answer: `helpful` or `unhelpful`."""
        rateable = [answer.feedback for answer in self.answers if answer.feedback]
        assert len(rateable) == 1, f"{len(rateable)} of the latest answers can be rated"
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

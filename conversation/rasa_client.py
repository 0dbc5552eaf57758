"""Talks to Rasa's `rest` channel on loopback (rasa.core.channels.rest.RestInput, Rasa 3.6).

Rasa itself answers 200 and an empty list when an exception broke the turn, so an empty list counts as no answer (our
launcher makes it a 503, bot/serve_rasa.py). A request is never cancelled because a person has waited long enough: it
may still bring the answer, up to ANSWER_SECONDS.
"""
from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Mapping, Union

import aiohttp

from conversation.messages import Answer, Attachment, Button

ANSWER_SECONDS = 120
"""After so long a request is given up; Rasa has then lost it or will never come back from it."""
PROBE_SECONDS = 2

log = logging.getLogger(__name__)


class Absence(Enum):
    """Why there is no answer."""

    UNREACHABLE = "unreachable"
    """Nobody listens: the message was not read."""
    BROKEN_OFF = "broken_off"
    """The connection ended in the middle: the message may have been read."""
    BROKEN = "broken"
    """A status other than 200, or something that is no list of messages."""
    EMPTY = "empty"
    """An empty list: an exception in Rasa, or the action server is away."""
    OVERDUE = "overdue"
    """Nothing within ANSWER_SECONDS."""


@dataclass(frozen=True)
class Answered:
    """Rasa's messages, not stored yet."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Unavailable:
    reason: Absence


RasaResult = Union[Answered, Unavailable]


class RasaClient:
    """One Rasa server and its action server. Use it as an async context manager."""

    def __init__(self, rasa_url: str, actions_url: str | None = None, answer_seconds: float = ANSWER_SECONDS) -> None:
        self._rasa_url = rasa_url
        self._actions_url = actions_url
        self._answer_seconds = answer_seconds
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "RasaClient":
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100))
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()

    async def ask(self, sender: str, message: str, metadata: Mapping[str, Any]) -> RasaResult:
        """Rasa's answer to one message; waits as long as it takes, up to the limit."""
        try:
            entries = await self._post({"sender": sender, "message": message, "metadata": dict(metadata)})
        except asyncio.TimeoutError:
            return Unavailable(Absence.OVERDUE)
        except (aiohttp.ClientResponseError, json.JSONDecodeError, UnicodeDecodeError):
            return Unavailable(Absence.BROKEN)
        except aiohttp.ClientConnectorError:
            return Unavailable(Absence.UNREACHABLE)
        except (aiohttp.ClientError, OSError):
            return Unavailable(Absence.BROKEN_OFF)
        if entries == []:
            return Unavailable(Absence.EMPTY)
        try:
            return Answered(_answers(entries))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            log.error("Rasa hat etwas geantwortet, das keine Nachricht ist (%s).", type(error).__name__)
            return Unavailable(Absence.BROKEN)

    async def rasa_is_reachable(self) -> bool:
        """Whether Rasa serves the `rest` channel now."""
        return await self._is_up(f"{self._rasa_url}/webhooks/rest/")

    async def actions_are_reachable(self) -> bool:
        """Whether the action server serves now; yes if none was named."""
        return self._actions_url is None or await self._is_up(f"{self._actions_url}/health")

    async def is_ready(self) -> bool:
        """Whether an answer may be expected."""
        return await self.rasa_is_reachable() and await self.actions_are_reachable()

    async def _post(self, body: dict[str, Any]) -> Any:
        timeout = aiohttp.ClientTimeout(total=self._answer_seconds)
        url = f"{self._rasa_url}/webhooks/rest/webhook"
        async with self._open_session.post(url, json=body, timeout=timeout) as response:
            response.raise_for_status()
            return json.loads(await response.read())

    async def _is_up(self, url: str) -> bool:
        try:
            timeout = aiohttp.ClientTimeout(total=PROBE_SECONDS)
            async with self._open_session.get(url, timeout=timeout) as response:
                return response.status == 200
        except (aiohttp.ClientError, OSError, asyncio.TimeoutError):
            return False

    @property
    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("use RasaClient as an async context manager")
        return self._session


def _answers(entries: Any) -> tuple[Answer, ...]:
    """Rasa's entries as answers. An entry without text (`custom`, `image`) belongs to the one before it.

    Blank lines come with a space, which keeps Rasa from cutting the text there (`actions/speaking.py`).
    """
    if not isinstance(entries, list):
        raise TypeError("no list of messages")
    answers: list[Answer] = []
    for entry in entries:
        if "text" in entry or not answers:
            answers.append(Answer(text=str(entry.get("text", "")).replace("\n \n", "\n\n")))
        answers[-1] = _completed(answers[-1], entry)
    return tuple(answers)


def _completed(answer: Answer, entry: Mapping[str, Any]) -> Answer:
    buttons = tuple(Button(str(one["title"]), str(one["payload"])) for one in entry.get("buttons") or ())
    answer = replace(answer, buttons=answer.buttons + buttons)
    if entry.get("image"):
        image = Attachment(name="Bild", url=str(entry["image"]), type="image")
        answer = replace(answer, attachments=answer.attachments + (image,))
    custom = entry.get("custom")
    if not custom:
        return answer
    told = Answer.from_json({**custom, "text": answer.text})
    return replace(
        told,
        id=0,
        buttons=answer.buttons + told.buttons,
        attachments=answer.attachments + told.attachments,
    )

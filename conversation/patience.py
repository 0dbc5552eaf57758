"""How long we wait for Rasa, how often we ask again, and when we give up."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Mapping

from conversation.messages import Answer
from conversation.rasa_client import Absence, Answered, RasaClient


@dataclass(frozen=True)
class Patience:
    """All in seconds but the last."""

    turn_seconds: float = 8.0
    """A person waits so long before a friendly sentence comes instead."""
    give_up_seconds: float = 300.0
    """A message is looked after for so long; then it counts as failed."""
    pause_seconds: tuple[float, ...] = (0.5, 1.0, 2.0, 4.0)
    """Between one attempt and the next; the last one is repeated."""
    attempts: int = 3
    """So often Rasa gets a message to read: each time it is repeated in its memory, and it may be what breaks it."""


async def ask_patiently(
    rasa: RasaClient, sender: str, words: str, metadata: Mapping[str, Any], patience: Patience, seconds_left: float
) -> tuple[Answer, ...] | None:
    """Rasa's answer, however late, or None when the time is up. At least one attempt is made.

    While Rasa or the action server is away nothing is sent to it: the message waits outside until both are back.
    """
    clock = asyncio.get_running_loop().time
    deadline = clock() + seconds_left
    attempts = pauses = 0
    while True:
        result = await rasa.ask(sender, words, metadata)
        if isinstance(result, Answered):
            return result.answers
        if result.reason is not Absence.UNREACHABLE:
            attempts += 1
            if attempts >= patience.attempts:
                return None
        while True:
            pause = patience.pause_seconds[min(pauses, len(patience.pause_seconds) - 1)]
            pauses += 1
            if clock() + pause > deadline:
                return None
            await asyncio.sleep(pause)
            if await rasa.is_ready():
                break

"""A turn while a process is busy with it."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from conversation.messages import Answer
from conversation.turn_store import StoredTurn


@dataclass(eq=False)
class RunningTurn:
    """`words` are what was typed, without codes; they stay here and are never logged. `handed` is what Rasa gets."""

    words: str = field(repr=False)
    handed: str = field(default="", repr=False)
    opened: "asyncio.Task[StoredTurn] | None" = None
    answers: tuple[Answer, ...] = ()
    was_told_to_wait: bool = False
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)


async def at_once(stored: StoredTurn) -> StoredTurn:
    """A turn that an earlier process has opened."""
    return stored

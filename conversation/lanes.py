"""One at a time, in the order of asking, for each conversation."""
from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import AsyncIterator


class Lanes:
    """A first-come lock per key; a lane that nobody stands in takes no memory."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._standing: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._locks)

    @asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """Wait for one's turn in the lane of `key` (asyncio.Lock wakes in order) and keep it for the block."""
        lock = self._locks.setdefault(key, asyncio.Lock())
        self._standing[key] = self._standing.get(key, 0) + 1
        try:
            async with lock:
                yield
        finally:
            self._standing[key] -= 1
            if not self._standing[key]:
                del self._standing[key], self._locks[key]

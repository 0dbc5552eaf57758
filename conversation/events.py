"""News of a conversation, for whoever listens in this process.

Only the fact that there is something new is passed on; the listener reads it from the database after the number that
it has. So nothing is lost between two connections, nothing comes twice, and a slow listener costs no memory.
"""
from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import Iterator

MAXIMUM_LISTENERS = 10
"""Streams of one conversation at the same time: a few tabs and devices."""


class TooManyListeners(Exception):
    """The conversation has MAXIMUM_LISTENERS already."""


class News:
    """Wakes the listeners of a conversation."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Event]] = {}
        self.is_over = False

    def __len__(self) -> int:
        return sum(map(len, self._listeners.values()))

    def announce(self, key: str) -> None:
        """There are new answers in the conversation `key`."""
        for bell in self._listeners.get(key, ()):
            bell.set()

    def end(self) -> None:
        """The process stops: wake everybody, they look at `is_over`."""
        self.is_over = True
        for key in self._listeners:
            self.announce(key)

    def check_room(self, key: str) -> None:
        """Raises TooManyListeners if nobody else may listen to `key`."""
        if len(self._listeners.get(key, ())) >= MAXIMUM_LISTENERS:
            raise TooManyListeners

    @contextmanager
    def listening(self, key: str) -> Iterator[asyncio.Event]:
        """A bell that is set when there is something new; clear it before you read."""
        self.check_room(key)
        bells = self._listeners.setdefault(key, set())
        bell = asyncio.Event()
        bells.add(bell)
        try:
            yield bell
        finally:
            bells.discard(bell)
            if not bells:
                self._listeners.pop(key, None)

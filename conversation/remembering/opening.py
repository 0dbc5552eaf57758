"""Opening a list by its code from anywhere in the world, and so only a few times from one network address."""
from __future__ import annotations

import asyncio
import time
from typing import Callable

from conversation.limits import Limit, network_of
from conversation.refusals import RateLimited
from conversation.remembering.lists import RememberLists


class CodeDesk:
    """Takes codes. `attempts` counts every code of an address, `failures` those that opened nothing.

    A workshop that shares one address can open many lists; whoever guesses is soon stopped. With 55 random bits
    guessing is hopeless anyway, so there is no limit over all addresses with which one could shut others out.
    """

    def __init__(
        self,
        lists: RememberLists,
        attempts: Limit,
        failures: Limit,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._lists = lists
        self._attempts = attempts
        self._failures = failures
        self._ticks = ticks

    async def open(self, typed: str, address: str) -> str | None:
        """A token for the list with the code `typed`, or None; raises RateLimited, StorageUnavailable."""
        network = network_of(address)
        for allowance in (self._failures.look(network, self._ticks()), self._attempts.take(network, self._ticks())):
            if not allowance.allowed:
                raise RateLimited(allowance)
        token = await asyncio.to_thread(self._lists.open_by_code, typed)
        if token is None:
            self._failures.take(network, self._ticks())
        return token

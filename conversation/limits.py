"""How many messages are taken from one conversation and from one network address.

A leaky bucket (GCRA, ITU-T I.371): per key one number, the moment at which its bucket will be empty again. So many
requests may come at once as the rate has; after that one more as soon as its share of the time has passed.
"""
from __future__ import annotations

import ipaddress
import math
from collections import OrderedDict
from dataclasses import dataclass

MAXIMUM_KEYS = 50_000
"""Buckets kept per limit; beyond, those that were used longest ago are forgotten. About 10 MB."""


@dataclass(frozen=True)
class Allowance:
    """What a limit says to one request. `reset` and `retry_after` are whole seconds, rounded up."""

    allowed: bool
    limit: int
    window: int
    remaining: int
    reset: int
    retry_after: int


class Limit:
    """`requests` in `seconds` for each key. Time comes in as seconds of any clock that never goes back."""

    def __init__(self, requests: int, seconds: int, maximum_keys: int = MAXIMUM_KEYS) -> None:
        self._requests = requests
        self._seconds = seconds
        self._share = seconds / requests
        self._maximum_keys = maximum_keys
        self._empty_at: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._empty_at)

    def look(self, key: str, now: float) -> Allowance:
        """What the limit would say now, without counting."""
        filled = max(self._empty_at.get(key, now) - now, 0.0)
        return self._allowance(filled, allowed=filled + self._share <= self._seconds + 1e-9)

    def take(self, key: str, now: float) -> Allowance:
        """Count one request of `key` if it is allowed."""
        before = self.look(key, now)
        if not before.allowed:
            return before
        filled = max(self._empty_at.get(key, now) - now, 0.0) + self._share
        self._empty_at[key] = now + filled
        self._empty_at.move_to_end(key)
        if len(self._empty_at) > self._maximum_keys:
            self._empty_at.popitem(last=False)
        return self._allowance(filled, allowed=True)

    def _allowance(self, filled: float, allowed: bool) -> Allowance:
        room = self._seconds - filled
        return Allowance(
            allowed=allowed,
            limit=self._requests,
            window=self._seconds,
            remaining=max(math.floor(room / self._share + 1e-6), 0),
            reset=math.ceil(filled - 1e-6) if filled > 1e-6 else 0,
            retry_after=0 if allowed else max(math.ceil(self._share - room - 1e-6), 1),
        )


class MessageLimits:
    """The two limits of messages together: a message counts in both, or in none."""

    def __init__(self, conversation: Limit, address: Limit) -> None:
        self._conversation = conversation
        self._address = address

    def take(self, conversation: str, address: str, now: float) -> Allowance:
        """The tighter of the two answers; `conversation` is the key, never the id."""
        network = network_of(address)
        refusals = [
            one
            for one in (self._conversation.look(conversation, now), self._address.look(network, now))
            if not one.allowed
        ]
        if refusals:
            return max(refusals, key=lambda one: one.retry_after)
        taken = (self._conversation.take(conversation, now), self._address.take(network, now))
        return min(taken, key=lambda one: one.remaining)

    def take_request(self, address: str, now: float) -> Allowance:
        """Count a request that is no message, such as opening a stream of events, against the address alone."""
        return self._address.take(network_of(address), now)


def network_of(address: str) -> str:
    """The key to count by: the address itself, of IPv6 the /64 that one customer has (RFC 6177)."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 6 and parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(parsed) if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))

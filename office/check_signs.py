"""Signs that people read aloud and copy by hand, and a check sign that notices when one went wrong.

The alphabet has 31 signs, a prime. So a sum with a different weight for each place, taken modulo 31, notices every
single wrong sign and every two signs that changed places: the method of ISBN-10 (ISO 2108:1992), there modulo 11.
"""
from __future__ import annotations

import secrets
from typing import Callable, Sequence

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0 and O, no 1, I and L: they look alike."""
Choose = Callable[[Sequence[str]], str]
"""Draws one of several signs; tests may bring their own."""


def draw_checked(length: int, choose: Choose = secrets.choice) -> str:
    """`length` signs from the system's source of randomness, the last of them the check sign; at most 30."""
    drawn = "".join(choose(ALPHABET) for _ in range(length - 1))
    return drawn + _check_sign(drawn)


def is_checked(signs: str) -> bool:
    """Whether all signs belong to the alphabet and the last one fits the others."""
    return len(signs) > 1 and set(signs) <= set(ALPHABET) and _check_sign(signs[:-1]) == signs[-1]


def _check_sign(signs: str) -> str:
    weighted = sum(place * ALPHABET.index(sign) for place, sign in enumerate(signs, start=1))
    return ALPHABET[weighted % len(ALPHABET)]

"""One slip of the keyboard: which known word was meant."""
from __future__ import annotations

from typing import Iterable

LONGEST_WITH_TYPO = 30
"""In letters: what is longer is no word that somebody mistyped, and would cost time."""


class TypoIndex:
    """Finds known words that a word misses by a single slip.

    A slip is a letter left out, added, replaced, or swapped with its neighbour; the first letter is right.
    Deletion neighbourhoods (the SymSpell idea): every key is stored under all its forms with one letter less, so a
    look-up costs as many dictionary reads as the word has letters.
    """

    def __init__(self, keys: Iterable[str], shortest: int) -> None:
        """`shortest`: letters that a word must have; shorter ones have too many neighbours."""
        self._shortest = shortest
        self._by_deletion: dict[str, list[str]] = {}
        for key in sorted({key for key in keys if len(key) >= shortest}):
            for short in {key, *_deletions(key)}:
                self._by_deletion.setdefault(short, []).append(key)

    def near(self, key: str) -> list[str]:
        """The known keys that are one slip away from `key`, in the order of the alphabet."""
        if not self._shortest <= len(key) <= LONGEST_WITH_TYPO:
            return []
        near = {known for short in (key, *_deletions(key)) for known in self._by_deletion.get(short, ())}
        return sorted(known for known in near if known[0] == key[0] and one_slip_apart(key, known))


def _deletions(key: str) -> list[str]:
    return [key[:i] + key[i + 1 :] for i in range(len(key))]


def one_slip_apart(one: str, other: str) -> bool:
    """Whether exactly one letter is missing, added, replaced, or swapped with its neighbour."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    if len(one) != len(other):
        return rest[1:] == other_rest or rest == other_rest[1:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or swapped

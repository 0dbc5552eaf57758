"""Which desk of the office a matter belongs to."""
from __future__ import annotations

from typing import Iterable, Sequence

from knowledge.office import Desk


def desk_for(desks: Sequence[Desk], topics: Iterable[str], land: str | None) -> str | None:
    """The role of the desk that fits best: topic and Land before one of them, then the order of the profile.

    A desk that names topics or Länder fits only a matter that has one of them. None if there is no desk.
    """
    told = frozenset(topics)
    fitting = [
        (-(bool(one.topics) + bool(one.lands)), at, one.role)
        for at, one in enumerate(desks)
        if (not one.topics or told & {topic.value for topic in one.topics}) and (not one.lands or land in one.lands)
    ]
    return min(fitting)[2] if fitting else None

"""How turns have ended lately, for those who run the service."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from conversation.turn_store import TurnState, TurnStore

WINDOW = timedelta(hours=24)


@dataclass(frozen=True)
class TurnCounts:
    """Turns of the last 24 hours. `waiting` are being answered or looked after right now."""

    answered: int
    late: int
    failed: int
    waiting: int


def turn_counts(store: TurnStore, now: datetime) -> TurnCounts:
    """Count the turns of the last 24 hours before `now`; blocks."""
    counted = store.count_turns(now - WINDOW)
    return TurnCounts(
        answered=counted[TurnState.ANSWERED],
        late=counted[TurnState.LATE],
        failed=counted[TurnState.FAILED],
        waiting=counted[TurnState.WAITING],
    )

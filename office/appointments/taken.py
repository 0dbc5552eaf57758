"""What of the advisers' time is taken, read once for a window of days, so that many slots can be looked at."""
from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Iterable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser
from office.appointments.claims import is_standing, quanta, quanta_of, quantum_of
from office.appointments.hours import LOCAL
from office.appointments.model import Slot
from office.appointments.tables import DayClaimRow, SlotClaimRow

_EVER = 2**62


@dataclass(frozen=True)
class Taken:
    """`times`: by adviser what is taken, in quanta, in order and apart; `sessions`: how many there are on a local day."""

    times: Mapping[str, Sequence[tuple[int, int]]]
    sessions: Mapping[tuple[str, date], int]

    def leaves(self, adviser: Adviser, slot: Slot) -> bool:
        """Whether the slot, with the buffer after it, is free and the day is not full."""
        day = slot.starts_at.astimezone(LOCAL).date()
        if self.sessions.get((adviser.id, day), 0) >= adviser.a_day:
            return False
        wanted, times = quanta_of(slot, adviser.buffer), self.times.get(adviser.id, ())
        before = bisect_right(times, (wanted.stop - 1, _EVER)) - 1
        return before < 0 or times[before][1] <= wanted.start


NOTHING = Taken({}, {})
"""As if nobody had booked."""


def read_taken(
    session: Session, advisers: Sequence[Adviser], first: date, last: date, now: datetime, holder: str | None,
    busy: Mapping[str, Iterable[tuple[datetime, datetime]]],
) -> Taken:  # fmt: skip
    """What is taken from `first` to `last`, local days; what `holder` holds is not. `busy`: what calendars elsewhere say."""
    ids = [one.id for one in advisers]
    begin, end = (quantum_of(datetime.combine(day, time(), LOCAL)) for day in (first, last + timedelta(days=1)))
    times: dict[str, list[tuple[int, int]]] = defaultdict(list)
    quantum = SlotClaimRow.quantum
    claims = select(SlotClaimRow.adviser, func.min(quantum), func.max(quantum) + 1).where(
        SlotClaimRow.adviser.in_(ids), quantum >= begin, quantum < end, *_standing_for_others(SlotClaimRow, now, holder)
    )
    for adviser, starts, stops in session.execute(
        claims.group_by(SlotClaimRow.adviser, SlotClaimRow.number, SlotClaimRow.holder)
    ):
        times[adviser].append((starts, stops))
    for adviser in ids:
        times[adviser] += [(one.start, one.stop) for span in busy.get(adviser, ()) if (one := quanta(*span))]
    places = select(DayClaimRow.adviser, DayClaimRow.day, func.count()).where(
        DayClaimRow.adviser.in_(ids), DayClaimRow.day.between(first, last), *_standing_for_others(DayClaimRow, now, holder)
    )
    sessions = {
        (adviser, day): number
        for adviser, day, number in session.execute(places.group_by(DayClaimRow.adviser, DayClaimRow.day))
    }
    return Taken({adviser: _apart(spans) for adviser, spans in times.items()}, sessions)


def _standing_for_others(table: object, now: datetime, holder: str | None) -> Iterable[object]:
    yield is_standing(table, now)
    if holder is not None:
        yield func.coalesce(table.holder, "") != holder


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same time in spans that touch each other nowhere, in order."""
    apart: list[tuple[int, int]] = []
    for starts, stops in sorted(spans):
        if apart and starts <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(stops, apart[-1][1]))
        else:
            apart.append((starts, stops))
    return apart

"""Which sessions lie at times that their advisers have given to something else, by their own calendars."""
from __future__ import annotations

from collections import defaultdict
from typing import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from office.appointments.calendars.model import Span
from office.appointments.calendars.tables import BusyRow
from office.appointments.model import Slot


def colliding(session: Session, slots: Mapping[str, Slot]) -> frozenset[str]:
    """The numbers of those sessions (number → when) that meet a busy time of their adviser."""
    if not slots:
        return frozenset()
    first, last = min(one.starts_at for one in slots.values()), max(one.ends_at for one in slots.values())
    between = select(BusyRow).where(
        BusyRow.adviser.in_({one.adviser for one in slots.values()}), BusyRow.begins_at < last, BusyRow.ends_at > first
    )
    busy: dict[str, list[Span]] = defaultdict(list)
    for row in session.scalars(between):
        busy[row.adviser].append((row.begins_at, row.ends_at))
    return frozenset(
        number
        for number, slot in slots.items()
        if any(begins < slot.ends_at and ends > slot.starts_at for begins, ends in busy[slot.adviser])
    )

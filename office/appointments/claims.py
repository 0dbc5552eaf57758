"""Claims on an adviser's time, of holds and bookings alike. Everything here happens inside somebody's unit of work.

That no two people get the same time is kept by the primary keys of the tables; what is done here in turn (`in_turn`) only
spares people errors, and transactions deadlocks.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Iterable, Sequence

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser
from office.appointments.hours import LOCAL
from office.appointments.model import Slot
from office.appointments.tables import DayClaimRow, HoldRow, SlotClaimRow
from storage.turns import in_turn

_MINUTES = 5
"""Minutes of a quantum."""
_TABLES = (SlotClaimRow, DayClaimRow)


@dataclass(frozen=True)
class Claimant:
    """Whose a claim is: a conversation's that holds, or a booking's, by its number."""

    holder: str | None = None
    number: str | None = None

    @property
    def columns(self) -> dict[str, str | None]:
        return {"holder": self.holder, "number": self.number}


def quantum_of(moment: datetime) -> int:
    """The five minutes that `moment` lies in."""
    return int(moment.timestamp()) // (60 * _MINUTES)


def quanta(starts_at: datetime, ends_at: datetime) -> range:
    """All that lies between, begun ones included."""
    return range(quantum_of(starts_at), -(-int(ends_at.timestamp()) // (60 * _MINUTES)))


def quanta_of(slot: Slot, buffer: int) -> range:
    """What a session takes, with the minutes that stay free after it."""
    return quanta(slot.starts_at, slot.ends_at + timedelta(minutes=buffer))


def take(
    session: Session, adviser: Adviser, slot: Slot, claimant: Claimant, now: datetime, instead_of: Sequence[Claimant] = ()
) -> bool:
    """Claim the slot; whether it was free. What the claimants `instead_of` have counts as free, and is given up then.

    If it was not free, all claims are as they were, but that holds which are over are gone.
    """
    own = (claimant, *instead_of)
    in_turn(session, f"adviser:{adviser.id}", *(f"adviser:{one}" for one in _advisers_of(session, own)))
    _drop_what_is_over(session, adviser.id, now)
    wanted, day = quanta_of(slot, adviser.buffer), slot.starts_at.astimezone(LOCAL).date()
    times, places = _times(adviser.id, wanted), and_(DayClaimRow.adviser == adviser.id, DayClaimRow.day == day)
    taken = session.scalars(select(SlotClaimRow).where(times)).all()
    sessions = session.scalars(select(DayClaimRow).where(places)).all()
    if not all(_is_of(one, own) for one in taken):
        return False
    place = _place(sessions, own, adviser.a_day)
    if place is None:
        return False
    missing = sorted(set(wanted) - {one.quantum for one in taken})
    rows = [dict(adviser=adviser.id, quantum=one, **claimant.columns) for one in missing]
    try:
        with session.begin_nested():
            session.execute(_now_of(SlotClaimRow, times, claimant))
            if rows:
                session.execute(insert(SlotClaimRow), rows)
            _claim_place(session, adviser.id, day, place, claimant, is_own=place in {one.place for one in sessions})
    except IntegrityError:
        return False
    _give_up(session, own, SlotClaimRow, ~times)
    _give_up(session, own, DayClaimRow, ~and_(places, DayClaimRow.place == place))
    return True


def free(session: Session, claimant: Claimant) -> None:
    """Give up everything that the claimant has."""
    in_turn(session, *(f"adviser:{one}" for one in _advisers_of(session, (claimant,))))
    for table in _TABLES:
        _give_up(session, (claimant,), table)


def still_has(session: Session, adviser: str, claimant: Claimant) -> bool:
    """Whether nobody has taken the claimant's time, and nobody does until this unit of work ends."""
    in_turn(session, f"adviser:{adviser}")
    return session.scalars(select(SlotClaimRow).where(_of(SlotClaimRow, (claimant,))).limit(1)).first() is not None


def drop_all_that_is_over(session: Session, now: datetime) -> int:
    """Delete the claims of every adviser that nobody needs any more; how many."""
    advisers = {one for table in _TABLES for one in session.scalars(select(table.adviser).distinct())}
    in_turn(session, *(f"adviser:{one}" for one in advisers))
    return sum(_drop_what_is_over(session, one, now) for one in sorted(advisers))


def _drop_what_is_over(session: Session, adviser: str, now: datetime) -> int:
    """Delete claims of holds that have run out, and of times that have passed."""
    today = now.astimezone(LOCAL).date()
    dropped = 0
    passed = ((SlotClaimRow, SlotClaimRow.quantum < quantum_of(now)), (DayClaimRow, DayClaimRow.day < today))
    for table, has_passed in passed:
        over = delete(table).where(table.adviser == adviser, or_(has_passed, ~is_standing(table, now)))
        dropped += session.execute(over.execution_options(synchronize_session=False)).rowcount
    return dropped


def is_standing(table: Any, now: datetime) -> Any:
    """The condition that a claim counts: of a booking, or of a hold that has not run out."""
    return or_(table.number.is_not(None), table.holder.in_(select(HoldRow.holder).where(HoldRow.until > now)))


def _times(adviser: str, wanted: range) -> Any:
    return and_(
        SlotClaimRow.adviser == adviser, SlotClaimRow.quantum >= wanted.start, SlotClaimRow.quantum < wanted.stop
    )


def _is_of(row: Any, own: Iterable[Claimant]) -> bool:
    return Claimant(row.holder, row.number) in own


def _place(sessions: Sequence[DayClaimRow], own: Sequence[Claimant], most: int) -> int | None:
    """The place of the day that the slot gets: the own one that is given up for it, or the first free one."""
    mine = [one.place for one in sessions if _is_of(one, own)]
    taken = {one.place for one in sessions}
    return next(iter([*mine, *(one for one in range(1, most + 1) if one not in taken)]), None)


def _claim_place(session: Session, adviser: str, day: Any, place: int, claimant: Claimant, is_own: bool) -> None:
    key = dict(adviser=adviser, day=day, place=place)
    if is_own:
        mine = and_(*(getattr(DayClaimRow, name) == value for name, value in key.items()))
        session.execute(_now_of(DayClaimRow, mine, claimant))
    else:
        session.execute(insert(DayClaimRow), [dict(**key, **claimant.columns)])


def _now_of(table: Any, which: Any, claimant: Claimant) -> Any:
    changed = update(table).where(which).values(**claimant.columns)
    return changed.execution_options(synchronize_session=False)


def _of(table: Any, own: Sequence[Claimant]) -> Any:
    holders = [one.holder for one in own if one.holder]
    numbers = [one.number for one in own if one.number]
    return or_(table.holder.in_(holders), table.number.in_(numbers))


def _advisers_of(session: Session, own: Sequence[Claimant]) -> set[str]:
    return {one for table in _TABLES for one in session.scalars(select(table.adviser).where(_of(table, own)).distinct())}


def _give_up(session: Session, own: Sequence[Claimant], table: Any, *besides: Any) -> None:
    gone = delete(table).where(_of(table, own), *besides)
    session.execute(gone.execution_options(synchronize_session=False))

"""What becomes free is offered to those who wait, one after the other. Everything here blocks; the worker does it each minute.

Whatever frees a time (a session cancelled or moved, leave taken back, a hold that ran out), it is found by looking for each
entry in turn, so nobody who frees one has to know of the list. An offer holds its slot like any hold, so no two people are
offered the same. Raises `office.errors.StorageError`.
"""
from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser
from office.appointments.claims import Claimant, take
from office.appointments.hours import LOCAL
from office.appointments.holds import give_back, hold_row
from office.appointments.local_time import after_waking
from office.appointments.model import OfferOutcome, Slot
from office.appointments.tables import HoldRow
from office.appointments.waiting_model import (
    LONGEST_WAIT, MOST_MISSED, OFFERED_BY_MAIL, OFFERED_IN_CHAT, SHORTEST_OFFER, WAKING_HOURS, WaitingNews,
)  # fmt: skip
from office.appointments.waiting_rows import WaitingDesk, end_offer, forget_entry, holder_of, offer_of, post
from office.appointments.waiting_tables import WaitingRow
from office.appointments.wishes_kept import wish_from_json
from office.mail import NewMail
from office.mail.posting import is_confirmed
from storage.turns import in_turn

_LOOKED_AT = 5
"""So many slots of a wish are tried: the nearest ones may be too near for an offer."""
_OUR_HOLDS = select(HoldRow.holder).where(HoldRow.holder.startswith("waiting:"), HoldRow.until.is_not(None))


class Offering:
    """What the worker does for the list."""

    def __init__(self, desk: WaitingDesk) -> None:
        self._desk = desk

    def offer_due(self, now: datetime) -> int:
        """End what is over, then offer what is free; how many offers were made."""
        self._end_what_is_over(now)
        free = select(WaitingRow).filter_by(offered_until=None).order_by(WaitingRow.missed, WaitingRow.id)
        with self._desk.database.reading() as session:
            waiting = session.scalars(free).all()
        return sum(self._offer(one, now) for one in waiting)

    def _offer(self, seen: WaitingRow, now: datetime) -> bool:
        wish = wish_from_json(seen.wish)
        found = self._desk.appointments.find(wish, now, _LOOKED_AT)
        if found.outcome is not OfferOutcome.FOUND:
            return False
        advisers = {one.id: one for one in self._desk.timetable.advisers()}
        with self._desk.database.writing() as session:
            in_turn(session, f"waiting:{seen.id}")
            row = session.get(WaitingRow, seen.id, with_for_update=True, populate_existing=True)
            if row is None or row.offered_until is not None or row.wish != seen.wish:
                return False
            span = OFFERED_BY_MAIL if row.email and is_confirmed(session, row.email) else OFFERED_IN_CHAT
            return any(self._kept(session, row, advisers.get(slot.adviser), slot, span, now) for slot in found.slots)

    def _kept(
        self, session: Session, row: WaitingRow, adviser: Adviser | None, slot: Slot, span: timedelta, now: datetime
    ) -> bool:
        """Whether the slot is held and offered now."""
        if adviser is None:
            return False
        until = min(after_waking(now, span, WAKING_HOURS), slot.starts_at - timedelta(hours=adviser.notice))
        if until < now + SHORTEST_OFFER or not _hold(session, adviser, slot, holder_of(row), until, now):
            return False
        row.adviser, row.offered_at, row.minutes, row.offered_until = slot.adviser, slot.starts_at, slot.minutes, until
        offer = offer_of(row, now)
        if row.email and is_confirmed(session, row.email):
            post(session, self._desk.mails, row, lambda token: self._desk.words.offered(offer, token), now, until)
        self._desk.tell_in_chat(session, row.conversation_key, WaitingNews.OFFERED, offer, now)
        return True

    def _end_what_is_over(self, now: datetime) -> None:
        with self._desk.database.reading() as session:  # mostly nobody waits, and then nobody has to wait for us
            has_entry = session.scalar(select(WaitingRow.id).limit(1)) is not None
            if not has_entry and session.scalar(_OUR_HOLDS.limit(1)) is None:
                return
        with self._desk.database.writing() as session:
            for row in session.scalars(select(WaitingRow).order_by(WaitingRow.id).with_for_update()).all():
                has_passed = row.offered_until is not None and row.offered_until <= now
                if has_passed:
                    end_offer(session, row)
                if row.missed >= MOST_MISSED or (row.offered_until is None and _waits_for_nothing(row, now)):
                    self._end(session, row, now)
                elif has_passed:
                    self._desk.tell_in_chat(session, row.conversation_key, WaitingNews.LET_PASS, None, now)
            session.flush()
            _free_what_nobody_waits_for(session)

    def _end(self, session: Session, row: WaitingRow, now: datetime) -> None:
        email, key, number = row.email, row.conversation_key, row.id
        forget_entry(session, row)
        if email and is_confirmed(session, email):
            mail = NewMail(f"waiting:ended:{number}:{now:%Y%m%dT%H%M%S}", email, self._desk.words.ended, conversation_key=key)
            self._desk.mails.post(session, mail, now)
        self._desk.tell_in_chat(session, key, WaitingNews.ENDED, None, now)


def _waits_for_nothing(row: WaitingRow, now: datetime) -> bool:
    """Whether the time of the list is over for it, or all days that it was for."""
    days = wish_from_json(row.wish).times.days
    today = now.astimezone(LOCAL).date()
    return now >= row.joined_at + LONGEST_WAIT or bool(days) and all(one.last is not None and one.last < today for one in days)


def _hold(session: Session, adviser: Adviser, slot: Slot, holder: str, until: datetime, now: datetime) -> bool:
    row = hold_row(session, holder)
    if row is None:
        row = HoldRow(
            holder=holder, adviser=slot.adviser, starts_at=slot.starts_at, minutes=slot.minutes, held_at=now, until=None,
            extensions=0, counted_from=now, holds=0, bookings=0,
        )  # fmt: skip
        session.add(row)
        session.flush()  # claims refer to it
    if not take(session, adviser, slot, Claimant(holder=holder), now):
        return False
    row.adviser, row.starts_at, row.minutes, row.held_at, row.until = slot.adviser, slot.starts_at, slot.minutes, now, until
    return True


def _free_what_nobody_waits_for(session: Session) -> None:
    """Holds of entries that went with their conversation."""
    known = {holder_of(one) for one in session.scalars(select(WaitingRow))}
    for holder in sorted(set(session.scalars(_OUR_HOLDS)) - known):
        give_back(session, hold_row(session, holder))

"""The waiting list, for the people on it: getting onto it, taking what is offered, leaving. Everything here blocks.

`holder` is the key of the conversation, as for holds; a conversation has one entry. With a mail address the person also gets
mails with a pass: whoever has it acts for this entry. Offers are made by `office.appointments.offering`. Raises
`office.errors.StorageError`.
"""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import Adviser, SessionFormat
from office.appointments.holds import give_back, hold_row
from office.appointments.model import BookingOutcome, BookingResult, SessionWish
from office.appointments.waiting_model import LONGEST_WAIT, MOST_OF_ADDRESS, MOST_WAITING, Joined, JoinOutcome, Waiting
from office.appointments.waiting_rows import (
    WaitingDesk, end_offer, entry_of, entry_of_pass, forget_entry, holder_of, offer_of, post, standing_before,
)  # fmt: skip
from office.appointments.waiting_tables import WaitingRow
from office.appointments.wishes_kept import wish_from_json, wish_to_json
from office.consent import Consent, Purpose
from office.matters.checking import check
from office.matters.kind import EMAIL, PHONE
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.model import Submission
from storage.turns import in_turn


class WaitingList:
    """By verbs: those of a conversation, then those of whoever has a pass."""

    def __init__(self, desk: WaitingDesk) -> None:
        self._desk = desk

    def join(
        self, wish: SessionWish, holder: str, consent: Consent | None, now: datetime, reach: str = "",
        told: Mapping[str, str] = MappingProxyType({}),
    ) -> Joined:  # fmt: skip
        """Wait for what fits `wish`: JOINED | CHANGED | CONSENT_MISSING | INVALID | TOO_MANY.

        Without a mail address in `reach` the person sees offers in the conversation only. `told` (fields of an appointment)
        and `reach` are kept for the session that may come of it.
        """
        if consent is None or consent.purpose is not Purpose.WAITING_LIST or not consent.version:
            return Joined(JoinOutcome.CONSENT_MISSING)
        checked = check(APPOINTMENT, told, reach if reach.strip() else None)
        if checked.problems:
            return Joined(JoinOutcome.INVALID, problems=checked.problems)
        phone, email = (checked.values.pop(name, None) for name in (PHONE, EMAIL))
        advisers = self._desk.timetable.advisers()
        with self._desk.database.writing() as session:
            in_turn(session, "waiting-list")
            old = entry_of(session, holder)
            if _is_full(session, email, old):
                return Joined(JoinOutcome.TOO_MANY)
            if _left(session, old):
                session.flush()
            row = WaitingRow(
                conversation_key=holder, wish=wish_to_json(wish),
                told={name: text for name, text in checked.values.items() if text}, phone=phone, email=email,
                joined_at=now, version=consent.version, missed=0,
            )  # fmt: skip
            session.add(row)
            session.flush()
            has_mail = post(session, self._desk.mails, row, self._desk.words.joined, now, now + LONGEST_WAIT)
            outcome = JoinOutcome.JOINED if old is None else JoinOutcome.CHANGED
            return Joined(outcome, standing_before(session, row, advisers, now), now + LONGEST_WAIT, has_mail)

    def offered(self, holder: str, now: datetime) -> Waiting | None:
        """The entry of this conversation, with what is offered to it now; None: it is not on the list."""
        advisers = self._desk.timetable.advisers()
        with self._desk.database.reading() as session:
            return _read(session, entry_of(session, holder), advisers, now)

    def take(
        self, holder: str, submission: Submission, format: SessionFormat, request_key: str, now: datetime
    ) -> BookingResult:
        """Book what is offered to this conversation: as `Appointments.book`; HOLD_EXPIRED if nothing is any more. What is
        not told in `submission` is what was told for the list. Booked, the entry is done; else it stands as before."""
        with self._desk.database.reading() as session:
            row = entry_of(session, holder)
        return self._booked(row, submission, format, request_key, now)

    def decline(self, holder: str, now: datetime) -> bool:
        """Let an offer go on to the next at once and stay on the list; whether there was one."""
        with self._desk.database.writing() as session:
            return _declined(session, entry_of(session, holder, locked=True), now)

    def leave(self, holder: str) -> bool:
        """Take consent back: everything of the entry is deleted; whether there was one."""
        with self._desk.database.writing() as session:
            return _left(session, entry_of(session, holder, locked=True))

    def look(self, token: str, now: datetime) -> Waiting | None:
        """The entry of a pass; None: it opens nothing, or not any more. Changes nothing."""
        advisers = self._desk.timetable.advisers()
        with self._desk.database.reading() as session:
            return _read(session, entry_of_pass(session, token), advisers, now)

    def accept(self, token: str, submission: Submission, format: SessionFormat, now: datetime) -> BookingResult:
        """`take` for whoever has the pass."""
        with self._desk.database.reading() as session:
            row = entry_of_pass(session, token)
        return self._booked(row, submission, format, f"waiting:{token}", now)

    def address_of(self, token: str) -> str | None:
        """The mail address of the entry of this pass, whose owner reads it anyway."""
        with self._desk.database.reading() as session:
            row = entry_of_pass(session, token)
            return row and row.email

    def decline_by(self, token: str, now: datetime) -> bool:
        """`decline` for whoever has the pass."""
        with self._desk.database.writing() as session:
            return _declined(session, entry_of_pass(session, token, locked=True), now)

    def leave_by(self, token: str) -> bool:
        """`leave` for whoever has the pass."""
        with self._desk.database.writing() as session:
            return _left(session, entry_of_pass(session, token, locked=True))

    def _booked(
        self, row: WaitingRow | None, submission: Submission, format: SessionFormat, request_key: str, now: datetime
    ) -> BookingResult:
        offer = row and offer_of(row, now)
        if offer is None:
            return BookingResult(BookingOutcome.HOLD_EXPIRED)
        told = {**(row.told or {}), **{name: text for name, text in submission.told.items() if text}}
        result = self._desk.appointments.book(holder_of(row), replace(submission, told=told), format, request_key, now)
        if result.outcome in (BookingOutcome.BOOKED, BookingOutcome.ALREADY_BOOKED):
            with self._desk.database.writing() as session:
                _left(session, session.get(WaitingRow, row.id))
        return result


def _is_full(session: Session, address: str | None, old: WaitingRow | None) -> bool:
    others = select(func.count()).select_from(WaitingRow).where(WaitingRow.id != (old.id if old else 0))
    of_address = session.scalar(others.where(func.lower(WaitingRow.email) == address.lower())) if address else 0
    return session.scalar(others) >= MOST_WAITING or of_address >= MOST_OF_ADDRESS


def _read(session: Session, row: WaitingRow | None, advisers: Sequence[Adviser], now: datetime) -> Waiting | None:
    if row is None:
        return None
    before, until = standing_before(session, row, advisers, now), row.joined_at + LONGEST_WAIT
    return Waiting(
        wish_from_json(row.wish), row.joined_at, until, before, row.email is not None, offer_of(row, now), row.told or {},
        row.phone, row.email,
    )


def _declined(session: Session, row: WaitingRow | None, now: datetime) -> bool:
    has_offer = row is not None and offer_of(row, now) is not None
    if has_offer:
        end_offer(session, row)
    return has_offer


def _left(session: Session, row: WaitingRow | None) -> bool:
    if row is None:
        return False
    give_back(session, hold_row(session, holder_of(row)))
    forget_entry(session, row)
    return True

"""The waiting list, for the people on it: getting onto it, taking what is offered, leaving. Everything here blocks.

`holder` is the key of the conversation, as for holds; a conversation has one entry. With a mail address the person also gets
mails with a pass: whoever has it acts for this entry. Offers are made by `office.appointments.offering`. Raises
`office.errors.StorageError`.
"""
from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.schema.adviser import SessionFormat
from office.appointments.claims import Claimant, take
from office.appointments.holds import give_back, hold_row
from office.appointments.model import HELD_FOR, BookingOutcome, BookingResult, Hold, HoldOutcome, SessionWish
from office.appointments.service import Appointments
from office.appointments.tables import HoldRow
from office.appointments.timetable import Timetable
from office.appointments.waiting_model import LONGEST_WAIT, MOST_OF_ADDRESS, MOST_WAITING, Joined, JoinOutcome, Waiting
from office.appointments.waiting_rows import (
    WaitingWords, end_offer, entry_of, entry_of_pass, forget_entry, holder_of, offer_of, post, standing_before,
)  # fmt: skip
from office.appointments.waiting_tables import WaitingRow
from office.appointments.wishes_kept import wish_from_json, wish_to_json
from office.consent import Consent, Purpose
from office.mail import Mails
from office.mail.address_hash import readable_address
from office.matters.model import Submission
from storage import Database
from storage.turns import in_turn


class WaitingList:
    """By verbs: those of a conversation, then those of whoever has a pass."""

    def __init__(
        self, database: Database, timetable: Timetable, appointments: Appointments, mails: Mails, words: WaitingWords
    ) -> None:
        self._database = database
        self._timetable = timetable
        self._appointments = appointments
        self._mails = mails
        self._words = words

    def join(self, wish: SessionWish, holder: str, consent: Consent | None, now: datetime, email: str = "") -> Joined:
        """Wait for what fits `wish`: JOINED | CHANGED | CONSENT_MISSING | NO_ADDRESS | TOO_MANY.

        Without `email` the person sees offers only when they look into the conversation.
        """
        if consent is None or consent.purpose is not Purpose.WAITING_LIST or not consent.version:
            return Joined(JoinOutcome.CONSENT_MISSING)
        address = readable_address(email) if email.strip() else None
        if email.strip() and address is None:
            return Joined(JoinOutcome.NO_ADDRESS)
        with self._database.writing() as session:
            in_turn(session, "waiting-list")
            old = entry_of(session, holder)
            if _is_full(session, address, old):
                return Joined(JoinOutcome.TOO_MANY)
            if _left(session, old):
                session.flush()
            row = WaitingRow(
                conversation_key=holder, wish=wish_to_json(wish), email=address, joined_at=now, version=consent.version,
                missed=0,
            )  # fmt: skip
            session.add(row)
            session.flush()
            has_mail = post(session, self._mails, row, self._words.joined, now, now + LONGEST_WAIT)
            outcome = JoinOutcome.JOINED if old is None else JoinOutcome.CHANGED
            return Joined(outcome, standing_before(session, row), now + LONGEST_WAIT, has_mail)

    def offered(self, holder: str, now: datetime) -> Waiting | None:
        """The entry of this conversation, with what is offered to it now; None: it is not on the list."""
        with self._database.reading() as session:
            return _read(session, entry_of(session, holder), now)

    def take(self, holder: str, now: datetime) -> Hold:
        """Let the offer become the hold of this conversation, which books as always: HELD | EXPIRED. The entry is done."""
        advisers = {one.id: one for one in self._timetable.advisers()}
        with self._database.writing() as session:
            row = entry_of(session, holder, locked=True)
            offer = row and offer_of(row, now)
            adviser = offer and advisers.get(offer.slot.adviser)
            mine = hold_row(session, holder)
            if mine is None and adviser:
                mine = HoldRow(
                    holder=holder, adviser=adviser.id, starts_at=now, minutes=0, held_at=now, extensions=0, counted_from=now,
                    holds=0, bookings=0,
                )  # fmt: skip
                session.add(mine)
                session.flush()
            kept = Claimant(holder=row and holder_of(row))
            if not adviser or not take(session, adviser, offer.slot, Claimant(holder=holder), now, (kept,)):
                return Hold(HoldOutcome.EXPIRED)
            mine.adviser, mine.starts_at, mine.minutes = offer.slot.adviser, offer.slot.starts_at, offer.slot.minutes
            mine.held_at, mine.until, mine.extensions = now, now + HELD_FOR, 0
            _left(session, row)
            return Hold(HoldOutcome.HELD, offer.slot, mine.until)

    def decline(self, holder: str, now: datetime) -> bool:
        """Let an offer go on to the next at once and stay on the list; whether there was one."""
        with self._database.writing() as session:
            return _declined(session, entry_of(session, holder, locked=True), now)

    def leave(self, holder: str) -> bool:
        """Take consent back: everything of the entry is deleted; whether there was one."""
        with self._database.writing() as session:
            return _left(session, entry_of(session, holder, locked=True))

    def look(self, token: str, now: datetime) -> Waiting | None:
        """The entry of a pass; None: it opens nothing, or not any more. Changes nothing."""
        with self._database.reading() as session:
            return _read(session, entry_of_pass(session, token), now)

    def accept(self, token: str, submission: Submission, format: SessionFormat, now: datetime) -> BookingResult:
        """Book what is offered to the entry of this pass: as `Appointments.book`; HOLD_EXPIRED if nothing is any more."""
        with self._database.reading() as session:
            row = entry_of_pass(session, token)
            offer = row and offer_of(row, now)
            if offer is None:
                return BookingResult(BookingOutcome.HOLD_EXPIRED)
            entry, holder = row.id, holder_of(row)
        key = f"waiting:{token}:{offer.slot.starts_at:%Y%m%dT%H%M}"
        result = self._appointments.book(holder, submission, format, key, now)
        if result.outcome in (BookingOutcome.BOOKED, BookingOutcome.ALREADY_BOOKED):
            with self._database.writing() as session:
                _left(session, session.get(WaitingRow, entry))
        return result

    def address_of(self, token: str) -> str | None:
        """The mail address of the entry of this pass, whose owner reads it anyway."""
        with self._database.reading() as session:
            row = entry_of_pass(session, token)
            return row and row.email

    def decline_by(self, token: str, now: datetime) -> bool:
        """`decline` for whoever has the pass."""
        with self._database.writing() as session:
            return _declined(session, entry_of_pass(session, token, locked=True), now)

    def leave_by(self, token: str) -> bool:
        """`leave` for whoever has the pass."""
        with self._database.writing() as session:
            return _left(session, entry_of_pass(session, token, locked=True))


def _is_full(session: Session, address: str | None, old: WaitingRow | None) -> bool:
    others = select(func.count()).select_from(WaitingRow).where(WaitingRow.id != (old.id if old else 0))
    of_address = session.scalar(others.where(func.lower(WaitingRow.email) == address.lower())) if address else 0
    return session.scalar(others) >= MOST_WAITING or of_address >= MOST_OF_ADDRESS


def _read(session: Session, row: WaitingRow | None, now: datetime) -> Waiting | None:
    if row is None:
        return None
    until = row.joined_at + LONGEST_WAIT
    return Waiting(
        wish_from_json(row.wish), row.joined_at, until, standing_before(session, row), row.email is not None, offer_of(row, now)
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

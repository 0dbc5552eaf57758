"""Sessions with all that is written about them, put together as `bot.compose_office` does it, over one adviser."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Sequence

from bot.compose_office import session_words, waiting_words
from bot.settings import read_settings
from knowledge.schema.adviser import Adviser, Leave, SessionFormat
from knowledge.terms import read_terms
from office.appointments.changing import following
from office.appointments.day_lists import DayLists
from office.appointments.model import Slot
from office.appointments.notices import SessionNotices
from office.appointments.offering import Offering
from office.appointments.service import Appointments
from office.appointments.telling import Telling
from office.appointments.timetable import Timetable
from office.appointments.topics import topics_by
from office.appointments.waiting import WaitingList
from office.appointments.waiting_rows import TellInChat, WaitingDesk, tell_nobody
from office.consent import Consent, Purpose
from office.mail import MailState, Mails, Outbox, OutboxMail
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.service import Matters
from storage import Database
from tests.builders import an_office
from tests.office.appointments.booking_setup import NOW, a_booking
from tests.office.mail_setup import ADDRESS
from tests.session_setup import an_adviser
from wording.mails import Letterhead, please_confirm

HEAD = Letterhead(an_office(), "https://lotse.example")
TOPICS_OF = topics_by(read_terms(read_settings({}).content))
ADVISER = an_adviser()


@dataclass
class Desk:
    """All services around sessions; `leave` may be changed by a test."""

    database: Database
    appointments: Appointments
    notices: SessionNotices
    lists: DayLists
    waiting: WaitingList
    offering: Offering
    matters: Matters
    leave: list[Leave]

    def book(self, starts_at: datetime, reach: str = ADDRESS, now: datetime = NOW, holder: str = "h1",
             format_: SessionFormat = SessionFormat.PHONE, **told: str):  # fmt: skip
        slot = Slot(starts_at, 30, ADVISER.id)
        held = self.appointments.hold(slot, holder, now)
        assert held.slot == slot, held
        result = self.appointments.book(holder, a_booking(now=now, reach=reach, **told), format_, f"{holder}{starts_at}{now}", now)
        assert result.outcome.value == "BOOKED", result
        return result

    def mails(self, words: str = "", states: Sequence[MailState] = tuple(MailState)) -> list[OutboxMail]:
        """The mails whose key holds these words."""
        return sorted((one for one in Outbox(self.database).list(states) if words in one.key), key=lambda one: one.id)

    def waiting_mails(self, words: str = "") -> list[OutboxMail]:
        return self.mails(words, (MailState.WAITING,))


def a_desk(database: Database, *advisers: Adviser, tell_in_chat: TellInChat = tell_nobody) -> Desk:
    everyone, leave = advisers or (ADVISER,), []
    times = Timetable(lambda: everyone, lambda adviser: tuple(leave))
    mails, words = Mails(partial(please_confirm, HEAD)), session_words(HEAD, TOPICS_OF)
    notices = SessionNotices(database, mails, lambda session: everyone, words)
    telling = Telling(notices.notify)
    appointments = Appointments(database, times, telling)
    waiting_desk = WaitingDesk(database, times, appointments, mails, waiting_words(HEAD), tell_in_chat)
    return Desk(
        database, appointments, notices, DayLists(database, times.advisers, words),
        WaitingList(waiting_desk), Offering(waiting_desk),
        Matters(database, APPOINTMENT, follow=following(telling)), leave,
    )  # fmt: skip


def a_waiting_list(database: Database) -> WaitingList:
    return a_desk(database).waiting


def may_wait(now: datetime = NOW) -> Consent:
    return Consent(Purpose.WAITING_LIST, "2026-11", now)

"""Puts the services of the office together.

A part of the one place of composition, beside bot/bootstrap.py, so that a command of the office loads neither Rasa's SDK
nor the embeddings.
"""
from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Iterator

import bot.all_tables  # noqa: F401 (what is personal stands in the tables, so all must be known)
from bot.settings import Settings
from conversation.my_data import MyData
from conversation.office_answers import tell_in_chat
from conversation.waiting_news import tell_of_waiting
from knowledge.office import read_office
from knowledge.store import RecordStore, advisers_in
from knowledge.terms import read_terms
from office.appointments.absences import Absences
from office.appointments.calendar_links import CalendarLinks
from office.appointments.calendars import BusyTimes, CalendarEntries
from office.appointments.changing import following
from office.appointments.day_lists import DayLists
from office.appointments.idea_sheets import IdeaSheets
from office.appointments.notices import SessionNotices, SessionWords
from office.appointments.offering import Offering
from office.appointments.service import Appointments, drop_claims
from office.appointments.telling import Telling
from office.appointments.timetable import Timetable
from office.appointments.topics import TopicsOf, topics_by
from office.appointments.waiting import WaitingList
from office.appointments.waiting_rows import WaitingDesk, WaitingWords
from office.digest import Digest
from office.feedback import FeedbackBook
from office.mail import Addresses, Mails, Outbox
from office.privacy import PersonalData
from office.services import OfficeServices, every_matter, forget_old
from storage import Database
from office.matters.kinds.idea import IDEA
from office.matters.lost_codes import LostCodes
from office.matters.notices import Notices
from office.matters.published import PublishedIdeas
from wording.calendar_list import calendar_troubles
from wording.digest import digest_mail
from wording.mails import (
    Letterhead, adviser_mail, code_link_mail, day_list_mail, ended_mail, idea_sheet, joined_mail, matter_mail, offer_mail,
    please_confirm, reminder_mail, session_attachment, session_mail,
)  # fmt: skip
from wording.misplaced import misplaced_lines


def office_services(settings: Settings) -> OfficeServices:
    """The services for a process that goes on; `./lotse start` has brought the database up to date before."""
    return _services(Database(settings.database_url), settings)


@contextmanager
def office_at_hand(settings: Settings) -> Iterator[OfficeServices]:
    """The services for one command, which may be the first that this database sees."""
    from storage.migrate import database_at_hand

    with database_at_hand(settings.database_url) as database:
        yield _services(database, settings)


def letterhead(settings: Settings) -> Letterhead:
    """The frame of all mails; raises ContentError."""
    return Letterhead(read_office(settings.content), settings.public_url)


def my_data(database: Database, settings: Settings) -> MyData:
    """What people can do with what is stored of them, over all tables."""
    forgetting = {
        "matters": partial(forget_old, every_matter(database)),
        "claims": partial(drop_claims, database),
        "calendar_entries": CalendarEntries(database).forget_older_than,
        "mails": Outbox(database).forget_older_than,
        "addresses": Addresses(database).forget_older_than,
    }
    days = {"LOTSE_KEEP_CONVERSATIONS_DAYS": settings.keep_conversations_days}
    return MyData(database, PersonalData(database, forgetting, days))


def _services(database: Database, settings: Settings) -> OfficeServices:
    head = letterhead(settings)
    mails = Mails(lambda token: please_confirm(head, token))
    times = timetable(database)
    telling = Telling(session_notices(database, settings).notify)
    matters = every_matter(database, Notices(mails, partial(matter_mail, head), tell_in_chat), following(telling))
    appointments = Appointments(database, times, telling)
    return OfficeServices(
        matters=matters,
        feedback=FeedbackBook(database),
        mails=mails,
        published=PublishedIdeas(database),
        lost_codes=lost_codes(database, settings),
        appointments=appointments,
        timetable=times,
        absences=Absences(database),
        calendar_links=CalendarLinks(database),
        calendar_entries=CalendarEntries(database),
        idea_sheets=IdeaSheets(database, next(one for one in matters if one.kind is IDEA)),
        waiting_list=WaitingList(_waiting_desk(database, settings, appointments)),
    )


def session_notices(database: Database, settings: Settings) -> SessionNotices:
    """What writes the mails about advisory sessions; raises ContentError."""
    head = letterhead(settings)
    return SessionNotices(database, Mails(partial(please_confirm, head)), advisers_in, _session_words(settings))


def day_lists(database: Database, settings: Settings) -> DayLists:
    """What mails to advisers who comes on a day; raises ContentError."""
    return DayLists(database, timetable(database).advisers, _session_words(settings))


def offering(database: Database, settings: Settings) -> Offering:
    """What offers times that become free; raises ContentError."""
    return Offering(_waiting_desk(database, settings, Appointments(database, timetable(database))))


def waiting_list(database: Database, settings: Settings) -> WaitingList:
    """The waiting list for the pages behind its mails; raises ContentError."""
    telling = Telling(session_notices(database, settings).notify)
    return WaitingList(_waiting_desk(database, settings, Appointments(database, timetable(database), telling)))


def _waiting_desk(database: Database, settings: Settings, appointments: Appointments) -> WaitingDesk:
    head = letterhead(settings)
    mails = Mails(partial(please_confirm, head))
    return WaitingDesk(database, timetable(database), appointments, mails, waiting_words(head), tell_of_waiting)


def session_words(head: Letterhead, topics_of: TopicsOf) -> SessionWords:
    """What writes the mails about sessions; `topics_of` reads what they are about."""
    return SessionWords(
        partial(session_mail, head, topics_of), partial(session_attachment, head), partial(reminder_mail, head, topics_of),
        adviser_mail, day_list_mail, idea_sheet,
    )  # fmt: skip


def _session_words(settings: Settings) -> SessionWords:
    return session_words(letterhead(settings), topics_by(read_terms(settings.content)))


def waiting_words(head: Letterhead) -> WaitingWords:
    """What writes the mails of the waiting list."""
    return WaitingWords(partial(joined_mail, head), partial(offer_mail, head), partial(ended_mail, head))


def timetable(database: Database) -> Timetable:
    """When advisers have time: their entries as the database has them, and their leave."""
    return Timetable(RecordStore(database).advisers, Absences(database).of, BusyTimes(database).busy)


def office_digest(database: Database, settings: Settings) -> Digest:
    """What tells the office once a day what came in; raises ContentError."""
    office, busy, entries = read_office(settings.content), BusyTimes(database), CalendarEntries(database)
    appointments = Appointments(database, timetable(database))

    def beside(now: datetime) -> tuple[str, ...]:
        troubles = calendar_troubles(busy.states(), entries.collisions(now), now)
        return (*troubles, *misplaced_lines(appointments.misplaced(now)))

    return Digest(
        database, settings.digest_to or office.email, digest_mail, office.answer_days.dict(),
        beside,
    )  # fmt: skip


def lost_codes(database: Database, settings: Settings) -> LostCodes:
    """What mails a link to whoever has lost the code; raises ContentError."""
    head = letterhead(settings)
    return LostCodes(
        database, Mails(lambda token: please_confirm(head, token)),
        lambda number, secret: partial(code_link_mail, head, number, secret),
    )  # fmt: skip

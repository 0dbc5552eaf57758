"""Puts the services of the office together.

A part of the one place of composition, beside bot/bootstrap.py, so that a command of the office loads neither Rasa's SDK
nor the embeddings.
"""
from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import Iterator

import bot.all_tables  # noqa: F401 (what is personal stands in the tables, so all must be known)
from bot.settings import Settings
from conversation.my_data import MyData
from conversation.office_answers import tell_in_chat
from knowledge.advisers import read_advisers
from knowledge.office import read_office
from office.appointments.calendars import BusyTimes, CalendarEntries
from office.appointments.changing import following
from office.appointments.service import Appointments, drop_claims
from office.appointments.telling import Telling
from office.appointments.timetable import Timetable
from office.digest import Digest
from office.feedback import FeedbackBook
from office.mail import Addresses, Mails, Outbox
from office.privacy import PersonalData
from office.services import OfficeServices, every_matter, forget_old
from storage import Database
from office.matters.lost_codes import LostCodes
from office.matters.notices import Notices
from office.matters.published import PublishedIdeas
from wording.calendar_list import calendar_troubles
from wording.digest import digest_mail
from wording.mails import Letterhead, code_link_mail, matter_mail, please_confirm


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
    telling = Telling()
    return OfficeServices(
        matters=every_matter(database, Notices(mails, partial(matter_mail, head), tell_in_chat), following(telling)),
        feedback=FeedbackBook(database),
        mails=mails,
        published=PublishedIdeas(database),
        lost_codes=lost_codes(database, settings),
        appointments=Appointments(database, timetable(database, settings), telling),
    )


def timetable(database: Database, settings: Settings) -> Timetable:
    """When advisers have time; raises ContentError."""
    advisers = read_advisers(settings.content)
    return Timetable(lambda: advisers, busy=BusyTimes(database).busy)


def office_digest(database: Database, settings: Settings) -> Digest:
    """What tells the office once a day what came in; raises ContentError."""
    office, busy, entries = read_office(settings.content), BusyTimes(database), CalendarEntries(database)
    return Digest(
        database, settings.digest_to or office.email, digest_mail, office.answer_days.dict(),
        lambda now: calendar_troubles(busy.states(), entries.collisions(now), now),
    )  # fmt: skip


def lost_codes(database: Database, settings: Settings) -> LostCodes:
    """What mails a link to whoever has lost the code; raises ContentError."""
    head = letterhead(settings)
    return LostCodes(
        database, Mails(lambda token: please_confirm(head, token)),
        lambda number, secret: partial(code_link_mail, head, number, secret),
    )  # fmt: skip

"""Puts the calendars of advisers together. A part of the one place of composition, beside bot/bootstrap.py."""
from __future__ import annotations

import logging
from functools import partial

from bot.settings import Settings
from knowledge.advisers import read_advisers
from office.appointments.calendars import BusyTimes, CalendarEntries
from storage import Database
from wording.adviser_entry import adviser_entry
from worker.caldav.calendar import RemoteCalendar
from worker.caldav.jobs import AttachedCalendar, ReadCalendars, WriteCalendars
from worker.caldav.line import CalendarAddress

log = logging.getLogger(__name__)


def attached_calendars(settings: Settings) -> tuple[AttachedCalendar, ...]:
    """The calendars of advisers that there are; raises ContentError. Settings for anybody else are told in the log."""
    advisers = {one.id: one for one in read_advisers(settings.content)} if settings.calendars else {}
    for one in settings.calendars:
        if one.adviser not in advisers:
            log.error("Ein Kalender ist für „%s“ eingestellt, aber beratung.yml kennt diese id nicht.", one.adviser)
    return tuple(
        AttachedCalendar(advisers[one.adviser], RemoteCalendar(CalendarAddress(one.url, one.user, one.password)))
        for one in settings.calendars
        if one.adviser in advisers
    )


def reading(database: Database, attached: tuple[AttachedCalendar, ...]) -> ReadCalendars:
    """The job that reads them."""
    return ReadCalendars(attached, BusyTimes(database), CalendarEntries(database))


def writing(database: Database, attached: tuple[AttachedCalendar, ...], settings: Settings, clock) -> WriteCalendars:
    """The job that writes bookings there."""
    write = partial(adviser_entry, shows_person=settings.calendars_show_person)
    return WriteCalendars(attached, CalendarEntries(database), write, clock)

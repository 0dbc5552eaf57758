"""Puts the calendars of advisers together. A part of the one place of composition, beside bot/bootstrap.py."""
from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Callable

from bot.settings import Settings
from knowledge.store import RecordStore
from office.appointments.calendars import BusyTimes, CalendarEntries
from storage import Database
from wording.adviser_entry import adviser_entry
from worker.caldav.calendar import RemoteCalendar
from worker.caldav.jobs import AttachedCalendar, ReadCalendar, WriteCalendar
from worker.caldav.line import CalendarAddress


def attached_calendars(settings: Settings) -> tuple[AttachedCalendar, ...]:
    """The calendars that are set, whether or not the adviser is known."""
    return tuple(
        AttachedCalendar(one.adviser, RemoteCalendar(CalendarAddress(one.url, one.user, one.password)))
        for one in settings.calendars
    )


def reading(database: Database, attached: AttachedCalendar) -> ReadCalendar:
    """The job that reads one."""
    return ReadCalendar(attached, RecordStore(database).advisers, BusyTimes(database), CalendarEntries(database))


def writing(
    database: Database, attached: AttachedCalendar, settings: Settings, clock: Callable[[], datetime]
) -> WriteCalendar:
    """The job that writes bookings into one."""
    write = partial(adviser_entry, shows_person=settings.calendars_show_person)
    return WriteCalendar(attached, CalendarEntries(database), write, clock)


def forget_calendars(database: Database, attached: tuple[AttachedCalendar, ...]) -> Callable[[datetime], int]:
    """The job that forgets the busy times of calendars that are no longer attached, or whose adviser is gone."""
    advisers, busy = RecordStore(database).advisers, BusyTimes(database)

    def forget(now: datetime) -> int:
        known = {one.id for one in advisers()}
        return busy.keep_only([one.adviser for one in attached if one.adviser in known])

    return forget

"""A desk whose adviser has a calendar elsewhere: the booking service, and the two jobs on that calendar."""
from __future__ import annotations

from datetime import datetime, timezone
from functools import partial

from icalendar import Calendar

import bot.all_tables  # noqa: F401 (declares them)
from office.appointments.calendars import BusyTimes, CalendarEntries
from storage import Database
from tests.fakes.radicale_server import PASSWORD, USER
from tests.office.appointments.booking_setup import NOW, an_adviser, appointments_on, free_starts
from wording.adviser_entry import adviser_entry
from worker.caldav.calendar import RemoteCalendar
from worker.caldav.jobs import AttachedCalendar, ReadCalendar, WriteCalendar
from worker.caldav.line import CalendarAddress, Patience

SHORT = Patience(step=1.0, whole=2.0, most_bytes=200_000)


class Desk:
    """Everything around one calendar; `url` may lead to another server."""

    def __init__(self, store: Database, url: str, *advisers, password: str = PASSWORD, shows_person: bool = False) -> None:
        self.busy, self.entries = BusyTimes(store), CalendarEntries(store)
        advisers = advisers or (an_adviser(),)
        self.appointments = appointments_on(store, *advisers, busy=self.busy.busy)
        self.time = datetime.now(timezone.utc)
        attached = AttachedCalendar(advisers[0].id, RemoteCalendar(CalendarAddress(url, USER, password), SHORT))
        self.read = ReadCalendar(attached, lambda: advisers, self.busy, self.entries)
        write = partial(adviser_entry, shows_person=shows_person)
        self.write = WriteCalendar(attached, self.entries, write, lambda: self.time)

    def starts(self) -> list[datetime]:
        """When somebody can still book, the next days."""
        return free_starts(self.appointments, NOW, 40)

    @property
    def state(self):
        (state,) = self.busy.states()
        return state


def the_event(text: str):
    """The one entry of a file."""
    (found,) = Calendar.from_ical(text).walk("VEVENT")
    return found

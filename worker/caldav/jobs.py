"""The two jobs on the calendar of an adviser: read when there is something else to do, and write bookings there.

A calendar that does not answer keeps nobody from booking: what was known stays, and what is to be written is caught up.
"""
from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from typing import Callable, Sequence

from knowledge.schema.adviser import Adviser
from office.appointments.calendars import BusyTimes, CalendarEntries, CalendarState, Problem, Task
from office.appointments.hours import LOCAL
from office.appointments.model import Appointment
from wording.session_calendar import session_uid
from worker.caldav.calendar import EntryChanged, RemoteCalendar
from worker.caldav.line import CalendarTrouble
from worker.caldav.reading import Reading, read_entries

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(minutes=5)
"""After trouble with a server as a whole; doubles with each further trouble."""
TRIES = 4
"""So often an entry is written anew at once because it changed there meanwhile."""


@dataclass(frozen=True)
class AttachedCalendar:
    """The calendar of the adviser with this id, who may be unknown."""

    adviser: str
    remote: RemoteCalendar


class ReadCalendar:
    """The job that reads one. What stands there of others is forgotten at once, but for when it begins and ends.

    `advisers` gives those whom the office has at this moment, as they may be edited at any time.
    """

    def __init__(
        self, attached: AttachedCalendar, advisers: Callable[[], Sequence[Adviser]], busy: BusyTimes,
        entries: CalendarEntries,
    ) -> None:  # fmt: skip
        self._attached = attached
        self._advisers = advisers
        self._busy = busy
        self._entries = entries
        self._is_unknown = False

    def __call__(self, now: datetime) -> int:
        """Read it for the days that can be booked; 1 if that was possible."""
        id_ = self._attached.adviser
        adviser = next((one for one in self._advisers() if one.id == id_), None)
        if adviser is None and not self._is_unknown:
            log.error("Ein Kalender ist für „%s“ eingestellt, aber einen Platz mit dieser id gibt es nicht.", id_)
        self._is_unknown = adviser is None
        return int(adviser is not None and self.read(adviser, now) is None)

    def read(self, adviser: Adviser, now: datetime) -> Problem | None:
        """Read the calendar of this adviser; what was in the way, None if nothing."""
        id_, (first, last) = adviser.id, days_read(adviser, now)
        ours = {session_uid(number): number for number in self._entries.numbers(id_)}
        try:
            reading = read_entries(self._attached.remote.entries(first, last), first, last, LOCAL, ours)
        except CalendarTrouble as trouble:
            self._tell_failure(self._busy.failed(id_, trouble.problem, now), trouble.problem)
            return trouble.problem
        before = self._busy.keep(id_, reading.busy, reading.unreadable, now)
        _tell_success(before, reading)
        found = {ours[uid]: spans for uid, spans in reading.ours.items()}
        for number in self._entries.compare(id_, found, first, last):
            log.warning("%s war im Kalender von %s gelöscht oder verlegt und wird wieder eingetragen.", number, id_)
        return None

    @staticmethod
    def _tell_failure(before: CalendarState, problem: Problem) -> None:
        if before.problem is not problem:
            log.error(
                "Der Kalender von %s lässt sich nicht lesen (%s). Es gelten die zuletzt bekannten Zeiten; Buchungen gehen "
                "weiter. ./lotse calendars check prüft ihn.", before.adviser, problem.value,
            )  # fmt: skip


def _tell_success(before: CalendarState, reading: Reading) -> None:
    if before.problem is not None:
        log.info("Der Kalender von %s lässt sich wieder lesen.", before.adviser)
    if reading.unreadable > before.unreadable:
        log.warning("Im Kalender von %s sind %d Einträge nicht lesbar.", before.adviser, reading.unreadable)


def days_read(adviser: Adviser, now: datetime) -> tuple[datetime, datetime]:
    """From the begin of today to the end of the last day that can be booked, in UTC."""
    today = now.astimezone(LOCAL).date()
    days = (today, today + timedelta(days=adviser.days_ahead + 1))
    first, last = (datetime.combine(day, time(), LOCAL).astimezone(timezone.utc) for day in days)
    return first, last


class WriteCalendar:
    """The job that writes into one, also of an adviser who is no longer there. `write` makes the entry of a booking; `clock`
    is real time, for pauses."""

    def __init__(
        self,
        attached: AttachedCalendar,
        entries: CalendarEntries,
        write: Callable[[Appointment], str],
        clock: Callable[[], datetime],
    ) -> None:
        self._attached = attached
        self._entries = entries
        self._write = write
        self._clock = clock
        self._rest: tuple[datetime, timedelta] | None = None
        """Until when the server is left alone, and how long after further trouble."""

    def __call__(self, now: datetime) -> int:
        """Bring the calendar to what is booked; how many entries were written or taken away."""
        adviser, done = self._attached.adviser, 0
        until, pause = self._rest or (self._clock(), FIRST_PAUSE)
        if self._clock() < until:
            return 0
        for task in self._entries.due(adviser, now):
            try:
                self._settle(self._attached.remote, task)
                done += 1
            except CalendarTrouble as trouble:
                if trouble.is_of_server:
                    log.warning("Der Kalender von %s nimmt gerade nichts an (%s).", adviser, trouble.problem.value)
                    self._rest = self._clock() + pause, min(pause * 2, LONGEST_PAUSE)
                    return done
                log.warning("Der Kalender von %s nahm %s nicht an (%s).", adviser, task.number, trouble.problem.value)
                self._entries.put_off(task, trouble.problem, now)
        self._rest = None
        return done

    def _settle(self, remote: RemoteCalendar, task: Task) -> None:
        """Make the entry what the booking is at this moment; raises CalendarTrouble.

        The ETag is read before the booking is: whoever writes an older state than another process has written meets a
        changed ETag and looks again, so the last state wins.
        """
        name = entry_name(task.number)
        for _ in range(TRIES):
            wanted = self._entries.begin(task)
            if wanted.appointment is None:
                remote.remove(name)
                return self._entries.removed(task)
            content = self._write(wanted.appointment)
            try:
                etag = remote.put(name, content, wanted.etag)
            except EntryChanged:
                there = remote.find(name)
                if there is None or there.etag is not None:
                    self._entries.met(task, there and there.etag)
                    continue
                etag = remote.put_anyway(name, content)
            return self._entries.placed(task, wanted.appointment.sequence, etag)
        raise CalendarTrouble(Problem.CONFLICT, is_of_server=False)


def entry_name(number: str) -> str:
    """Under which name the entry of a booking lies in every calendar."""
    return f"{number.lower()}.ics"

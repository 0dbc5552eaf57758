"""The services of the office, as front ends are given them."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Iterable

from office.appointments.absences import Absences
from office.appointments.calendar_links import CalendarLinks
from office.appointments.calendars import CalendarEntries
from office.appointments.changing import following
from office.appointments.idea_sheets import IdeaSheets
from office.appointments.service import Appointments
from office.appointments.timetable import Timetable
from office.appointments.waiting import WaitingList
from office.feedback import FeedbackBook
from office.mail import Mails
from office.matters.every_kind import EVERY_KIND
from office.matters.kind import MatterKind
from office.matters.lost_codes import LostCodes
from office.matters.notices import Notices
from office.matters.published import PublishedIdeas
from office.matters.service import Follow, Matters
from storage import Database


@dataclass(frozen=True)
class OfficeServices:
    """The matters of each kind, advisory sessions and when advisers have time for them, what people think of the answers, and what writes mails."""

    matters: tuple[Matters, ...]
    feedback: FeedbackBook
    mails: Mails
    published: PublishedIdeas
    lost_codes: LostCodes
    appointments: Appointments
    timetable: Timetable
    absences: Absences
    calendar_links: CalendarLinks
    calendar_entries: CalendarEntries
    idea_sheets: IdeaSheets
    waiting_list: WaitingList

    def of(self, kind: MatterKind) -> Matters:
        """The matters of `kind`."""
        return next(one for one in self.matters if one.kind is kind)

    def forget_older_than(self, now: datetime) -> int:
        """Delete the matters that `now` are too old to be kept, of every kind; gives their number."""
        return forget_old(self.matters, now)


def every_matter(
    database: Database, notices: Notices = Notices(), follow: Follow = following()
) -> tuple[Matters, ...]:
    """The matters of each kind on `database`; `notices` tells people by mail what happens to theirs, `follow` does what else
    has to be done then; the time of appointments is freed in any case."""
    return tuple(Matters(database, kind, notices=notices, follow=follow) for kind in EVERY_KIND)


def forget_old(matters: Iterable[Matters], now: datetime) -> int:
    """Delete what `now` is too old to be kept; gives the number of matters."""
    return sum(one.forget_older_than(now) for one in matters)

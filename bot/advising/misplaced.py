"""What whoever edits advisers has to know: which sessions no longer fit. Nothing is moved or cancelled."""
from __future__ import annotations

from typing import Sequence

from bot.compose_office import office_at_hand
from bot.settings import Settings
from knowledge.schema import Adviser
from knowledge.store import RecordStore
from office.appointments.absences import Absences
from office.appointments.misplaced import Misplaced
from office.appointments.service import Appointments
from office.appointments.timetable import Timetable
from storage.migrate import database_as_it_is
from wording.misplaced import misplaced_lines


def told_after_edit(settings: Settings) -> list[str]:
    """The lines to print; raises StorageError."""
    with office_at_hand(settings) as office:
        return misplaced_lines(office.appointments.misplaced(settings.now()))


def misplaced_by_edit(settings: Settings, advisers: Sequence[Adviser]) -> tuple[Misplaced, ...]:
    """The sessions that fit now, and would not any more if these advisers of the file were loaded. Raises StorageError, also
    if there is no database yet."""
    with database_as_it_is(settings.database_url) as database:
        store, absences, now = RecordStore(database), Absences(database).of, settings.now()
        before, after = store.advisers(), store.advisers_after_load(advisers)
        known = Appointments(database, Timetable(lambda: before, absences)).misplaced(now)
        found = Appointments(database, Timetable(lambda: after, absences)).misplaced(now)
        return tuple(one for one in found if one not in known)

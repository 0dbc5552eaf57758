"""`./lotse advisory leave`: days on which an adviser is away, and the sessions that lie in them."""
from __future__ import annotations

from bot.advising.chosen import advisers_of, checked_role, in_order, print_lines, roles_of
from bot.errors import StartError
from bot.settings import TIME_ZONE, Settings
from knowledge.schema.adviser import Leave
from office.appointments.model import Appointment, AppointmentFilter
from office.services import OfficeServices
from wording.advisory_list import NO_LEAVE, appointment_line, leave_as_dict, leave_line, leave_taken, sessions_in_leave


def add(office: OfficeServices, arguments, settings: Settings) -> int:
    """Enter leave and print the sessions that lie in it, which stay until somebody moves them."""
    (adviser,) = advisers_of(office, arguments.adviser)
    first, last = in_order(arguments.first, arguments.last or arguments.first)
    now = settings.now()
    if last < now.astimezone(TIME_ZONE).date():
        raise StartError(f"Der {last:%d.%m.%Y} ist vorbei. Bitte prüfen Sie das Jahr.")
    absence = office.absences.add(adviser.id, Leave(von=first, bis=last), checked_role(arguments.by), now)
    print(leave_taken(absence, adviser.role))
    if within := _sessions_within(office, adviser.id, absence.leave):
        print(sessions_in_leave(len(within)), *map(appointment_line, within), sep="\n")
    return 0


def remove(office: OfficeServices, arguments, settings: Settings) -> int:
    """Take leave back."""
    removed = office.absences.remove(arguments.id, settings.now())
    if removed is None:
        raise StartError(f"Eine Abwesenheit mit der Nummer {arguments.id} gibt es nicht. ./lotse advisory leave list zeigt alle.")
    role = roles_of(advisers_of(office)).get(removed.adviser, removed.adviser)
    print(f"Herausgenommen: {leave_line(None, removed.adviser, role, removed.leave, 0)}")
    return 0


def show(office: OfficeServices, arguments, settings: Settings) -> int:
    """Print leave that is not over, entered here or standing in the file, the first day first."""
    chosen = advisers_of(office, arguments.adviser)
    today, roles = settings.now().astimezone(TIME_ZONE).date(), roles_of(chosen)
    found = [(one.id, one.adviser, one.leave) for one in office.absences.list(arguments.adviser)]
    found += [(None, one.id, leave) for one in chosen for leave in one.leave]
    coming = sorted((one for one in found if one[2].last >= today), key=lambda one: (one[2].first, one[1]))
    told = [(*one, roles.get(one[1], one[1]), _sessions_within(office, one[1], one[2])) for one in coming]
    if arguments.json:
        print_lines(leave_as_dict(id_, adviser, leave, [one.number for one in within]) for id_, adviser, leave, _, within in told)
    else:
        print("\n".join(leave_line(id_, adviser, role, leave, len(within)) for id_, adviser, leave, role, within in told) or NO_LEAVE)
    return 0


def _sessions_within(office: OfficeServices, adviser: str, leave: Leave) -> tuple[Appointment, ...]:
    return office.appointments.list(AppointmentFilter(adviser, leave.first, leave.last))


PARTS = {"leave_add": add, "leave_remove": remove, "leave_list": show}

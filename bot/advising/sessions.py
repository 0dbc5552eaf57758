"""`./lotse advisory list`, `show`, `book`, `move`, `cancel`, `withdraw` and `set-state`: sessions that are booked."""
from __future__ import annotations

import json
import sys
from datetime import datetime, timezone

from bot.advising.chosen import advisers_of, checked_role, in_order, print_lines, roles_of
from bot.errors import StartError
from bot.settings import TIME_ZONE, Settings
from knowledge.office import read_office
from knowledge.schema.adviser import SessionFormat
from office.appointments.model import AppointmentFilter, BookingOutcome, BookingResult, Slot
from office.consent import Consent
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.model import MatterOutcome, MatterResult, Submission
from office.services import OfficeServices
from wording.advisory_list import (
    NONE, appointment_as_dict, appointment_line, booking_refused, booking_said, please_read_out, state_said, whole_appointment,
)  # fmt: skip
from wording.consent import current_text
from wording.misplaced import NONE_MISPLACED, WHY

_QUESTIONS = {
    "name": "Name oder Pseudonym", "reach": "Telefonnummer oder Mailadresse", "topic": "Worum geht es",
    "needs": "Was braucht die Person, um teilzunehmen", "place": "Wohin kommt die Beratung", "note": "Was ist sonst wichtig",
}  # fmt: skip


def list_sessions(office: OfficeServices, arguments, settings: Settings) -> int:
    """Print what is booked."""
    if arguments.adviser:
        advisers_of(office, arguments.adviser)
    if arguments.misplaced:
        return _list_misplaced(office, arguments, settings)
    first, last = in_order(arguments.first, arguments.last)
    first = first or (None if last else settings.now().astimezone(TIME_ZONE).date())
    roles = roles_of(office.timetable.advisers())
    found = office.appointments.list(AppointmentFilter(arguments.adviser, first, last, arguments.with_cancelled))
    if arguments.json:
        print_lines(appointment_as_dict(one, roles) for one in found)
    else:
        print("\n".join(appointment_line(one, roles) for one in found) or NONE)
    return 0


def _list_misplaced(office: OfficeServices, arguments, settings: Settings) -> int:
    if arguments.first or arguments.last or arguments.with_cancelled:
        raise StartError("--misplaced nennt alle kommenden Termine, die nicht mehr passen. Dazu geht nur --adviser.")
    roles = roles_of(office.timetable.advisers())
    found = [one for one in office.appointments.misplaced(settings.now())
             if arguments.adviser in (None, one.appointment.slot.adviser)]  # fmt: skip
    if arguments.json:
        print_lines({**appointment_as_dict(one.appointment, roles), "misfit": one.misfit.value} for one in found)
    else:
        told = [f"{appointment_line(one.appointment, roles)}\n    {WHY[one.misfit]}" for one in found]
        print("\n".join(told) or NONE_MISPLACED)
    return 0


def show(office: OfficeServices, arguments, settings: Settings) -> int:
    """Print all of one session."""
    appointment = office.appointments.find_number(arguments.number)
    matter = office.of(APPOINTMENT).find(arguments.number)
    if appointment is None or matter is None:
        raise StartError(booking_refused(BookingResult(BookingOutcome.UNKNOWN_NUMBER), arguments.number))
    roles = roles_of(office.timetable.advisers())
    if arguments.json:
        told = {**appointment_as_dict(appointment, roles), "state": matter.state}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(whole_appointment(appointment, matter, roles))
    return 0


def book(office: OfficeServices, arguments, settings: Settings) -> int:
    """Book for somebody on the telephone, who has heard what is stored."""
    (adviser,) = advisers_of(office, arguments.adviser)
    consent = current_text(APPOINTMENT.purpose)
    if not arguments.consent:
        print(please_read_out(consent.filled(read_office(settings.content))), file=sys.stderr)
        return 1
    told = _asked(arguments)
    if arguments.format == SessionFormat.VISIT.value and not told["place"]:
        raise StartError("Für einen Besuch braucht es --place: wohin die Beratung kommt.")
    now, slot = settings.now(), _slot(arguments.start, arguments.minutes or adviser.lengths[0], adviser.id)
    reach = told.pop("reach")
    submission = Submission(
        {name: text for name, text in told.items() if text}, (Consent(consent.purpose, consent.version, now),), reach
    )
    result = office.appointments.book_for(slot, submission, SessionFormat(arguments.format), checked_role(arguments.by), now)
    return _told(office, result, None)


def move(office: OfficeServices, arguments, settings: Settings) -> int:
    """Give a session another time."""
    before = office.appointments.find_number(arguments.number)
    if before is None:
        raise StartError(booking_refused(BookingResult(BookingOutcome.UNKNOWN_NUMBER), arguments.number))
    if arguments.adviser:
        advisers_of(office, arguments.adviser)
    slot = _slot(arguments.start, arguments.minutes or before.slot.minutes, arguments.adviser or before.slot.adviser)
    result = office.appointments.move_by(arguments.number, slot, checked_role(arguments.by), settings.now())
    return _told(office, result, arguments.number)


def cancel(office: OfficeServices, arguments, settings: Settings) -> int:
    """Call a session off."""
    by, now = checked_role(arguments.by), settings.now()
    return _told(office, office.appointments.cancel_by(arguments.number, by, arguments.reason, now), arguments.number)


def set_state(office: OfficeServices, arguments, settings: Settings) -> int:
    """Note whether it took place, once it has begun."""
    appointment, now = office.appointments.find_number(arguments.number), settings.now()
    if appointment is not None and not appointment.is_cancelled and appointment.slot.starts_at > now:
        raise StartError(f"{appointment.number} hat noch nicht begonnen. Absagen können Sie ihn mit ./lotse advisory cancel.")
    result = office.of(APPOINTMENT).set_state(arguments.number, arguments.state, checked_role(arguments.by), now)
    return _noted(result, arguments.number)


def withdraw(office: OfficeServices, arguments, settings: Settings) -> int:
    """Delete what the person told, and free the time."""
    result = office.of(APPOINTMENT).mark_withdrawn(arguments.number, checked_role(arguments.by), settings.now())
    return _noted(result, arguments.number)


def _noted(result: MatterResult, number: str) -> int:
    if result.outcome is MatterOutcome.UNKNOWN_NUMBER:
        raise StartError(booking_refused(BookingResult(BookingOutcome.UNKNOWN_NUMBER), number))
    print(state_said(result))
    return 0


def _told(office: OfficeServices, result: BookingResult, number: str | None) -> int:
    if result.outcome in (BookingOutcome.BOOKED, BookingOutcome.MOVED, BookingOutcome.CANCELLED):
        print(booking_said(result, roles_of(office.timetable.advisers())))
        return 0
    raise StartError(booking_refused(result, number))


def _slot(start: datetime, minutes: int, adviser: str) -> Slot:
    return Slot(start.astimezone(timezone.utc), minutes, adviser)


def _asked(arguments) -> dict[str, str]:
    """What was given as an option, or is typed now if somebody sits at the terminal."""
    told = {}
    for name, question in _QUESTIONS.items():
        given = getattr(arguments, name)
        if given is None and sys.stdin.isatty() and (name != "place" or arguments.format == SessionFormat.VISIT.value):
            print(f"{question}: ", end="", file=sys.stderr, flush=True)
            given = sys.stdin.readline().strip()
        told[name] = given or ""
    return told


PARTS = {
    "list": list_sessions, "show": show, "book": book, "move": move, "cancel": cancel, "withdraw": withdraw,
    "set-state": set_state,
}  # fmt: skip

"""Advisers, their time and their sessions as the staff of the office reads them in a terminal."""
from __future__ import annotations

import json
from datetime import datetime
from typing import Iterable, Mapping, Sequence

from knowledge.schema.adviser import Adviser, Leave, SessionFormat, Span
from office.appointments.absences import Absence
from office.appointments.hours import LOCAL
from office.appointments.model import Appointment, BookingOutcome, BookingResult, Offer, OfferOutcome, Slot
from office.matters.kind import WITHDRAWN
from office.matters.kinds.appointment import BOOKED, CANCELLED, MISSED, TOOK_PLACE
from office.matters.model import Matter, MatterOutcome, MatterResult
from office.typed_text import Problem, Reason
from wording.dates import WEEKDAYS, day_in_words
from wording.session_words import ACCESS_NEEDS, FORMATS, session_time

NONE = "Es gibt keine Termine, die dazu passen."
NO_LEAVE = "Es ist keine Abwesenheit eingetragen."
STATES = {
    BOOKED: "gebucht", TOOK_PLACE: "hat stattgefunden", MISSED: "niemand kam", CANCELLED: "abgesagt", WITHDRAWN: "zurückgezogen",
}  # fmt: skip
_PARTS_OF_A_WISH = {
    "topics": "--topic", "land": "--place", "kreis": "--place", "format": "--format", "language": "--language",
    "access": "--access", "minutes": "--minutes", "adviser": "--adviser",
}  # fmt: skip
_LABELS = {
    "name": "Name", "topic": "Thema", "needs": "Braucht", "place": "Ort des Besuchs", "note": "Anmerkung", "idea_number": "Idee",
}  # fmt: skip
_OPTIONS = {"reach": "--reach", "phone": "--reach", "email": "--reach", "by": "--by", "reason": "--reason", "format": "--format"}


def whole_adviser(adviser: Adviser) -> str:
    """All that decides who is sent to whom, and when."""
    lines = {
        "Themen": ", ".join(one.value for one in adviser.topics) or "alle",
        "Orte": ", ".join((*adviser.lands, *adviser.kreise)) or "alle",
        "Form": ", ".join(FORMATS[one] for one in adviser.formats),
        "Sprachen": ", ".join(adviser.languages),
        "Möglich": ", ".join(ACCESS_NEEDS[one] for one in adviser.access),
        "Ort": adviser.place,
        "Zeiten": "; ".join(f"{WEEKDAYS[day]} {_spans(adviser.week.on(day))}" for day in range(7) if adviser.week.on(day)),
        "Länge": f"{' oder '.join(map(str, adviser.lengths))} Minuten, danach {adviser.buffer} frei, am Tag höchstens {adviser.a_day}",
        "Buchen": f"bis {adviser.notice} Stunden vorher, höchstens {adviser.days_ahead} Tage im Voraus",
    }
    told = (f"  {label + ':':<11}{text}" for label, text in lines.items() if text)
    return "\n".join([f"{adviser.role} ({adviser.id})", *told])


def hours_of_day(hours: Sequence[Span], is_away: bool, holiday: str | None) -> str:
    """When somebody is there on a day, or why not."""
    if hours:
        return _spans(hours)
    return "abwesend" if is_away else f"frei, {holiday}" if holiday else "keine Zeiten"


def slot_line(slot: Slot, adviser: Adviser) -> str:
    """A free time, and how to book it."""
    formats = ", ".join(FORMATS[one] for one in adviser.formats)
    start = slot.starts_at.astimezone(LOCAL)
    return (
        f"{session_time(slot)}, {adviser.role}, {formats}\n"
        f"    --adviser {adviser.id} --start {start:%Y-%m-%dT%H:%M} --minutes {slot.minutes}"
    )


def no_slots(offer: Offer) -> str:
    """Why nothing is shown."""
    if offer.outcome is OfferOutcome.FULL:
        return "Bei den Plätzen, die passen, ist alles vergeben, so weit im Voraus sie Termine anbieten."
    options = sorted({_PARTS_OF_A_WISH[one] for one in offer.without})
    return f"Kein Platz kann das. Ohne {' und '.join(options)} gäbe es einen."


def topic_unknown(text: str, known: Sequence[str]) -> str:
    """A topic was asked for that no word of the field means; `known`: their names."""
    return (
        f"Ein Thema „{text}“ ist nicht bekannt. Bekannt sind: {', '.join(known)}. Auch Wörter dafür gehen, etwa Bürgerbus oder "
        "Fördermittel."
    )


def nearest_slots() -> str:
    """What stands above times that were not wished."""
    return "An diesen Tagen ist nichts frei. Am nächsten liegen:"


def appointment_line(appointment: Appointment, roles: Mapping[str, str] | None = None) -> str:
    """A session with what somebody needs for it; `roles` names the adviser, where that is not clear already."""
    role = roles and (roles.get(appointment.slot.adviser) or appointment.slot.adviser)
    head = ", ".join(filter(None, (session_time(appointment.slot), role, FORMATS[appointment.format])))
    who = ", ".join(filter(None, (appointment.told.get("name"), appointment.phone, appointment.email)))
    place = appointment.told.get("place") if appointment.format is SessionFormat.VISIT else None
    state = "  (abgesagt)" if appointment.is_cancelled else ""
    about = (place, appointment.told.get("topic"), appointment.told.get("needs"))
    return "\n    ".join([f"{appointment.number}  {head}{state}", *filter(None, (who, *about))])


def whole_appointment(appointment: Appointment, matter: Matter, roles: Mapping[str, str]) -> str:
    """All that is known of one, then its history."""
    role = roles.get(appointment.slot.adviser, "Platz, den es nicht mehr gibt")
    told = {_LABELS[name]: text for name, text in appointment.told.items() if name in _LABELS}
    lines = {
        "Nummer": appointment.number, "Stand": STATES[matter.state], "Zeit": session_time(appointment.slot),
        "Platz": f"{role} ({appointment.slot.adviser})", "Form": FORMATS[appointment.format], **told,
        "Telefon": appointment.phone, "E-Mail": appointment.email, "Gebucht": _moment(appointment.booked_at),
        "Geändert": _moment(appointment.changed_at) if appointment.sequence else None,
    }  # fmt: skip
    history = (" ".join(filter(None, ("  " + _moment(one.at), STATES[one.state], one.by, one.reason))) for one in matter.history)
    shown = [f"{label + ':':<17}{text}" for label, text in lines.items() if text]
    return "\n".join([*shown, *(("Verlauf:", *history) if len(matter.history) > 1 else ())])


def booking_said(result: BookingResult, roles: Mapping[str, str]) -> str:
    """What a verb of the office has done."""
    appointment = result.appointment
    mail = "Die Person bekommt eine Mail." if result.has_mail else "Eine Mail geht nicht hinaus: Bitte sagen Sie es der Person selbst."
    if result.outcome is BookingOutcome.CANCELLED:
        return f"{result.number} ist abgesagt, die Zeit ist wieder frei. {mail}"
    when = f"{session_time(appointment.slot)}, {roles.get(appointment.slot.adviser)}, {FORMATS[appointment.format]}"
    if result.outcome is BookingOutcome.MOVED:
        return f"{result.number} ist jetzt am {when}. {mail}"
    return (
        f"Gebucht: {when}.\nNummer: {result.number}\nCode: {result.code}\n"
        "Bitte nennen Sie der Person Nummer und Code, damit sie den Termin selbst verschieben oder absagen kann. Den Code zeigt "
        "niemand noch einmal."
    )


def booking_refused(result: BookingResult, number: str | None) -> str:
    """Why it was not done, and what to do."""
    if result.outcome is BookingOutcome.INVALID:
        return " ".join(map(_problem, result.problems))
    return {
        BookingOutcome.SLOT_GONE: "Diese Zeit ist nicht zu haben: Sie ist vergeben, oder der Platz hat da keine Zeit, nicht diese "
        "Länge oder nicht diese Form. ./lotse advisory slots zeigt, was frei ist.",
        BookingOutcome.ALREADY_CANCELLED: f"{result.number} ist schon abgesagt. Es ist nichts geändert.",
        BookingOutcome.OVER: f"{result.number} ist vorbei. Es ist nichts geändert.",
        BookingOutcome.UNKNOWN_NUMBER: f"Einen Termin mit der Nummer „{number}“ gibt es nicht, oder er wurde zurückgezogen. "
        "./lotse advisory list --with-cancelled zeigt alle von heute an, mit --from auch frühere.",
    }[result.outcome]


def state_said(result: MatterResult) -> str:
    """What came of noting how a session went, or of withdrawing it."""
    if result.outcome is MatterOutcome.WITHDRAWN:
        return f"{result.number} ist zurückgezogen. Was die Person angegeben hat, ist gelöscht."
    if result.outcome is MatterOutcome.MOVED:
        return f"{result.number}: {STATES[result.matter.state]}."
    if result.outcome is MatterOutcome.ALREADY_CLOSED:
        return f"{result.number} war schon abgeschlossen. Es ist nichts geändert."
    if result.outcome is MatterOutcome.ALREADY_WITHDRAWN:
        return f"{result.number} wurde zurückgezogen. Es ist nichts geändert."
    return f"{result.number} lässt sich von seinem Stand aus nicht dahin bringen. Es ist nichts geändert."


def please_read_out(consent: str) -> str:
    """What the caller has to hear before anything is stored."""
    return (
        f"Bitte lesen Sie der Person vor:\n\n{consent}\n\nStimmt sie zu, rufen Sie den Befehl noch einmal mit --consent auf. "
        "Gespeichert ist noch nichts."
    )


def leave_taken(absence: Absence, role: str) -> str:
    """Somebody is away from now on."""
    return f"Eingetragen als Nr. {absence.id}: {role} ist {_days(absence.leave)} nicht da."


def sessions_in_leave(number: int) -> str:
    """What stands above the sessions that lie in leave."""
    lie, them = ("liegt ein Termin. Er bleibt", "ihn") if number == 1 else (f"liegen {number} Termine. Sie bleiben", "sie")
    return f"Darin {lie} bestehen, bis Sie {them} mit ./lotse advisory move oder cancel ändern:"


def leave_line(id_: int | None, adviser: str, role: str, leave: Leave, sessions: int) -> str:
    """Leave in one line; without a number it stands in the file."""
    where = f"Nr. {id_}" if id_ is not None else "beratung.yml"
    within = f", {sessions} {'Termin liegt' if sessions == 1 else 'Termine liegen'} darin" if sessions else ""
    return f"{where:<13} {role} ({adviser}), {_days(leave)}{within}"


def adviser_as_dict(adviser: Adviser) -> Mapping[str, object]:
    """For programs: the entry as the file has it."""
    return json.loads(adviser.json(by_alias=True))


def slot_as_dict(slot: Slot, adviser: Adviser) -> Mapping[str, object]:
    """For programs, with local times."""
    return {**_time_as_dict(slot), "adviser": adviser.id, "role": adviser.role, "formats": [one.value for one in adviser.formats]}


def appointment_as_dict(appointment: Appointment, roles: Mapping[str, str]) -> Mapping[str, object]:
    """For programs, with local times."""
    return {
        "number": appointment.number, **_time_as_dict(appointment.slot), "adviser": appointment.slot.adviser,
        "role": roles.get(appointment.slot.adviser), "format": appointment.format.value, "is_cancelled": appointment.is_cancelled,
        "sequence": appointment.sequence, "told": {name: text for name, text in appointment.told.items() if text},
        "phone": appointment.phone, "email": appointment.email,
        "booked_at": appointment.booked_at.isoformat(), "changed_at": appointment.changed_at.isoformat(),
    }  # fmt: skip


def leave_as_dict(id_: int | None, adviser: str, leave: Leave, sessions: Iterable[str]) -> Mapping[str, object]:
    """For programs; `id` is null for leave that stands in the file."""
    return {"id": id_, "adviser": adviser, "first": leave.first.isoformat(), "last": leave.last.isoformat(), "sessions": [*sessions]}


def _time_as_dict(slot: Slot) -> Mapping[str, object]:
    starts, ends = (one.astimezone(LOCAL).isoformat() for one in (slot.starts_at, slot.ends_at))
    return {"starts_at": starts, "ends_at": ends, "minutes": slot.minutes}


def _problem(problem: Problem) -> str:
    option = _OPTIONS.get(problem.field, f"--{problem.field}")
    if problem.field == "format":
        return "Diese Form hat der Platz nicht. ./lotse advisory advisers zeigt, welche es gibt."
    return {
        Reason.MISSING: f"{option} fehlt.",
        Reason.TOO_LONG: f"{option} darf höchstens {problem.limit} Zeichen haben.",
        Reason.UNREADABLE: f"{option} ist nicht lesbar.",
    }.get(problem.reason, f"{option} braucht eine Telefonnummer mit Vorwahl oder eine Mailadresse, von jedem höchstens eine.")


def _spans(spans: Iterable[Span]) -> str:
    return " und ".join(f"{one.begins:%H:%M}–{one.ends:%H:%M}" for one in sorted(spans, key=lambda one: one.begins))


def _days(leave: Leave) -> str:
    if leave.first == leave.last:
        return f"am {day_in_words(leave.first)}"
    return f"vom {day_in_words(leave.first)} bis zum {day_in_words(leave.last)}"


def _moment(moment: datetime) -> str:
    """„22.11.2026 10:00“"""
    return moment.astimezone(LOCAL).strftime("%d.%m.%Y %H:%M")

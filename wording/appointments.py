"""Advisory sessions in the words for people: booked, shown, moved, cancelled."""
from __future__ import annotations

from dataclasses import replace

from knowledge.office import OfficeProfile
from knowledge.schema.adviser import Adviser
from office.appointments.model import Appointment, BookingOutcome, BookingResult
from wording.calendar_lines import MEDIA_TYPE
from wording.reply import Attachment, Reply
from wording.session_words import how_it_takes_place, reminders_told, session_time

BOOKED = "SESSION_BOOKED"
"""The outcome of a receipt."""
_KEEP = (
    "Bitte heben Sie Nummer und Code auf. Der Code wird nur hier gezeigt. Mit beidem können Sie den Termin ansehen, verlegen oder "
    "absagen. Schreiben Sie zum Beispiel: Termin verlegen."
)


def booked(result: BookingResult, adviser: Adviser | None, office: OfficeProfile) -> Reply:
    """It is booked, or why not yet; the draft is still there then."""
    if result.outcome is BookingOutcome.TOO_MANY:
        return Reply(
            "Für diese Adresse oder aus diesem Gespräch sind schon so viele Termine vereinbart, wie möglich sind. Bitte sagen Sie "
            f"einen ab, oder rufen Sie an: {office.phone} ({'; '.join(office.hours)}).",
            outcome="SESSION_TOO_MANY",
        )
    if result.number is None:
        return _not_taken(result)
    is_new = result.outcome is BookingOutcome.BOOKED
    first = "Ihr Termin ist gebucht." if is_new else "Ihr Termin war schon gebucht."
    code = f"\nIhr Code: {result.code}" if result.code else ""
    lost = "Den Code haben Sie damals bekommen. Ist er verloren, schreiben Sie: Code verloren, und die Nummer."
    parts = [f"{first} Ihre Nummer: {result.number}{code}"]
    if result.appointment:
        parts.append(about(result.appointment, adviser, office))
    parts.append(_KEEP if result.code else lost)
    if result.has_mail:
        parts.append("Eine Bestätigung geht auch an Ihre E-Mail-Adresse.")
    if result.appointment and (reminders := reminders_told(result.appointment)):
        confirmed = " Dafür muss Ihre Adresse bestätigt sein." if result.appointment.email else ""
        parts.append(reminders + confirmed)
    return Reply("\n\n".join(parts), outcome=BOOKED)


def with_preparation(reply: Reply, points: str, path: str) -> Reply:
    """The receipt with what to get ready, and the calendar file at `path`."""
    file = calendar_file(path)
    return replace(reply, text=f"{reply.text}\n\n{points}", attachments=(file,))


def calendar_file(path: str) -> Attachment:
    """The session for a calendar."""
    return Attachment("Termin für Ihren Kalender", path, MEDIA_TYPE)


def about(appointment: Appointment, adviser: Adviser | None, office: OfficeProfile) -> str:
    """When, with whom and how."""
    who = f"\nMit: {adviser.role}" if adviser else ""
    return f"{session_time(appointment.slot)}{who}\n{how_it_takes_place(appointment, adviser, office)}"


def _not_taken(result: BookingResult) -> Reply:
    fields = {"name": "der Name", "reach": "die Telefonnummer oder E-Mail-Adresse", "topic": "das Thema", "place": "der Ort",
              "needs": "die Unterstützung", "note": "die Notiz", "format": "die Form des Gesprächs"}  # fmt: skip
    wrong = " und ".join(dict.fromkeys(fields.get(problem.field, "eine Angabe") for problem in result.problems))
    return Reply(
        f"So kann ich den Termin noch nicht buchen: Bitte prüfen Sie, ob {wrong or 'alles'} stimmt. Ihre Angaben sind noch da, und "
        "die Zeit ist noch reserviert. Schreiben Sie zum Beispiel „ändere die Telefonnummer“ und danach „absenden“.",
        outcome="SESSION_NOT_TAKEN",
    )

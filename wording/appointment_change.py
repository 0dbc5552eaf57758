"""A booked session that is looked up, moved or called off, in the words for people."""
from __future__ import annotations

from datetime import tzinfo

from knowledge.office import OfficeProfile
from knowledge.schema.adviser import Adviser
from office.appointments.model import Appointment, BookingOutcome, BookingResult, Slot
from wording.appointments import about
from wording.form_buttons import choice_button
from wording.idea_sheet import begin as begin_sheet
from wording.needs import need_button
from wording.reply import Reply
from wording.session_words import OLD_ENTRY, session_time

FORM = "terminaenderung"
TITLE = "Termin ändern"
CASE_LABEL = "Nummer und Code"
CASE = (
    "Wie sind Nummer und Code Ihres Termins? Schreiben Sie bitte beides in eine Nachricht, zum Beispiel: TERMIN-7K3M9U "
    "7K4MQ-2XN9R-TB3HC."
)
CASE_HELP = "Beides steht in der Bestätigung Ihres Termins. Ist der Code verloren, schreiben Sie: Code verloren, und die Nummer."
WHAT_LABEL, WHAT = "Was sich ändern soll", "Was möchten Sie tun?"
WHAT_HELP = "Beim Verlegen wird die alte Zeit erst frei, wenn die neue sicher ist. Absagen können Sie ohne Grund."
WHAT_TITLES = {"verlegen": "Termin verlegen", "absagen": "Termin absagen", "loeschen": "Absagen und alles löschen"}
SLOT_LABEL = "Neue Zeit"
SURE_LABEL = "Bestätigung"
SURE_HELP = "Mit Ja geschieht es sofort. Mit Nein bleibt Ihr Termin, wie er ist."
YES_DO_IT, NO_LEAVE_IT = "Ja, bitte", "Nein, so lassen"
AGREE = {"verlegen": "Ja, verlegen", "absagen": "Ja, absagen", "loeschen": "Ja, absagen und löschen"}


def sure(what: str, session: str, new: Slot | None) -> str:
    """The one question before it is done."""
    if what == "verlegen" and new is not None:
        return f"Soll ich Ihren Termin verlegen?\nBisher: {session}\nNeu: {session_time(new)}"
    if what == "loeschen":
        return f"Soll ich den Termin absagen und alle Angaben dazu löschen?\n{session}"
    return f"Soll ich diesen Termin absagen?\n{session}"


def shown(appointment: Appointment, adviser: Adviser | None, office: OfficeProfile) -> Reply:
    """The session, with what can be done."""
    if appointment.is_cancelled:
        return Reply(_cancelled_before(appointment), outcome="SESSION_CANCELLED_BEFORE", buttons=(_again(),))
    return Reply(
        f"Ihr Termin ({appointment.number}):\n{about(appointment, adviser, office)}",
        outcome="SESSION_SHOWN",
        buttons=(*(choice_button(FORM, "was", key, title) for key, title in WHAT_TITLES.items()), begin_sheet()),
    )


def done(result: BookingResult, adviser: Adviser | None, office: OfficeProfile, zone: tzinfo | None) -> Reply:
    """What came of it; a wrong code and an unknown number say the same."""
    outcome, buttons = f"SESSION_{result.outcome.name}", ()
    phone = f"{office.phone} ({'; '.join(office.hours)})"
    if result.outcome is BookingOutcome.MOVED:
        text = f"Ihr Termin ist verlegt. Nummer und Code bleiben gleich.\n\n{about(result.appointment, adviser, office)}"
        text = f"{text}\n\n{OLD_ENTRY}"
    elif result.outcome is BookingOutcome.CANCELLED:
        text, buttons = "Ihr Termin ist abgesagt. Danke, dass Sie Bescheid geben. So kann jemand anderes die Zeit nutzen.", (_again(),)
    elif result.outcome is BookingOutcome.ALREADY_CANCELLED:
        text, buttons = _cancelled_before(result.appointment), (_again(),)
    elif result.outcome is BookingOutcome.TOO_LATE:
        text = f"Der Termin ist so nah, dass ich ihn nicht mehr ändern kann. Bitte rufen Sie an: {phone}."
    elif result.outcome is BookingOutcome.OVER:
        text, buttons = "Dieser Termin ist schon vorbei.", (_again(),)
    elif result.outcome is BookingOutcome.WAIT:
        until = result.wait_until.astimezone(zone)
        text = f"Der Code wurde zu oft falsch eingegeben. Bitte versuchen Sie es nach {until:%H:%M} Uhr noch einmal."
    else:
        text = "Nummer und Code passen nicht zusammen. Bitte prüfen Sie beide."
    return Reply(text, outcome=outcome, buttons=buttons)


def forgotten() -> Reply:
    """Consent was taken back: the session is off, and what was told of it is deleted."""
    return Reply(
        "Ihr Termin ist abgesagt, und Ihre Angaben dazu sind gelöscht.", outcome="SESSION_WITHDRAWN", buttons=(_again(),)
    )


NOTHING_CHANGED = "Gut, an Ihrem Termin ändert sich nichts."


def left_alone() -> Reply:
    """To a no."""
    return Reply("Gut, Ihr Termin bleibt, wie er ist.", outcome="SESSION_LEFT_ALONE")


def contact_changed() -> Reply:
    """A new number or address is noted."""
    return Reply("Ihre Telefonnummer oder E-Mail-Adresse ist geändert. Der Termin bleibt, wie er ist.", outcome="SESSION_CHANGED")


def code_needed(number: str) -> Reply:
    """A number alone opens nothing, and whether there is such a session is told to nobody."""
    return Reply(
        f"Zu einem Termin brauche ich Nummer und Code zusammen, in einer Nachricht: {number} und dahinter der Code. Ist der Code "
        "verloren, schreiben Sie: Code verloren, und die Nummer. Auch die Stelle hilft Ihnen weiter.",
        outcome="CODE_NEEDED",
        buttons=(need_button("mensch"),),
    )


def number_and_code_needed() -> Reply:
    """Who asks for their session, of which this conversation knows nothing."""
    return Reply(
        "Das sehe ich mit Nummer und Code nach. Schreiben Sie bitte beides in eine Nachricht, zum Beispiel: TERMIN-7K3M9U "
        "7K4MQ-2XN9R-TB3HC. Beides steht in der Bestätigung Ihres Termins. Ist der Code verloren, schreiben Sie: Code verloren, und "
        "die Nummer.",
        outcome="CODE_NEEDED",
        buttons=(need_button("mensch"),),
    )


def _again():
    return need_button("beratung_buchen")


def _cancelled_before(appointment: Appointment | None) -> str:
    when = f" am {session_time(appointment.slot)}" if appointment else ""
    why = f" Die Stelle schreibt dazu: {appointment.reason}" if appointment and appointment.reason else ""
    return f"Der Termin{when} ist schon abgesagt.{why}"

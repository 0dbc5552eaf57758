"""Call-backs in the words for people: the number, the code, and what they open."""
from __future__ import annotations

from datetime import tzinfo

from knowledge.office import OfficeProfile
from office.callbacks import CallbackOutcome, CallbackResult, CallbackState
from wording.dates import day_in_words
from wording.form_buttons import verb_button
from wording.needs import need_button
from wording.reply import Reply

_STATES = {
    CallbackState.OPEN: "Ihr Rückruf steht auf der Liste.",
    CallbackState.CALLED: "Wir haben Sie schon einmal nicht erreicht und versuchen es noch einmal.",
    CallbackState.DONE: "Dieser Rückruf ist erledigt.",
    CallbackState.WITHDRAWN: "Dieser Rückruf ist zurückgezogen.",
}
_HOW = (
    "Mit Nummer und Code können Sie nachsehen, die Telefonnummer ändern oder den Rückruf zurückziehen. Schreiben Sie "
    "zum Beispiel: {number} {code} zurückziehen."
)


def requested(result: CallbackResult, office: OfficeProfile) -> Reply:
    """The number and, if it may be shown, the code."""
    is_new = result.outcome is CallbackOutcome.REQUESTED
    first = "Ihre Bitte um Rückruf ist angekommen." if is_new else "Ihre Bitte um Rückruf war schon angekommen."
    parts = [f"{first} Ihre Nummer: {result.number}"]
    if result.code:
        parts[0] += f"\nIhr Code: {result.code}"
        kept = "Bitte heben Sie beides auf. Der Code wird nur hier gezeigt."
        parts.append(kept if is_new else f"{kept} Ein früher gezeigter Code gilt nicht mehr.")
        parts.append(_HOW.format(number=result.number, code=result.code))
    else:
        parts.append("Den Code haben Sie damals bekommen. Ist er verloren, hilft die Stelle.")
    parts.append(
        f"Wann genau sich jemand meldet, kann ich nicht versprechen. Wenn es eilt, rufen Sie bitte selbst an: "
        f"{office.phone} ({'; '.join(office.hours)})."
    )
    return Reply("\n\n".join(parts), outcome="CALLBACK_REQUESTED")


def not_taken(result: CallbackResult) -> Reply:
    """Something in it cannot be used; the draft is still there."""
    fields = {"name": "der Name", "reach": "die Telefonnummer oder E-Mail-Adresse", "best_time": "die Zeit",
              "subject": "das Thema"}  # fmt: skip
    wrong = " und ".join(dict.fromkeys(fields.get(problem.field, "eine Angabe") for problem in result.problems))
    return Reply(
        f"So kann ich es noch nicht absenden: Bitte prüfen Sie, ob {wrong or 'alles'} stimmt. Ihre Angaben sind noch da. "
        "Schreiben Sie zum Beispiel „ändere die Telefonnummer“ und danach „absenden“.",
        outcome="CALLBACK_NOT_TAKEN",
    )


def not_kept(office: OfficeProfile) -> Reply:
    """The database is away."""
    return Reply(
        "Ihre Bitte konnte gerade nicht gespeichert werden. Bitte schreiben Sie in einigen Minuten noch einmal "
        f"„absenden“ oder rufen Sie an: {office.phone}.",
        outcome="TECHNICAL_PROBLEM",
    )


def not_reachable(office: OfficeProfile) -> Reply:
    """The database is away when somebody asks for a call-back."""
    return Reply(
        f"Das lässt sich gerade nicht nachsehen. Bitte versuchen Sie es in einigen Minuten noch einmal oder rufen Sie an: "
        f"{office.phone}.",
        outcome="TECHNICAL_PROBLEM",
    )


def code_needed() -> Reply:
    """A number alone opens nothing."""
    return Reply(
        "Zu einem Rückruf brauche ich Nummer und Code zusammen, in einer Nachricht. Ist der Code verloren, hilft Ihnen die "
        "Stelle weiter.",
        outcome="CODE_NEEDED",
        buttons=(need_button("mensch"),),
    )


def number_and_code_needed(number: str) -> Reply:
    """Who asks how a call-back stands, with the `number` that this conversation knows, if it knows one."""
    yours = f"Ihre Nummer ist {number}, den Code haben Sie mit ihr bekommen. " if number else ""
    example = f"{number or 'RUECKRUF-7K3M9U'} 7K4MQ-2XN9R-TB3HC"
    return Reply(
        f"Wie es um einen Rückruf steht, sehe ich mit Nummer und Code nach. {yours}Schreiben Sie beides zusammen in eine "
        f"Nachricht, etwa so: {example}. Ist der Code verloren, hilft Ihnen die Stelle weiter. Wann genau sich jemand "
        "meldet, kann ich nicht versprechen.",
        outcome="CODE_NEEDED",
        buttons=(need_button("mensch"),),
    )


def not_sent_yet(form: str) -> Reply:
    """Who asks how a call-back stands that is still being filled in."""
    return Reply(
        "Hier liegt noch ein Entwurf: Ihre Bitte um Rückruf ist nicht abgeschickt, die Stelle weiß also noch nichts davon. "
        "Haben Sie früher schon einmal darum gebeten, brauche ich dafür Nummer und Code in einer Nachricht.",
        outcome="CALLBACK_NOT_SENT",
        buttons=(verb_button(form, None, "resume", "Weiter mit dem Rückruf"), need_button("mensch")),
    )


def arrived_already(number: str) -> Reply:
    """„Absenden“ once more, after it was sent."""
    return Reply(
        f"Ihre Bitte um Rückruf ist schon angekommen, Ihre Nummer: {number}. Sie brauchen nichts mehr abzusenden. Den Code "
        "dazu haben Sie beim Absenden bekommen, ich zeige ihn kein zweites Mal.",
        outcome="ALREADY_SENT",
    )


def how_to_change(number: str) -> Reply:
    """Who wants to change something, but has not said to what."""
    return Reply(
        f"Ändern kann ich hier Telefonnummer und E-Mail-Adresse. Schreiben Sie Nummer, Code und das Neue zusammen, zum "
        f"Beispiel: {number}, Ihr Code, neue Nummer 030 23125 412. Für alles andere ziehen Sie den Rückruf zurück und "
        "bitten Sie neu darum.",
        outcome="CALLBACK_HOW_TO_CHANGE",
    )


def opened(result: CallbackResult, zone: tzinfo | None) -> Reply:
    """What number and code have opened; a wrong code and an unknown number say the same."""
    return Reply(_opened(result, zone), outcome=f"CALLBACK_{result.outcome.name}")


def _opened(result: CallbackResult, zone: tzinfo | None) -> str:
    outcome, callback = result.outcome, result.callback
    if outcome is CallbackOutcome.WAIT:
        until = result.wait_until.astimezone(zone)
        return f"Der Code wurde zu oft falsch eingegeben. Bitte versuchen Sie es nach {until:%H:%M} Uhr noch einmal."
    if outcome is CallbackOutcome.WRONG_CODE:
        return "Nummer und Code passen nicht zusammen. Bitte prüfen Sie beide."
    if outcome is CallbackOutcome.INVALID:
        return "Diese Telefonnummer oder E-Mail-Adresse kann ich nicht lesen. Bitte schreiben Sie sie noch einmal."
    if outcome in (CallbackOutcome.WITHDRAWN, CallbackOutcome.ALREADY_WITHDRAWN):
        return "Ihr Rückruf ist zurückgezogen. Was Sie dazu angegeben hatten, ist gelöscht."
    if outcome is CallbackOutcome.ALREADY_DONE or callback is None:
        return "Dieser Rückruf ist schon erledigt. Es ist nichts geändert."
    lines = [_STATES[callback.state], f"Eingegangen am {day_in_words(callback.requested_at.astimezone(zone).date())}."]
    told = {"Name": callback.name, "Telefon": callback.phone, "E-Mail": callback.email, "Zeit": callback.best_time,
            "Thema": callback.subject}  # fmt: skip
    lines += [f"{label}: {value}" for label, value in told.items() if value]
    lead = "Geändert. " if outcome is CallbackOutcome.CHANGED else ""
    return lead + "\n".join(lines)

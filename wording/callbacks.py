"""Call-backs in the words for people: the number, the code, and what they open."""
from __future__ import annotations

from datetime import tzinfo

from knowledge.office import OfficeProfile
from office.matters import kind
from office.matters.kinds.callback import CALLED, DONE, OPEN
from office.matters.model import MatterOutcome, MatterResult
from wording import matters
from wording.form_buttons import verb_button
from wording.needs import need_button
from wording.reply import Reply

_STATES = {
    OPEN: "Ihr Rückruf steht auf der Liste.",
    CALLED: "Wir haben Sie schon einmal nicht erreicht und versuchen es noch einmal.",
    DONE: "Dieser Rückruf ist erledigt.",
    kind.WITHDRAWN: "Dieser Rückruf ist zurückgezogen.",
}
_HOW = (
    "Mit Nummer und Code können Sie nachsehen, die Telefonnummer ändern oder den Rückruf zurückziehen. Schreiben Sie "
    "zum Beispiel: {number} {code} zurückziehen."
)


def received(result: MatterResult, office: OfficeProfile) -> Reply:
    """The number and, if it may be shown, the code."""
    parts = matters.receipt(
        "Ihre Bitte um Rückruf ist angekommen.", "Ihre Bitte um Rückruf war schon angekommen.", result, _HOW
    )  # fmt: skip
    parts.append(
        f"Wann genau sich jemand meldet, kann ich nicht versprechen. Wenn es eilt, rufen Sie bitte selbst an: "
        f"{office.phone} ({'; '.join(office.hours)})."
    )
    return Reply("\n\n".join(parts), outcome="CALLBACK_REQUESTED")


def not_taken(result: MatterResult) -> Reply:
    """Something in it cannot be used; the draft is still there."""
    fields = {"name": "der Name", "reach": "die Telefonnummer oder E-Mail-Adresse", "best_time": "die Zeit",
              "subject": "das Thema"}  # fmt: skip
    wrong = " und ".join(dict.fromkeys(fields.get(problem.field, "eine Angabe") for problem in result.problems))
    return Reply(
        f"So kann ich es noch nicht absenden: Bitte prüfen Sie, ob {wrong or 'alles'} stimmt. Ihre Angaben sind noch da. "
        "Schreiben Sie zum Beispiel „ändere die Telefonnummer“ und danach „absenden“.",
        outcome="CALLBACK_NOT_TAKEN",
    )


def code_needed(state: str | None) -> Reply:
    """A number alone opens nothing."""
    return matters.code_needed("einem Rückruf")


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


def number_or_code_lost(number: str, office: OfficeProfile) -> Reply:
    """Who has lost the code, or the number as well; `number` is the one that this conversation knows."""
    first = f"Ihre Nummer ist {number}. Den Code zeige ich kein zweites Mal. " if number else ""
    return Reply(
        f"{first}Ohne Nummer und Code sehe ich nichts nach. Auch ein Name genügt nicht. So liest niemand sonst Ihre "
        f"Angaben. Fragen Sie bitte die {office.name}: {office.phone}.",
        outcome="CODE_NEEDED",
        buttons=(need_button("mensch"),),
    )


def not_sent_yet(form: str) -> Reply:
    """Who asks how a call-back stands that is still being filled in."""
    return Reply(
        "Hier liegt noch ein Entwurf: Ihre Bitte um Rückruf ist nicht abgeschickt. Die Stelle weiß also noch nichts davon. "
        "Haben Sie früher schon einmal darum gebeten? Dann brauche ich Nummer und Code in einer Nachricht.",
        outcome="CALLBACK_NOT_SENT",
        buttons=(verb_button(form, None, "resume", "Weiter mit dem Rückruf"), need_button("mensch")),
    )


def how_to_change(number: str) -> Reply:
    """Who wants to change something, but has not said to what."""
    return Reply(
        f"Ändern kann ich hier Telefonnummer und E-Mail-Adresse. Schreiben Sie Nummer, Code und das Neue zusammen, zum "
        f"Beispiel: {number}, Ihr Code, neue Nummer 030 23125 412. Für alles andere ziehen Sie den Rückruf zurück und "
        "bitten Sie neu darum.",
        outcome="CALLBACK_HOW_TO_CHANGE",
    )


def opened(result: MatterResult, zone: tzinfo | None) -> Reply:
    """What number and code have opened; a wrong code and an unknown number say the same."""
    return Reply(_opened(result, zone), outcome=f"CALLBACK_{result.outcome.name}")


def _opened(result: MatterResult, zone: tzinfo | None) -> str:
    outcome, matter = result.outcome, result.matter
    refused = matters.not_opened(result, zone)
    if refused is not None:
        return refused
    if outcome is MatterOutcome.INVALID:
        return "Diese Telefonnummer oder E-Mail-Adresse kann ich nicht lesen. Bitte schreiben Sie sie noch einmal."
    if outcome in (MatterOutcome.WITHDRAWN, MatterOutcome.ALREADY_WITHDRAWN):
        return "Ihr Rückruf ist zurückgezogen. Was Sie dazu angegeben hatten, ist gelöscht."
    if outcome is MatterOutcome.ALREADY_CLOSED or matter is None:
        return "Dieser Rückruf ist schon erledigt. Es ist nichts geändert."
    lines = [_STATES[matter.state], f"Eingegangen am {matters.on_day(matter.received_at, zone)}."]
    told = {"Name": matter.told["name"], "Telefon": matter.phone, "E-Mail": matter.email,
            "Zeit": matter.told["best_time"], "Thema": matter.told["subject"]}  # fmt: skip
    lines += [f"{label}: {value}" for label, value in told.items() if value]
    lead = "Geändert. " if outcome is MatterOutcome.CHANGED else ""
    return lead + "\n\n".join(["\n".join(lines), *matters.answers(matter, zone)])

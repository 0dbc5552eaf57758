"""An idea that the adviser of a session may read before it, in the words for people."""
from __future__ import annotations

from office.appointments.idea_sheets import IdeaSheetOutcome
from wording.form_buttons import begin_button
from wording.reply import Button, Reply

FORM = "ideenblatt"
TITLE = "Idee zum Termin mitgeben"
CASE_LABEL = "Termin"
CASE = (
    "Wie sind Nummer und Code Ihres Termins? Schreiben Sie bitte beides in eine Nachricht, zum Beispiel: TERMIN-7K3M9U "
    "7K4MQ-2XN9R-TB3HC."
)
IDEA_LABEL = "Idee"
IDEA = (
    "Welche Idee ist es? Schreiben Sie bitte Nummer und Code der Idee in eine Nachricht, zum Beispiel: IDEE-7K3M9U "
    "7K4MQ-2XN9R-TB3HC."
)
HELP = "Beides steht in der Bestätigung. Ist der Code verloren, schreiben Sie: Code verloren, und die Nummer."
CONSENT_LABEL = "Einwilligung"
CONSENT_HELP = "Mit Nein liest niemand sie vor dem Gespräch. Ihr Termin bleibt in beiden Fällen, wie er ist."
AGREE, REFUSE = "Ja, mitgeben", "Nein, nicht mitgeben"
CODE_MISSING = "Ich brauche Nummer und Code zusammen, in einer Nachricht."
WRONG = "Nummer und Code passen nicht zusammen. Bitte prüfen Sie beide."
WAIT = "Der Code wurde zu oft falsch eingegeben. Bitte versuchen Sie es später noch einmal."
OVER = "Dieser Termin ist abgesagt oder schon vorbei. Dazu kann ich keine Idee mitgeben."
_MAY_CHANGE = "Sie können das bis zum Tag vor dem Gespräch ändern."


def is_handed(idea: str) -> str:
    """The question where the adviser already gets it."""
    return f"Die Beratung bekommt Ihre Idee {idea}. Soll es dabei bleiben?"


def begin(title: str = TITLE) -> Button:
    """Begins the form."""
    return begin_button(FORM, title)


def offered() -> str:
    """Behind the receipt of a session, where an idea was handed in before it."""
    return "Sie haben hier auch eine Idee eingereicht. Die Beratung kann sie vor dem Gespräch lesen."


def done(outcome: IdeaSheetOutcome, idea: str) -> Reply:
    """What came of a yes."""
    told = {
        IdeaSheetOutcome.ALLOWED: (
            f"Die Beratung bekommt Ihre Idee {idea} am Tag vor dem Gespräch. Ihr Name steht nicht dabei. "
            f"{_MAY_CHANGE}"
        ),
        IdeaSheetOutcome.NO_SESSION: OVER,
        IdeaSheetOutcome.WAIT: WAIT,
    }
    buttons = (begin("Doch nicht mitgeben"),) if outcome is IdeaSheetOutcome.ALLOWED else ()
    return Reply(told.get(outcome, WRONG), outcome=f"IDEA_SHEET_{outcome.name}", buttons=buttons)


def not_handed(was_handed: bool) -> Reply:
    """What came of a no."""
    text = f"Gut, die Beratung bekommt Ihre Idee nicht{' mehr' if was_handed else ''}."
    return Reply(f"{text} Ihr Termin bleibt, wie er ist.", outcome="IDEA_SHEET_REFUSED")

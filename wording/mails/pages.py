"""The pages on which the owner of a mail address confirms it or refuses mails. They never name the address."""
from __future__ import annotations

from dataclasses import dataclass

from office.mail import AddressOutcome, AddressState


@dataclass(frozen=True)
class MailPage:
    """A title, sentences, and the words on the button, if there is something to decide."""

    title: str
    sentences: tuple[str, ...]
    button: str | None = None


UNKNOWN = MailPage(
    "Link nicht mehr gültig",
    (
        "Dieser Link öffnet nichts. Vielleicht ist er unvollständig, oder seit der Mail ist zu viel Zeit vergangen.",
        "Dann ist die Adresse bei uns gelöscht, und Sie bekommen keine Mails mehr an sie. Bei Fragen hilft Ihnen die Stelle.",
    ),
)
_CONFIRM = MailPage(
    "Mailadresse bestätigen",
    ("Gehört die Mailadresse Ihnen, an die dieser Link ging? Dann schicken wir Mails zu Ihren Anliegen dorthin.",),
    "Ja, die Adresse gehört mir",
)
_CONFIRMED = MailPage(
    "Mailadresse bestätigt",
    ("Danke, die Adresse ist bestätigt. Was für Sie bereitlag, wird in den nächsten Minuten verschickt.",),
)
_ALREADY_CONFIRMED = MailPage("Mailadresse bestätigt", ("Diese Adresse ist schon bestätigt. Es ist nichts weiter zu tun.",))
_BLOCK = MailPage(
    "Keine Mails mehr",
    (
        "Möchten Sie an diese Adresse keine Mails mehr von uns bekommen? Mails, die noch nicht verschickt sind, werden dann "
        "gelöscht.",
        "Ihre Anliegen bleiben bestehen. Damit wir die Adresse erkennen und ihr nicht mehr schreiben, behalten wir eine "
        "Prüfsumme von ihr.",
    ),
    "Ja, keine Mails mehr",
)
_BLOCKED = MailPage(
    "Keine Mails mehr",
    ("Wir schreiben dieser Adresse nicht mehr.", "Möchten Sie doch wieder Mails, hilft Ihnen die Stelle."),
)
_OUTCOMES = {
    AddressOutcome.CONFIRMED: _CONFIRMED,
    AddressOutcome.ALREADY_CONFIRMED: _ALREADY_CONFIRMED,
    AddressOutcome.BLOCKED: _BLOCKED,
    AddressOutcome.ALREADY_BLOCKED: _BLOCKED,
    AddressOutcome.UNKNOWN: UNKNOWN,
}
TOO_OFTEN = "Das waren sehr viele Versuche. Bitte warten Sie {seconds} Sekunden und versuchen Sie es dann noch einmal."
AWAY = "Im Moment lässt sich das nicht speichern. Bitte versuchen Sie es in einigen Minuten noch einmal: {phone}."
FROM_ELSEWHERE = "Diese Anfrage kam nicht von unserer Seite. Bitte öffnen Sie den Link aus der Mail noch einmal."


def question(asked_to_block: bool, state: AddressState | None) -> MailPage:
    """What the page of a link shows before anything is pressed."""
    if state is None:
        return UNKNOWN
    if asked_to_block:
        return _BLOCKED if state is AddressState.BLOCKED else _BLOCK
    return _ALREADY_CONFIRMED if state is AddressState.CONFIRMED else _CONFIRM


def outcome_page(outcome: AddressOutcome) -> MailPage:
    """What is shown after the button was pressed."""
    return _OUTCOMES[outcome]

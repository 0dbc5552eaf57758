"""The mails about a matter: receipt, state, answer, question. They hold the number, never the code, and no words of the
person."""
from __future__ import annotations

from functools import partial
from typing import Callable, Mapping

from office.mail import MailText
from office.matters.kinds import idea
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.kinds.callback import CALLBACK, CALLED
from office.matters.kinds.idea import IDEA
from office.matters.kinds.obstacle import OBSTACLE
from office.matters.kinds.question import QUESTION
from office.matters.model import Matter
from office.matters.notices import Occasion
from wording.ideas import what_next_by_mail
from wording.mails.callback import callback_received
from wording.mails.frame import Letterhead
from wording.published_ideas import PAGE

_NAMES = {
    QUESTION.name: "Ihre Frage", IDEA.name: "Ihre Idee", OBSTACLE.name: "Ihre Meldung", "concern": "Ihre Nachricht",
    APPOINTMENT.name: "Ihre Buchung", CALLBACK.name: "Ihre Bitte um Rückruf",
}  # fmt: skip
_MOVED: Mapping[tuple[str, str], tuple[str, str]] = {
    (IDEA.name, idea.IN_REVIEW): ("Ihre Idee wird geprüft", "Ihre Idee wird jetzt geprüft. Wir melden uns, sobald es etwas Neues gibt."),
    (IDEA.name, idea.ASKED): ("Eine Frage zu Ihrer Idee", "Wir haben eine Frage zu Ihrer Idee:"),
    (IDEA.name, idea.SELECTED): ("Ihre Idee ist ausgewählt", "Ihre Idee ist ausgewählt. Was das für Sie bedeutet, besprechen wir mit Ihnen."),
    (IDEA.name, idea.NOT_SELECTED): (
        "Nachricht zu Ihrer Idee", "Ihre Idee wurde nicht ausgewählt. Die Begründung:"
    ),
    (IDEA.name, idea.PUBLISHED): (
        "Ihre Idee ist veröffentlicht", "Ihre Idee ist veröffentlicht, mit unseren Worten und ohne Ihren Namen."
    ),
    (OBSTACLE.name, "checked"): ("Ihre Meldung ist geprüft", "Ihre Meldung ist geprüft."),
    (OBSTACLE.name, "passed_on"): ("Ihre Meldung ist weitergegeben", "Ihre Meldung ist an die zuständige Stelle weitergegeben."),
    (CALLBACK.name, CALLED): ("Wir haben versucht, Sie anzurufen", "Wir haben versucht, Sie anzurufen. Wir versuchen es noch einmal."),
}
"""Subject and first sentence by kind and state; of other states nobody is told."""
_TAKEN_BACK = (
    "Ihre Idee ist nicht mehr öffentlich", "Wir zeigen Ihre Idee nicht mehr auf unserer Seite. Ausgewählt bleibt sie."
)  # fmt: skip
_CODE = "Den Code haben Sie im Gespräch bekommen. In Mails steht er nie."


def matter_mail(letterhead: Letterhead, matter: Matter, occasion: Occasion) -> Callable[[str], MailText] | None:
    """What writes the mail about what happened to `matter`; None if nothing is to be told."""
    if occasion in (Occasion.RECEIVED, Occasion.NEW_ADDRESS):
        if matter.kind == CALLBACK.name:
            return partial(callback_received, letterhead, matter.number)
        return partial(_received, letterhead, matter)
    if occasion is Occasion.ANSWERED:
        return partial(_answered, letterhead, matter)
    return partial(_moved, letterhead, matter) if (matter.kind, matter.state) in _MOVED else None


def code_link_mail(letterhead: Letterhead, number: str, secret: str, token: str) -> MailText:
    """The link by which somebody who has lost the code makes a new one. `token`: the pass of the mail."""
    paragraphs = (
        "jemand hat im Gespräch mit dem Ideenlotsen gesagt, dass der Code zu dieser Nummer verloren ist.",
        f"Waren Sie das? Auf dieser Seite machen Sie einen neuen Code:\n{letterhead.public_url}{CODE_PAGE}/{secret}",
        "Der Link gilt 24 Stunden und nur einmal. Mit dem neuen Code gilt der alte nicht mehr.",
        "Waren Sie das nicht? Dann brauchen Sie nichts zu tun. Ihr Code bleibt, wie er ist.",
    )
    return letterhead.framed("Ein neuer Code für Ihren Vorgang", paragraphs, token, number)


CODE_PAGE = "/code"
"""The page of the web process that makes a new code; the secret of the link follows."""


def _received(letterhead: Letterhead, matter: Matter, token: str) -> MailText:
    name = _NAMES[matter.kind]
    next_ = [what_next_by_mail(letterhead.office)] if matter.kind == IDEA.name else []
    paragraphs = (f"{name} ist bei uns angekommen.", *next_, _where(letterhead), _CODE)
    return letterhead.framed(f"{name} ist angekommen", paragraphs, token, matter.number)


def _moved(letterhead: Letterhead, matter: Matter, token: str) -> MailText:
    subject, first = _MOVED[matter.kind, matter.state]
    if matter.kind == IDEA.name and len(matter.history) > 1 and matter.history[-2].state == idea.PUBLISHED:
        subject, first = _TAKEN_BACK
    reason = matter.history[-1].reason
    paragraphs = [first, *([reason] if reason else [])]
    if matter.state == idea.ASKED and matter.kind == IDEA.name:
        paragraphs.append("Ihre Antwort schreiben Sie im Gespräch mit dem Ideenlotsen, hinter Nummer und Code.")
    if matter.state == idea.PUBLISHED and matter.kind == IDEA.name:
        paragraphs.append(f"Hier steht sie:\n{letterhead.public_url}{PAGE}")
    return letterhead.framed(subject, (*paragraphs, _where(letterhead), _CODE), token, matter.number)


def _answered(letterhead: Letterhead, matter: Matter, token: str) -> MailText:
    name = _NAMES[matter.kind]
    paragraphs = (f"Zu {name.replace('Ihre', 'Ihrer')} gibt es eine Antwort:", matter.answers[-1].text, _where(letterhead), _CODE)
    return letterhead.framed(f"Antwort auf {name}", paragraphs, token, matter.number)


def _where(letterhead: Letterhead) -> str:
    return (
        "Mit Nummer und Code können Sie im Gespräch mit dem Ideenlotsen nachsehen, etwas ändern oder alles zurückziehen:\n"
        f"{letterhead.public_url}/"
    )

"""The mail that says that a call-back was asked for. It holds the number, never the code."""
from __future__ import annotations

from office.mail import MailText
from wording.mails.frame import Letterhead


def callback_received(letterhead: Letterhead, number: str, token: str) -> MailText:
    """The number once more, and what can be done with it."""
    paragraphs = (
        "Ihre Bitte um Rückruf ist angekommen. Wann genau sich jemand meldet, steht noch nicht fest.",
        "Mit der Nummer und Ihrem Code können Sie im Gespräch mit dem Ideenlotsen nachsehen, die Telefonnummer ändern oder "
        f"den Rückruf zurückziehen:\n{letterhead.public_url}/",
        "Den Code haben Sie im Gespräch bekommen. In Mails steht er nie.",
    )
    return letterhead.framed("Ihre Bitte um Rückruf ist angekommen", paragraphs, token, number)

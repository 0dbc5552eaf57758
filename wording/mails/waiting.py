"""The mails of the waiting list. They say nothing of what somebody is looking for; that stands on the page behind the link."""
from __future__ import annotations

from functools import partial
from typing import Callable

from office.appointments.hours import LOCAL
from office.appointments.waiting_model import LONGEST_WAIT, WaitingOffer
from office.mail import MailText
from wording.dates import weekday_in_words
from wording.mails.frame import Letterhead
from wording.session_words import clock, session_time

WAITING_PAGE = "/warteliste"
"""The page of the web process for an entry of the list; its secret follows."""


def joined_mail(letterhead: Letterhead, secret: str) -> Callable[[str], MailText]:
    """What writes the mail that says that somebody stands on the list."""
    return partial(_joined, letterhead, secret)


def offer_mail(letterhead: Letterhead, offer: WaitingOffer, secret: str) -> Callable[[str], MailText]:
    """What writes the mail about a slot that is kept for them."""
    return partial(_offered, letterhead, offer, secret)


def ended_mail(letterhead: Letterhead, token: str) -> MailText:
    """They are not on the list any more, and it was not they who left it."""
    paragraphs = (
        "Ihr Platz auf der Warteliste ist zu Ende. Entweder haben wir nichts Passendes gefunden, oder Sie haben auf unsere "
        "Angebote nicht geantwortet. Was Sie dafür angegeben haben, ist gelöscht.",
        f"Suchen Sie noch einen Termin? Schreiben Sie dem Ideenlotsen, oder rufen Sie uns an:\n{letterhead.public_url}/",
    )
    return letterhead.framed("Ihr Platz auf der Warteliste", paragraphs, token)


def _joined(letterhead: Letterhead, secret: str, token: str) -> MailText:
    paragraphs = (
        "Sie stehen auf der Warteliste für einen Beratungstermin. Wird etwas frei, das zu Ihrem Wunsch passt, schreiben wir Ihnen.",
        f"Sie bleiben höchstens {LONGEST_WAIT.days} Tage auf der Liste. Ob etwas frei wird, wissen wir nicht.",
        f"Auf dieser Seite sehen Sie nach oder verlassen die Liste:\n{letterhead.public_url}{WAITING_PAGE}/{secret}",
    )
    return letterhead.framed("Sie stehen auf der Warteliste", paragraphs, token)


def _offered(letterhead: Letterhead, offer: WaitingOffer, secret: str, token: str) -> MailText:
    until = offer.until.astimezone(LOCAL)
    paragraphs = (
        f"ein Beratungstermin ist frei geworden:\n{session_time(offer.slot)}",
        f"Wir halten ihn für Sie frei bis {weekday_in_words(until.date())}, {clock(until)} Uhr. Danach fragen wir die Nächsten auf "
        "der Liste.",
        "Auf dieser Seite nehmen Sie den Termin, lehnen ihn ab oder verlassen die Liste:\n"
        f"{letterhead.public_url}{WAITING_PAGE}/{secret}",
    )
    return letterhead.framed("Ein Beratungstermin ist frei geworden", paragraphs, token)

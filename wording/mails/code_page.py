"""The page on which somebody who has lost the code of a matter makes a new one."""
from __future__ import annotations

from wording.mails.pages import MailPage

UNKNOWN = MailPage(
    "Link nicht mehr gültig",
    (
        "Dieser Link macht keinen Code. Er gilt 24 Stunden und nur einmal.",
        "Einen neuen Link bekommen Sie im Gespräch mit dem Ideenlotsen: Schreiben Sie dort „Code verloren“ und Ihre Nummer.",
    ),
)
ASKED = MailPage(
    "Einen neuen Code machen",
    ("Möchten Sie einen neuen Code? Er wird Ihnen hier einmal gezeigt. Der alte gilt dann nicht mehr.",),
    "Ja, neuen Code zeigen",
)


def new_code(number: str, code: str) -> MailPage:
    """Shows the code, once."""
    return MailPage(
        "Ihr neuer Code",
        (
            f"Ihre Nummer: {number}",
            f"Ihr neuer Code: {code}",
            "Bitte schreiben Sie ihn auf. Er wird nur hier und nur einmal gezeigt; der alte gilt nicht mehr.",
        ),
    )

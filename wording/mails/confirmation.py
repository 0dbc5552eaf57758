"""The one mail that goes to an address before its owner has confirmed it. It tells nothing that somebody else wrote."""
from __future__ import annotations

from office.mail import MailText
from wording.mails.frame import Letterhead


def please_confirm(letterhead: Letterhead, token: str) -> MailText:
    """Asks whether the reader has given this address."""
    paragraphs = (
        "jemand hat diese Mailadresse beim Ideenlotsen angegeben, einem Computerprogramm. Dahinter steht diese Stelle: "
        f"{letterhead.office.name}.",
        f"Waren Sie das? Dann bestätigen Sie bitte auf dieser Seite, dass die Adresse Ihnen gehört:\n"
        f"{letterhead.confirm_address(token)}",
        "Erst danach schicken wir Ihnen, was wir für Sie haben. Sie haben dafür 14 Tage Zeit.",
        "Waren Sie das nicht? Dann brauchen Sie nichts zu tun. Ohne Ihre Bestätigung schicken wir nichts weiter, und nach "
        "14 Tagen wird die Adresse gelöscht.",
    )
    return letterhead.framed("Bitte bestätigen Sie Ihre Mailadresse", paragraphs, token)

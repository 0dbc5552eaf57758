"""The frame of every mail: greeting, text, number, how to answer, who we are, that it is automatic, how to stop mails."""
from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Sequence

from knowledge.office import OfficeProfile
from office.mail import MailText

WIDTH = 76
"""Characters of a line (RFC 5322, 2.1.1, with room for the `> ` of an answer); only an address may be longer."""
CONFIRM_PAGE, STOP_PAGE = "/mail/bestaetigen", "/mail/abbestellen"
"""Pages of the web process; the pass of the mail follows."""


@dataclass(frozen=True)
class Letterhead:
    """The office, and the address under which people reach the assistant, without `/` at its end."""

    office: OfficeProfile
    public_url: str

    def framed(self, subject: str, paragraphs: Sequence[str], token: str, number: str | None = None) -> MailText:
        """A whole mail. `token` is the pass of this mail; an empty one, for the office itself, has no page to stop it."""
        parts = ["Guten Tag,", *paragraphs, *([f"Ihre Nummer: {number}"] if number else [])]
        parts += [self._how_to_answer(), self._signature()]
        return MailText(subject, "\n\n".join(map(filled, parts)) + "\n\n-- \n" + self._footer(token) + "\n")

    def confirm_address(self, token: str) -> str:
        """Where the owner of the address confirms it."""
        return f"{self.public_url}{CONFIRM_PAGE}/{token}"

    def stop_address(self, token: str) -> str:
        """Where the owner of the address refuses further mails."""
        return f"{self.public_url}{STOP_PAGE}/{token}"

    def _how_to_answer(self) -> str:
        office = self.office
        return (
            f"Haben Sie Fragen? Antworten Sie einfach auf diese Mail oder rufen Sie uns an: {office.phone} "
            f"({'; '.join(office.hours)})."
        )

    def _signature(self) -> str:
        office = self.office
        lines = ("Freundliche Grüße", office.name, office.street, f"{office.postal_code} {office.city}", str(office.website))
        note = ("Dies ist ein erfundenes Beispiel, keine echte Stelle.",) if office.is_example else ()
        return "\n".join((*lines, *note))

    def _footer(self, token: str) -> str:
        automatic = "Diese Nachricht wurde automatisch verschickt."
        if not token:
            return automatic
        return f"{automatic}\nSie möchten keine Mails mehr von uns? Das sagen Sie uns auf dieser Seite:\n{self.stop_address(token)}"


def filled(paragraph: str) -> str:
    """The paragraph in lines of at most WIDTH characters; its own line breaks stay, addresses are never broken."""
    lines = paragraph.split("\n")
    return "\n".join(textwrap.fill(one, WIDTH, break_long_words=False, break_on_hyphens=False) for one in lines)

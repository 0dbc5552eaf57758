"""What people in acute need are told: the right number first, in few words. Numbers come from records."""
from __future__ import annotations

from typing import Mapping, Sequence

from knowledge.office import OfficeProfile
from knowledge.schema import Contact
from wording.dates import day_in_words
from wording.reply import Link, Reply

CRISIS = "CRISIS"
"""The outcome of such an answer."""
DEFAULT_RECORDS = ("kon-notruf-112", "kon-telefonseelsorge", "kon-bereitschaftsdienst-116117")
"""Who is named when the kind of need is not clear."""


def crisis_reply(record_ids: Sequence[str], contacts: Mapping[str, Contact], office: OfficeProfile) -> Reply:
    """The numbers of `record_ids`, most urgent first; falls back to 112 in words if a record is gone."""
    chosen = [contacts[one] for one in record_ids if one in contacts]
    lines = [f"{contact.name}\n{contact.phone}. {_when(contact)}" for contact in chosen if contact.phone]
    intro = (
        "Das klingt nach einer Notlage. Bitte holen Sie sich jetzt Hilfe von Menschen. "
        "Bei Lebensgefahr oder Feuer: 112. Bei Gewalt oder Bedrohung: Polizei 110."
    )
    close = (
        f"Ich bin ein Computerprogramm und kann in einer Notlage nicht helfen. Die {office.name} ist keine Notrufstelle."
    )
    return Reply(
        "\n\n".join([intro, *lines, close]),
        outcome=CRISIS,
        links=tuple(Link(f"Quelle: {one.source_title}", one.source_url) for one in chosen),
        records=tuple(one.id for one in chosen),
    )


def before_a_matter(contacts: Mapping[str, Contact]) -> str:
    """Above what is said to a number and a code, where the words beside them sound like need as well."""
    talk = contacts.get("kon-telefonseelsorge")
    said = "Wenn Sie oder andere in Gefahr sind, wählen Sie bitte sofort 112."
    return f"{said} Wenn Sie mit jemandem reden möchten: {talk.name}, {talk.phone}." if talk and talk.phone else said


def _when(contact: Contact) -> str:
    hours = contact.opening_hours
    checked = f"Geprüft am {day_in_words(contact.checked_on)}."
    return f"Erreichbar: {hours.rstrip('.')}. {checked}" if hours else checked


def unavailable_reply(office: OfficeProfile) -> Reply:
    """When the machine does not answer in time: what happens now and whom to call."""
    return Reply(
        "Im Moment kann ich nicht antworten. Ich versuche es weiter, und die Antwort erscheint dann hier. "
        f"Wenn es eilt, rufen Sie die {office.name} an: {office.phone}.\n{'; '.join(office.hours)}",
        outcome="TECHNICAL_PROBLEM",
        links=(),
    )

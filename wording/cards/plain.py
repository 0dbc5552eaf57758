"""A record in Einfache Sprache: its own plain sentences, or where nobody has written them the least that is needed."""
from __future__ import annotations

from datetime import date
from typing import Iterator

from knowledge.schema import Case, Contact, Event, Funding, LegalHurdle, Method, Record
from knowledge.schema.funding import StatedStatus
from wording.cards import NO_LEGAL_ADVICE
from wording.cards.event import coming_dates
from wording.cards.funding import RECIPIENTS
from wording.cards.sentences import labelled
from wording.cards.sources import source_line
from wording.dates import listed, weekday_in_words

UNTESTED = "Einfache Sprache, ungeprüft"
NOT_WRITTEN = "Diesen Text gibt es noch nicht in Einfacher Sprache."
_IN_A_LIST = 3
"""So many of its plain sentences stand in a list."""
_STATUS = {
    StatedStatus.UNCLEAR: "Vielleicht gibt es das Geld gerade nicht. Bitte fragen Sie dort nach.",
    StatedStatus.ENDED: "Dieses Geld gibt es nicht mehr.",
}


def plain_list_card(record: Record, today: date) -> str:
    """For a list: name, the first plain sentences or the least that is needed, source."""
    return "\n".join([record.name, *_gist(record, today, _IN_A_LIST), source_line(record, today)])


def plain_card(record: Record, today: date) -> str:
    """The whole of it, one sentence a line; nobody has tested it with readers."""
    gist = "\n".join(_gist(record, today, len(record.einfach)))
    closing = [NO_LEGAL_ADVICE] if isinstance(record, LegalHurdle) else []
    return "\n\n".join([record.name, gist, *closing, source_line(record, today)])


def _gist(record: Record, today: date, most: int) -> Iterator[str]:
    if record.einfach:
        yield UNTESTED
        yield from record.einfach[:most]
        if most < len(record.einfach):
            yield from _warning(record, today)
        return
    yield NOT_WRITTEN
    yield from _least(record, today)
    yield from _warning(record, today)


def _warning(record: Record, today: date) -> Iterator[str]:
    if isinstance(record, Funding) and record.status_on(today) in _STATUS:
        yield _STATUS[record.status_on(today)]


def _least(record: Record, today: date) -> Iterator[str]:
    """Who, and how to get there; what is longer stands on the page of the source."""
    if isinstance(record, Funding):
        yield f"Wer gibt: {record.provider}"
        yield f"Wer bekommt: {listed([RECIPIENTS[form] for form in record.eligible])}"
    elif isinstance(record, Contact):
        yield f"Stelle: {record.organisation}"
        yield from labelled("Telefon", record.phone)
        yield from labelled("E-Mail", record.email)
    elif isinstance(record, LegalHurdle):
        yield f"Wer entscheidet: {record.who_decides}"
    elif isinstance(record, Case):
        yield f"Ort: {record.place}"
        yield from labelled("Ansprechstelle", record.contact.organisation)
        yield from labelled("Telefon", record.contact.phone)
    elif isinstance(record, Method):
        yield f"Aufwand: {record.effort}"
    elif isinstance(record, Event):
        coming = coming_dates(record, today)
        yield f"Termin: {weekday_in_words(coming[0])}" if len(coming) == 1 else "Bitte fragen Sie dort nach dem Termin."
        yield f"Ort: {record.place}"
    yield "Mehr steht auf der Internetseite."

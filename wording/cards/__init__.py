"""One record in words: a short card for lists, the first piece, every further piece, and all of it at once.

Each kind has a module of its own (its answer form). Every card names the record and ends with its source, the date of
the source and the day of our check; what is old or uncertain says so.
"""
from __future__ import annotations

from datetime import date
from typing import Iterable, Mapping

from knowledge.schema import Case, Contact, Event, Funding, LegalHurdle, Method, Record
from wording.cards import case, contact, event, funding, legal_hurdle, method
from wording.cards.piece import FACTS, AnswerForm, Piece
from wording.cards.sentences import first_sentences
from wording.cards.sources import source_line

SHORT = 230
"""About so many characters of a summary stand in a list."""
LONGEST_FIRST_PIECE = 700
"""About so many characters somebody reads at once without being asked; the rest comes in pieces."""
NO_LEGAL_ADVICE = "Das ist eine allgemeine Auskunft und keine Rechtsberatung."

_FORMS: Mapping[type[Record], AnswerForm] = {
    Funding: funding,
    LegalHurdle: legal_hurdle,
    Contact: contact,
    Case: case,
    Method: method,
    Event: event,
}


def short_card(record: Record, today: date) -> str:
    """Name, the gist in one or two sentences, what matters most for its kind, the source."""
    gist = first_sentences(record.summary, SHORT)
    return "\n".join([record.name, gist, *_form(record).short(record, today), source_line(record, today)])


def deadline_card(record: Funding, today: date) -> str:
    """Name, deadline and state of funding, the source."""
    return "\n".join([record.name, *funding.until(record, today), source_line(record, today)])


def first_card(record: Record, today: date) -> str:
    """What is shown when a record is opened: the gist and the most important lines."""
    return _card(record, today, [_gist(record, today), *_form(record).first(record, today)])


def further_pieces(record: Record, today: date) -> Mapping[str, Piece]:
    """The pieces that follow the first one, by part and in order."""
    pieces = dict(_form(record).pieces(record, today))
    rest = record.summary[len(_gist(record, today)) :].strip()
    pieces[FACTS] = Piece.of(pieces[FACTS].title, rest, *pieces[FACTS].paragraphs)
    return pieces


def piece_card(record: Record, today: date, piece: Piece) -> str:
    """One further piece."""
    return _card(record, today, piece.paragraphs)


def step_card(record: Method, today: date, number: int) -> str:
    """One step of a method."""
    return _card(record, today, method.step(record, number))


def full_card(record: Record, today: date) -> str:
    """All that people need to know of the record, in short paragraphs."""
    pieces = _form(record).pieces(record, today).values()
    paragraphs = [record.summary, *_form(record).first(record, today)]
    paragraphs += [paragraph for piece in pieces for paragraph in piece.paragraphs]
    return _card(record, today, _without_repeated_lines(paragraphs))


def _form(record: Record) -> AnswerForm:
    return _FORMS[type(record)]


def _card(record: Record, today: date, paragraphs: Iterable[str]) -> str:
    closing = [NO_LEGAL_ADVICE] if isinstance(record, LegalHurdle) else []
    return "\n\n".join([record.name, *paragraphs, *closing, source_line(record, today)])


def _gist(record: Record, today: date) -> str:
    """As much of the summary as the first piece has room for."""
    room = LONGEST_FIRST_PIECE - len(_card(record, today, ["", *_form(record).first(record, today)]))
    return first_sentences(record.summary, room)


def _without_repeated_lines(paragraphs: Iterable[str]) -> list[str]:
    """What the first piece and a later one both say stands only once."""
    seen: set[str] = set()
    kept = []
    for paragraph in paragraphs:
        lines = [line for line in paragraph.splitlines() if line not in seen]
        seen.update(lines)
        kept.append("\n".join(lines))
    return [paragraph for paragraph in kept if paragraph]

"""An opened record as a reply: its first piece with buttons for the others, or the piece that was asked for."""
from __future__ import annotations

from datetime import date
from typing import Sequence

from knowledge.schema import Event, Method, Record
from wording.calendar import calendar_path
from wording.calendar_lines import MEDIA_TYPE
from wording.cards import (
    LONGEST_FIRST_PIECE,
    first_card,
    full_card,
    further_pieces,
    piece_card,
    step_card,
)
from wording.cards.plain import plain_card
from wording.cards.event import coming_dates
from wording.cards.method import ALL_STEPS, step_number
from wording.links import record_links, source_link
from wording.needs import NEED_OF_KIND, next_step, record_button, shortened
from wording.remembering import remember_button
from wording.reply import Attachment, Button, Reply

EVERYTHING = "alles"
PLAIN = "einfach"
_SIMILAR = 3
"""So many similar records are offered."""


def record_reply(
    record: Record, today: date, part: str = "", similar: Sequence[Record] = (), is_remembered: bool = False,
    about: str = "",
) -> Reply:
    """The `part` of a record, or its first piece if there is no such part; `similar` records come as buttons.

    `is_remembered` says that it is on the person's remember list; `about` is the question that led to it, for the next step.

    What is short anyway is shown whole at once. Methods are shown step by step.
    """
    if isinstance(record, Method) and step_number(record, part):
        return _step(record, today, part)
    if part == PLAIN:
        buttons = [_button(record, "Mehr dazu", EVERYTHING), remember_button([record], is_remembered)]
        return _reply(record, plain_card(record, today), part, [*buttons, next_step(record.kind, record.name)])
    pieces = further_pieces(record, today)
    if part in pieces:
        return _reply(record, piece_card(record, today, pieces[part]), part, _offered(record, today, part))
    whole = full_card(record, today)
    if part == EVERYTHING or not isinstance(record, Method) and len(whole) <= LONGEST_FIRST_PIECE:
        buttons, text, part = [*_plain(record), *_like(similar)], whole, EVERYTHING
    else:
        buttons, text, part = [*_offered(record, today), *_like(similar)], first_card(record, today), ""
    buttons += [remember_button([record], is_remembered), next_step(record.kind, about or record.name)]
    attachments = _calendar(record, today)
    return Reply(text, outcome="RECORD_SHOWN", buttons=tuple(buttons), links=record_links(record),
                 records=(record.id,), attachments=attachments, part=part)  # fmt: skip


def _step(record: Method, today: date, part: str) -> Reply:
    number, buttons = int(part), []
    if number < len(record.steps):
        buttons.append(_button(record, "Weiter", str(number + 1)))
    buttons.append(_button(record, "Zurück", str(number - 1) if number > 1 else ""))
    buttons.append(_button(record, "Alle Schritte zeigen", ALL_STEPS))
    return _reply(record, step_card(record, today, number), part, buttons)


def _reply(record: Record, text: str, part: str, buttons: Sequence[Button]) -> Reply:
    links = (source_link(record),) if part == PLAIN or part.isdigit() else record_links(record)
    return Reply(text, outcome="RECORD_SHOWN", buttons=tuple(buttons), links=links, records=(record.id,), part=part)


def _offered(record: Record, today: date, shown: str = "") -> list[Button]:
    """Buttons for all pieces but the one that is `shown`."""
    pieces = {part: piece.title for part, piece in further_pieces(record, today).items() if part != shown}
    if isinstance(record, Method):
        pieces = {"1": "Schritt für Schritt", **pieces}
    elif shown or len(pieces) > 1:
        pieces[EVERYTHING] = "Alles auf einmal"
    return [*(_button(record, title, part) for part, title in pieces.items()), *_plain(record)]


def _plain(record: Record) -> list[Button]:
    return [_button(record, "In Einfacher Sprache", PLAIN)] if record.einfach else []


def _like(similar: Sequence[Record]) -> list[Button]:
    return [_button(one, f"Ähnlich: {shortened(one.name)}", "") for one in similar[:_SIMILAR]]


def _button(record: Record, title: str, part: str) -> Button:
    return record_button(NEED_OF_KIND[record.kind], record.id, title, part)


def _calendar(record: Record, today: date) -> tuple[Attachment, ...]:
    if not isinstance(record, Event) or not coming_dates(record, today):
        return ()
    return (Attachment("Termin für Ihren Kalender", calendar_path(record), MEDIA_TYPE),)

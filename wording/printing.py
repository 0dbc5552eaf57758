"""A remember list for paper: the records as headings, paragraphs and points, whatever prints them."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Sequence

from knowledge.schema import Record
from wording.dates import day_in_words
from wording.opened import EVERYTHING, record_reply
from wording.reply import Link

TITLE = "Meine Merkliste"
KINDS = {
    "foerderung": "Förderung",
    "rechtliche_huerden": "Rechtlicher Hinweis",
    "kontakte": "Anlaufstelle",
    "fallbeispiele": "Beispiel",
    "methoden": "Vorgehensweise",
    "veranstaltungen": "Veranstaltung oder Angebot",
}
"""What a record is, on paper."""

_POINT = re.compile(r"(?:•|(\d{1,2})\.) ")


@dataclass(frozen=True)
class Block:
    """One paragraph: its lines, then its points, if it has some; `is_numbered` says that they are steps."""

    lines: tuple[str, ...]
    points: tuple[str, ...] = ()
    is_numbered: bool = False


@dataclass(frozen=True)
class PrintedRecord:
    """One record; `label` names its kind and since when it is remembered."""

    id: str
    name: str
    label: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class PrintedList:
    """The whole list. `summary` says how long it is and of which day, `notes` what the reader should know."""

    summary: str
    notes: tuple[str, ...]
    records: tuple[PrintedRecord, ...]


def printed_list(remembered: Sequence[tuple[Record, date]], gone: int, today: date) -> PrintedList:
    """The records with the days on which they were remembered; `gone` others are no longer in the knowledge base."""
    total = len(remembered)
    notes = ["Fristen, Beträge und Ansprechstellen können sich ändern. Bitte prüfen Sie die Angaben bei der Quelle."]
    if gone == 1:
        notes.append("Ein gemerkter Eintrag steht nicht mehr in unserer Sammlung und fehlt deshalb hier.")
    elif gone:
        notes.append(f"{gone} gemerkte Einträge stehen nicht mehr in unserer Sammlung und fehlen deshalb hier.")
    return PrintedList(
        summary=f"{'1 Eintrag' if total == 1 else f'{total} Einträge'}, Stand: {day_in_words(today)}",
        notes=tuple(notes),
        records=tuple(_printed(record, day, today) for record, day in remembered),
    )


def _printed(record: Record, remembered_on: date, today: date) -> PrintedRecord:
    reply = record_reply(record, today, EVERYTHING)
    paragraphs = [one for one in reply.text.split("\n\n") if one.strip()]
    if paragraphs[0] == record.name:
        del paragraphs[0]
    return PrintedRecord(
        id=record.id,
        name=record.name,
        label=f"{KINDS[record.kind]}, gemerkt am {day_in_words(remembered_on)}",
        blocks=tuple(map(_block, paragraphs)),
        links=reply.links,
    )


def _block(paragraph: str) -> Block:
    """The lines of a paragraph up to its first point, and the points."""
    lines = paragraph.split("\n")
    first = next((place for place, line in enumerate(lines) if _POINT.match(line)), len(lines))
    points = lines[first:]
    if not points or not all(map(_POINT.match, points)):
        return Block(tuple(lines))
    is_numbered = bool(_POINT.match(points[0])[1])
    return Block(tuple(lines[:first]), tuple(_POINT.sub("", one, count=1) for one in points), is_numbered)

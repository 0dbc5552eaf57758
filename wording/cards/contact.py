"""Contacts: the office, how to reach it and when, what it is for."""
from __future__ import annotations

from datetime import date
from typing import Iterator, Mapping

from knowledge.schema import Contact
from wording.cards.piece import FACTS, Piece
from wording.cards.sentences import bullets, labelled


def short(record: Contact, today: date) -> Iterator[str]:
    yield from labelled("Telefon", record.phone)
    yield from labelled("E-Mail", record.email)
    yield from labelled("Erreichbar", record.opening_hours)
    if not (record.phone or record.email):
        yield "Telefon und E-Mail sind uns nicht bekannt. Der Weg führt über die Internetseite."


def first(record: Contact, today: date) -> Iterator[str]:
    yield f"Zuständig für: {record.role}"
    unit = record.unit and record.unit != record.name and f"{record.organisation}, {record.unit}"
    lines = [
        f"Stelle: {unit or record.organisation}",
        *labelled("Telefon", record.phone or "uns nicht bekannt"),
        *labelled("E-Mail", record.email or "uns nicht bekannt"),
        *labelled("Anschrift", record.address),
        *labelled("Erreichbar", record.opening_hours),
        *labelled("Genannte Person (kann gewechselt haben)", record.person),
    ]
    yield "\n".join(lines)


def pieces(record: Contact, today: date) -> Mapping[str, Piece]:
    return {FACTS: Piece.of("Gut zu wissen", bullets("Gut zu wissen", record.facts))}

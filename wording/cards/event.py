"""Events: when in words, where, how to register."""
from __future__ import annotations

from datetime import date
from typing import Iterator, Mapping

from knowledge.schema import Event
from knowledge.schema.event import EventStatus
from wording.cards.piece import FACTS, Piece
from wording.cards.sentences import bullets
from wording.dates import day_in_words, weekday_in_words

NONE_COMING = "Ein kommender Termin ist nicht bekannt."


def short(record: Event, today: date) -> Iterator[str]:
    yield _when(record, today)
    yield f"Ort: {record.place}"


def first(record: Event, today: date) -> Iterator[str]:
    lines = [
        _when(record, today),
        f"Ort: {record.place}" + (" (auch online)" if record.online and "online" not in record.place else ""),
        f"Anmeldung: {record.registration or 'uns nicht bekannt'}",
        f"Kosten: {record.costs or 'uns nicht bekannt'}",
    ]
    yield "\n".join(lines)


def pieces(record: Event, today: date) -> Mapping[str, Piece]:
    return {FACTS: Piece.of("Gut zu wissen", bullets("Gut zu wissen", record.facts))}


def coming_dates(record: Event, today: date) -> tuple[date, ...]:
    """The days of the event on or after `today`, in order."""
    return tuple(sorted(day for day in set(record.dates) if day >= today))


def _when(record: Event, today: date) -> str:
    coming = coming_dates(record, today)
    if coming:
        return f"{'Termin' if len(coming) == 1 else 'Termine'}: {'; '.join(map(weekday_in_words, coming))}"
    if record.status_on(today) is EventStatus.PAST:
        last = max(record.dates, default=None)
        past = f"Vorbei: Der letzte Termin war am {day_in_words(last)}." if last else "Vorbei."
        return f"{past} {NONE_COMING}"
    return f"Dauerhaftes Angebot. {NONE_COMING}" if record.status_on(today) is EventStatus.RUNNING else NONE_COMING

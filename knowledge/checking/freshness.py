"""Rules about time: what contradicts its own dates, what has ended, what is due for a check."""
from __future__ import annotations

from datetime import date
from typing import Iterator

from knowledge.checking.finding import Finding, Severity
from knowledge.schema import Event, Funding, Record
from knowledge.schema.event import EventStatus
from knowledge.schema.funding import StatedStatus


def contradictions(record: Record, day: date) -> Iterator[Finding]:
    """Where the record says two things that cannot both be true on `day`."""
    yield from _of_check_dates(record, day)
    if isinstance(record, Funding):
        yield from _of_funding(record, day)
    if isinstance(record, Event):
        yield from _of_event(record, day)


def ended(record: Record, day: date) -> Iterator[Finding]:
    """What is over on `day` by its dates, while its status leaves that open. What is marked as over is in order."""
    last = record.ends_on
    if last is None or last >= day or getattr(record, "status", None) not in (StatedStatus.UNCLEAR, EventStatus.UNCLEAR):
        return
    over = StatedStatus.ENDED if isinstance(record, Funding) else EventStatus.PAST
    yield Finding.about(
        record, Severity.ENDED, "status", f"Seit {_german(last)} vorbei, der Status steht auf unklar.",
        f"Bitte setzen Sie status: {over.value}, oder tragen Sie das neue Ende ein.",
    )  # fmt: skip


def due_for_review(record: Record, day: date) -> Iterator[Finding]:
    """What should have been checked again by `day`. What is over and marked so needs no further check."""
    if record.review_due > day or is_marked_as_over(record):
        return
    yield Finding.about(
        record, Severity.REVIEW_DUE, "checked_on",
        f"Zuletzt geprüft am {_german(record.checked_on)}, Prüfung fällig bis {_german(record.review_due)}.",
        f"Bitte vergleichen Sie mit {record.source_url} und setzen Sie checked_on auf heute.",
    )  # fmt: skip


def is_marked_as_over(record: Record) -> bool:
    """Whether an editor has said that the programme or event is over."""
    return getattr(record, "status", None) in (StatedStatus.ENDED, EventStatus.PAST)


def _of_check_dates(record: Record, day: date) -> Iterator[Finding]:
    if record.checked_on > day:
        yield _contradiction(record, "checked_on", f"Der Tag der Prüfung ({_german(record.checked_on)}) liegt in der Zukunft.",
                             "Bitte tragen Sie den Tag ein, an dem Sie die Quelle gesehen haben.")  # fmt: skip
    first_day = record.as_of and date.fromisoformat((record.as_of + "-01-01")[:10])
    if first_day and first_day > record.checked_on:
        yield _contradiction(record, "as_of", f"Der Stand der Quelle ({record.as_of}) ist jünger als die Prüfung.",
                             "Bitte prüfen Sie as_of und checked_on.")  # fmt: skip
    if record.review_on and record.review_on <= record.checked_on:
        yield _contradiction(record, "review_on", f"Die nächste Prüfung ({_german(record.review_on)}) liegt nicht nach der letzten.",
                             "Bitte setzen Sie review_on neu oder nehmen Sie das Feld heraus.")  # fmt: skip
    elif record.review_on and record.ends_on and record.checked_on <= record.ends_on < record.review_on:
        yield _contradiction(record, "review_on", f"Die nächste Prüfung liegt nach dem Ende ({_german(record.ends_on)}).",
                             "Bitte setzen Sie review_on spätestens auf das Ende.")  # fmt: skip


def _of_funding(record: Funding, day: date) -> Iterator[Finding]:
    if record.status is StatedStatus.OPEN:
        if record.open_until and record.open_until < day:
            yield _contradiction(record, "open_until", f"Der Status ist offen, das Programm endete am {_german(record.open_until)}.",
                                 "Bitte setzen Sie status: ausgelaufen, oder tragen Sie das neue Ende ein.")  # fmt: skip
        elif record.deadline_on and record.deadline_on < day and not record.recurrence:
            yield _contradiction(record, "deadline_on", f"Der Status ist offen, die Frist war am {_german(record.deadline_on)}.",
                                 "Bitte tragen Sie die neue Frist ein, oder setzen Sie status: unklar oder ausgelaufen.")  # fmt: skip
    coming = record.next_deadline(day)
    if record.status is StatedStatus.ENDED and coming:
        yield _contradiction(record, "status", f"Der Status ist ausgelaufen, es gibt aber eine Frist am {_german(coming)}.",
                             "Bitte prüfen Sie status, deadline_on und recurrence.")  # fmt: skip
    if record.open_until and record.deadline_on and record.open_until < record.deadline_on:
        yield _contradiction(record, "deadline_on", f"Die Frist ({_german(record.deadline_on)}) liegt nach dem Ende des Programms.",
                             "Bitte prüfen Sie deadline_on und open_until.")  # fmt: skip


def _of_event(record: Event, day: date) -> Iterator[Finding]:
    if record.status is EventStatus.RUNNING and record.ends_on and record.ends_on < day:
        yield _contradiction(record, "dates", f"Der Status ist laufend, der letzte Termin war am {_german(record.ends_on)}.",
                             "Bitte tragen Sie neue Termine ein, oder setzen Sie status: vergangen.")  # fmt: skip
    if record.status is EventStatus.PAST and record.next_date(day):
        yield _contradiction(record, "status", f"Der Status ist vergangen, es gibt aber einen Termin am {_german(record.next_date(day))}.",
                             "Bitte setzen Sie status: laufend, oder nehmen Sie den Termin heraus.")  # fmt: skip


def _contradiction(record: Record, field: str, what: str, remedy: str) -> Finding:
    return Finding.about(record, Severity.CONTRADICTION, field, what, remedy)


def _german(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"

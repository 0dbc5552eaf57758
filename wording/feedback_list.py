"""Ratings as the staff of the office reads them: in a terminal, in a spreadsheet, as JSON."""
from __future__ import annotations

from datetime import tzinfo
from typing import Any, Sequence

from office.feedback import Rating, RecordCount
from wording.feedback import REASONS

COLUMNS = ("Zeit", "Urteil", "Grund", "In eigenen Worten", "Frage", "Ausgang", "Gezeigte Einträge")
COUNT_COLUMNS = ("Eintrag", "Hilfreich", "Nicht hilfreich")
NOTHING = "Es gibt keine Rückmeldungen, die dazu passen."
_UNKNOWN = "(nicht gespeichert)"


def short_rating(rating: Rating, zone: tzinfo) -> str:
    """Two or three lines for the terminal."""
    moment, verdict, reason, words, asked, outcome, records = rating_cells(rating, zone)
    why = ": ".join(filter(None, (reason, words and f"„{words}“")))
    lines = [f"{moment}  {verdict}{f' ({why})' if why else ''}", f"    Frage: {asked or _UNKNOWN}"]
    return "\n".join([*lines, f"    {outcome}{f': {records}' if records else ''}"])


def rating_cells(rating: Rating, zone: tzinfo) -> tuple[str, ...]:
    """One row under COLUMNS."""
    return (
        f"{rating.rated_at.astimezone(zone):%d.%m.%Y %H:%M}",
        "hilfreich" if rating.is_helpful else "nicht hilfreich",
        REASONS[rating.reason] if rating.reason else "",
        rating.words or "",
        rating.answer.asked or "",
        rating.answer.outcome,
        ", ".join(rating.answer.records),
    )


def rating_object(rating: Rating, zone: tzinfo) -> dict[str, Any]:
    """The rating for programs. Without the key of the conversation, which would join what one person asked."""
    return {
        "rated_at": rating.rated_at.astimezone(zone).isoformat(timespec="seconds"),
        "helpful": rating.is_helpful,
        "reason": rating.reason.value if rating.reason else None,
        "words": rating.words,
        "asked": rating.answer.asked,
        "outcome": rating.answer.outcome,
        "records": list(rating.answer.records),
    }


def count_lines(counts: Sequence[RecordCount]) -> list[str]:
    """A table for the terminal."""
    if not counts:
        return [NOTHING]
    width = max(len(COUNT_COLUMNS[0]), *(len(one.record) for one in counts))
    head = f"{COUNT_COLUMNS[0]:{width}}  {COUNT_COLUMNS[1]}  {COUNT_COLUMNS[2]}"
    return [head, *(f"{one.record:{width}}  {one.helpful:>9}  {one.unhelpful:>15}" for one in counts)]

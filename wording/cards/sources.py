"""Where a record comes from: source, its date, our check date, and what is old or not sure."""
from __future__ import annotations

from datetime import date

from knowledge.schema import Record
from wording.dates import day_in_words, source_date_in_words

OLD = "Diese Angaben sind älter als ein Jahr."
UNCERTAIN = "Diese Angaben sind nicht ganz sicher. Bitte nachprüfen."


def source_line(record: Record, today: date) -> str:
    """One line with the source; warnings follow where the source is old or the researchers were not sure."""
    told = f"Quelle: {record.source_title} ({source_date_in_words(record.as_of)}, "
    told += f"von uns geprüft am {day_in_words(record.checked_on)})."
    warnings = [OLD] if is_old(record.as_of, today) else []
    warnings += [UNCERTAIN] if record.is_uncertain else []
    return " ".join([told, *warnings])


def is_old(as_of: str | None, today: date) -> bool:
    """Whether the source is certainly older than a year: of a year or month its last day counts."""
    if as_of is None:
        return False
    parts = [int(part) for part in as_of.split("-")]
    year, month, day = (*parts, 12, 31)[:3] if len(parts) == 1 else (*parts, 31)[:3]
    return (year + 1, month, day) < (today.year, today.month, today.day)

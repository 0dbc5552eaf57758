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
    warnings = [OLD] if record.is_older_than_a_year(today) else []
    warnings += [UNCERTAIN] if record.is_uncertain else []
    return " ".join([told, *warnings])

"""All forms in which a record is ever shown."""
from __future__ import annotations

from datetime import date
from typing import Callable

from knowledge.schema import Method, Record
from wording.cards import further_pieces
from wording.opened import EVERYTHING, PLAIN, record_reply
from wording.reply import Reply


def answers_for(record: Record, today: date, find: Callable[[str], Record | None]) -> dict[str, Reply]:
    """Every part of the record as a reply, the first one under the empty name."""
    parts = ["", *further_pieces(record, today), EVERYTHING]
    if isinstance(record, Method):
        parts += [str(number) for number in range(1, len(record.steps) + 1)]
    if record.einfach:
        parts.append(PLAIN)
    similar = [one for one in map(find, getattr(record, "related", ())) if one]
    return {part: record_reply(record, today, part, similar) for part in parts}

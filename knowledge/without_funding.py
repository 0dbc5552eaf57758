"""Ways to begin without a grant: records that help with donations, many owners, volunteers and small beginnings."""
from __future__ import annotations

from typing import Iterable

from knowledge.schema import Record

WAYS = (
    "met-mikroprojekte",
    "met-ehrenamtliche-gewinnen",
    "foe-viele-schaffen-mehr",
    "rec-spendenbescheinigung",
    "rec-genossenschaft-gruenden",
)
"""Begin small, win volunteers, collect many small sums, take donations, own it together."""


def ways_without_funding(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records of `WAYS` that exist, in this order."""
    by_id = {record.id: record for record in records}
    return tuple(by_id[one] for one in WAYS if one in by_id)

"""The record format: one frozen pydantic model for each kind of record.

The German file names and the ids are public and never change; field names are English, values German. `KINDS` says
which file holds what, in the order in which people are told about them.
"""
from __future__ import annotations

from typing import Union

from knowledge.schema.adviser import Adviser
from knowledge.schema.case import Case
from knowledge.schema.contact import Contact
from knowledge.schema.event import Event
from knowledge.schema.funding import Funding
from knowledge.schema.legal_hurdle import LegalHurdle
from knowledge.schema.method import Method
from knowledge.schema.record import Confidence, Record

KINDS: dict[str, type[Record]] = {
    "foerderung": Funding,
    "rechtliche_huerden": LegalHurdle,
    "kontakte": Contact,
    "fallbeispiele": Case,
    "methoden": Method,
    "veranstaltungen": Event,
}
"""Kind of record → its schema. The kind is also the name of its file in `knowledge/content/`."""

Entry = Union[Record, Adviser]
"""What editors change, in the files and in the database, with revisions. Advisers are no records: nobody searches them."""

EDITED: dict[str, type[Entry]] = {**KINDS, Adviser.kind: Adviser}
"""Kind of entry → its schema and, by its name, its file."""

__all__ = ["KINDS", "EDITED", "Entry", "Adviser", "Record", "Confidence", "Funding", "LegalHurdle", "Contact", "Case", "Method", "Event"]

"""Rules that stand in the way of projects, in plain words. No legal advice."""
from __future__ import annotations

from enum import Enum

from knowledge.schema.record import Record, Text, at_least_one


class Jurisdiction(str, Enum):
    EU = "eu"
    FEDERAL = "bund"
    LAND = "land"
    MUNICIPAL = "kommune"


class LegalHurdle(Record):
    """A hurdle with its statutes (`legal_basis`), the usual trap and the ways forward."""

    kind = "rechtliche_huerden"
    id_prefix = "rec"
    usual_owner = "Redaktion Recht"
    check_months = 12

    legal_basis: tuple[Text, ...]
    jurisdiction: Jurisdiction
    who_decides: Text
    typical_trap: Text
    ways_forward: tuple[Text, ...]
    disclaimer_needed: bool

    _at_least_one = at_least_one("legal_basis", "ways_forward")

"""Offices and organisations that help or decide."""
from __future__ import annotations

from pydantic import HttpUrl, validator

from knowledge.schema.record import REGION, EmailAddress, Record, Text, Topic, at_least_one


class Contact(Record):
    """Somebody to turn to. `person` is shown after the office only: people change, offices stay."""

    kind = "kontakte"
    id_prefix = "kon"
    usual_owner = "Redaktion Anlaufstellen"
    check_months = 12

    organisation: Text
    unit: Text | None
    role: Text
    responsible_for_topics: tuple[Topic, ...]
    responsible_for_regions: tuple[str, ...]
    phone: Text | None
    email: EmailAddress | None
    address: Text | None
    website: HttpUrl | None
    opening_hours: Text | None
    person: Text | None
    contact_of: tuple[Text, ...] = ()

    _at_least_one = at_least_one("responsible_for_topics", "responsible_for_regions")

    @validator("responsible_for_regions", each_item=True)
    def responsible_region_is_known(cls, value: str) -> str:
        if not REGION.fullmatch(value):
            raise ValueError(f"„{value}“ ist kein Gebiet (EU, DE oder etwa DE-SN)")
        return value

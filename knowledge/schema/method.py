"""How something is done, step by step."""
from __future__ import annotations

from pydantic import BaseModel, Extra, HttpUrl

from knowledge.schema.record import Record, Text, at_least_one


class Material(BaseModel):
    """Something to read or print."""

    title: Text
    url: HttpUrl

    class Config:
        allow_mutation = False
        extra = Extra.forbid


class Method(Record):
    """A way of working, with its steps in order and what it costs in time."""

    kind = "methoden"
    id_prefix = "met"
    usual_owner = "Redaktion Praxis"
    check_months = 24

    steps: tuple[Text, ...]
    effort: Text
    materials: tuple[Material, ...]
    related: tuple[str, ...]

    _at_least_one = at_least_one("steps")

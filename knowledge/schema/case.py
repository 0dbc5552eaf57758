"""Projects that others have done: what helped, what was hard."""
from __future__ import annotations

from enum import Enum

from pydantic import BaseModel, Extra, HttpUrl

from knowledge.obstacles import Obstacle
from knowledge.schema.record import EmailAddress, OrganisationForm, Record, Text, at_least_one


class Stage(str, Enum):
    PILOT = "pilot"
    RUNNING = "laufend"
    CONSOLIDATED = "verstetigt"
    ENDED = "beendet"
    UNCLEAR = "unklar"


class CaseContact(BaseModel):
    """Whom to ask about the project, as far as public."""

    organisation: Text | None = None
    person: Text | None = None
    address: Text | None = None
    phone: Text | None = None
    emails: tuple[EmailAddress, ...] = ()
    web: HttpUrl | None = None
    note: Text | None = None

    class Config:
        allow_mutation = False
        extra = Extra.forbid


class Case(Record):
    """A project elsewhere. `lessons` and `obstacles` are partly our reading of the page, see `note`."""

    kind = "fallbeispiele"
    id_prefix = "fal"
    usual_owner = "Redaktion Praxis"
    check_months = 24

    starting_point: Text
    goals: tuple[Text, ...]
    concept: Text
    activities_results: tuple[Text, ...]
    special_features: Text
    financing: Text
    participants: tuple[Text, ...]
    contact: CaseContact
    place: Text
    country: Text
    target_groups: tuple[Text, ...]
    stage: Stage
    period: Text
    lessons: tuple[Text, ...]
    obstacles: tuple[Obstacle, ...]
    related: tuple[str, ...]
    organisation_forms: tuple[OrganisationForm, ...]

    _at_least_one = at_least_one("lessons")

"""What every record has, whatever its kind."""
from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import Enum
from typing import ClassVar

from pydantic import BaseModel, Extra, HttpUrl, constr, validator
from pydantic.errors import DateError

REGION = re.compile(r"EU|DE(-(BW|BY|BE|BB|HB|HH|HE|MV|NI|NW|RP|SL|SN|ST|SH|TH))?")
"""Where a record holds: the European Union, Germany, or a Land (ISO 3166-2)."""

Text = constr(strict=True, strip_whitespace=True, min_length=1)
"""A text that is not empty. A bare number is none: YAML reads the telephone number 0351 as 233."""

EmailAddress = constr(strip_whitespace=True, regex=r"^[^@\s]+@[^@\s]+\.[^@\s.]+$")
"""A mail address by its outer form; whether it exists only a mail can tell."""


Role = constr(strict=True, strip_whitespace=True, regex=r"^(?!.*(@|\d|\b(Herr|Herrn|Frau|Dr)\b)).+$", max_length=80)
"""Who looks after something, as a role („Redaktion Förderung“). Salutations, numbers and addresses are refused."""


class Day(date):
    """A day, only as YYYY-MM-DD: pydantic itself takes any number for seconds since 1970."""

    @classmethod
    def __get_validators__(cls):
        yield cls.read

    @classmethod
    def read(cls, value: object) -> date:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise DateError() from None
        if type(value) is not date:
            raise DateError()
        return value


class Confidence(str, Enum):
    """How far the researchers trust the record."""

    HIGH = "hoch"
    MEDIUM = "mittel"
    LOW = "niedrig"


class Topic(str, Enum):
    """What a record is about; the words that people use for it stand in `content/terms.yml`."""

    ELDERLY = "alter"
    WORK = "arbeit"
    POVERTY = "armut"
    MEETING = "begegnung"
    PARTICIPATION = "beteiligung"
    EDUCATION = "bildung"
    DIGITAL = "digitalisierung"
    VOLUNTEERING = "engagement"
    FAMILY = "familie"
    FINANCE = "finanzierung"
    HEALTH = "gesundheit"
    INCLUSION = "inklusion"
    YOUTH = "kinder_jugend"
    CLIMATE = "klima_umwelt"
    CULTURE = "kultur"
    MIGRATION = "migration_integration"
    MOBILITY = "mobilitaet"
    LOCAL_SUPPLY = "nahversorgung"
    CARE = "pflege"
    LEGAL_FORM = "rechtsform"
    REGIONAL_DEVELOPMENT = "regionalentwicklung"
    HOUSING = "wohnen"


class OrganisationForm(str, Enum):
    """Who somebody is in law."""

    PERSON = "einzelperson"
    INITIATIVE = "initiative"
    ASSOCIATION = "verein"
    NON_PROFIT_COMPANY = "ggmbh"
    SMALL_NON_PROFIT_COMPANY = "gug"
    COMPANY = "unternehmen"
    COOPERATIVE = "genossenschaft"
    FOUNDATION = "stiftung"
    WELFARE_ASSOCIATION = "wohlfahrtsverband"
    MUNICIPALITY = "kommune"
    UNIVERSITY = "hochschule"


def at_least_one(*fields: str):
    """A validator for fields that hold several values and may not be empty."""

    def check(cls, value: tuple) -> tuple:
        if not value:
            raise ValueError("ist leer")
        return value

    return validator(*fields, allow_reuse=True)(check)


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later (or earlier); the last day where that month is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


class Record(BaseModel):
    """A researched fact sheet. `id` is its public key and never changes.

    `as_of` is the date of the source as far as it tells one (year, year-month or day; None: undated);
    `checked_on` is the day on which somebody of ours compared the record with the source.
    `fragen` are questions of people without the words of the field, who look for just this; they are never shown.
    `einfach` says the gist in Einfache Sprache, one sentence each.
    `owner` is the role that keeps the record right and `review_on` the day by which it must be checked again; both are
    given only where they differ from what holds for the kind: ask `owner_role` and `review_due`.
    """

    kind: ClassVar[str]
    id_prefix: ClassVar[str]
    usual_owner: ClassVar[str]
    """The role that looks after records of the kind unless a record names another one."""
    check_months: ClassVar[int]
    """So many months after a check the next one is due."""

    id: constr(regex=r"^[a-z]{3}-[a-z0-9-]+$", max_length=120)
    name: Text
    summary: Text
    facts: tuple[Text, ...]
    topics: tuple[Topic, ...]
    regions: tuple[str, ...]
    keywords: tuple[Text, ...]
    source_url: HttpUrl
    source_title: Text
    further_sources: tuple[HttpUrl, ...] = ()
    as_of: constr(regex=r"^\d{4}(-\d{2}(-\d{2})?)?$") | None
    confidence: Confidence
    checked_on: Day
    note: Text | None = None
    fragen: tuple[Text, ...] = ()
    einfach: tuple[Text, ...] = ()
    owner: Role | None = None
    review_on: Day | None = None

    _at_least_one = at_least_one("facts", "topics", "regions", "keywords")

    class Config:
        allow_mutation = False
        extra = Extra.forbid

    @validator("id")
    def id_has_the_prefix_of_its_kind(cls, value: str) -> str:
        if not value.startswith(cls.id_prefix + "-"):
            raise ValueError(f"muss mit „{cls.id_prefix}-“ beginnen")
        return value

    @validator("regions", each_item=True)
    def region_is_known(cls, value: str) -> str:
        if not REGION.fullmatch(value):
            raise ValueError(f"„{value}“ ist kein Gebiet (EU, DE oder etwa DE-SN)")
        return value

    @validator("as_of")
    def as_of_is_in_the_calendar(cls, value: str | None) -> str | None:
        if value is not None:
            Day.read((value + "-01-01")[:10])
        return value

    @validator("checked_on")
    def was_checked_within_living_memory(cls, value: date) -> date:
        if value.year < 2020:
            raise ValueError("liegt vor 2020")
        return value

    @property
    def lands(self) -> frozenset[str]:
        """The Länder to which the record is limited; empty if it holds in all of Germany or the EU."""
        return frozenset() if {"DE", "EU"} & set(self.regions) else frozenset(self.regions)

    @property
    def owner_role(self) -> str:
        """The role that keeps the record right."""
        return self.owner or self.usual_owner

    @property
    def ends_on(self) -> date | None:
        """The last day on which what the record tells of can be used, if one is known."""
        return None

    @property
    def review_due(self) -> date:
        """The day by which somebody must check the record again.

        Unless given, so many months after the last check as is usual for the kind, but not beyond a known end; an end
        that was already past at the check is no reason for another one.
        """
        if self.review_on:
            return self.review_on
        usual = months_after(self.checked_on, self.check_months)
        return min(usual, self.ends_on) if self.ends_on and self.ends_on >= self.checked_on else usual

    @property
    def source_day(self) -> date | None:
        """The last day that `as_of` can mean: a year alone means its 31 December; None if the source is undated."""
        if self.as_of is None:
            return None
        year, month, day = (*(int(part) for part in self.as_of.split("-")), 0, 0)[:3]
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])

    def is_older_than_a_year(self, day: date) -> bool:
        """Whether the source is surely more than a year old on `day`; False if it is undated (`source_day` is None)."""
        return self.source_day is not None and self.source_day < months_after(day, -12)

    @property
    def is_uncertain(self) -> bool:
        """Whether an answer must say that somebody should check before relying on it."""
        return self.confidence is not Confidence.HIGH

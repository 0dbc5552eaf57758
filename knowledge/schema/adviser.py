"""Who gives advice, for what and when. Roles, never persons: an adviser is a place at a desk of the office."""
from __future__ import annotations

import re
from datetime import date, time
from enum import Enum
from typing import ClassVar

from pydantic import BaseModel, Extra, Field, PositiveInt, conint, constr, validator

from knowledge.schema.record import Day, EmailAddress, Role, Text, Topic, at_least_one


class SessionFormat(str, Enum):
    """How a session takes place."""

    PHONE = "telefon"
    VIDEO = "video"
    ON_SITE = "vor_ort"
    VISIT = "besuch"
    """„Wir kommen zu Ihnen.“"""


class AccessNeed(str, Enum):
    """What somebody may need so that they can take part."""

    STEP_FREE = "stufenlos"
    SIGN_LANGUAGE = "gebaerdensprache"
    PLAIN_LANGUAGE = "einfache_sprache"
    WRITTEN = "schriftlich"
    """By typing along, for who hears badly."""
    MORE_TIME = "mehr_zeit"


class Clock(time):
    """A time of day, only as HH:MM: pydantic itself takes any number for seconds since midnight."""

    @classmethod
    def __get_validators__(cls):
        yield cls.read

    @classmethod
    def read(cls, value: object) -> time:
        if isinstance(value, str) and re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", value):
            hour, _, minute = value.partition(":")
            return time(int(hour), int(minute))
        if type(value) is not time:
            raise ValueError("ist keine Uhrzeit (HH:MM)")
        return value


class _Part(BaseModel):
    class Config:
        allow_mutation = False
        extra = Extra.forbid
        json_encoders = {time: lambda moment: f"{moment:%H:%M}"}


class Span(_Part):
    """A part of a day, local time; it ends later on the same day than it begins."""

    begins: Clock = Field(alias="von")
    ends: Clock = Field(alias="bis")

    @validator("ends")
    def ends_later(cls, ends: time, values: dict) -> time:
        if "begins" in values and ends <= values["begins"]:
            raise ValueError("liegt nicht nach dem Beginn")
        return ends


class WeekHours(_Part):
    """The hours of an ordinary week."""

    monday: tuple[Span, ...] = Field((), alias="montag")
    tuesday: tuple[Span, ...] = Field((), alias="dienstag")
    wednesday: tuple[Span, ...] = Field((), alias="mittwoch")
    thursday: tuple[Span, ...] = Field((), alias="donnerstag")
    friday: tuple[Span, ...] = Field((), alias="freitag")
    saturday: tuple[Span, ...] = Field((), alias="samstag")
    sunday: tuple[Span, ...] = Field((), alias="sonntag")

    def on(self, weekday: int) -> tuple[Span, ...]:
        """The hours of a weekday, 0 = Monday."""
        return (
            self.monday, self.tuesday, self.wednesday, self.thursday, self.friday, self.saturday, self.sunday
        )[weekday]  # fmt: skip


class DayHours(_Part):
    """A day with other hours than its weekday has; none: nobody is there. It goes before the week and before holidays."""

    day: Day = Field(alias="am")
    hours: tuple[Span, ...] = Field((), alias="zeiten")


class Leave(_Part):
    """Days on which the adviser is away, both included; goes before everything else."""

    first: Day = Field(alias="von")
    last: Day = Field(alias="bis")

    @validator("last")
    def ends_no_earlier(cls, last: date, values: dict) -> date:
        if "first" in values and last < values["first"]:
            raise ValueError("liegt vor dem Beginn")
        return last

    def covers(self, day: date) -> bool:
        """Whether the adviser is away on `day`."""
        return self.first <= day <= self.last


class Adviser(_Part):
    """Where no `lands` or `kreise` are named, the adviser is there for everyone; likewise with no `topics`.

    `kreise` by their names as places are read. `step`: sessions begin every so many minutes from the begin of the hours.
    `buffer`: minutes that stay free after a session. `notice`: so many hours before a session it can be booked at the
    latest; `change_until`: moved or cancelled by the person. `days_ahead`: so far ahead sessions are offered.
    `a_day`: so many sessions a day at most. `holidays`: the Land whose public holidays are free (ISO 3166-2).
    """

    kind: ClassVar[str] = "beratung"
    usual_owner: ClassVar[str] = "Redaktion Beratung"
    """The role that keeps the advisers right, as revisions name it."""

    id: constr(regex=r"^ber-[a-z0-9-]+$", max_length=60)
    role: Role
    topics: tuple[Topic, ...] = ()
    lands: tuple[constr(regex=r"^DE-[A-Z]{2}$"), ...] = ()
    kreise: tuple[Text, ...] = ()
    languages: tuple[constr(regex=r"^[a-z]{2}$"), ...] = ("de",)
    formats: tuple[SessionFormat, ...]
    access: tuple[AccessNeed, ...] = ()
    place: Text | None = None
    email: EmailAddress
    holidays: constr(regex=r"^DE-[A-Z]{2}$")
    week: WeekHours
    exceptions: tuple[DayHours, ...] = ()
    leave: tuple[Leave, ...] = ()
    lengths: tuple[PositiveInt, ...] = (30, 60)
    step: PositiveInt = 30
    buffer: conint(ge=0, le=120) = 10
    notice: conint(ge=0) = 24
    change_until: conint(ge=0) = 24
    days_ahead: conint(ge=1, le=365) = 60
    a_day: PositiveInt = 6

    _at_least_one = at_least_one("formats", "lengths", "languages")

    @validator("lengths", "step", "buffer", each_item=True)
    def in_steps_of_five(cls, minutes: int) -> int:
        if minutes % 5:
            raise ValueError("ist kein Vielfaches von fünf Minuten")
        return minutes

    @property
    def owner_role(self) -> str:
        """The role that keeps this adviser right."""
        return self.usual_owner

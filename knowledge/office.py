"""The office that runs the assistant: who it is and how to reach it."""
from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, Extra, Field, HttpUrl, PositiveInt, constr, validator

from knowledge.content_files import checked, read_yaml
from knowledge.schema.record import EmailAddress, Role, Text, Topic, at_least_one


class Imprint(BaseModel):
    """Who answers for the service (§ 5 DDG, § 18 MStV)."""

    provider: Text
    represented_by: Text
    register_entry: Text = Field(alias="register")
    editor: Text | None = None
    """Who answers for journalistic content, if there is any (§ 18(2) MStV)."""

    class Config:
        allow_mutation = False
        extra = Extra.forbid


class PrivacyContact(BaseModel):
    """Whom to ask about personal data (Art. 13 GDPR)."""

    name: Text
    email: EmailAddress

    class Config:
        allow_mutation = False
        extra = Extra.forbid


class Authority(BaseModel):
    """To whom people may complain about the office (Art. 13(2)(d), 77 GDPR)."""

    name: Text
    website: HttpUrl

    class Config:
        allow_mutation = False
        extra = Extra.forbid


class Desk(BaseModel):
    """A part of the office by its `role` (never a person), and what it looks after; with neither topics nor lands, the rest."""

    role: Role
    topics: tuple[Topic, ...] = ()
    lands: tuple[constr(regex=r"^DE-[A-Z]{2}$"), ...] = ()

    class Config:
        allow_mutation = False
        extra = Extra.forbid


class AnswerDays(BaseModel):
    """In how many days after it came in somebody is answered, by kind of matter; None: nothing is promised."""

    idea: PositiveInt | None = None
    question: PositiveInt | None = None
    obstacle: PositiveInt | None = None
    concern: PositiveInt | None = None

    class Config:
        allow_mutation = False
        extra = Extra.forbid


class OfficeProfile(BaseModel):
    """Name, ways to reach and legal particulars of the office. `is_example` marks the fictitious default.

    `recipients` are the firms and bodies that get personal data, such as who runs the server; none: nobody outside the
    office. For a `is_public_body` Art. 6(1)(f) GDPR is not open. `backup_days`: so long backups are kept, if there are any.
    `answer_days`: in so many days the office answers, where it promises that.
    """

    name: Text
    short_name: Text
    land: constr(regex=r"^DE-[A-Z]{2}$")
    phone: Text
    email: EmailAddress
    street: Text
    postal_code: constr(regex=r"^\d{5}$")
    city: Text
    hours: tuple[Text, ...]
    website: HttpUrl
    imprint: Imprint
    privacy_contact: PrivacyContact
    data_protection_officer: PrivacyContact | None = None
    supervisory_authority: Authority
    recipients: tuple[Text, ...] = ()
    is_public_body: bool = False
    backup_days: PositiveInt | None = None
    desks: tuple[Desk, ...] = ()
    """Who looks after what people leave with the office; one of them looks after the rest."""
    answer_days: AnswerDays = AnswerDays()
    is_example: bool = False

    _at_least_one = at_least_one("hours")

    @validator("desks")
    def desks_are_distinct_and_one_takes_the_rest(cls, desks: tuple[Desk, ...]) -> tuple[Desk, ...]:
        if len({one.role for one in desks}) < len(desks):
            raise ValueError("nennt eine Rolle zweimal")
        if desks and sum(not (one.topics or one.lands) for one in desks) != 1:
            raise ValueError("braucht genau einen Platz ohne topics und lands, für alles Übrige")
        return desks

    class Config:
        allow_mutation = False
        extra = Extra.forbid

    @property
    def tel_link(self) -> str:
        """The telephone number as an address to click on (RFC 3966)."""
        digits = "".join(one for one in self.phone if one.isdigit() or one == "+")
        return "tel:" + (digits if digits.startswith("+") else "+49" + digits.removeprefix("0"))


def read_office(content: Path) -> OfficeProfile:
    """The office profile from `office.yml`; raises ContentError."""
    file = content / "office.yml"
    return checked(OfficeProfile, read_yaml(file, dict), file, "office")

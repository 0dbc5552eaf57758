"""Money and other support for projects."""
from __future__ import annotations

from calendar import isleap
from datetime import date
from enum import Enum

from pydantic import HttpUrl, confloat, conint, constr, root_validator, validator

from knowledge.schema.record import Day, OrganisationForm, Record, Text, at_least_one

MonthDay = constr(regex=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
"""A day that comes back every year, as MM-DD."""


class FundingKind(str, Enum):
    GRANT = "zuschuss"
    PRIZE = "preis"
    PLATFORM = "plattform"
    CROWDFUNDING = "crowdfunding"
    ADVICE = "beratung"
    LOAN = "darlehen"
    STIPEND = "stipendium"
    EQUITY = "beteiligung"
    GUARANTEE = "buergschaft"


class FundingLevel(str, Enum):
    EU = "eu"
    FEDERAL = "bund"
    LAND = "land"
    MUNICIPAL = "kommune"
    FOUNDATION = "stiftung"
    PLATFORM = "plattform"


class StatedStatus(str, Enum):
    """What the researchers could see on `checked_on`."""

    OPEN = "offen"
    UNCLEAR = "unklar"
    ENDED = "ausgelaufen"


class Cost(str, Enum):
    """What money is spent on."""

    STAFF = "personal"
    DEVELOPMENT = "entwicklung"
    """Time to work an idea out, before there is a project."""
    LIVING = "lebensunterhalt"
    FEES = "honorare"
    MATERIAL = "sachkosten"
    ROOMS = "raum"
    INVESTMENT = "investition"
    """Things that last: vehicles, equipment, first furnishing."""
    BUILDING = "bau"
    PLANNING = "planung"
    ADVICE = "beratung"
    RUNNING = "betrieb"
    VOLUNTEERS = "ehrenamt"
    """Lump sums for people who work without pay."""


class Funding(Record):
    """A programme, prize, loan or platform.

    Beside the text `deadline` stand, where the source allows it: `deadline_on` (the latest closing date that it
    names, perhaps past), `recurrence` (closing days of every year), `open_until` (last day of the programme; a
    year alone means its last day). `amount_max_eur` may hold for one variant only: the facts say so.
    `covers` are the costs that the source says are paid, `covers_not` those that it rules out; what stands in
    neither is unknown.
    """

    kind = "foerderung"
    id_prefix = "foe"
    usual_owner = "Redaktion Förderung"
    check_months = 6

    provider: Text
    funding_kind: FundingKind
    level: FundingLevel
    eligible: tuple[OrganisationForm, ...]
    amount_min_eur: conint(strict=True, ge=0) | None
    amount_max_eur: conint(strict=True, gt=0) | None
    funding_rate_pct: confloat(gt=0, le=100) | None
    own_share_note: Text
    covers: tuple[Cost, ...] = ()
    covers_not: tuple[Cost, ...] = ()
    deadline: Text
    deadline_on: Day | None = None
    recurrence: tuple[MonthDay, ...] = ()
    period_end: Text | None
    open_until: Day | None = None
    status: StatedStatus
    how_to_apply: Text
    application_url: HttpUrl | None

    _at_least_one = at_least_one("eligible")

    @validator("recurrence", each_item=True)
    def recurrence_is_in_the_calendar(cls, value: str) -> str:
        Day.read(f"2024-{value}")  # a leap year: 02-29 is a day, 02-30 is none
        return value

    @root_validator(skip_on_failure=True)
    def amounts_are_in_order(cls, values: dict) -> dict:
        low, high = values["amount_min_eur"], values["amount_max_eur"]
        if low is not None and high is not None and low > high:
            raise ValueError("amount_min_eur ist größer als amount_max_eur")
        return values

    @validator("covers_not")
    def cost_is_not_covered_as_well(cls, value: tuple[Cost, ...], values: dict) -> tuple[Cost, ...]:
        if set(value) & set(values.get("covers", ())):
            raise ValueError("steht auch in covers")
        return value

    @property
    def ends_on(self) -> date | None:
        """The last day of the programme, if the source names it."""
        return self.open_until

    def status_on(self, day: date) -> StatedStatus:
        """The status on `day`: what was seen, unless the programme or its last known round is over since."""
        if self.status is StatedStatus.ENDED or (self.open_until and self.open_until < day):
            return StatedStatus.ENDED
        if self.status is StatedStatus.OPEN and not self.recurrence and self.deadline_on and self.deadline_on < day:
            return StatedStatus.UNCLEAR
        return self.status

    def next_deadline(self, day: date) -> date | None:
        """The next closing date on or after `day` that the source lets us name, or None."""
        coming = [self.deadline_on] if self.deadline_on and self.deadline_on >= day else []
        for month_day in self.recurrence:
            coming.append(_next_yearly(month_day, day))
        coming = [one for one in coming if not self.open_until or one <= self.open_until]
        return min(coming, default=None)


def _next_yearly(month_day: str, day: date) -> date:
    this_year = _in_year(month_day, day.year)
    return this_year if this_year >= day else _in_year(month_day, day.year + 1)


def _in_year(month_day: str, year: int) -> date:
    """The day in `year`; 29 February falls on the 28th where there is none, to be on the safe side."""
    if month_day == "02-29" and not isleap(year):
        month_day = "02-28"
    return date.fromisoformat(f"{year:04}-{month_day}")

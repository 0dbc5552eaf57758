"""A matter as the office and the person see it, and how a verb on it may end."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Mapping

from office.consent import Consent, Purpose
from office.matters.kind import WITHDRAWN
from office.typed_text import Problem


@dataclass(frozen=True)
class Where:
    """The Land (ISO 3166-2, `DE-SN`) and the Kreis by its name; what is not known is None."""

    land: str | None = None
    kreis: str | None = None


@dataclass(frozen=True)
class Submission:
    """What a person hands in: `told` by name of field, `reach` as typed, at least the consent of the kind."""

    told: Mapping[str, str] = field(repr=False)
    consents: tuple[Consent, ...]
    reach: str = field(default="", repr=False)
    where: Where = field(default=Where(), repr=False)
    desk: str | None = None


@dataclass(frozen=True)
class Event:
    """A state that a matter came to. `by` is a role of the office, None: the person."""

    at: datetime
    state: str
    reason: str | None = field(default=None, repr=False)
    by: str | None = None


@dataclass(frozen=True)
class Version:
    """An earlier text of a field, which another one has replaced."""

    field: str
    text: str = field(repr=False)
    told_at: datetime


@dataclass(frozen=True)
class OfficeAnswer:
    """What the office wrote to the person."""

    text: str = field(repr=False)
    at: datetime
    by: str


@dataclass(frozen=True)
class Matter:
    """A matter. `touched_at` is when it was last written to. The history begins with its receipt, the oldest first.

    `told` has every field of the kind, empty if it was left out; it is empty as a whole once the matter is withdrawn.
    `derived` is what an evaluation made of it, allowed by a consent of its own.
    """

    kind: str
    number: str
    state: str
    received_at: datetime
    touched_at: datetime
    consents: tuple[Consent, ...]
    told: Mapping[str, str] = field(default_factory=dict, repr=False)
    phone: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    where: Where = field(default=Where(), repr=False)
    desk: str | None = None
    """The role of the desk that it belongs to (`office.desks`)."""
    history: tuple[Event, ...] = ()
    versions: tuple[Version, ...] = ()
    answers: tuple[OfficeAnswer, ...] = ()
    derived: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def consent(self) -> Consent:
        """That to the running of the matter itself."""
        return next(one for one in self.consents if one.purpose is not Purpose.EVALUATION)

    @property
    def may_be_evaluated(self) -> bool:
        """Whether the person agreed to it and has not taken it back."""
        return any(one.purpose is Purpose.EVALUATION and one.withdrawn_at is None for one in self.consents)

    @property
    def is_withdrawn(self) -> bool:
        return self.state == WITHDRAWN

    @property
    def handled_by(self) -> str | None:
        """The role that did the last thing that the office has done."""
        return next((one.by for one in reversed(self.history) if one.by), None)


@dataclass(frozen=True)
class MatterFilter:
    """Which matters a list shows: in one of the states (None: those in which there is something to do), received at
    `since` or later and before `until`, in the Land and in the Kreis, at a desk, and of a sort (a field that some kinds have)."""

    states: frozenset[str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    land: str | None = None
    kreis: str | None = None
    desk: str | None = None
    sort: str | None = None


class MatterOutcome(Enum):
    """How a verb ended."""

    RECEIVED = "RECEIVED"
    """Kept; `number`, and `code`, which is never shown again."""
    ALREADY_RECEIVED = "ALREADY_RECEIVED"
    """This request was kept before; with a `code` if it came again at once: then this one counts, the earlier does not."""
    CONSENT_MISSING = "CONSENT_MISSING"
    INVALID = "INVALID"
    """Nothing is kept or changed; `problems` says why."""
    WRONG_CODE = "WRONG_CODE"
    """There is no such number, or it is not the code of this number; nobody learns which."""
    WAIT = "WAIT"
    """Too many wrong codes: no code is looked at before `wait_until`."""
    SHOWN = "SHOWN"
    CHANGED = "CHANGED"
    MOVED = "MOVED"
    """The office has brought it to another state."""
    NOT_ALLOWED = "NOT_ALLOWED"
    """From its state the office cannot bring it there."""
    ANSWERED = "ANSWERED"
    ALREADY_CLOSED = "ALREADY_CLOSED"
    """Its state is an end; nothing is changed."""
    EVALUATION_REVOKED = "EVALUATION_REVOKED"
    """What was derived is deleted; the matter itself goes on."""
    WITHDRAWN = "WITHDRAWN"
    """What the person told is deleted."""
    ALREADY_WITHDRAWN = "ALREADY_WITHDRAWN"
    UNKNOWN_NUMBER = "UNKNOWN_NUMBER"
    """Only staff are told so."""


@dataclass(frozen=True)
class MatterResult:
    """The outcome of a verb, and what belongs to it: see MatterOutcome."""

    outcome: MatterOutcome
    number: str | None = None
    code: str | None = field(default=None, repr=False)
    matter: Matter | None = None
    problems: tuple[Problem, ...] = ()
    wait_until: datetime | None = None
    has_mail: bool = False
    """Whether a mail about it was written, be it that it waits for the address to be confirmed."""
    is_in_chat: bool = False
    """Whether it was told in the conversation from which it came."""

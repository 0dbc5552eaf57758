"""What a call-back is, and how the verbs on it may end."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from office.consent import Consent
from office.typed_text import Problem

PREFIX = "RUECKRUF"
"""How the numbers of call-backs begin."""


class CallbackState(Enum):
    """How far a call-back is. WITHDRAWN: by the person; nothing of what they told is left."""

    OPEN = "open"
    CALLED = "called"
    """Somebody of the office has called and will try again."""
    DONE = "done"
    WITHDRAWN = "withdrawn"


class CallbackField(Enum):
    """What a person tells. The value names the field in a Problem."""

    NAME = "name"
    """A name or a pseudonym."""
    REACH = "reach"
    """A telephone number, a mail address or both."""
    BEST_TIME = "best_time"
    """When to call, in the person's own words; may be left out."""
    SUBJECT = "subject"
    """What it is about; may be left out."""


@dataclass(frozen=True)
class Callback:
    """A call-back as the office and the person see it. `touched_at` is when it was last written to.

    What the person told is None once it is withdrawn. `handled_by` is a role of the office, never a person.
    """

    number: str
    state: CallbackState
    requested_at: datetime
    touched_at: datetime
    consent: Consent
    name: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    best_time: str | None = field(default=None, repr=False)
    subject: str | None = field(default=None, repr=False)
    handled_by: str | None = None


@dataclass(frozen=True)
class CallbackFilter:
    """Which call-backs a list shows: in one of the states, asked for at `since` or later. The default: what is to do."""

    states: frozenset[CallbackState] = frozenset({CallbackState.OPEN, CallbackState.CALLED})
    since: datetime | None = None


class CallbackOutcome(Enum):
    """How a verb ended."""

    REQUESTED = "REQUESTED"
    """Kept; `number`, and `code`, which is never shown again."""
    ALREADY_REQUESTED = "ALREADY_REQUESTED"
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
    CALLED = "CALLED"
    DONE = "DONE"
    ALREADY_DONE = "ALREADY_DONE"
    WITHDRAWN = "WITHDRAWN"
    """What the person told is deleted."""
    ALREADY_WITHDRAWN = "ALREADY_WITHDRAWN"
    UNKNOWN_NUMBER = "UNKNOWN_NUMBER"
    """Only staff are told so."""


@dataclass(frozen=True)
class CallbackResult:
    """The outcome of a verb, and what belongs to it: see CallbackOutcome."""

    outcome: CallbackOutcome
    number: str | None = None
    code: str | None = field(default=None, repr=False)
    callback: Callback | None = None
    problems: tuple[Problem, ...] = ()
    wait_until: datetime | None = None

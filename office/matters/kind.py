"""What a kind of matter declares: only what differs from the others."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from office.consent import Purpose

WITHDRAWN = "withdrawn"
"""The state that every kind has: the person took consent back, and nothing of what they told is left."""
KEPT_WHEN_WITHDRAWN = timedelta(days=30)
"""So long number, hashes and consents of a withdrawn matter stay: a late repeat must not hand it in again, and the office
can show that it had a consent and that it was taken back (GDPR Art. 7(1), 17(3)(e)). None of it tells who the person is."""
PHONE, EMAIL = "phone", "email"
"""The ways to reach somebody, kept beside the fields of every kind."""
REACH = "reach"
"""The name of both together in a Problem, and in what a person tells."""


@dataclass(frozen=True)
class MatterField:
    """Something that a person tells, at most `longest` characters after cleaning.

    `keeps_lines`: its line breaks belong to it. `choices`: the only values that it may have.
    """

    name: str
    longest: int
    is_required: bool = False
    keeps_lines: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    """How far a matter is, and where the office may bring it from there.

    `public`: what the number alone tells; None: nothing. `is_settled`: the time of keeping runs from now on.
    `takes_changes`: the person may still put right what they told; `after_change`: what this brings it to.
    `needs_reason`: the office has to say why, in words for the person.
    """

    name: str
    leads_to: tuple[str, ...] = ()
    public: str | None = None
    is_settled: bool = False
    takes_changes: bool = True
    after_change: str = ""
    needs_reason: bool = False


@dataclass(frozen=True)
class MatterKind:
    """A kind of matter. The first of `states` is that of a new one; WITHDRAWN is added to them.

    `purpose`: the consent without which nothing is kept; `can_be_evaluated`: the voluntary consent to evaluation is
    kept as well. `needs_one_of`: fields of which at least one must be told. `answered_as`: the state that an answer
    brings. `kept_when_open`: from the day it came; `kept_when_settled`: from the last time it was written to.
    """

    name: str
    prefix: str
    purpose: Purpose
    fields: tuple[MatterField, ...]
    states: tuple[State, ...]
    kept_when_open: timedelta
    kept_when_settled: timedelta
    needs_reach: bool = False
    needs_one_of: tuple[str, ...] = ()
    can_be_evaluated: bool = False
    answered_as: str = ""

    def __post_init__(self) -> None:
        names = {one.name for one in self.states}
        named = {name for one in self.states for name in (*one.leads_to, one.after_change)}
        fields = {one.name for one in self.fields}
        if WITHDRAWN in names or not named | {self.answered_as} <= names | {""}:
            raise ValueError(f"the states of {self.name} lead to none of its own")
        if fields & {PHONE, EMAIL, REACH} or not set(self.needs_one_of) <= fields:
            raise ValueError(f"the fields of {self.name} are not its own")

    @property
    def first_state(self) -> State:
        return self.states[0]

    @property
    def state_names(self) -> tuple[str, ...]:
        """All states, WITHDRAWN last."""
        return (*(one.name for one in self.states), WITHDRAWN)

    @property
    def to_do(self) -> frozenset[str]:
        """The states in which the office still has something to do."""
        return frozenset(one.name for one in self.states if not one.is_settled)

    def state(self, name: str) -> State:
        """The state of this name; raises KeyError."""
        return {one.name: one for one in (*self.states, _WITHDRAWN)}[name]

    def field(self, name: str) -> MatterField:
        """The field of this name; raises KeyError."""
        return {one.name: one for one in self.fields}[name]


_WITHDRAWN = State(WITHDRAWN, is_settled=True, takes_changes=False)

"""What a person told for a call-back, checked field by field; a form may ask for one field alone."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping

from office.callbacks.model import CallbackField
from office.reach import LONGEST_REACH, read_reach
from office.typed_text import Problem, Unfit, fitting

LONGEST = {
    CallbackField.NAME: 80,
    CallbackField.REACH: LONGEST_REACH,
    CallbackField.BEST_TIME: 200,
    CallbackField.SUBJECT: 500,
}
"""Characters after cleaning."""
REQUIRED = (CallbackField.NAME, CallbackField.REACH)
"""Without them nobody can call back; more is not asked of anyone (GDPR Art. 5(1)(c))."""


@dataclass(frozen=True)
class Checked:
    """`values` by column (`name`, `phone`, `email`, `best_time`, `subject`) of the fields that serve, and the problems."""

    values: dict[str, str | None] = field(repr=False)
    problems: tuple[Problem, ...]


def check(told: Mapping[CallbackField, str]) -> Checked:
    """Check the fields in `told`."""
    values: dict[str, str | None] = {}
    problems = []
    for one, typed in told.items():
        try:
            values.update(_values(one, typed))
        except Unfit as unfit:
            problems.append(Problem(one.value, unfit.reason, LONGEST[one]))
    return Checked(values, tuple(problems))


def check_whole(told: Mapping[CallbackField, str]) -> Checked:
    """Check a whole call-back: what is not in `told` counts as empty."""
    return check({one: told.get(one, "") for one in CallbackField})


def _values(one: CallbackField, typed: str) -> dict[str, str | None]:
    if one is CallbackField.REACH:
        reach = read_reach(typed)
        return {"phone": reach.phone, "email": reach.email}
    return {one.value: fitting(typed, LONGEST[one], required=one in REQUIRED)}

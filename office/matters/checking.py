"""What a person told for a matter, checked field by field; a form may ask for one field alone."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping

from office.matters.kind import EMAIL, PHONE, REACH, MatterField, MatterKind
from office.reach import LONGEST_REACH, read_reach
from office.typed_text import Problem, Reason, Unfit, fitting


@dataclass(frozen=True)
class Checked:
    """`values` by field, with `phone` and `email`, of what serves (None: not there), and the problems."""

    values: dict[str, str | None] = field(repr=False)
    problems: tuple[Problem, ...]


def check(kind: MatterKind, told: Mapping[str, str], reach: str | None = None) -> Checked:
    """Check the fields in `told` and, unless it is None, the way to reach somebody. Raises KeyError for no field."""
    values: dict[str, str | None] = {}
    problems = []
    for name, typed in told.items():
        one = kind.field(name)
        try:
            values[name] = _fitting(one, typed)
        except Unfit as unfit:
            problems.append(Problem(name, unfit.reason, one.longest))
    if reach is not None:
        try:
            values.update(_reached(kind, reach))
        except Unfit as unfit:
            problems.append(Problem(REACH, unfit.reason, LONGEST_REACH))
    return Checked(values, tuple(problems))


def check_whole(kind: MatterKind, told: Mapping[str, str], reach: str) -> Checked:
    """Check a whole matter: what is not in `told` counts as empty."""
    checked = check(kind, {one.name: told.get(one.name, "") for one in kind.fields} | dict(told), reach)
    if kind.needs_one_of and all(checked.values.get(name) == "" for name in kind.needs_one_of):
        missing = Problem(kind.needs_one_of[0], Reason.MISSING, kind.field(kind.needs_one_of[0]).longest)
        return Checked(checked.values, (*checked.problems, missing))
    return checked


def _fitting(one: MatterField, typed: str) -> str:
    text = fitting(typed, one.longest, one.is_required, one.keeps_lines)
    if text and one.choices and text not in one.choices:
        raise Unfit(Reason.NO_CHOICE)
    return text


def _reached(kind: MatterKind, typed: str) -> dict[str, str | None]:
    if not typed.strip() and not kind.needs_reach:
        return {PHONE: None, EMAIL: None}
    reach = read_reach(typed)
    return {PHONE: reach.phone, EMAIL: reach.email}

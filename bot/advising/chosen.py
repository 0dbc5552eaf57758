"""The advisers that a command means, and what it prints."""
from __future__ import annotations

import json
from datetime import date
from typing import Iterable, Mapping, Sequence

from bot.errors import StartError
from knowledge.schema.adviser import Adviser
from office.matters.service import LONGEST_ROLE
from office.services import OfficeServices
from office.typed_text import Unfit, fitting


def advisers_of(office: OfficeServices, id_: str | None = None) -> tuple[Adviser, ...]:
    """All advisers, or the one with this id; raises StartError."""
    everyone = tuple(office.timetable.advisers())
    if not everyone:
        raise StartError(
            "Die Datenbank kennt keinen Platz der Beratung. Sie stehen in knowledge/content/beratung.yml; ./lotse start lädt sie."
        )
    found = tuple(one for one in everyone if id_ in (None, one.id))
    if not found:
        raise StartError(f"Einen Platz „{id_}“ gibt es nicht. Bekannt sind: {', '.join(one.id for one in everyone)}.")
    return found


def checked_role(text: str) -> str:
    """Who did it, as a role; raises StartError."""
    try:
        return fitting(text, LONGEST_ROLE)
    except Unfit:
        raise StartError(f"--by braucht eine Rolle mit höchstens {LONGEST_ROLE} Zeichen.") from None


def print_lines(entries: Iterable[Mapping[str, object]]) -> None:
    """One line of JSON for each."""
    for one in entries:
        print(json.dumps(one, ensure_ascii=False))


def in_order(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """Both as they are; raises StartError if the last day lies before the first."""
    if first and last and last < first:
        raise StartError(f"Der letzte Tag ({last:%d.%m.%Y}) liegt vor dem ersten ({first:%d.%m.%Y}).")
    return first, last


def roles_of(advisers: Sequence[Adviser]) -> Mapping[str, str]:
    """Adviser → its role."""
    return {one.id: one.role for one in advisers}

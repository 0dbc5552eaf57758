"""Sessions that no longer fit the time of their adviser, as the staff reads of them. No word of a person stands here."""
from __future__ import annotations

from typing import Mapping, Sequence

from office.appointments.hours import LOCAL
from office.appointments.misplaced import Misfit, Misplaced

WHY: Mapping[Misfit, str] = {
    Misfit.NO_ADVISER: "Diesen Platz gibt es nicht mehr.",
    Misfit.AWAY: "Der Platz ist an diesem Tag abwesend.",
    Misfit.NO_HOURS: "Der Platz hat zu dieser Zeit keine Sprechstunde.",
    Misfit.NO_FORMAT: "Der Platz bietet diese Form nicht mehr an.",
}
NONE_MISPLACED = "Alle Termine passen zu den Zeiten ihres Platzes."
MOST_SHOWN = 20


def misplaced_lines(found: Sequence[Misplaced], after_load: bool = False) -> list[str]:
    """What has to be moved, by number and time; nothing if all fit. `after_load`: what will have to be."""
    if not found:
        return []
    who, fits, stays = ("dieser Termin", "passt", "Er bleibt gebucht, bis Sie ihn") if len(found) == 1 else (
        f"diese {len(found)} Termine", "passen", "Sie bleiben gebucht, bis Sie sie"
    )  # fmt: skip
    head = f"Nach dem nächsten ./lotse start {fits} {who}" if after_load else f"{who[0].upper()}{who[1:]} {fits}"
    lines = [f"{head} nicht mehr zu den Zeiten des Platzes. {stays} mit ./lotse advisory move oder cancel ändern:"]
    lines += map(_line, found[:MOST_SHOWN])
    more, where = len(found) - MOST_SHOWN, ", danach in" if after_load else ":"
    return lines + ([f"  … und {more} weitere{where} ./lotse advisory list --misplaced"] if more > 0 else [])


def _line(one: Misplaced) -> str:
    number, slot = one.appointment.number, one.appointment.slot
    return f"  {number}  {slot.starts_at.astimezone(LOCAL):%d.%m.%Y %H:%M} Uhr  {slot.adviser}: {WHY[one.misfit]}"

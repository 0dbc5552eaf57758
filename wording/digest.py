"""The digest for the office: what came in, and what waits since when. No word of a person stands in it."""
from __future__ import annotations

from datetime import datetime
from typing import Sequence

from office.digest import KindDigest, Waiting
from office.mail import MailText

_KINDS = {
    "callback": ("Rückrufe", "callbacks"), "question": ("Fragen", "questions"), "idea": ("Ideen", "ideas"),
    "obstacle": ("Hindernisse", "obstacles"), "concern": ("Nachrichten", "concerns"),
    "appointment": ("Beratungstermine", "advisory"),
}  # fmt: skip
MOST_SHOWN = 20
"""Numbers of each kind, the overdue ones first; the rest is counted."""


def digest_mail(kinds: Sequence[KindDigest], now: datetime, beside: Sequence[str] = ()) -> MailText:
    """The mail of this day."""
    came = sum(one.came_in for one in kinds)
    waiting = sum(len(one.waiting) for one in kinds)
    late = sum(each.is_overdue(now) for one in kinds for each in one.waiting)
    overdue = f", {late} überfällig" if late else ""
    subject = f"Ideenlotse: {came} neu, {waiting} warten{overdue} ({now:%d.%m.%Y})"
    return MailText(subject, digest_text(kinds, now, beside))


def digest_text(kinds: Sequence[KindDigest], now: datetime, beside: Sequence[str] = ()) -> str:
    """Counts and numbers, kind by kind, then what else the office has to look at."""
    lines = [f"Stand {now:%d.%m.%Y %H:%M} Uhr", ""]
    for one in kinds:
        name, command = _KINDS[one.kind]
        if not one.came_in and not one.waiting:
            continue
        lines.append(f"{name}: {one.came_in} in den letzten 24 Stunden, {len(one.waiting)} warten.")
        shown = sorted(one.waiting, key=lambda each: (not each.is_overdue(now), each.since))
        lines += [f"  {each.number}  {_since(each.since, now)}{_promised(each, now)}" for each in shown[:MOST_SHOWN]]
        if len(one.waiting) > MOST_SHOWN:
            lines.append(f"  … und {len(one.waiting) - MOST_SHOWN} weitere")
        if one.waiting:
            lines.append(f"  Ansehen: ./lotse {command} list")
        lines.append("")
    lines += beside
    if len(lines) == 2:
        lines.append("Nichts Neues, und nichts wartet.")
    return "\n".join(lines).rstrip() + "\n"


def _promised(waiting: Waiting, now: datetime) -> str:
    """Until when an answer was promised; a broken promise stands out."""
    if waiting.promised is None:
        return ""
    day = f"{waiting.promised.astimezone(now.tzinfo):%d.%m.%Y}"
    return f"  ÜBERFÄLLIG, Antwort war bis {day} zugesagt" if waiting.is_overdue(now) else f"  Antwort bis {day} zugesagt"


def _since(since: datetime, now: datetime) -> str:
    local = since.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    ago = "heute" if days <= 0 else "seit gestern" if days == 1 else f"seit {days} Tagen"
    return f"{ago} ({local:%d.%m.%Y})"

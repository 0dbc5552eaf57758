"""Advisers' own calendars as the staff reads of them."""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Sequence

from office.appointments.calendars import CalendarState, Collision, Problem
from office.appointments.hours import LOCAL

PROBLEMS = {
    Problem.UNREACHABLE: "Der Server ist nicht zu erreichen. Bitte prüfen Sie die Adresse und das Netz.",
    Problem.TLS: "Das Zertifikat des Servers ist nicht gültig. Für eine eigene Zertifizierungsstelle hilft SSL_CERT_FILE.",
    Problem.TOO_SLOW: "Der Server antwortet zu langsam.",
    Problem.TOO_MUCH: "Der Server schickt mehr, als gelesen wird. Bitte nehmen Sie einen Kalender mit weniger Einträgen.",
    Problem.LOGIN: "Der Server nimmt Namen oder Passwort nicht an. Oft ist ein App-Passwort nötig.",
    Problem.FORBIDDEN: "Der Zugang reicht dafür nicht. Bitte geben Sie ihm das Recht, den Kalender zu ändern.",
    Problem.NOT_FOUND: "Unter der Adresse gibt es nichts. Bitte kopieren Sie sie noch einmal aus dem Kalender.",
    Problem.NO_CALENDAR: "Unter der Adresse liegt kein Kalender. Gebraucht wird die Adresse eines einzelnen Kalenders.",
    Problem.REDIRECT: "Der Server leitet auf eine andere Adresse weiter. Bitte tragen Sie die endgültige Adresse ein.",
    Problem.FOREIGN: "Die Antwort nennt Adressen auf einem anderen Server. Sie wird nicht verwendet.",
    Problem.SERVER: "Der Server hat gerade selbst eine Störung.",
    Problem.ANSWER: "Die Antwort des Servers ist nicht zu verstehen.",
    Problem.REFUSED: "Der Server nimmt den Eintrag nicht an.",
    Problem.CONFLICT: "Der Eintrag wurde dort immer wieder gleichzeitig geändert.",
}
NONE_ATTACHED = "Es ist kein Kalender eingestellt. Wie das geht, steht in docs/handbuch/kalender.md."
COLLIDES = "Achtung: Zur selben Zeit steht etwas anderes im Kalender."
MOST_COLLISIONS = 20
_BLIP = timedelta(hours=1)
"""What lasts shorter is not worth a line in the digest."""


def attached(adviser: str, role: str, state: CalendarState | None, waiting: int) -> str:
    """A calendar in a line or more: when it was read, what is in the way, what still has to be written."""
    lines = [f"{adviser} ({role}): {_read(state)}"]
    if state and state.problem:
        lines.append(f"nicht lesbar seit {_moment(state.failing_since)} Uhr: {PROBLEMS[state.problem]}")
        lines.append("Es gelten die zuletzt bekannten Zeiten. Buchungen gehen weiter.")
    if state and state.unreadable:
        lines.append(f"Einträge, die nicht lesbar sind und keine Zeit sperren: {state.unreadable}")
    if waiting:
        lines.append(f"Termine, die dort noch einzutragen oder zu löschen sind: {waiting}")
    return "\n  ".join(lines)


def of_nobody(adviser: str) -> str:
    """A calendar that is set for an adviser whom the office does not have."""
    return f"{adviser}: Einen Platz der Beratung mit dieser id gibt es nicht. ./lotse advisory advisers zeigt alle."


def checked(adviser: str, role: str, problem: Problem | None, may_write: bool | None) -> str:
    """What came of a test of the connection."""
    if problem is not None:
        return f"{adviser} ({role}): {PROBLEMS[problem]}"
    rights = {True: "Termine eintragen ist erlaubt.", False: PROBLEMS[Problem.FORBIDDEN],
              None: "Ob Termine eingetragen werden dürfen, sagt der Server nicht."}  # fmt: skip
    return f"{adviser} ({role}): lesbar. {rights[may_write]}"


def collision_lines(collisions: Sequence[Collision]) -> list[str]:
    """Bookings that meet another entry in the calendar of their adviser."""
    if not collisions:
        return []
    lines = ["Diese Termine stoßen im Kalender mit etwas anderem zusammen. Gebucht bleiben sie, bis jemand etwas ändert:"]
    lines += [f"  {one.number}  {_moment(one.starts_at)} Uhr  {one.adviser}" for one in collisions[:MOST_COLLISIONS]]
    return lines + ([f"  … und {len(collisions) - MOST_COLLISIONS} weitere"] if len(collisions) > MOST_COLLISIONS else [])


def calendar_troubles(states: Sequence[CalendarState], collisions: Sequence[Collision], now: datetime) -> tuple[str, ...]:
    """Lines for the digest: calendars that cannot be read, and collisions; none if all is well."""
    failing = [
        f"Der Kalender von {one.adviser} ist seit {_moment(one.failing_since)} Uhr nicht lesbar. {PROBLEMS[one.problem]}"
        for one in states
        if one.problem and one.failing_since <= now - _BLIP
    ]
    return tuple([*failing, *collision_lines(collisions)])


def calendars_in_short(states: Sequence[CalendarState], number: int) -> str:
    """For the status: „2 eingestellt, nicht lesbar: ber-foerderung“"""
    failing = [one.adviser for one in states if one.problem]
    told = f"{number} eingestellt" if number else "keiner eingestellt"
    return f"{told}, nicht lesbar: {', '.join(failing)}" if failing else told


def _read(state: CalendarState | None) -> str:
    return "noch nie gelesen" if state is None or state.read_at is None else f"gelesen am {_moment(state.read_at)} Uhr"


def _moment(moment: datetime) -> str:
    """„22.11.2026 10:00“"""
    return moment.astimezone(LOCAL).strftime("%d.%m.%Y %H:%M")

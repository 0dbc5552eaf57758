"""What the command line says about declarations, retention and deletion, for staff."""
from __future__ import annotations

from typing import Any, Iterable, Mapping

from office.privacy.model import Deletion, Held, Sweep

NOT_OVERWRITTEN = (
    "Gelöscht, aber noch nicht überschrieben: Ein anderes Programm hat die Datenbank gerade gebraucht. Bitte führen Sie "
    "./lotse privacy sweep später noch einmal aus."
)


def sweep_report(swept: Sweep) -> str:
    """What has gone, by table."""
    gone = [f"  {name}: {rows}" for name, rows in swept.rows.items() if rows]
    first = "Zu alt und gelöscht, nach Tabelle:" if gone else "Nichts war zu alt."
    last = "Was gelöscht ist, ist in den Dateien überschrieben." if swept.is_overwritten else NOT_OVERWRITTEN
    return "\n".join([first, *gone, last])


def held_report(held: Held) -> str:
    """How much there is of a conversation."""
    there = [f"  {one.table}: {one.rows}" for one in held.parts if one.rows]
    if not there:
        return "Zu diesem Gespräch ist nichts gespeichert."
    return "\n".join(["Gespeichert, nach Tabelle:", *there, "Mit --surely wird das alles gelöscht."])


def deletion_report(deletion: Deletion) -> str:
    """What was deleted of a conversation."""
    if not deletion.was_there:
        return "Zu diesem Gespräch war nichts gespeichert."
    gone = [f"  {table}: {rows}" for table, rows in deletion.rows.items() if rows]
    return "\n".join(["Gelöscht, nach Tabelle:", *gone, *([] if deletion.is_overwritten else [NOT_OVERWRITTEN])])


def declaration_lines(declarations: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """Table by table: what is personal, whose it is, why and how long."""
    for one in declarations:
        if "why" in one:
            yield f"{one['table']}: nichts Personenbezogenes ({one['why']})"
            continue
        yield f"{one['table']} ({one['part']}): {', '.join(one['personal']) or 'nichts, was über die Person etwas sagt'}"
        yield f"    gehört: {one['owner']}; Grundlage: {one['basis']}; aufbewahrt: {one['kept']}"

"""What is handed out to somebody who asks for their data, as German text to read."""
from __future__ import annotations

import json
import re
from datetime import datetime, tzinfo
from typing import Any, Mapping

from knowledge.office import OfficeProfile
from wording.dates import day_in_words
from wording.privacy_page import TITLES

_NAMES = {
    "kept_until": "Ihr Code wird im Gespräch gezeigt bis",
    "created_at": "begonnen", "last_seen_at": "letzte Nachricht", "review_objected_at": "Durchsicht widersprochen",
    "form_name": "Formular", "state": "Stand", "updated_at": "geändert", "used_at": "zuletzt benutzt",
    "record_id": "Eintrag", "remembered_at": "gemerkt", "expires_at": "Link gilt bis", "received_at": "eingegangen",
    "settled_at": "beantwortet", "outcome": "Ausgang", "pending_message": "noch nicht beantwortete Nachricht",
    "key": "Kennung", "moment": "Zeitpunkt", "remembered": "gemerkt", "value": "Wert",
}  # fmt: skip
"""Column → what it is called; others stand under their own name."""
_TALK = {"answer", "events"}
_MARK = re.compile(r"\[Code [0-9a-z]+\]")
"""What stands in place of a code in all that is stored (docs/decisions/0017-codes-in-conversations.md)."""


def export_as_text(export: Mapping[str, Any], office: OfficeProfile, zone: tzinfo) -> str:
    """The whole export: first what was said in its order, then everything else, each part under its title."""
    data = export["data"]
    lines = [
        f"Ihre Daten beim Ideenlotsen der {office.name}",
        f"Stand: {_moment(export['exported_at'], zone)}",
        f"Kennung des Gesprächs: {export['conversation_key']}",
    ]
    if export["kept_until"]:
        lines.append(f"Wird gelöscht am: {_moment(export['kept_until'], zone)}, wenn Sie nicht weiterschreiben")
    if export["cases_kept_apart"]:
        numbers = ", ".join(export["cases_kept_apart"])
        lines.append(f"Getrennt aufbewahrt, zu sehen mit Nummer und Code: {numbers}")
    lines += ["", "Was gesagt wurde", "================", *_talk(data.get("conversation", {}), zone)]
    for part, tables in data.items():
        rest = {table: rows for table, rows in tables.items() if table not in _TALK}
        rest |= {"events": kept} if (kept := [one for one in tables.get("events", ()) if "remembered" in one]) else {}
        if rest:
            lines += ["", TITLES[part], "=" * len(TITLES[part])]
            lines += [line for rows in rest.values() for row in rows for line in _row(row, zone)]
    contact = office.privacy_contact
    lines += ["", f"Fragen dazu: {contact.name}, {contact.email}", ""]
    return "\n".join(lines)


def _talk(tables: Mapping[str, Any], zone: tzinfo) -> list[str]:
    """Messages and answers; how a message was understood stands below it."""
    buttons = [button for one in tables.get("answer", ()) for button in one["body"].get("buttons", ())]
    titles = {button["payload"]: button["title"] for button in buttons}
    said = [(one["moment"], 0, _own(one, titles)) for one in tables.get("events", ()) if "written" in one]
    said += [(one["created_at"], 1, f"Ideenlotse: {one['body']['text']}") for one in tables.get("answer", ())]
    ordered = sorted(said, key=lambda one: (datetime.fromisoformat(one[0]), one[1]))
    return [line for moment, _, text in ordered for line in (f"[{_moment(moment, zone)}] {_MARK.sub('[Code]', text)}", "")]


def _own(event: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """What the person wrote or pressed; `titles` are the words on the buttons, by what they send."""
    found = ", ".join(f"{one['kind']} = {one['value']}" for one in event["recognised"])
    understood = "; ".join(filter(None, [event["understood_as"] or "", found]))
    text = event["written"] or ""
    said = f"Sie (Knopf): {titles.get(text, text)}" if text.startswith("/") else f"Sie: {text}"
    return f"{said}\n    verstanden als: {understood}" if understood else said


def _row(row: Mapping[str, Any], zone: tzinfo) -> list[str]:
    told = [f"{_NAMES.get(name, name)}: {_value(value, zone)}" for name, value in row.items() if value is not None]
    return ["- " + "\n  ".join(told)] if told else []


def _value(value: Any, zone: tzinfo) -> str:
    if isinstance(value, str):
        return _moment(value, zone) if _is_moment(value) else value
    return json.dumps(value, ensure_ascii=False)


def _is_moment(text: str) -> bool:
    if len(text) < 19 or text[10:11] != "T":
        return False
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _moment(text: str, zone: tzinfo) -> str:
    moment = datetime.fromisoformat(text).astimezone(zone)
    return f"{day_in_words(moment.date())}, {moment:%H:%M} Uhr"

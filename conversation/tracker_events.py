"""Rasa's table `events`, which holds what was said, as far as we have to know it to hand out and delete what is personal.

Rasa makes the table (`bot/tracker_store.py`) and knows a conversation by its key. A test holds this against Rasa's own.
"""
from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any, Mapping

from sqlalchemy import Column, Float, Integer, String, Table, Text

from storage.base import FOREIGN
from storage.privacy import ByConversation, Privacy, WithOwner, declared


def _shown(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """What an event says about the person; None for the steps of the program itself."""
    told = json.loads(row["data"])
    moment = datetime.fromtimestamp(row["timestamp"], timezone.utc)
    if row["type_name"] == "user":
        parsed = told.get("parse_data") or {}
        intent = parsed.get("intent") or {}
        found = [{"kind": one.get("entity"), "value": one.get("value")} for one in parsed.get("entities") or []]
        return {
            "moment": moment, "written": told.get("text"), "understood_as": intent.get("name"),
            "confidence": intent.get("confidence"), "recognised": found,
        }  # fmt: skip
    if row["type_name"] == "bot":
        return {"moment": moment, "answered": told["text"]} if told.get("text") else None
    if row["type_name"] == "slot" and told.get("value") is not None:
        return {"moment": moment, "remembered": told.get("name"), "value": told["value"]}
    return None


EVENTS = Table(
    "events", FOREIGN,
    Column("id", Integer, primary_key=True),
    Column("sender_id", String(255), nullable=False),
    Column("type_name", String(255), nullable=False),
    Column("timestamp", Float),
    Column("intent_name", String(255)),
    Column("action_name", String(255)),
    Column("data", Text),
    **declared(Privacy(
        "conversation", ("type_name", "timestamp", "intent_name", "data"), ("id", "sender_id", "action_name"),
        ByConversation("sender_id"), WithOwner(), shown=_shown,
    )),
)  # fmt: skip

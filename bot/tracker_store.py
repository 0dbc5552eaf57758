"""Keeps the events of every conversation in the database of DATABASE_URL, in Rasa's own table `events`.

Differs from Rasa's SQLTrackerStore, on which it is built, in six ways: words of a crisis are never written down; nothing is
written for a conversation that was deleted; the address comes from our settings, so that `rasa run` and `rasa shell` use
the same one; SQL runs in a thread, so that one conversation does not stop the others; it outlives a restart of the database;
and a failure is raised. Rasa wraps every store in one that goes on in memory after an error: the person would get answers,
and the conversation would be lost.
"""
from __future__ import annotations

import asyncio
import json
import logging
import os
import re
from typing import Any, Iterable

import sqlalchemy as sa
from rasa.core.agent import Agent
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import Session

from bot.env_file import read_env_file
from bot.settings import ROOT, read_settings
from conversation.crisis import find_crisis
from conversation.tables import ConversationRow
from storage.database import Database

log = logging.getLogger(__name__)
_KEY = re.compile(r"[0-9a-f]{64}")


CRISIS_NEED = "notlage"
CRISIS_TEXT = "[Notlage]"
"""Stands in the place of the words of somebody in need."""


class DurableTrackerStore(SQLTrackerStore):
    """A tracker store that raises StorageError instead of forgetting. Named in endpoints.yml."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        database_url: str | None = None,
        **_ignored: Any,
    ) -> None:
        """Open the database of the settings, or `database_url`, and make the table if it is not there."""
        TrackerStore.__init__(self, domain, event_broker)
        self.database = Database(database_url or _configured_url())
        self.engine = self.database.engine
        with self.database.writing() as session:
            _make_table(session)

    async def keys(self) -> Iterable[str]:
        """The ids of all conversations."""
        return await asyncio.to_thread(self._read_keys)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The newest session of a conversation, None if there is none."""
        return await asyncio.to_thread(self._read, sender_id, False)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """A conversation with all its sessions, None if there is none."""
        return await asyncio.to_thread(self._read, conversation_id, True)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Add what is new in the tracker, all of it or nothing."""
        await self.stream_events(tracker)
        await asyncio.to_thread(self._write, tracker)

    def _read_keys(self) -> list[str]:
        with self.database.reading() as session:
            return list(session.scalars(sa.select(self.SQLEvent.sender_id).distinct()))

    def _read(self, sender_id: str, all_sessions: bool) -> DialogueStateTracker | None:
        with self.database.reading() as session:
            rows = self._event_query(session, sender_id, all_sessions).all()
            events = [json.loads(row.data) for row in rows]
        return DialogueStateTracker.from_dict(sender_id, events, self.domain.slots) if events else None

    def _write(self, tracker: DialogueStateTracker) -> None:
        with self.database.writing() as session:
            if _was_deleted(session, tracker.sender_id):
                log.info("Ein Gespräch wurde gelöscht, während es beantwortet wurde; davon wird nichts geschrieben.")
                return
            session.add_all(self._row(tracker.sender_id, event) for event in self._additional_events(session, tracker))

    def _additional_events(self, session: Session, tracker: DialogueStateTracker) -> list[Event]:
        """What is not stored yet, by kind and time; Rasa counts instead, and is one off in a session's first turn."""
        row = self.SQLEvent
        stored = session.execute(sa.select(row.type_name, row.timestamp).where(row.sender_id == tracker.sender_id))
        known = {tuple(found) for found in stored}
        return [event for event in tracker.events if (event.type_name, event.timestamp) not in known]

    def _row(self, sender_id: str, event: Event) -> SQLTrackerStore.SQLEvent:
        data = without_words_of_crisis(event.as_dict())
        return self.SQLEvent(
            sender_id=sender_id,
            type_name=event.type_name,
            timestamp=data.get("timestamp"),
            intent_name=data.get("parse_data", {}).get("intent", {}).get("name"),
            action_name=data.get("name"),
            data=json.dumps(data),
        )


def without_words_of_crisis(event: dict[str, Any]) -> dict[str, Any]:
    """`event` as it may be kept: of a person's message in need its words and all that was read in them are left out.

    The web process answers most of these before Rasa is asked; here are those that only the classifier has seen.
    """
    parsed = event.get("parse_data") or {}
    is_crisis = (parsed.get("intent") or {}).get("name") == CRISIS_NEED or find_crisis(event.get("text") or "") is not None
    if event.get("event") != "user" or not is_crisis:
        return event
    kept = {name: parsed[name] for name in ("intent", "intent_ranking", "language", "message_id") if name in parsed}
    return {**event, "text": CRISIS_TEXT, "parse_data": {**kept, "text": CRISIS_TEXT, "entities": []}}


def _configured_url() -> str:
    return read_settings({**os.environ, **read_env_file(ROOT / ".env", os.environ)}).database_url


def _was_deleted(session: Session, sender_id: str) -> bool:
    """Whether `sender_id` is a key of ours (a SHA-256) whose conversation is not there: it always begins before Rasa hears.

    The row stays locked against deletion until the commit (PostgreSQL; on SQLite only one writes at a time). Other ids,
    such as those of `rasa shell`, belong to nobody.
    """
    if not _KEY.fullmatch(sender_id):
        return False
    mine = sa.select(ConversationRow.key).filter_by(key=sender_id).with_for_update(read=True, key_share=True)
    return session.scalar(mine) is None


def _make_table(session: Session) -> None:
    """Make `events`; two processes at once are no trouble, one of them waits (a lock held until the commit)."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.text("SELECT pg_advisory_xact_lock(hashtext('ideenlotse events'))"))
    DurableTrackerStore.Base.metadata.create_all(session.connection())


_wrap = Agent._create_tracker_store


def _wrap_others(store: TrackerStore | None, domain: Domain) -> TrackerStore:
    """Rasa's wrapping for every store but ours, which an agent takes as it is. No setting of Rasa can do this."""
    if not isinstance(store, DurableTrackerStore):
        return _wrap(store, domain)
    store.domain = domain
    return store


Agent._create_tracker_store = staticmethod(_wrap_others)

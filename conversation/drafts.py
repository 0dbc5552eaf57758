"""Drafts of forms: they survive a restart, the end of a session and another day. Everything here blocks.

Raises `storage.StorageError` when the database does not answer.
"""
from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Mapping

from sqlalchemy import JSON, Column, ForeignKey, String, delete, select

from conversation.forms.state import FormState, StateUnreadable
from conversation.tables import ConversationRow, Moment
from storage import Database
from storage.base import Base
from storage.privacy import Basis, ByConversation, Days, Privacy, declared

log = logging.getLogger(__name__)

DAYS_KEPT = 30
"""Days after its last change for which a draft is kept."""


def _as_shown(row: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """What is handed out of a draft; of one that was handed over nothing personal is left."""
    names = ("form_name", "state", "updated_at")
    return None if row["state"].get("has_ended") else {name: row[name] for name in names}


class FormDraftRow(Base):
    """A form that somebody is filling in, one of each kind in a conversation. Goes with the conversation."""

    __tablename__ = "form_draft"
    __table_args__ = declared(Privacy(
        "draft", ("form_name", "state", "updated_at"), ("conversation_key",), ByConversation(),
        Days(DAYS_KEPT, "updated_at"), Basis.CONSENT, shown=_as_shown,
    ))  # fmt: skip

    conversation_key = Column(String(64), ForeignKey(ConversationRow.key, ondelete="CASCADE"), primary_key=True)
    form_name = Column(String(40), primary_key=True)
    state = Column(JSON, nullable=False)
    updated_at = Column(Moment, nullable=False, index=True)


class DraftStore:
    """The drafts of all conversations, by verbs. `key` is the hash under which a conversation is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, key: str, state: FormState) -> None:
        """Keep `state` as the draft of its form, in place of an earlier one; the conversation must be there."""
        with self._database.writing() as session:
            row = session.get(FormDraftRow, (key, state.form), with_for_update=True)
            if row is None:
                row = FormDraftRow(conversation_key=key, form_name=state.form)
                session.add(row)
            row.state = state.to_dict()
            row.updated_at = state.updated_at

    def load(self, key: str, form_name: str) -> FormState | None:
        """The draft of a form, None if there is none that can be read."""
        with self._database.reading() as session:
            row = session.get(FormDraftRow, (key, form_name))
            return None if row is None else _read(row)

    def latest(self, key: str) -> FormState | None:
        """The draft that was worked on last in a conversation, whatever form it is of: the active one comes first."""
        states = [one for one in self._all(key) if not one.has_ended]
        return next((one for one in states if not one.resting), states[0] if states else None)

    def handed_over(self, key: str, state: FormState) -> None:
        """A form has arrived at the office: nothing of it stays but which message it was, for a repeat of that message."""
        kept = FormState(state.form, state.form_version, state.started_at, state.updated_at, has_ended=True,
                         last_message_id=state.last_message_id)  # fmt: skip
        self.save(key, kept)

    def handed_over_by(self, key: str, message_id: str) -> FormState | None:
        """What is left of the form that this very message has handed over; its answer may have been lost."""
        return next((one for one in self._all(key) if one.has_ended and message_id and one.last_message_id == message_id), None)

    def _all(self, key: str) -> list[FormState]:
        """All drafts of a conversation that can be read, the latest first."""
        with self._database.reading() as session:
            rows = select(FormDraftRow).filter_by(conversation_key=key).order_by(FormDraftRow.updated_at.desc())
            return [state for row in session.scalars(rows) if (state := _read(row)) is not None]

    def delete(self, key: str, form_name: str) -> bool:
        """Forget a draft; whether there was one."""
        with self._database.writing() as session:
            chosen = delete(FormDraftRow).where(
                FormDraftRow.conversation_key == key, FormDraftRow.form_name == form_name
            )
            return session.execute(chosen).rowcount > 0

    def forget_older_than(self, now: datetime, days: int = DAYS_KEPT) -> int:
        """Forget the drafts that nobody has touched for `days`; how many they were."""
        with self._database.writing() as session:
            old = delete(FormDraftRow).where(FormDraftRow.updated_at < now - timedelta(days=days))
            return session.execute(old.execution_options(synchronize_session=False)).rowcount


def let_rest(drafts: DraftStore, key: str, why: str, now: datetime) -> bool:
    """Let the form that is open in a conversation rest (`why`: crisis or human); whether there was one."""
    state = drafts.latest(key)
    if state is None or state.has_ended or state.resting:
        return False
    drafts.save(key, replace(state.at_rest(why), updated_at=now))
    return True


def _read(row: FormDraftRow) -> FormState | None:
    try:
        return FormState.from_dict(row.state)
    except StateUnreadable as reason:
        log.warning("Ein Entwurf (%s) ist nicht mehr lesbar: %s.", row.form_name, reason)
        return None

"""The office's answer, told in the conversation in which the question was left, as long as there is that conversation.

Whoever has the page open sees it come; whoever comes back finds it. A row leads from the question to the conversation and
goes with either. Everything here blocks and raises `storage.StorageError`.
"""
from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, ForeignKey, String, delete
from sqlalchemy.orm import Session

from conversation.messages import Answer
from conversation.tables import ConversationRow
from conversation.turn_store import append_answers
from office.matters.kinds.question import ANSWER_BY, NOT_WANTED, QUESTION
from office.matters.model import Matter
from office.matters.notices import Occasion
from office.matters.tables import MatterRow
from storage import Database
from storage.base import Base
from storage.privacy import Basis, ByConversation, Privacy, WithOwner, declared
from wording.questions import answered_here


class QuestionChatRow(Base):
    """Where the answer to a question is told."""

    __tablename__ = "question_chat"
    __table_args__ = declared(Privacy(
        "conversation", ("matter_number",), ("conversation_key",), ByConversation(), WithOwner(), Basis.CONSENT,
    ))  # fmt: skip

    matter_number = Column(String(20), ForeignKey(MatterRow.number, ondelete="CASCADE"), primary_key=True)
    conversation_key = Column(String(64), ForeignKey(ConversationRow.key, ondelete="CASCADE"), nullable=False, index=True)


class OfficeAnswers:
    """Knows which conversation waits for an answer. `key` is the hash under which a conversation is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def expect(self, matter: Matter, key: str) -> bool:
        """From now on the answer to `matter` is told in this conversation; whether it is. Safe to repeat."""
        if matter.kind != QUESTION.name or matter.is_withdrawn or matter.told[ANSWER_BY] == NOT_WANTED:
            return False
        with self._database.writing() as session:
            if session.get(ConversationRow, key) is None:  # `rasa shell` has none of ours
                return False
            session.merge(QuestionChatRow(matter_number=matter.number, conversation_key=key))
        return True


def tell_in_chat(session: Session, matter: Matter, occasion: Occasion, now: datetime) -> bool:
    """Write the office's answer into the conversation, in its unit of work; whether there is one. A question that is taken
    back is of no conversation any more."""
    if occasion is Occasion.WITHDRAWN:
        session.execute(delete(QuestionChatRow).filter_by(matter_number=matter.number))
        return False
    chat = session.get(QuestionChatRow, matter.number) if occasion is Occasion.ANSWERED else None
    if chat is None:
        return False
    append_answers(session, chat.conversation_key, [Answer.of(answered_here(matter))], now)
    return True

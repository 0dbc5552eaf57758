"""What is new on the waiting list, told in the conversation in which somebody got onto it, as long as there is one.

Whoever has the page open sees it come; whoever comes back finds it. Everything here blocks.
"""
from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from conversation.messages import Answer
from conversation.tables import ConversationRow
from conversation.turn_store import append_answers
from office.appointments.waiting_model import WaitingNews, WaitingOffer
from wording.waiting import ended_reply, let_pass_reply, offered_reply


def tell_of_waiting(session: Session, key: str, news: WaitingNews, offer: WaitingOffer | None, now: datetime) -> None:
    """Write it into the conversation, in the unit of work in which it happens."""
    if session.get(ConversationRow, key) is None:
        return
    reply = offered_reply(offer) if offer else let_pass_reply() if news is WaitingNews.LET_PASS else ended_reply()
    append_answers(session, key, [Answer.of(reply)], now)

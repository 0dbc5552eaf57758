"""A conversation that has left something in every table of a conversation, and a call-back beside it."""
from __future__ import annotations

from datetime import datetime, timedelta

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.tracker_store import DurableTrackerStore
from conversation.drafts import DraftStore
from conversation.incoming import IncomingMessage, key_of
from conversation.messages import Answer
from conversation.remembering import RememberLists
from conversation.turn_store import TurnState, TurnStore
from storage import Database
from tests.conversation.forms.forms_setup import FORMS, after

ID = "the-secret-of-a-conversation"
KEY = key_of(ID)
DOMAIN = Domain.from_dict({"slots": {"asked": {"type": "any", "mappings": [{"type": "custom"}]}}})


def tracker_store(database: Database) -> DurableTrackerStore:
    """Rasa's store on the same database."""
    return DurableTrackerStore(DOMAIN, database_url=database.url.render_as_string(hide_password=False))


def a_dialogue(words: str, key: str = KEY) -> DialogueStateTracker:
    """What Rasa keeps of one turn."""
    tracker = DialogueStateTracker.from_events(key, [], slots=DOMAIN.slots)
    events = (
        ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen"),
        UserUttered(words, {"name": "foerderung", "confidence": 0.9}), SlotSet("asked", {"question": words}),
        BotUttered(f"Zu „{words}“ habe ich etwas."),
    )  # fmt: skip
    for event in events:
        tracker.update(event, DOMAIN)
    return tracker


async def a_full_conversation(database: Database, words: str, now: datetime, key: str = KEY) -> None:
    """Turns, answers, a message on its way, a draft, a remember list with link and code, and Rasa's events."""
    turns, lists = TurnStore(database), RememberLists(database, lambda: now)
    first = turns.open_turn(IncomingMessage(key, True, "m1", now, words))
    turns.settle(first.id, TurnState.ANSWERED, [Answer(f"Zu „{words}“: RUECKRUF-7K3M9U")], now)
    turns.open_turn(IncomingMessage(key, False, "m2", now, f"{words} noch einmal"))
    DraftStore(database).save(key, after(FORMS["rueckruf"], "ja", f"Petra {words}", now=now).state)
    lists.remember(key, ["foe-buergerbus", "foe-dorfladen"])
    lists.issue_code(lists.issue_link(key))
    store = tracker_store(database)
    await store.save(a_dialogue(words, key))
    store.database.close()


def days(number: int) -> timedelta:
    return timedelta(days=number)

"""Conversations are kept: on SQLite and PostgreSQL, over a restart of the database, and never only in memory."""
from __future__ import annotations

import asyncio
import json
import threading
from typing import Callable

import pytest
import sqlalchemy as sa
from rasa.core.agent import Agent
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.tracker_store import CRISIS_TEXT, DurableTrackerStore
from conversation.tables import ConversationRow
from storage.database import StorageError
from storage.migrate import migrate
from tests.chat_setup import NOW

DOMAIN = Domain.from_dict({"slots": {"ort": {"type": "text", "mappings": [{"type": "custom"}]}}})
Open = Callable[[], DurableTrackerStore]


@pytest.fixture(params=["sqlite", "postgresql"])
def open_store(request, tmp_path) -> Open:
    """Opens the same database anew each time, as a restart of Rasa does."""
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'lotse.db'}" if is_sqlite else request.getfixturevalue("postgres_url")
    opened: list[DurableTrackerStore] = []

    def open_it() -> DurableTrackerStore:
        opened.append(DurableTrackerStore(DOMAIN, database_url=url))
        return opened[-1]

    yield open_it
    for store in opened:
        store.database.close()


def a_tracker(sender: str = "s1") -> DialogueStateTracker:
    tracker = DialogueStateTracker.from_events(sender, [], slots=DOMAIN.slots)
    for event in (ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")):
        tracker.update(event, DOMAIN)
    return tracker


def a_turn(tracker: DialogueStateTracker, text: str = "Wer fördert Bürgerbusse in Görlitz? 🚌") -> None:
    for event in (UserUttered(text), SlotSet("ort", "Görlitz"), BotUttered("Diese drei …")):
        tracker.update(event, DOMAIN)


async def test_a_conversation_comes_back_after_a_restart_word_for_word(open_store):
    tracker = a_tracker()
    a_turn(tracker)
    await open_store().save(tracker)
    found = await open_store().retrieve_full_tracker("s1")
    assert [event.as_dict() for event in found.events] == [event.as_dict() for event in tracker.events]
    assert found.get_slot("ort") == "Görlitz" and isinstance(found.slots["ort"], TextSlot)


async def test_each_turn_adds_only_what_is_new_even_if_it_is_saved_twice(open_store):
    store, tracker = open_store(), a_tracker()
    for _ in range(3):
        a_turn(tracker)
        await store.save(tracker)
        await store.save(tracker)
    found = await store.retrieve_full_tracker("s1")
    assert [event.as_dict() for event in found.events] == [event.as_dict() for event in tracker.events]


async def test_two_servers_that_answer_the_same_conversation_lose_nothing(open_store):
    store = open_store()
    await store.save(a_tracker())
    first, second = await store.retrieve("s1"), await store.retrieve("s1")
    for tracker in (first, second):
        a_turn(tracker)
        await store.save(tracker)
    assert len((await store.retrieve_full_tracker("s1")).events) == 3 + 2 * 3


async def test_the_newest_session_is_what_a_turn_sees_and_all_sessions_are_kept(open_store):
    store, tracker = open_store(), a_tracker()
    a_turn(tracker)
    await store.save(tracker)
    later = await store.retrieve("s1")
    for event in (ActionExecuted("action_session_start"), SessionStarted()):
        later.update(event, DOMAIN)
    await store.save(later)
    assert len((await store.retrieve("s1")).events) == 1
    assert len((await store.retrieve_full_tracker("s1")).events) == 8


async def test_an_unknown_conversation_is_none_and_keys_are_the_known_ones(open_store):
    store = open_store()
    for sender in ("s1", "s2"):
        await store.save(a_tracker(sender))
    assert await store.retrieve("s3") is None
    assert sorted(await store.keys()) == ["s1", "s2"]


async def test_many_conversations_at_once_lose_nothing(open_store):
    store = open_store()

    async def talk(sender: str) -> None:
        tracker = a_tracker(sender)
        for _ in range(3):
            a_turn(tracker)
            await store.save(tracker)

    await asyncio.gather(*(talk(f"s{number}") for number in range(8)))
    counts = [len((await store.retrieve_full_tracker(f"s{number}")).events) for number in range(8)]
    assert counts == [12] * 8


def test_two_processes_may_make_the_table_at_the_same_time(open_store):
    threads = [threading.Thread(target=open_store) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sa.inspect(open_store().engine).has_table("events")


async def test_a_save_that_fails_is_heard_of_and_keeps_nothing_half(open_store):
    store, tracker = open_store(), a_tracker()
    agent_store = Agent(tracker_store=store).tracker_store
    with store.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE events RENAME TO away"))
    with pytest.raises(StorageError):
        await agent_store.save(tracker)
    with pytest.raises(StorageError):
        await agent_store.retrieve("s1")
    with store.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE away RENAME TO events"))
    assert await agent_store.retrieve("s1") is None
    await agent_store.save(tracker)
    assert len((await agent_store.retrieve("s1")).events) == 2


async def test_a_slow_database_does_not_stop_other_conversations(tmp_path, monkeypatch):
    store = DurableTrackerStore(DOMAIN, database_url=f"sqlite:///{tmp_path / 'lotse.db'}")
    waiting, go_on = threading.Event(), threading.Event()

    def slow(_tracker) -> None:
        waiting.set()
        assert go_on.wait(5)

    monkeypatch.setattr(store, "_write", slow)
    saving = asyncio.create_task(store.save(a_tracker()))
    while not waiting.is_set():
        await asyncio.sleep(0.01)  # would never be reached if the loop were blocked
    go_on.set()
    await saving


async def test_it_outlives_a_restart_of_the_database(postgres_url):
    store = DurableTrackerStore(DOMAIN, database_url=postgres_url)
    await store.save(a_tracker())
    with sa.create_engine(postgres_url).connect() as killer:  # what a restart does to every connection
        killer.execute(
            sa.text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    assert len((await store.retrieve("s1")).events) == 2
    store.database.close()


def test_an_agent_takes_it_as_it_is_and_wraps_others_as_rasa_does(tmp_path):
    ours = DurableTrackerStore(DOMAIN, database_url=f"sqlite:///{tmp_path / 'lotse.db'}")
    assert Agent(domain=DOMAIN, tracker_store=ours).tracker_store is ours
    assert isinstance(Agent(tracker_store=InMemoryTrackerStore(DOMAIN)).tracker_store, FailSafeTrackerStore)
    assert isinstance(Agent().tracker_store, FailSafeTrackerStore)


def test_endpoints_yml_leads_to_it_and_the_settings_to_the_database(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    endpoint = EndpointConfig(type="bot.tracker_store.DurableTrackerStore")
    store = TrackerStore.create(endpoint, domain=DOMAIN)
    assert isinstance(store, DurableTrackerStore)
    assert (tmp_path / "lotse.db").exists()


def test_an_unreachable_database_is_an_error_at_the_start():
    with pytest.raises(StorageError):
        DurableTrackerStore(DOMAIN, database_url="postgresql://nobody@127.0.0.1:9/none")


def in_need(text: str, need: str, sure: float) -> UserUttered:
    """A message as Rasa has read it."""
    parsed = {"text": text, "intent": {"name": need, "confidence": sure}, "intent_ranking": [{"name": need, "confidence": sure}],
              "text_tokens": [(0, 3)], "entities": [{"entity": "region", "value": "Görlitz", "start": 0, "end": 3}]}  # fmt: skip
    return UserUttered(text, parsed["intent"], parsed["entities"], parsed)


@pytest.mark.parametrize("text, need, sure", [
    ("Der Hof in Görlitz ist weg, ich weiß nicht wohin", "notlage", 0.93), ("mir ist alles zu viel in Görlitz", "notlage", 0.4),
    ("ich will nicht mehr leben in Görlitz", "nlu_fallback", 0.2),
])  # fmt: skip
async def test_the_words_of_a_crisis_are_never_written_down(open_store, text, need, sure):
    store, tracker = open_store(), a_tracker()
    tracker.update(in_need(text, need, sure), DOMAIN)
    a_turn(tracker)
    await store.save(tracker)
    with store.database.reading() as session:
        rows = [row.data for row in session.scalars(sa.select(store.SQLEvent))]
    assert text not in "".join(json.loads(row)["text"] for row in rows if '"user"' in row)
    assert sum(word in "".join(rows[:4]) for word in ("Hof", "leben", "viel", "G\\u00f6rlitz", "Görlitz")) == 0
    first, second = [one for one in (await open_store().retrieve("s1")).events if isinstance(one, UserUttered)]
    assert (first.text, first.intent_name, first.entities) == (CRISIS_TEXT, need, [])
    assert second.text == "Wer fördert Bürgerbusse in Görlitz? 🚌"

async def test_nothing_is_written_for_a_conversation_that_was_deleted(open_store):
    store, key = open_store(), "a" * 64
    migrate(store.database)
    with store.database.writing() as session:
        session.add(ConversationRow(key=key, created_at=NOW, last_seen_at=NOW))
    tracker = a_tracker(key)
    await store.save(tracker)
    with store.database.writing() as session:
        session.query(ConversationRow).delete()
    a_turn(tracker)
    await store.save(tracker)
    assert len((await store.retrieve_full_tracker(key)).events) == 3

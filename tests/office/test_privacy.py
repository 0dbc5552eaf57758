"""Declarations of all tables; export, deletion and retention by them, on SQLite and PostgreSQL."""
from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

import bot.all_tables  # noqa: F401
from bot.settings import ROOT, read_settings
from bot.compose_office import my_data
from conversation.drafts import DAYS_KEPT
from conversation.incoming import IncomingMessage
from conversation.messages import Answer
from conversation.refusals import ConversationUnknown
from conversation.remembering.lists import LIFETIME
from conversation.tracker_events import EVENTS
from conversation.turn_store import TurnState, TurnStore
from office.matters.every_kind import EVERY_KIND
from office.matters.kinds.callback import CALLBACK
from office.matters.service import Matters
from office.code_checks import FORGOTTEN_AFTER
from office.privacy.declarations import all_tables, personal_tables, undeclared
from storage import Database
from storage.base import Base
from storage.migrate import migrate
from storage.privacy import ByConversation, ByParent, ByService, Days, NothingPersonal, Privacy, WithOwner, declared
from tests.chat_setup import NOW, a_database, a_my_data
from tests.office.matter_setup import a_matter
from tests.privacy_setup import KEY, a_dialogue, a_full_conversation, days, tracker_store
from wording.privacy_page import TITLES

CANARY = "Kanarienvogel-7391"
OTHER = "b" * 64


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    if request.param == "sqlite":
        database = a_database(tmp_path)
    else:
        database = Database(request.getfixturevalue("postgres_url"))
        migrate(database)
    yield database
    database.close()


def dump(database: Database) -> str:
    """All rows of all tables that are there, whoever made them."""
    with database.engine.connect() as connection:
        there = sa.inspect(connection).get_table_names()
        rows = [connection.execute(sa.text(f'SELECT * FROM "{name}"')).all() for name in there]
    return repr(rows)


def files_with(folder: Path, words: str) -> list[str]:
    return [file.name for file in folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes()]


# Declarations


def test_every_table_declares_what_is_personal_in_it():
    assert undeclared(all_tables()) == []


def test_a_table_that_declares_nothing_or_forgets_a_column_is_named():
    apart = sa.MetaData()
    silent = sa.Table("silent", apart, sa.Column("id", sa.Integer, primary_key=True))
    privacy = Privacy("conversation", ("words",), ("id",), ByConversation("id"), WithOwner())
    forgetful = sa.Table("forgetful", apart, *map(lambda name: sa.Column(name, sa.Text), ("id", "words", "new")),
                         **declared(privacy))  # fmt: skip
    assert undeclared([silent, forgetful]) == [
        "silent: declares nothing about personal data (docs/privacy.md says how)",
        "forgetful: every column is either `personal` or `inner`; look at: new",
    ]


def test_every_module_with_tables_is_known_to_whoever_exports_and_deletes():
    declaring = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for room in ("knowledge", "office", "conversation", "wording", "actions", "web", "bot", "worker", "storage")
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and any(isinstance(base, ast.Name) and base.id == "Base" for base in node.bases)
    }
    listed = set((ROOT / "bot" / "all_tables.py").read_text("utf-8").split())
    assert declaring - listed == set(), "add these modules to bot/all_tables.py"


def test_the_events_are_declared_as_rasa_makes_them():
    theirs = {column.name: type(column.type) for column in SQLTrackerStore.SQLEvent.__table__.columns}
    assert {column.name: type(column.type) for column in EVENTS.columns} == theirs


def test_declared_columns_owners_and_services_are_there(database):
    forgetting = my_data(database, read_settings({}))._personal._forgetting
    for table, privacy in personal_tables():
        assert privacy.owner.column in table.c, table.name
        if isinstance(privacy.owner, ByParent):
            assert {key.ondelete for key in table.c[privacy.owner.column].foreign_keys} == {"CASCADE"}, table.name
        if isinstance(privacy.kept, Days):
            assert privacy.kept.since in table.c, table.name
        if isinstance(privacy.kept, ByService):
            assert privacy.kept.name in forgetting, table.name
        assert privacy.part in TITLES, f"wording.privacy_page has no words for „{privacy.part}“ ({table.name})"


def test_the_declared_periods_are_those_that_the_services_keep():
    kept = {table.name: privacy.kept for table, privacy in personal_tables()}
    assert kept["form_draft"].days == DAYS_KEPT
    assert days(kept["remember_list"].days) == LIFETIME
    assert days(kept["code_try"].days) == FORGOTTEN_AFTER
    for kind in EVERY_KIND:
        assert days(kept["matter"].days[f"{kind.name}_settled"]) == kind.kept_when_settled
        assert days(kept["matter"].days[f"{kind.name}_open"]) == kind.kept_when_open


def test_the_knowledge_says_that_nothing_in_it_is_personal():
    tables = Base.metadata.tables
    assert all(isinstance(tables[name].info["privacy"], NothingPersonal) for name in ("record", "record_revision", "embedding"))


# Export


async def test_the_export_holds_every_word_of_the_conversation_and_none_of_another(database):
    await a_full_conversation(database, CANARY, NOW)
    await a_full_conversation(database, "Geheimnis-anderer", NOW, OTHER)
    export = a_my_data(database).export(KEY, NOW)
    data = json.loads(json.dumps(export))["data"]
    assert data["conversation"]["events"][0]["written"] == CANARY
    assert data["conversation"]["turn"][1]["pending_message"] == f"{CANARY} noch einmal"
    assert CANARY in data["conversation"]["answer"][0]["body"]["text"]
    assert CANARY in json.dumps(data["draft"])
    assert [one["record_id"] for one in data["remember_list"]["remembered_record"]] == ["foe-buergerbus", "foe-dorfladen"]
    assert export["cases_kept_apart"] == ["RUECKRUF-7K3M9U"]
    assert "Geheimnis" not in json.dumps(export) and "hash" not in json.dumps(export)


def test_nothing_is_exported_of_a_conversation_that_nobody_knows(database):
    with pytest.raises(ConversationUnknown):
        a_my_data(database).export(KEY, NOW)


async def test_what_is_held_is_counted_with_its_end(database):
    await a_full_conversation(database, CANARY, NOW)
    held = a_my_data(database).held(KEY)
    counts = {one.table: one.rows for one in held.parts}
    assert counts["turn"] == 2 and counts["answer"] == 1 and counts["remembered_record"] == 2 and counts["form_draft"] == 1
    assert held.kept_until == NOW + days(30) and held.part("remember_list").kept_until == NOW + days(90)


# Deletion


async def test_deleting_takes_everything_of_one_conversation_and_nothing_of_another(database):
    mine = a_my_data(database)
    await a_full_conversation(database, CANARY, NOW)
    await a_full_conversation(database, "bleibt-stehen", NOW, OTHER)
    before = {one.table: one.rows for one in mine.held(OTHER).parts}
    deletion = mine.delete(KEY)
    assert deletion.was_there and deletion.is_overwritten
    assert CANARY not in dump(database)
    assert {one.table: one.rows for one in mine.held(OTHER).parts} == before
    assert not mine.delete(KEY).was_there


async def test_what_still_runs_cannot_bring_a_deleted_conversation_back(database):
    turns, store = TurnStore(database), tracker_store(database)
    running = turns.open_turn(IncomingMessage(KEY, True, "m1", NOW, CANARY))
    tracker = a_dialogue(CANARY)
    a_my_data(database).delete(KEY)
    await store.save(tracker)
    store.database.close()
    for late in (
        lambda: turns.settle(running.id, TurnState.ANSWERED, [Answer(CANARY)], NOW),
        lambda: turns.add_answers(running.id, [Answer(CANARY)], NOW),
        lambda: turns.open_turn(IncomingMessage(KEY, False, "m2", NOW, CANARY)),
    ):
        with pytest.raises(ConversationUnknown):
            late()
    assert CANARY not in dump(database) and KEY not in dump(database)


def test_deleting_works_before_rasa_has_made_its_table(database):
    turns = TurnStore(database)
    turns.settle(turns.open_turn(IncomingMessage(KEY, True, "m1", NOW, "a")).id, TurnState.ANSWERED, [], NOW)
    assert a_my_data(database).delete(KEY).rows["conversation"] == 1


# Retention


async def test_old_conversations_go_and_young_ones_stay(database):
    mine = a_my_data(database)
    await a_full_conversation(database, CANARY, NOW)
    await a_full_conversation(database, "jung", NOW + days(1), OTHER)
    mine.sweep(NOW + days(30))
    assert CANARY in dump(database)
    swept = mine.sweep(NOW + days(31))
    assert swept.rows["conversation"] == 1 and swept.rows["events"] == 6 and swept.is_overwritten
    assert CANARY not in dump(database) and "jung" in dump(database)


async def test_a_remember_list_outlives_its_conversation_until_nobody_used_it_for_ninety_days(database):
    mine = a_my_data(database)
    await a_full_conversation(database, CANARY, NOW)
    mine.sweep(NOW + days(60))
    assert mine.held(KEY).rows("remembered_record") == 2 and mine.held(KEY).rows("remember_list_pass") == 0
    mine.sweep(NOW + days(91))
    assert "foe-buergerbus" not in dump(database)


async def test_the_office_may_keep_conversations_longer_or_shorter(database):
    await a_full_conversation(database, CANARY, NOW)
    shorter = my_data(database, read_settings({"LOTSE_KEEP_CONVERSATIONS_DAYS": "7"}))
    assert shorter.days_kept() == 7 and shorter.held(KEY).kept_until == NOW + days(7)
    shorter.sweep(NOW + days(8))
    assert CANARY not in dump(database)


def test_cases_are_swept_by_their_own_rules(database):
    callbacks = Matters(database, CALLBACK)
    result = a_matter(callbacks, "r1", NOW, name=CANARY)
    a_my_data(database).sweep(NOW + days(170))
    assert callbacks.find(result.number).told["name"] == CANARY
    assert a_my_data(database).sweep(NOW + days(181)).rows["matters"] == 1
    assert CANARY not in dump(database)


async def test_after_deletion_and_sweep_the_words_are_in_no_file(tmp_path):
    database = a_database(tmp_path)
    await a_full_conversation(database, CANARY, NOW)
    assert files_with(tmp_path, CANARY) != []
    mine = a_my_data(database)
    mine.delete(KEY)
    assert mine.sweep(NOW).is_overwritten
    assert files_with(tmp_path, CANARY) == []
    assert (tmp_path / "lotse.db-wal").stat().st_size == 0
    database.close()


async def test_a_reader_in_the_way_is_told_and_the_next_sweep_finishes(tmp_path, monkeypatch):
    monkeypatch.setattr("storage.database.BUSY_SECONDS", 1)
    database = a_database(tmp_path)
    await a_full_conversation(database, CANARY, NOW)
    mine = a_my_data(database)
    other = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    with other.reading() as session:
        session.execute(sa.text("SELECT count(*) FROM turn")).scalar()
        assert not mine.delete(KEY).is_overwritten
        assert not mine.sweep(NOW).is_overwritten
    other.close()
    assert mine.sweep(NOW).is_overwritten
    assert files_with(tmp_path, CANARY) == []
    database.close()

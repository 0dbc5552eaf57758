"""Codes in two halves: one in the text, one in the table."""
from __future__ import annotations

from datetime import timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from conversation.secrecy import kept_codes
from conversation.secrecy.kept_codes import SHOWN_FOR, Halves, KeptCodeRow, KeptCodes, marks_in
from conversation.tables import ConversationRow
from storage import Database
from storage.base import Base
from storage.migrate import migrate
from tests.chat_setup import NOW, a_database

CODE = "7K4MQ-2XN9R-TB3HC"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    if request.param == "sqlite":
        database = a_database(tmp_path)
    else:
        database = Database(request.getfixturevalue("postgres_url"))
        migrate(database)
    with database.writing() as session:
        session.add_all(ConversationRow(key=key, created_at=NOW, last_seen_at=NOW) for key in ("mine", "other"))
    yield database
    database.close()


def halves_of(database) -> int:
    with database.reading() as session:
        return session.query(KeptCodeRow).count()


def test_the_migration_makes_what_the_model_says(database):
    with database.engine.connect() as connection:
        options = {"include_object": lambda one, name, kind, reflected, other: kind != "table" or name == "kept_code"}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata) == []


def test_a_code_is_read_again_in_its_own_conversation_for_a_day(database):
    codes = KeptCodes(database)
    text = f"Ihr Code: {codes.keep('mine', CODE, NOW)}."
    assert CODE not in text
    assert codes.filled_in("mine", text, NOW + SHOWN_FOR - timedelta(seconds=1)) == f"Ihr Code: {CODE}."
    assert codes.filled_in("other", text, NOW) == text == codes.filled_in("mine", text, NOW + SHOWN_FOR)


def test_neither_half_is_the_code_and_the_same_code_never_has_the_same_halves():
    one, other = Halves.of(CODE), Halves.of(CODE)
    assert one.mark != other.mark and one.half != other.half
    assert CODE.encode() not in one.half and len(marks_in(f"{one.mark} und {other.mark} und {one.mark}")) == 2
    assert Halves.of(CODE, bytes).half == CODE.encode(), "only the random pad hides it"


def test_whatever_is_too_old_goes_with_the_next_code(database):
    codes = KeptCodes(database)
    codes.keep("mine", CODE, NOW)
    codes.keep("other", CODE, NOW + SHOWN_FOR)
    assert halves_of(database) == 1


def test_a_half_goes_with_its_conversation_and_by_its_mark(database):
    codes = KeptCodes(database)
    mark = codes.keep("mine", CODE, NOW)
    codes.keep("other", CODE, NOW)
    with database.writing() as session:
        kept_codes.forget(session, [mark], NOW)
    assert halves_of(database) == 1
    with database.writing() as session:
        session.query(ConversationRow).filter_by(key="other").delete()
    assert halves_of(database) == 0


def test_words_that_look_like_a_mark_open_nothing(database):
    text = "[Code abcdefgh] [Code a] [Code]"
    assert KeptCodes(database).filled_in("mine", text, NOW) == text

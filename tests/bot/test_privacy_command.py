"""`./lotse privacy` as the staff calls it, on a real database."""
from __future__ import annotations

import io
import json
import stat

import pytest

from bot import cli
from bot.settings import read_settings
from storage.migrate import database_at_hand
from tests.chat_setup import NOW
from tests.conversations.manners import check_german
from tests.privacy_setup import ID, KEY, a_full_conversation, days

WORDS = "Kanarienvogel"


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    monkeypatch.setenv("LOTSE_NOW", (NOW + days(2)).isoformat())
    monkeypatch.setenv("LOTSE_CALLED_FROM", str(tmp_path))
    return read_settings()


@pytest.fixture
async def conversation(settings):
    with database_at_hand(settings.database_url) as database:
        await a_full_conversation(database, WORDS, NOW)


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["privacy", *arguments])
        return (code, *capfd.readouterr())

    return call


async def test_a_conversation_is_handed_out_by_its_key_or_its_secret(conversation, lotse, monkeypatch):
    code, shown, _ = lotse("export", KEY)
    assert code == 0 and f"Sie: {WORDS}" in shown and "Merkliste" in shown
    monkeypatch.setattr("sys.stdin", io.StringIO(ID + "\n"))
    code, shown, _ = lotse("export", "--format", "json", "-")
    assert code == 0 and json.loads(shown)["conversation_key"] == KEY


async def test_a_file_is_for_nobody_else_and_takes_the_place_of_none(conversation, lotse, tmp_path):
    assert lotse("export", KEY, "--to", "daten.txt")[0] == 0
    assert stat.S_IMODE((tmp_path / "daten.txt").stat().st_mode) == 0o600
    code, _, trouble = lotse("export", KEY, "--to", "daten.txt")
    assert code == 1 and "gibt es schon" in trouble


async def test_deleting_shows_first_and_deletes_only_surely(conversation, lotse):
    code, shown, _ = lotse("delete", KEY)
    assert code == 0 and "turn: 2" in shown and "--surely" in shown
    code, shown, _ = lotse("delete", KEY, "--surely")
    assert code == 0 and "events: 6" in shown
    assert lotse("delete", KEY, "--surely")[1] == "Zu diesem Gespräch war nichts gespeichert.\n"
    code, _, trouble = lotse("export", KEY)
    assert code == 1 and "nichts gespeichert" in trouble


async def test_the_sweep_says_what_has_gone(conversation, lotse, monkeypatch):
    code, shown, _ = lotse("sweep")
    assert code == 0 and "remember_list_pass: 1" in shown and "conversation:" not in shown
    monkeypatch.setenv("LOTSE_NOW", (NOW + days(31)).isoformat())
    code, shown, _ = lotse("sweep")
    assert code == 0 and "conversation: 1" in shown and "überschrieben" in shown
    check_german(shown)
    assert lotse("sweep")[1].startswith("Nichts war zu alt.")


def test_the_declarations_are_shown_for_every_table(settings, lotse):
    told = json.loads(lotse("declarations", "--json")[1])
    assert {"conversation", "events", "matter", "record"} <= {one["table"] for one in told}
    assert next(one for one in told if one["table"] == "conversation")["kept"] == "30 days after last_seen_at"
    shown = lotse("declarations")[1]
    assert "record: nichts Personenbezogenes" in shown and "UNDECLARED" not in shown


def test_even_an_empty_database_can_be_asked(settings, lotse):
    assert lotse("delete", KEY)[1] == "Zu diesem Gespräch ist nichts gespeichert.\n"
    assert lotse("delete", " ")[0] == 1

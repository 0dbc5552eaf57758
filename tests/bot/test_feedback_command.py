"""`./lotse feedback` as the staff calls it, on a real database."""
from __future__ import annotations

import csv
import io
import json
import stat
from datetime import datetime, timedelta, timezone

import pytest

from bot import cli
from bot.compose_office import office_at_hand
from bot.settings import read_settings
from office.feedback import DAYS_KEPT, RatedAnswer, Reason
from office.feedback.tables import FeedbackRow
from storage.privacy import declaration_of
from tests.conversations.manners import check_german
from wording.feedback_list import COLUMNS

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
KEY = "a" * 64


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    monkeypatch.setenv("LOTSE_NOW", "2026-11-24T10:00")
    monkeypatch.setenv("LOTSE_CALLED_FROM", str(tmp_path))
    return read_settings()


@pytest.fixture
def ratings(settings) -> None:
    """One that did not help, of the day before yesterday, and one that did, of yesterday."""
    with office_at_hand(settings) as office:
        first = RatedAnswer(KEY, 1, "FOUND", ("foe-a", "foe-b"), "=HYPERLINK(1) für einen Bürgerbus")
        office.feedback.rate(first, False, NOW)
        office.feedback.give_reason(KEY, 1, Reason.OTHER, "@SUM wir sind in Suhl", NOW)
        office.feedback.rate(RatedAnswer(KEY, 2, "RECORD_SHOWN", ("foe-b",), None), True, NOW + timedelta(days=1))


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["feedback", *arguments])
        return (code, *capfd.readouterr())

    return call


def test_an_empty_office_says_so_even_before_the_first_start(settings, lotse):
    assert lotse("list") == (0, "Es gibt keine Rückmeldungen, die dazu passen.\n", "")
    assert lotse("records")[1] == "Es gibt keine Rückmeldungen, die dazu passen.\n"


def test_the_list_shows_what_was_asked_shown_and_thought(ratings, lotse):
    code, shown, _ = lotse("list")
    assert code == 0 and shown.splitlines() == [
        "23.11.2026 10:00  hilfreich",
        "    Frage: (nicht gespeichert)",
        "    RECORD_SHOWN: foe-b",
        "22.11.2026 10:00  nicht hilfreich (Etwas anderes: „@SUM wir sind in Suhl“)",
        "    Frage: =HYPERLINK(1) für einen Bürgerbus",
        "    FOUND: foe-a, foe-b",
    ]
    check_german(shown)


@pytest.mark.parametrize("filters, dates", [
    (["--verdict", "helpful"], ["23.11.2026 10:00"]), (["--verdict", "unhelpful"], ["22.11.2026 10:00"]),
    (["--since", "2026-11-23"], ["23.11.2026 10:00"]), (["--record", "foe-a"], ["22.11.2026 10:00"]),
    (["--record", "foe-b"], ["23.11.2026 10:00", "22.11.2026 10:00"]), (["--record", "foe-a", "--verdict", "helpful"], []),
])  # fmt: skip
def test_the_list_can_be_narrowed(ratings, lotse, filters, dates):
    shown = lotse("list", *filters)[1]
    assert [line[:16] for line in shown.splitlines() if line[:1].isdigit()] == dates


def test_records_that_disappoint_come_first(ratings, lotse):
    assert [line.split() for line in lotse("records")[1].splitlines()][1:] == [["foe-a", "0", "1"], ["foe-b", "1", "1"]]


def test_the_table_tricks_no_spreadsheet_and_names_no_conversation(ratings, lotse):
    code, shown, _ = lotse("export")
    rows = list(csv.reader(io.StringIO(shown.lstrip("\ufeff")), delimiter=";"))
    assert code == 0 and tuple(rows[0]) == COLUMNS and len(rows) == 3
    assert rows[2][3] == "'@SUM wir sind in Suhl" and rows[2][4] == "'=HYPERLINK(1) für einen Bürgerbus"
    assert KEY not in shown


def test_json_has_one_object_a_line_and_the_file_is_for_oneself(ratings, lotse, tmp_path):
    assert lotse("export", "--format", "json", "--to", "out.jsonl")[0] == 0
    file = tmp_path / "out.jsonl"
    told = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert told[1] == {
        "rated_at": "2026-11-22T10:00:00+01:00", "helpful": False, "reason": "other", "words": "@SUM wir sind in Suhl",
        "asked": "=HYPERLINK(1) für einen Bürgerbus", "outcome": "FOUND", "records": ["foe-a", "foe-b"],
    }  # fmt: skip
    code, _, complaint = lotse("export", "--to", "out.jsonl")
    assert code == 1 and "gibt es schon" in complaint


def test_what_is_too_old_is_forgotten(ratings, lotse, monkeypatch):
    assert lotse("forget")[1] == "Keine Rückmeldung war zu alt.\n"
    monkeypatch.setenv("LOTSE_NOW", f"{(NOW + timedelta(days=DAYS_KEPT, hours=12)).date()}T23:00")
    assert lotse("forget")[1] == "Eine Rückmeldung ist gelöscht.\n"
    assert "22.11.2026" not in lotse("list")[1]


def test_the_days_are_told_as_they_are(capsys):
    with pytest.raises(SystemExit):
        cli.main(["feedback", "--help"])
    days = f"{DAYS_KEPT} Tage"
    assert days in capsys.readouterr().out
    assert declaration_of(FeedbackRow.__table__).kept.days == DAYS_KEPT

"""`./lotse questions` and `./lotse matters` as the staff calls them, on a real database."""
from __future__ import annotations

import csv
import io
from datetime import datetime, timezone

import pytest

from bot import cli
from bot.compose_office import office_at_hand, office_services
from bot.settings import read_settings
from office.matters.every_kind import EVERY_KIND
from office.matters.kind import WITHDRAWN
from office.matters.kinds.question import ANSWERED, DONE, OPEN, QUESTION
from office.matters.model import Where
from tests.conversations.manners import check_german
from tests.office.matter_setup import a_matter
from wording.question_list import WORDS

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    monkeypatch.setenv("LOTSE_NOW", "2026-11-24T10:00")
    monkeypatch.setenv("LOTSE_CALLED_FROM", str(tmp_path))
    return read_settings()


@pytest.fixture
def numbers(settings) -> list[str]:
    with office_at_hand(settings) as office:
        questions = office.of(QUESTION)
        first = a_matter(questions, "r1", NOW, question="=HYPERLINK(1)")
        return [first.number, a_matter(questions, "r2", NOW, where=Where("DE-TH", "Gotha")).number]


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main([*arguments])
        return (code, *capfd.readouterr())

    return call


def found(settings, number: str):
    return office_services(settings).of(QUESTION).find(number)


def test_the_list_shows_what_waits_and_can_be_narrowed_by_place(numbers, lotse):
    shown = lotse("questions", "list")[1]
    assert all(number in shown for number in numbers) and "Wer zahlt den Bürgerbus?" in shown
    assert [number in lotse("questions", "list", "--land=DE-TH")[1] for number in numbers] == [False, True]
    assert [number in lotse("questions", "list", "--kreis=Görlitz")[1] for number in numbers] == [True, False]
    lotse("questions", "answer", numbers[0], "Der Kreis.")
    assert [number in lotse("questions", "list")[1] for number in numbers] == [False, True]
    assert lotse("questions", "list", "--state=done")[1] == "Es gibt keine Fragen, die dazu passen.\n"


def test_an_answer_is_kept_from_the_call_a_file_or_the_input(numbers, settings, lotse, tmp_path, monkeypatch):
    code, said, _ = lotse("questions", "answer", numbers[0], "Der Kreis.", "--by", "Beratung")
    assert code == 0 and said.startswith(numbers[0]) and "Nummer und Code" in said
    (tmp_path / "antwort.txt").write_text("Oder die Gemeinde.\n\nFragen Sie dort.\n", "utf-8")
    lotse("questions", "answer", numbers[0][-6:].lower(), "--from", "antwort.txt")
    monkeypatch.setattr("sys.stdin", io.StringIO("Oder der Verein."))
    lotse("questions", "answer", numbers[0])
    kept = found(settings, numbers[0])
    assert [one.text for one in kept.answers] == ["Der Kreis.", "Oder die Gemeinde.\n\nFragen Sie dort.", "Oder der Verein."]
    assert (kept.state, kept.answers[0].by) == (ANSWERED, "Beratung")


@pytest.mark.parametrize("arguments, complaint", [
    (["  "], "Die Antwort ist leer."), (["x" * 8_001], "höchstens 8000 Zeichen"), (["--from", "fehlt.txt"], "lässt sich nicht lesen"),
])  # fmt: skip
def test_what_is_no_answer_is_one_sentence(numbers, settings, lotse, arguments, complaint):
    code, said, error = lotse("questions", "answer", numbers[0], *arguments)
    assert (code, said) == (1, "") and complaint in error and found(settings, numbers[0]).state == OPEN


def test_one_is_shown_whole_with_its_history(numbers, settings, lotse):
    lotse("questions", "answer", numbers[1], "Der Kreis.", "--by", "Beratung")
    shown = lotse("questions", "show", numbers[1])[1]
    for line in ("Stand:                  beantwortet", "Antwort an:             Telefon oder E-Mail", "Kreis:                  Gotha",
                 "Antwort:                Der Kreis.", "Verlauf:", "24.11.2026 10:00  beantwortet  Beratung"):  # fmt: skip
        assert line in shown


@pytest.mark.parametrize("part, state", [("done", DONE), ("withdraw", WITHDRAWN)])
def test_what_became_of_it_is_kept_and_said(numbers, settings, lotse, part, state):
    code, said, _ = lotse("questions", part, numbers[0])
    assert code == 0 and found(settings, numbers[0]).state == state
    check_german(said)
    assert "Es ist nichts geändert" in lotse("questions", part, numbers[0])[1]
    assert "Es ist nichts geändert" in lotse("questions", "answer", numbers[0], "Zu spät")[1]


@pytest.mark.parametrize("part", ["show", "done", "withdraw"])
def test_an_unknown_number_is_one_sentence(settings, lotse, part):
    code, _, complaint = lotse("questions", part, "FRAGE-222222")
    assert code == 1 and "„FRAGE-222222“ gibt es nicht" in complaint


def test_the_export_has_no_formulas(numbers, lotse):
    head, first, second = csv.reader(io.StringIO(lotse("questions", "export")[1].lstrip("\ufeff")), delimiter=";")
    assert tuple(head) == WORDS.columns and "'=HYPERLINK(1)" in first + second


@pytest.mark.parametrize("part", ["list", "show", "answer", "done", "withdraw", "export"])
def test_each_part_explains_itself(part, capsys):
    with pytest.raises(SystemExit):
        cli.main(["questions", part, "--help"])
    shown = capsys.readouterr().out
    assert f"Aufruf: ./lotse questions {part}" in shown
    check_german(shown)


def test_all_kinds_are_forgotten_at_once(settings, lotse, monkeypatch):
    with office_at_hand(settings) as office:
        for kind in EVERY_KIND:
            a_matter(office.of(kind), kind.name, NOW)
    assert lotse("matters", "forget")[1] == "Nichts war zu alt.\n"
    monkeypatch.setenv("LOTSE_NOW", "2027-06-25T10:00")
    assert lotse("matters", "forget")[1] == "2 Vorgänge sind gelöscht.\n"  # the call-back and the session
    monkeypatch.setenv("LOTSE_NOW", "2029-06-25T10:00")
    assert lotse("matters", "forget")[1] == "4 Vorgänge sind gelöscht.\n"


def test_every_state_and_choice_has_a_german_name():
    assert set(WORDS.states) == set(QUESTION.state_names)
    assert {name for one in QUESTION.fields for name in one.choices} == set(WORDS.choices)

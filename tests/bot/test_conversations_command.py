"""`./lotse conversations`: written and typed-in conversations through the whole assistant, as a transcript."""
from __future__ import annotations

import json
import os
import subprocess
from types import SimpleNamespace

import pytest

from bot.errors import StartError
from bot.rehearsal.scripts import Step, known_scripts, scripts_called, scripts_of_file, steps_of_lines
from bot.settings import ROOT
from tests.conversations.script import read_ways
from wording.reply import Attachment, Button, Link
from wording.transcript import answer_lines


@pytest.fixture(scope="module")
def lotse(tmp_path_factory):
    """Calls ./lotse conversations from another folder, on a database that must stay as it is: absent."""
    folder = tmp_path_factory.mktemp("conversations")
    own = folder / "own.db"

    def lotse(*arguments: str, lines: str = ""):
        given = {**os.environ, "DATABASE_URL": f"sqlite:///{own}", "LOTSE_NOW": "2026-11-23T09:00"}
        command = [str(ROOT / "lotse"), "conversations", *arguments]
        return subprocess.run(command, cwd=folder, env=given, input=lines, capture_output=True, encoding="utf-8", timeout=400)

    return SimpleNamespace(call=lotse, own=own, folder=folder)


def test_every_conversation_of_the_tests_is_listed_and_can_be_played(lotse):
    scripts, ways = known_scripts(), read_ways()
    assert [one.name for one in scripts] == [way.name for way in ways]
    assert [len(tuple(one.steps)) for one in scripts] == [len(way.turns) for way in ways]
    shown = lotse.call("list")
    assert shown.returncode == 0 and [line.strip() for line in shown.stdout.splitlines() if line.startswith("  ")] == [
        way.name for way in ways
    ]


def test_a_conversation_is_found_by_its_name_a_part_of_it_or_its_file():
    scripts = known_scripts()
    (one,) = scripts_called("without consent nothing is kept and other ways are named", scripts)
    assert scripts_called("Without consent nothing", scripts) == [one]
    assert {script.file for script in scripts_called("callback.yml", scripts)} == {"callback"}
    assert scripts_called("gibt es nicht", scripts) == scripts_called("", scripts) == []


def test_a_line_is_what_the_person_says_or_the_button_in_brackets():
    lines = ["# an angry father\n", "\n", "Das kann doch nicht sein\n", "[Ja, ich stimme zu]\n", "[]\n", "]x[\n"]
    assert list(steps_of_lines(lines)) == [
        Step("Das kann doch nicht sein"), Step("Ja, ich stimme zu", way="press"), Step("[]"), Step("]x["),
    ]  # fmt: skip


def test_a_file_of_ones_own_is_a_list_of_lines_or_whole_conversations(tmp_path):
    (tmp_path / "lines.yml").write_text("- Hallo\n- [Ja, gern]\n- '[Nein]'\n- 0171\n", "utf-8")
    (script,) = scripts_of_file(tmp_path / "lines.yml", "lines.yml")
    assert [(step.words, step.is_press) for step in script.steps][:3] == [("Hallo", False), ("Ja, gern", True), ("Nein", True)]
    (tmp_path / "ways.yml").write_text("- way: two\n  turns:\n    - {says: a, times: 3}\n    - {presses: b}\n", "utf-8")
    (script,) = scripts_of_file(tmp_path / "ways.yml", "ways.yml")
    assert (script.name, script.steps) == ("two", (Step("aaa"), Step("b", way="press")))


@pytest.mark.parametrize("text", ["- way: x\n  turns:\n    - {means: nothing}\n", "a: [", "just words", "", "- way: x\n"])
def test_a_file_that_is_none_is_one_sentence_that_names_it(tmp_path, text):
    (tmp_path / "meins.yml").write_text(text, "utf-8")
    with pytest.raises(StartError, match="^meins.yml") as caught:
        scripts_of_file(tmp_path / "meins.yml", "meins.yml")
    assert "\n" not in str(caught.value)


def test_links_files_and_buttons_have_lines_of_their_own():
    lines = answer_lines(
        "Gern.\nZwei Zeilen.", [Button("Mehr", "/x")], [Link("Quelle", "https://a.example")], [Attachment("x.ics", "/x.ics", "t")]
    )
    assert list(lines) == [
        "Ideenlotse: Gern.\nZwei Zeilen.", "  Link: Quelle, https://a.example", "  Datei: x.ics, /x.ics", "  [Mehr]",
    ]  # fmt: skip


def test_an_unknown_name_is_one_sentence(lotse):
    done = lotse.call("show", "gibt es nicht")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1) and "conversations list" in done.stderr


@pytest.mark.slow
def test_a_written_conversation_is_played_with_everything_that_is_said(lotse):
    done = lotse.call("show", "from the wish for a human to a number and a code")
    assert done.returncode == 0, done.stderr
    for line in ("— from the wish for a human to a number and a code —", "Sie: [Ja, ich stimme zu]", "  [Ja, Rückruf anfordern]"):
        assert line in done.stdout.splitlines()
    assert "Ideenlotse: Frage 2 von 5" in done.stdout and "RUECKRUF-" in done.stdout and "  Link: " in done.stdout
    assert not lotse.own.exists(), "a rehearsal never touches the person's own database"


def test_what_somebody_types_is_played_line_by_line_until_a_button_is_not_there(lotse):
    lines = "# improvised\nIch möchte mit einem Menschen sprechen\n[Um einen Rückruf]\n[Vielleicht]\nnie gespielt\n"
    done = lotse.call("play", "-", "--json", lines=lines)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one.get("says"), one.get("presses"), one["need"]) for one in told] == [
        ("Ich möchte mit einem Menschen sprechen", None, "mensch"), (None, "Um einen Rückruf", "formular"),
    ]  # fmt: skip
    assert told[1]["messages"][0]["outcome"] == "FORM_STARTED"
    assert done.returncode == 1 and "„Vielleicht“" in done.stderr and "„Ja, ich stimme zu“" in done.stderr

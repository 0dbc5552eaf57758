"""The command line: every command helps, and trouble is one sentence."""
from __future__ import annotations

import os
import pkgutil
import subprocess
import sys

import pytest

import bot.commands
from bot import cli
from bot.commands import given_path
from bot.commands.shell import print_answer, talk
from bot.errors import StartError
from bot.settings import ROOT

OURS = {"start", "test", "train", "status", "shell"}


def commands_by_file() -> set[str]:
    return {found.name for found in pkgutil.iter_modules(bot.commands.__path__) if not found.name.startswith("_")}


def lotse(*arguments: str, folder=ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot.cli", *arguments]
    given = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def test_the_help_has_a_line_for_each_command_and_needs_nothing_installed():
    command = [sys.executable, "-S", "-m", "bot.cli", "--help"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert shown.returncode == 0, shown.stderr
    lines = [line.split()[0] for line in shown.stdout.splitlines() if line.startswith("    ")]
    assert OURS <= commands_by_file() <= set(lines)


@pytest.mark.parametrize("name", sorted(cli.find_commands()))
def test_each_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert "Aufruf: ./lotse" in shown and cli.find_commands()[name].__doc__.splitlines()[0] in shown


def test_nothing_asked_shows_the_help_and_is_no_success(capsys):
    assert cli.main([]) == 2
    assert "Befehle" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["strat"], ["start", "--leise"], ["train", "--force=ja"]])
def test_a_wrong_command_line_is_one_sentence(wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(wrong)
    shown = capsys.readouterr().err
    assert ended.value.code == 2 and shown.count("\n") == 1 and "--help" in shown


def test_a_wrong_setting_is_one_sentence():
    ended = lotse("train", LOTSE_WEB_PORT="viele")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "LOTSE_WEB_PORT" in ended.stderr and "Traceback" not in ended.stderr


def raising(error: BaseException):
    """A command that ends with `error`."""

    class Command:
        HELP = "scheitern"

        @staticmethod
        def add_arguments(parser) -> None:
            pass

        @staticmethod
        def run(arguments, settings) -> int:
            raise error

    return {"fail": Command}


def known_errors() -> list[Exception]:
    from knowledge.errors import ContentError
    from storage.database import StorageError

    return [
        StartError("Port 8080 ist schon belegt."),
        StorageError("Die Datenbank antwortet nicht."),
        ContentError("foerderung.yml", "foe-1", "url", "Das ist keine Adresse."),
        OSError(28, "No space left on device"),
    ]


@pytest.mark.parametrize("error", known_errors(), ids=lambda error: type(error).__name__)
def test_trouble_that_a_person_can_mend_is_one_sentence(error, monkeypatch, capsys):
    monkeypatch.setattr(cli, "find_commands", lambda: raising(error))
    assert cli.main(["fail"]) == 1
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1 and shown.endswith(".\n")


def test_a_mistake_of_ours_is_not_hidden(monkeypatch):
    monkeypatch.setattr(cli, "find_commands", lambda: raising(KeyError("oh")))
    with pytest.raises(KeyError):
        cli.main(["fail"])


def test_ctrl_c_ends_with_its_own_code(monkeypatch):
    monkeypatch.setattr(cli, "find_commands", lambda: raising(KeyboardInterrupt()))
    assert cli.main(["fail"]) == 130


def test_a_file_is_meant_from_where_the_person_stands(monkeypatch, tmp_path):
    monkeypatch.setenv("LOTSE_CALLED_FROM", str(tmp_path))
    assert given_path("fragen.txt") == tmp_path / "fragen.txt"
    assert str(given_path("/etc/hosts")) == "/etc/hosts"


class Listener:
    """Notes what the terminal would send to the assistant."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def say(self, text: str) -> list[dict]:
        self.heard.append(f"said {text}")
        return [{"text": "Wo?", "buttons": [{"title": "Sachsen", "payload": "/sn"}, {"title": "Hessen", "payload": "/he"}]}]

    def press(self, payload: str) -> list[dict]:
        self.heard.append(f"pressed {payload}")
        return [{"text": "Gut.", "links": [{"title": "Mehr", "url": "https://example.org/"}]}]


def test_in_the_terminal_numbers_press_buttons_as_long_as_they_are_offered(capsys):
    typed = iter(["Ich suche Geld", "", "2", "2", "ende", "never"])
    listener = Listener()
    talk(listener, lambda: next(typed))
    assert listener.heard == ["said Ich suche Geld", "pressed /he", "said 2"]
    assert "  [1] Sachsen\n  [2] Hessen\n" in capsys.readouterr().out


def test_in_the_terminal_an_answer_can_be_rated_by_number_behind_its_buttons(capsys):
    rating = {"helpful": "/h", "unhelpful": "/u"}
    rated = {"text": "Gut.", "buttons": [{"title": "Mehr", "payload": "/mehr"}], "feedback": rating}

    class Rated(Listener):
        def say(self, text):
            super().say(text)
            return [rated]

    typed, listener = iter(["Bürgerbus", "3", "ende"]), Rated()
    talk(listener, lambda: next(typed))
    assert listener.heard == ["said Bürgerbus", "pressed /u"]
    assert "  [1] Mehr\n  [2] Hilfreich\n  [3] Nicht hilfreich\n" in capsys.readouterr().out


def test_links_are_plain_lines(capsys):
    print_answer([{"text": "Gut.", "links": [{"title": "Mehr", "url": "https://example.org/"}]}])
    assert "  Mehr: https://example.org/\n" in capsys.readouterr().out

"""Prüft alles: lädt das Wissen, trainiert das Modell einmal, ruft rasa data validate und dann pytest.

Was nach -- steht, geht an pytest: ./lotse test -- -k orte. Tests, denen ein Dienst fehlt (PostgreSQL, Redis,
Chromium), werden mit Begründung übersprungen; mit REQUIRE_SERVICES=1 scheitern sie.
"""
from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from bot.settings import ROOT, Settings

HELP = "alle Prüfungen ausführen"


def add_arguments(parser) -> None:
    parser.add_argument("--all", action="store_true", help="auch die langsamen Prüfungen")
    parser.add_argument("pytest_arguments", nargs="*", metavar="-- …", help="Angaben für pytest")


def run(arguments, settings: Settings) -> int:
    from bot.child_processes import VAR
    from bot.preparation import prepare
    from bot.progress import say

    database = VAR / "test" / "lotse.db"  # never the person's own
    settings = replace(settings, environment="test", database_url=f"sqlite:///{database}")
    with _Validation(settings) as validation:
        model = prepare(settings, say)
        data_are_valid = validation.tell_result()
    tests_passed = _run_pytest(arguments, settings, model)
    return tests_passed or (0 if data_are_valid else 1)


def _run_pytest(arguments, settings: Settings, model: Path) -> int:
    from bot.child_processes import child_environment

    command = [sys.executable, "-m", "pytest", *arguments.pytest_arguments]
    if not arguments.all and "-m" not in arguments.pytest_arguments:
        command += ["-m", "not slow"]
    environment = child_environment(settings, LOTSE_ENV="test", LOTSE_TEST_MODEL=str(model))
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


class _Validation:
    """`rasa data validate`, running beside the training; warnings count as failures."""

    def __init__(self, settings: Settings) -> None:
        from bot.child_processes import LOGS, child_environment

        self._environment = child_environment(settings)
        self._log = LOGS / "validate.log"

    def __enter__(self) -> _Validation:
        self._log.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "rasa", "data", "validate", "--fail-on-warnings"]
        with open(self._log, "w", encoding="utf-8") as out:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
            )
        return self

    def tell_result(self) -> bool:
        """Wait for the end; says whether the data are valid, with its output if they are not."""
        from bot.progress import say, step

        with step("rasa data validate", 15):
            code = self._process.wait()
        if code:
            say(self._log.read_text("utf-8", "replace"))
        say("rasa data validate: " + ("Die Daten haben Fehler, siehe oben." if code else "Die Daten sind in Ordnung."))
        return code == 0

    def __exit__(self, *_error: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

"""Before a start: the knowledge is loaded once, and what is wrong with it is one sentence."""
from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import StartError
from bot.load_knowledge import WITH_CONFLICTS
from bot.preparation import ensure_knowledge
from bot.progress import silence
from bot.settings import ROOT, Settings, read_settings


@pytest.fixture
def settings(tmp_path) -> Settings:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "knowledge" / "content", content)
    return replace(read_settings({}), database_url=f"sqlite:///{tmp_path / 'lotse.db'}", content=content)


class LoadingProgram:
    """A small program in the place of the one that loads: notes each call, and answers with what is next in a file."""

    def __init__(self, folder: Path, *answers: tuple[int, str]) -> None:
        self._calls = folder / "calls"
        program = folder / "loading.py"
        program.write_text(
            "import os, pathlib, sys\n"
            f"calls = pathlib.Path({str(self._calls)!r})\n"
            f"answers = {list(answers)!r}\n"
            "number = len(calls.read_text().splitlines()) if calls.exists() else 0\n"
            "calls.open('a').write(os.environ['LOTSE_CONTENT'] + '\\n')\n"
            "code, said = answers[min(number, len(answers) - 1)]\n"
            "print(said, file=sys.stderr if code == 1 else sys.stdout)\n"
            "sys.exit(code)\n",
            "utf-8",
        )
        self.command = (sys.executable, str(program))

    @property
    def calls(self) -> list[str]:
        """The content folder of each call."""
        return self._calls.read_text().splitlines() if self._calls.exists() else []


def database_of(settings: Settings) -> Path:
    return Path(settings.database_url.removeprefix("sqlite:///"))


def test_knowledge_is_loaded_once_and_again_when_a_record_changes(settings, tmp_path):
    loading = LoadingProgram(tmp_path, (0, "3 Einträge"))
    for _ in range(2):
        ensure_knowledge(settings, silence, loading.command)
    assert loading.calls == [str(settings.content)]
    file = settings.content / "foerderung.yml"
    file.write_text(file.read_text("utf-8") + "\n# reviewed\n", "utf-8")
    ensure_knowledge(settings, silence, loading.command)
    assert len(loading.calls) == 2


def test_a_database_that_was_put_back_is_loaded_again(settings, tmp_path):
    loading = LoadingProgram(tmp_path, (0, "3 Einträge"))
    database_of(settings).touch()
    said: list[str] = []
    ensure_knowledge(settings, said.append, loading.command)
    database_of(settings).write_bytes(b"")  # an older state of the same file
    ensure_knowledge(settings, said.append, loading.command)
    assert len(said) == 6 and len(loading.calls) == 2


def test_conflicts_are_told_at_every_start_until_somebody_decides(settings, tmp_path):
    conflict = (WITH_CONFLICTS, "Konflikt bei foe-1")
    loading = LoadingProgram(tmp_path, (WITH_CONFLICTS, "358 Einträge\nKonflikt bei foe-1"), conflict, (0, "gut"))
    database_of(settings).touch()
    said: list[str] = []
    for _ in range(4):
        ensure_knowledge(settings, said.append, loading.command)
    assert [line for line in said if line.startswith("  Konflikt")] == ["  Konflikt bei foe-1"] * 2
    assert len(loading.calls) == 3


def test_a_broken_record_is_one_sentence_with_its_file(settings):
    (settings.content / "foerderung.yml").write_text("- id: [\n", "utf-8")
    with pytest.raises(StartError, match="foerderung.yml") as caught:
        ensure_knowledge(settings, print)
    assert "\n" not in str(caught.value) and "Traceback" not in str(caught.value)


def test_a_breakdown_of_loading_points_to_its_log(settings, tmp_path):
    loading = LoadingProgram(tmp_path, (1, "Traceback (most recent call last):\nKeyError: 'x'"))
    with pytest.raises(StartError, match="var/log/knowledge.log"):
        ensure_knowledge(settings, print, loading.command)

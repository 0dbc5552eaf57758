"""Before a start: the knowledge is loaded once, and what is wrong with it is one sentence."""
from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from bot import preparation
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


def test_knowledge_is_loaded_once_and_again_when_a_record_changes(settings, monkeypatch):
    loaded: list[Settings] = []
    monkeypatch.setattr(preparation, "_load", lambda given: loaded.append(given) or (0, ["3 Einträge"]))
    for _ in range(2):
        ensure_knowledge(settings, silence)
    assert len(loaded) == 1
    file = settings.content / "foerderung.yml"
    file.write_text(file.read_text("utf-8") + "\n# reviewed\n", "utf-8")
    ensure_knowledge(settings, silence)
    assert len(loaded) == 2


def test_a_database_that_was_put_back_is_loaded_again(settings, monkeypatch):
    monkeypatch.setattr(preparation, "_load", lambda _settings: (0, ["3 Einträge"]))
    database = Path(settings.database_url.removeprefix("sqlite:///"))
    database.touch()
    said: list[str] = []
    ensure_knowledge(settings, said.append)
    database.write_bytes(b"")  # an older state of the same file
    ensure_knowledge(settings, said.append)
    assert len(said) == 6


def test_conflicts_are_told_at_every_start_until_somebody_decides(settings, monkeypatch):
    answers = [(WITH_CONFLICTS, ["358 Einträge", "Konflikt bei foe-1"]), (WITH_CONFLICTS, ["Konflikt bei foe-1"]), (0, ["gut"])]
    monkeypatch.setattr(preparation, "_load", lambda _settings: answers.pop(0))
    Path(settings.database_url.removeprefix("sqlite:///")).touch()
    said: list[str] = []
    for _ in range(4):
        ensure_knowledge(settings, said.append)
    assert [line for line in said if line.startswith("  Konflikt")] == ["  Konflikt bei foe-1"] * 2 and answers == []


def test_a_broken_record_is_one_sentence_with_its_file(settings):
    (settings.content / "foerderung.yml").write_text("- id: [\n", "utf-8")
    with pytest.raises(StartError, match="foerderung.yml") as caught:
        ensure_knowledge(settings, print)
    assert "\n" not in str(caught.value) and "Traceback" not in str(caught.value)


def test_a_breakdown_of_loading_points_to_its_log(settings, monkeypatch):
    broken = subprocess.CompletedProcess([], 1, "", "Traceback (most recent call last):\nKeyError: 'x'\n")
    monkeypatch.setattr(preparation.subprocess, "run", lambda *_given, **_more: broken)
    with pytest.raises(StartError, match="var/log/knowledge.log"):
        ensure_knowledge(settings, print)

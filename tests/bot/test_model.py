"""When a model is trained, when not, and what a person hears of broken files. The training itself is a stand-in."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot import model as module
from bot.errors import StartError
from bot.model import check_yaml, compute_stamp, ensure_model, fitting_model
from bot.progress import silence
from bot.settings import read_settings

SETTINGS = read_settings({})


@pytest.fixture
def project(tmp_path) -> Path:
    """A small project with everything that a training reads."""
    files = {
        "config.yml": "pipeline: []\n",
        "domain.yml": "intents: [gruss]\n",
        "data/nlu/gruss.yml": "nlu: []\n",
        "bot/nlu/classifier.py": "C = 10\n",
        "knowledge/content/terms.yml": "[]\n",
        "requirements.lock": "rasa==3.6.21\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def trainings(monkeypatch) -> list[list[str]]:
    """The commands with which Rasa would have been called; each makes a model."""
    commands: list[list[str]] = []

    def train(command, log, environment, folder):
        commands.append(command)
        name = command[command.index("--fixed-model-name") + 1]
        (folder / "models").mkdir(exist_ok=True)
        (folder / "models" / f"{name}.tar.gz").touch()
        os.utime(folder / "models" / f"{name}.tar.gz", (len(commands), len(commands)))
        return 0, ""

    clock = iter(f"2026112{n}-100000" for n in range(10))
    monkeypatch.setattr(module, "run_with_log", train)
    monkeypatch.setattr(module.time, "strftime", lambda _format: next(clock))
    return commands


def ensure(project: Path, force: bool = False) -> Path:
    return ensure_model(SETTINGS, force, silence, project)


def test_a_second_call_trains_nothing(project, trainings):
    assert ensure(project) == ensure(project)
    assert len(trainings) == 1


@pytest.mark.parametrize(
    "name",
    ["config.yml", "domain.yml", "data/nlu/gruss.yml", "data/rules/new.yml", "bot/nlu/classifier.py",
     "knowledge/content/terms.yml", "requirements.lock"],
)
def test_any_changed_file_that_a_training_reads_makes_a_new_model(project, trainings, name):
    first = ensure(project)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("# changed\n", "utf-8")
    assert ensure(project) != first
    assert len(trainings) == 2


def test_going_back_to_older_data_finds_the_older_model(project, trainings):
    first = ensure(project)
    text = (project / "domain.yml").read_text("utf-8")
    (project / "domain.yml").write_text("intents: []\n", "utf-8")
    ensure(project)
    (project / "domain.yml").write_text(text, "utf-8")
    assert ensure(project) == first


def test_another_spacy_pipeline_is_another_model(project):
    assert compute_stamp("auto", project) != compute_stamp("built-in", project)


def test_force_trains_in_any_case_and_tells_rasa(project, trainings):
    ensure(project)
    ensure(project, force=True)
    assert "--force" not in trainings[0] and "--force" in trainings[1]


def test_two_models_are_kept_and_those_of_the_person_are_left_alone(project, trainings):
    (project / "models").mkdir()
    (project / "models" / "mine.tar.gz").touch()
    for _ in range(4):
        newest = ensure(project, force=True)
    left = sorted(file.name for file in (project / "models").glob("*.tar.gz"))
    assert left == ["20261122-100000.tar.gz", newest.name, "mine.tar.gz"]
    assert len(list((project / "models").glob("*.stamp"))) == 2


def test_a_model_whose_training_was_interrupted_does_not_count(project):
    (project / "models").mkdir()
    (project / "models" / "half.tar.gz").touch()
    assert fitting_model(compute_stamp("auto", project), project) is None


@pytest.mark.parametrize(
    "text, line",
    [("a: [1\nb: 2\n", 2), ("a: 1\n\tb: 2\n", 2), ("a: 1\na: 2\n", 2), ("nlu:\n- intent: x\n  examples: 'offen\n", 4)],
)
def test_broken_yaml_is_told_with_file_and_line(project, trainings, text, line):
    (project / "data" / "nlu" / "gruss.yml").write_text(text, "utf-8")
    with pytest.raises(StartError, match=f"^data/nlu/gruss.yml, Zeile {line}: .*YAML") as caught:
        ensure(project)
    assert "\n" not in str(caught.value) and not trainings


def test_a_file_that_is_not_utf8_is_named(project):
    (project / "domain.yml").write_bytes("intents: [grüß]".encode("latin-1"))
    with pytest.raises(StartError, match="^domain.yml ist nicht in UTF-8"):
        check_yaml([project / "domain.yml"], project)


def test_a_failed_training_says_why_in_one_sentence_and_leaves_no_model(project, monkeypatch):
    output = "lots of lines\n\x1b[91mYamlValidationException: Failed to validate domain.yml\x1b[0m\n"
    monkeypatch.setattr(module, "run_with_log", lambda *_given: (1, output))
    with pytest.raises(StartError, match="misslungen .*Failed to validate domain.yml.*var/log/train.log"):
        ensure(project)
    assert fitting_model(compute_stamp("auto", project), project) is None


def test_missing_files_are_named(project):
    (project / "domain.yml").unlink()
    with pytest.raises(StartError, match="fehlt domain.yml"):
        ensure(project)

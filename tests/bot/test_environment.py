"""The set-up of `.venv`, with a little lock: fresh, again, interrupted, moved, and everything that can go wrong.

The tests of a module share one `.venv`, which takes seconds to make; each leaves it complete.
"""
from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from bot import environment
from bot.settings import ROOT
from tests.bot.little_project import HELP, LittleProject


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """A project right after its very first call, and what that call said."""
    project = LittleProject(tmp_path_factory.mktemp("little"))
    return project, project.lotse("hallo", "Welt")


@pytest.fixture
def project(fresh) -> LittleProject:
    """A project that is set up; its lock is put back afterwards."""
    project, _ = fresh
    yield project
    (project.root / "requirements.lock").write_text(project.lock)
    if not project.stamp.exists():
        assert project.lotse().returncode == 0


def test_the_first_call_sets_everything_up_and_shows_its_steps(fresh):
    project, first = fresh
    assert first.returncode == 0, first.stderr
    assert first.stdout.endswith(f"runs hallo Welt in {project.root} with klein\n")
    began = re.findall(r"^  (?!…)(.*) \(etwa \d+ Sekunden\) …$", first.stderr, re.M)
    assert began[0] == "Python-Umgebung anlegen" and began[-1] == "Rasa installieren"
    assert (project.root / "var" / "log" / "setup.log").stat().st_size > 0


def test_nothing_is_written_outside_the_checkout(fresh):
    assert list(fresh[0].home.rglob("*")) == []


def test_a_second_call_goes_straight_on(project):
    again = project.lotse("hallo")
    assert again.stdout == f"runs hallo in {project.root} with klein\n" and again.stderr == ""


def test_a_link_to_it_works_from_anywhere(project, tmp_path):
    (tmp_path / "lotse").symlink_to(project.root / "lotse")
    there = LittleProject.__new__(LittleProject)
    there.__dict__ = {**project.__dict__, "root": tmp_path}
    assert there.lotse("hallo").stdout == f"runs hallo in {project.root} with klein\n"


def test_a_set_up_that_was_interrupted_trusts_nothing_that_lies_there(project):
    project.stamp.rename(project.stamp.with_name("lotse-unfinished"))
    (project.packages / "klein" / "__init__.py").write_text("WHO = 'half'\n")
    again = project.lotse()
    assert again.stdout.endswith("with klein\n") and project.stamp.exists()


def test_uv_is_used_when_it_is_there(project):
    uv = Path(sys.executable).with_name("uv")
    if not uv.exists():
        pytest.skip("uv is not in this environment (pip took its place)")
    (project.root / ".venv" / "bin" / "uv").symlink_to(uv)
    (project.packages / "klein" / "__init__.py").write_text("WHO = 'half'\n")
    project.stamp.rename(project.stamp.with_name("lotse-unfinished"))
    again = project.lotse(UV_PYTHON="/nowhere/python")
    (project.root / ".venv" / "bin" / "uv").unlink()
    assert again.stdout.endswith("with klein\n"), again.stderr
    assert "uv laden" not in again.stderr and "nun mit pip" not in again.stderr
    assert (project.root / "var" / "cache" / "uv").is_dir()


@pytest.mark.slow
def test_two_calls_at_once_set_up_once(project):
    project.stamp.unlink()
    running = [project.start("a"), project.start("b")]
    said = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert sum("Die Umgebung ist fertig." in text for text in said) == 1


def test_a_changed_lock_is_noticed(project):
    (project.root / "requirements.lock").write_text(project.lock + "# changed\n")
    assert "Die Umgebung ist fertig." in project.lotse().stderr
    project.stamp.unlink()


def test_a_wrong_hash_is_one_sentence_and_nothing_is_called_complete(project):
    (project.root / "requirements.lock").write_text(re.sub("sha256:....", "sha256:0000", project.lock, count=1))
    (project.packages / "klein" / "__init__.py").unlink()
    shutil.rmtree(next(project.packages.glob("klein-*")))
    ended = project.lotse()
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (1, environment.WRONG_HASH)
    assert not project.stamp.exists()
    assert "HASHES" in (project.root / "var" / "log" / "setup.log").read_text("utf-8")


def test_without_a_network_it_is_one_sentence(project):
    project.stamp.unlink()
    closed = "http://127.0.0.1:9/simple"
    nowhere = dict(PIP_NO_INDEX=None, PIP_FIND_LINKS=None, UV_CONFIG_FILE=None, PIP_INDEX_URL=closed)
    ended = project.lotse(**nowhere)
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (1, environment.NO_NETWORK)


@pytest.mark.slow
def test_a_checkout_that_was_moved_gets_a_new_environment(fresh, tmp_path):
    project, _ = fresh
    moved = LittleProject.__new__(LittleProject)
    moved.__dict__ = {**project.__dict__, "root": tmp_path / "moved"}
    shutil.copytree(project.root, moved.root, symlinks=True)
    assert moved.lotse().stdout.endswith(f"in {moved.root} with klein\n")
    assert str(moved.root) in (moved.root / ".venv" / "bin" / "activate").read_text()


def a_bare_project(folder: Path, *pythons: tuple[str, str]) -> LittleProject:
    """A checkout without `.venv`, on a machine that has only these programs (name, script)."""
    project = LittleProject(folder)
    (project.root / "bot" / "cli.py").write_text(HELP)
    (project.bin / "python3.11").unlink()
    for name in ("dirname", "readlink"):
        (project.bin / name).symlink_to(shutil.which(name))
    for name, script in pythons:
        (project.bin / name).write_text(f"#!/bin/sh\n{script}\n")
        (project.bin / name).chmod(0o755)
    return project


def bare(project: LittleProject, *arguments: str, **changes: str):
    return project.lotse(*arguments, PATH=str(project.bin), **changes)


SHIM = 'echo "pyenv: $0: command not found" >&2; exit 127'
OTHER_VERSION = f'exec {sys.executable} -c "raise SystemExit(1)"'


@pytest.mark.parametrize("pythons", [[], [("python3.11", SHIM), ("python3.10", SHIM)], [("python3.11", OTHER_VERSION)]])
def test_no_python_that_serves_is_one_sentence_with_the_remedy(tmp_path, pythons):
    ended = bare(a_bare_project(tmp_path, *pythons), "start")
    assert ended.returncode == 1 and ended.stderr.count("\n") == 1
    assert "kein Python 3.11 oder 3.10" in ended.stderr and "apt install" in ended.stderr


def test_a_python_without_venv_is_told_what_it_lacks(tmp_path):
    debian = 'case "$*" in *ensurepip*) exit 1 ;; *) exit 0 ;; esac'
    ended = bare(a_bare_project(tmp_path, ("python3.11", debian)), "start")
    assert ended.returncode == 1 and ended.stderr.count("\n") == 1
    assert "python3-venv" in ended.stderr


@pytest.mark.parametrize("shim", [[], [("python3.11", SHIM), ("python3.10", SHIM)]])
def test_the_versions_of_pyenv_are_looked_at_behind_its_shims(tmp_path, shim):
    project = a_bare_project(tmp_path, *shim)
    version = f"3.{sys.version_info[1]}"
    folder = project.home / ".pyenv" / "versions" / f"{version}.9" / "bin"
    folder.mkdir(parents=True)
    (folder / f"python{version}").symlink_to(Path(sys.base_prefix, "bin", f"python{version}"))
    assert bare(project, "--help").stdout == "help --help\n"


def test_uv_is_asked_last(tmp_path):
    python = Path(sys.base_prefix, "bin", f"python3.{sys.version_info[1]}")
    project = a_bare_project(tmp_path, ("uv", f'[ "$1 $2" = "python find" ] && echo {python}'))
    assert bare(project, "--help").stdout == "help --help\n"


def test_the_help_needs_no_set_up(tmp_path):
    project = LittleProject(tmp_path)
    (project.root / "bot" / "cli.py").write_text(HELP)
    assert project.lotse("--help").stdout == "help --help\n"
    assert not (project.root / ".venv").exists()


@pytest.mark.parametrize(
    "output, sentence",
    [
        ("error: Failed to install: x.whl\n  Caused by: No space left on device (os error 28)", environment.NO_SPACE),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", environment.NO_SPACE),
        ("  × Failed to download `x`\n  ╰─▶ Hash mismatch for `x==1.0`", environment.WRONG_HASH),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", environment.WRONG_HASH),
        ("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", environment.NO_NETWORK),
        ("error sending request for url (https://packages.example/simple/x/)", environment.NO_NETWORK),
        ("error: subprocess-exited-with-error", None),
    ],
)
def test_the_output_of_pip_and_uv_tells_which_trouble_it_is(output, sentence):
    assert environment._trouble(output) == sentence


def test_a_full_disk_is_told_before_anything_is_tried(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "NEEDED_BYTES", 10**18)
    assert environment.main([]) == 1
    assert capsys.readouterr().err == environment.NO_SPACE + "\n"
    assert not (tmp_path / ".venv").exists()


def test_a_disk_that_fills_up_on_the_way_is_the_same_sentence(monkeypatch, capsys):
    def fill() -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(environment, "set_up", fill)
    assert environment.main([]) == 1
    assert capsys.readouterr().err == environment.NO_SPACE + "\n"


@pytest.mark.parametrize("name", ["requirements.in", "requirements.lock"])
def test_the_package_that_only_looks_like_the_spacy_model_is_never_installed(name):
    text = (ROOT / name).read_text("utf-8").lower().replace("_", "-")
    assert "de-core-news" not in text


def test_every_locked_package_has_a_hash_and_no_address_is_written_down():
    text = (ROOT / "requirements.lock").read_text("utf-8") + (ROOT / "requirements.setup.lock").read_text("utf-8")
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", text)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_every_requirement_has_its_reason():
    reasons = (ROOT / "docs" / "decisions" / "0003-dependencies.md").read_text("utf-8")
    lines = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    names = [re.split(r"[=<>! ;\[]", line)[0] for line in lines if line and not line.startswith("#")]
    assert [name for name in names if f"`{name}`" not in reasons] == []

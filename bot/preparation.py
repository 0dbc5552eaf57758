"""What has to be there before the assistant runs or is tested: the knowledge in the database, and a model."""
from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Sequence

from bot.child_processes import LOGS, child_environment
from bot.errors import StartError
from bot.load_knowledge import WITH_CONFLICTS
from bot.model import check_training_files, ensure_model
from bot.progress import Report, step
from bot.settings import ROOT, Settings

LOADING = (sys.executable, "-m", "bot.load_knowledge")
"""The program that loads: what it prints and its exit code are told there."""
READ_BY_LOADING = ("knowledge/**/*.py", "storage/**/*.py", "*/tables.py", "requirements.lock")


def prepare(settings: Settings, report: Report) -> Path:
    """Load the knowledge if it changed and make sure of a model; gives the path of the model."""
    check_training_files()  # takes no time, so it comes first
    ensure_knowledge(settings, report)
    return ensure_model(settings, report=report)


def ensure_knowledge(settings: Settings, report: Report, loading: Sequence[str] = LOADING) -> None:
    """Bring the database to the present content; raises StartError with the sentence of what is wrong.

    SQLite keeps a number for its users (`user_version`): there the database notes itself what it was loaded from, so
    that a start without news takes no time. A server's data may be changed by others and is loaded each time, and so is
    what has conflicts between files and database, that they are told until somebody decides. `loading` is the program
    that does it.
    """
    file = _sqlite_file(settings)
    number = _number_of_content(settings)
    if file and file.is_file() and _noted_number(file) == number:
        return
    with step("Das Wissen wird geladen", 15, report):
        code, lines = _load(settings, loading)
        for line in lines:
            report(f"  {line}")
    if file and code == 0:
        with closing(sqlite3.connect(file, timeout=10)) as connection:
            connection.execute(f"PRAGMA user_version = {number}")


def _load(settings: Settings, loading: Sequence[str]) -> tuple[int, list[str]]:
    """The exit code (0, or WITH_CONFLICTS) and what the loading process has to say."""
    environment = child_environment(
        settings, LOTSE_CONTENT=str(settings.content), LOTSE_SPACY_MODEL=settings.spacy_model
    )
    done = subprocess.run(
        loading, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    LOGS.mkdir(parents=True, exist_ok=True)
    (LOGS / "knowledge.log").write_text(done.stdout + done.stderr, "utf-8")
    said = (done.stderr if done.returncode == 1 else done.stdout).strip().splitlines()
    if done.returncode in (0, WITH_CONFLICTS) and said:
        return done.returncode, said
    if done.returncode == 1 and said and "Traceback" not in done.stderr:
        raise StartError(said[-1])
    raise StartError("Das Wissen ließ sich nicht laden. Die ganze Ausgabe steht in var/log/knowledge.log.")


def _sqlite_file(settings: Settings) -> Path | None:
    prefix = "sqlite:///"
    is_file = settings.database_url.startswith(prefix) and ":memory:" not in settings.database_url
    return Path(settings.database_url.removeprefix(prefix)) if is_file else None


def _noted_number(file: Path) -> int:
    """What the database notes; 0 if it is no database, which loading will complain about."""
    try:
        with closing(sqlite3.connect(file, timeout=10)) as connection:
            return connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError:
        return 0


def _number_of_content(settings: Settings) -> int:
    """31 bits of a hash over the content and the code that loads it, never 0."""
    whole = hashlib.sha256(settings.spacy_model.encode())
    files = {file for pattern in READ_BY_LOADING for file in ROOT.glob(pattern)}
    for file in sorted(files | {found for found in settings.content.rglob("*") if found.is_file()}):
        whole.update(f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return int.from_bytes(whole.digest()[:4], "big") >> 1 or 1

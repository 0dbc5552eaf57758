"""How we run other programs: their environment, and quietly with a log."""
from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Mapping, Sequence

from bot.settings import ROOT, Settings

VAR = ROOT / "var"
LOGS = VAR / "log"
RUN = VAR / "run"
WORKERS = RUN / "workers"
"""Where workers say that they live."""


def child_environment(settings: Settings | None = None, **more: str) -> dict[str, str]:
    """The environment of every process of ours: no telemetry, no flood of warnings, caches inside the checkout."""
    quiet = {
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        "MPLCONFIGDIR": str(VAR / "cache" / "matplotlib"),
        "PYTHONWARNINGS": "ignore",
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(ROOT),
        "MALLOC_ARENA_MAX": "2",
    }
    home = VAR / "home"  # Rasa and Keras write their settings to the home of the person, asked or not
    home.mkdir(parents=True, exist_ok=True)
    if os.environ.get("HOME") != str(home):
        quiet["HOME"] = str(home)
        quiet["PGPASSFILE"] = os.environ.get("PGPASSFILE") or os.path.expanduser("~/.pgpass")
    given: Mapping[str, str] = {"DATABASE_URL": settings.database_url} if settings else {}
    return {**os.environ, **quiet, **given, **more}


def run_with_log(
    command: Sequence[str], log: Path, environment: Mapping[str, str], folder: Path = ROOT
) -> tuple[int, str]:
    """Run in `folder` to the end with all output in `log` (written anew); gives the exit code and the output."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, "w", encoding="utf-8") as out:
        done = subprocess.run(
            command, cwd=folder, env=dict(environment), stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
    return done.returncode, log.read_text("utf-8", "replace")

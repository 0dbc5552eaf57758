"""One model against a set of messages: what it understood, and what it cost."""
from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from bot.child_processes import child_environment
from bot.errors import StartError
from bot.settings import ROOT, Settings
from evaluation.message_sets import NeedMessage
from evaluation.readings import Reading


@dataclass(frozen=True)
class MeasuredModel:
    """Readings of one model with its cost on one core: milliseconds for a message, start of the process, memory."""

    readings: tuple[Reading, ...]
    median_milliseconds: float
    p95_milliseconds: float
    seconds_to_ready: float
    megabytes: float


def read_with(model: Path, messages: Sequence[NeedMessage], settings: Settings) -> MeasuredModel:
    """Let a process of its own read the messages; raises StartError with its last words if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "bot.measuring.reading_process", "--model", str(model)],
        input=json.dumps([one.text for one in messages]),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=child_environment(settings, LOTSE_CONTENT=str(settings.content), LOTSE_SPACY_MODEL=settings.spacy_model),
    )
    if done.returncode:
        raise StartError(f"Das Modell {model.name} ließ sich nicht messen:\n{done.stderr[-2000:]}")
    told = json.loads(done.stdout)
    times = sorted(told["milliseconds"])
    return MeasuredModel(
        tuple(Reading(message, **seen) for message, seen in zip(messages, told["readings"])),
        statistics.median(times),
        times[int(len(times) * 0.95)],
        told["seconds_to_ready"],
        told["megabytes"],
    )

"""A process that loads one model as the rasa process does, reads messages on one core and tells what it cost.

In: one JSON list of texts. Out: one JSON object with `readings` (need, confidence, asks_back, second), `seconds_to_ready`
from the start of the process, `megabytes` (PSS after the messages) and `milliseconds` of its core for each message
(CPU time, so that other work on the machine does not count).
"""
from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from pathlib import Path

from bot.memory import collect_nothing_yet, keep_what_is_loaded, own_megabytes
from bot.quiet_logging import configure_logging
from bot.settings import read_settings
from bot.without_tensorflow import leave_out_if_unused


def main() -> int:
    """Read from standard input, write to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    model = parser.parse_args().model
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = json.load(sys.stdin)
    out, sys.stdout = sys.stdout, sys.stderr  # whatever Rasa prints stays out of the answer
    json.dump(_read(model, texts), out, ensure_ascii=False)
    return 0


def _read(model: Path, texts: list[str]) -> dict:
    began = _process_start()
    configure_logging("eval", 40, sys.stderr)
    collect_nothing_yet()
    leave_out_if_unused(model)
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    keep_what_is_loaded()
    ready = time.time() - began
    readings, milliseconds = asyncio.run(_parse(agent, texts))
    return {
        "readings": readings,
        "milliseconds": milliseconds,
        "seconds_to_ready": ready,
        "megabytes": own_megabytes(os.getpid()),
    }


async def _parse(agent, texts: list[str]) -> tuple[list[dict], list[float]]:
    readings, milliseconds = [], []
    for text in texts:
        began = time.process_time()
        seen = await agent.parse_message(text)
        milliseconds.append((time.process_time() - began) * 1000)
        best = next((one for one in seen["intent_ranking"] if one["name"] != "nlu_fallback"), seen["intent"])
        readings.append({
            "need": best["name"], "confidence": best["confidence"], "asks_back": seen["intent"]["name"] == "nlu_fallback",
            "second": (seen.get("second_need") or {}).get("name"),
        })  # fmt: skip
    return readings, milliseconds


def _process_start() -> float:
    import psutil

    return psutil.Process().create_time()


if __name__ == "__main__":
    read_settings()  # a wrong setting is told before Rasa is loaded
    sys.exit(main())

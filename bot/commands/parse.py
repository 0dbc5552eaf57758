"""Sagt zu jeder Zeile, welches Bedürfnis und welche Angaben der Assistent darin sieht.

Ausgabe: eine Zeile JSON je Zeile, {"text", "intent", "confidence", "ranking", "entities", "fallback"}. intent ist das
wahrscheinlichste Bedürfnis, auch wenn fallback wahr ist; fallback heißt: Der Assistent würde nachfragen.
"""
from __future__ import annotations

import asyncio
import logging
import os
import sys
from typing import Any

from bot.child_processes import child_environment
from bot.lines import add_file_argument, read_texts, write_lines
from bot.model import ensure_model
from bot.progress import say_on_stderr
from bot.quiet_logging import configure_logging
from bot.settings import Settings

HELP = "Bedürfnis und Angaben in Nachrichten erkennen"
SHOWN = 3
"""How many needs the ranking shows."""


def add_arguments(parser) -> None:
    add_file_argument(parser)


def run(arguments, settings: Settings) -> int:
    model = ensure_model(settings, report=say_on_stderr)
    agent = _load_agent(str(model), settings)
    write_lines(asyncio.run(_parse(agent, text)) for text in read_texts(arguments.file))
    return 0


def _load_agent(model: str, settings: Settings):
    os.environ.update(child_environment(settings))
    configure_logging("parse", logging.ERROR, sys.stderr)
    from rasa.core.agent import Agent

    return Agent.load(model)


async def _parse(agent, text: str) -> dict[str, Any]:
    """What the assistant understands of `text`, in the order of likelihood."""
    from conversation.payloads import neutralised

    words = neutralised(text)
    seen = await agent.parse_message(words) if words else {}
    return parsed(text, seen, left_out=len(text.rstrip()) - len(words) if words else 0)


def parsed(text: str, seen: dict[str, Any], left_out: int = 0) -> dict[str, Any]:
    """Rasa's reading of a message in the form of this tool; `left_out` characters of `text` stand before its words."""
    ranking = [(one["name"], round(one["confidence"], 4)) for one in seen.get("intent_ranking", ())]
    needs = [pair for pair in ranking if pair[0] != "nlu_fallback"]
    name, confidence = needs[0] if needs else (None, 0.0)
    return {
        "text": text,
        "intent": name,
        "confidence": confidence,
        "ranking": [list(pair) for pair in needs[:SHOWN]],
        "entities": [
            {
                "entity": one["entity"],
                "value": one["value"],
                "start": one["start"] + left_out,
                "end": one["end"] + left_out,
            }
            for one in seen.get("entities", ())
        ],
        "fallback": (seen.get("intent") or {}).get("name") in (None, "nlu_fallback"),
    }

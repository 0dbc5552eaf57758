"""Sagt zu jeder Zeile, welches Bedürfnis und welche Angaben der Assistent darin sieht.

Ausgabe: eine Zeile JSON je Zeile, {"text", "intent", "confidence", "ranking", "entities", "fallback", "second_need",
"language", "crisis", "idea", "masked"}. intent ist das wahrscheinlichste Bedürfnis, auch wenn fallback wahr ist; fallback heißt: Der
Assistent würde nachfragen. crisis nennt eine Notlage, die schon vor Rasa an ihren Wörtern erkannt wird; intent ist dann
notlage, denn so handelt der Assistent. idea nennt die Angaben einer erzählten Idee im Wortlaut (nur bei
idee_einreichen), masked die Nachricht ohne Angaben zu Personen.
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
CRISIS_NEED, IDEA_NEED = "notlage", "idee_einreichen"


def add_arguments(parser) -> None:
    add_file_argument(parser)


def run(arguments, settings: Settings) -> int:
    model = ensure_model(settings, report=say_on_stderr)
    agent = _load_agent(str(model), settings)
    readers = _Readers(settings)
    write_lines(asyncio.run(_parse(agent, readers, text)) for text in read_texts(arguments.file))
    return 0


class _Readers:
    """What reads a message beside Rasa: the parts of a told idea, and the masking of personal data."""

    def __init__(self, settings: Settings) -> None:
        from conversation.masking.masking import open_masking
        from knowledge.reading import open_reader

        self._reader = open_reader(settings.content, settings.spacy_model, settings.now)
        self._masking = open_masking(settings.content, self._reader)

    def idea(self, text: str) -> dict[str, Any]:
        """The parts that are told, by name; those that are not are left out."""
        from knowledge.telling import take_parts

        doc = self._reader.doc(text)
        told = take_parts(doc, self._reader.read_doc(doc))
        return {name: words for name, part in vars(told).items() if (words := _words(part))}

    def masked(self, text: str) -> str:
        return self._masking.mask(text).text


def _words(part: Any) -> Any:
    """A part in its words, a code as it is, several as a list."""
    if isinstance(part, tuple):
        return [_words(one) for one in part]
    return getattr(part, "text", part)


def _load_agent(model: str, settings: Settings):
    os.environ.update(child_environment(settings))
    configure_logging("parse", logging.ERROR, sys.stderr)
    from rasa.core.agent import Agent

    return Agent.load(model)


async def _parse(agent, readers: _Readers, text: str) -> dict[str, Any]:
    """What the assistant understands of `text`, in the order of likelihood."""
    from conversation.payloads import neutralised

    words = neutralised(text)
    seen = await agent.parse_message(words) if words else {}
    answer = parsed(text, seen, left_out=len(text.rstrip()) - len(words) if words else 0)
    idea = readers.idea(text) if answer["intent"] == IDEA_NEED else None
    return {**answer, "idea": idea, "masked": readers.masked(text)}


def parsed(text: str, seen: dict[str, Any], left_out: int = 0) -> dict[str, Any]:
    """What the assistant sees in a message, in the form of this tool.

    `seen` is Rasa's reading; `left_out` characters of `text` stand before its words. Words of crisis go before it.
    """
    from conversation.crisis import find_crisis

    crisis = find_crisis(text)
    needs = [(one["name"], round(one["confidence"], 4)) for one in seen.get("intent_ranking", ())]
    ranking = [pair for pair in needs if pair[0] != "nlu_fallback"]
    if crisis is not None:
        ranking = [(CRISIS_NEED, 1.0), *((name, 0.0) for name, _ in ranking if name != CRISIS_NEED)]
    name, confidence = ranking[0] if ranking else (None, 0.0)
    asks_back = crisis is None and (seen.get("intent") or {}).get("name") in (None, "nlu_fallback")
    return {
        "text": text,
        "intent": name,
        "confidence": confidence,
        "ranking": [list(pair) for pair in ranking[:SHOWN]],
        "entities": [
            {
                "entity": one["entity"],
                "value": one["value"],
                "start": one["start"] + left_out,
                "end": one["end"] + left_out,
            }
            for one in seen.get("entities", ())
        ],
        "fallback": asks_back,
        "second_need": seen.get("second_need"),
        "language": seen.get("language"),
        "crisis": crisis and crisis.name,
    }

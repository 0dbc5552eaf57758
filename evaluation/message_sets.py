"""The messages that are learned, and the sets that measure the understanding, which other hands have written."""
from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Iterable

import yaml

from knowledge.folding import fold

SETS = Path(__file__).resolve().parent / "sets"
TRAINING = SETS.parents[1] / "data"
CORE, BREADTH = TRAINING / "nlu", TRAINING / "breadth"
"""What teaches a need best, in few messages; and many more messages of it in other people's words."""
MESSY = frozenset(
    "stichworte diktiert klein ohne_umlaute tippfehler saechsisch schwaebisch platt bairisch berlinerisch koelsch "
    "lernende".split()
)
"""Styles in which people write without care, in dialect, or in a German that they are learning."""
CLEAN = frozenset("formal du geschichte gendern".split())


@dataclass(frozen=True)
class NeedMessage:
    """A message, the need that two attentive readers see in it (docs/telling-needs-apart.md), and its style."""

    text: str
    need: str
    style: str

    @property
    def is_messy(self) -> bool:
        return self.style in MESSY


def messages_by_need(*folders: Path) -> dict[str, list[str]]:
    """The training messages in Rasa's format: need → its messages, over all files of `folders` (without any: all of them)."""
    found: dict[str, list[str]] = {}
    for file in (file for folder in folders or (CORE, BREADTH) for file in sorted(folder.glob("*.yml"))):
        for block in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
            lines = block["examples"].splitlines()
            found.setdefault(block["intent"], []).extend(line.removeprefix("- ") for line in lines if line.strip())
    return found


def read_need_messages(name: str = "needs") -> list[NeedMessage]:
    """The set `sets/<name>.yml`: need → style → messages."""
    told = yaml.safe_load((SETS / f"{name}.yml").read_text("utf-8"))
    return [
        NeedMessage(text, need, style)
        for need, by_style in told.items()
        for style, texts in by_style.items()
        for text in texts
    ]


def read_crisis_messages() -> tuple[list[str], list[str]]:
    """Messages in acute need, and such that only sound alike or are ordinary."""
    told = yaml.safe_load((SETS / "crisis.yml").read_text("utf-8"))
    return [text for kind, texts in told.items() if kind != "none" for text in texts], told["none"]


def read_statements() -> tuple[list[str], list[str]]:
    """What people say without asking for anything, and quiet cries for help beside it."""
    told = yaml.safe_load((SETS / "statements.yml").read_text("utf-8"))
    return told["offen"], told["notlage"]


def read_two_needs() -> list[tuple[NeedMessage, str | None]]:
    """Messages that ask for two things, with the second one, and long messages that ask for one, with None."""
    told = yaml.safe_load((SETS / "two_needs.yml").read_text("utf-8"))
    return [(NeedMessage(one["text"], one["first"], ""), one["second"]) for one in told]


def words_of(text: str) -> tuple[str, ...]:
    """What stays of a message when case, umlauts, signs and spaces do not count; signs alone stay as they are."""
    return tuple(re.findall(r"\w+", fold(text))) or (text.strip(),)


def near_copies(texts: Iterable[str], learned: Iterable[str]) -> list[tuple[str, str]]:
    """Each text that repeats a learned one, with that one: the same words, or of four and more all but a fifth."""
    known = [(text, words_of(text)) for text in learned]
    exact, long = {words: text for text, words in known}, _LikeTexts(known)
    found = []
    for text in texts:
        words = words_of(text)
        twin = exact.get(words) or (long.first_like(frozenset(words)) if len(words) >= _LONG else None)
        if twin is not None:
            found.append((text, twin))
    return found


_LONG, _SHARED = 4, 0.8
"""From how many words on texts may be alike, and the share of all their words that both then have."""


class _LikeTexts:
    """Finds a text that shares most of its words with another without comparing it with all of them.

    Whoever lacks at most n words of a text has one of any n + 1 of its words, so only those are looked at that hold one of
    the rarest (Chaudhuri et al., 2006, „A Primitive Operator for Similarity Joins in Data Cleaning“).
    """

    def __init__(self, known: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._texts = [(text, frozenset(words)) for text, words in known if len(words) >= _LONG]
        self._holding: dict[str, list[int]] = {}
        for number, (_, words) in enumerate(self._texts):
            for word in words:
                self._holding.setdefault(word, []).append(number)

    def first_like(self, words: frozenset[str]) -> str | None:
        """The first known text that is like one of these `words`."""
        by_rarity = sorted(words, key=lambda word: len(self._holding.get(word, ())))
        rarest = by_rarity[: len(words) - ceil(_SHARED * len(words)) + 1]
        numbers = sorted({number for word in rarest for number in self._holding.get(word, ())})
        candidates = (self._texts[number] for number in numbers)
        return next((text for text, others in candidates if len(words & others) >= _SHARED * len(words | others)), None)

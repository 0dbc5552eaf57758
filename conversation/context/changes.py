"""What takes a part of the context away, and what leads back to an earlier subject. Pure; the phrases stand beside it.

Closed lists: a message counts only as a whole, so that „Geht das auch ohne Verein?“ stays a question.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any, Iterable

from conversation.commands import CommandKind, find_command
from conversation.commands.phrase_list import WORD, Words, written_out
from conversation.context.model import Part
from knowledge.content_files import read_yaml
from knowledge.folding import fold

FILE = Path(__file__).parent / "phrases.yml"
MOST_WORDS = 10
_INSTEAD = re.compile(r"^(?P<out>.+?)\W+sondern\s+(?P<new>.+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Removal:
    """What somebody wants to be forgotten: `parts` by their names, or what is `named` („den Verein“), as it was written.

    `instead` is what shall count from now on („…, sondern für Senioren“).
    """

    parts: frozenset[Part] = frozenset()
    named: str = ""
    instead: str = ""
    is_everything: bool = False


@dataclass(frozen=True)
class Return:
    """Which earlier subject is meant: the one before, the first one, or the one that is `named`."""

    is_first: bool = False
    named: str = ""


def find_removal(text: str) -> Removal | None:
    """The removal that `text` is as a whole, or None. To begin anew is to forget everything."""
    heard = _heard(text)
    if not 0 < len(heard) <= MOST_WORDS:
        return None
    words, phrases = tuple(word for word, _, _ in heard), _phrases()
    command = find_command(text)
    if words in phrases.everything or command is not None and command.kind is CommandKind.RESTART:
        return Removal(is_everything=True)
    if words in phrases.whole:
        return Removal(frozenset({phrases.whole[words]}))
    instead = _INSTEAD.match(text)
    if instead:
        out = find_removal(instead["out"])
        return Removal(named=out.named, instead=instead["new"]) if out and out.named else None
    size = _size(words, phrases.before)
    if 0 < size < len(heard):
        behind = _size(words[::-1], frozenset(row[::-1] for row in phrases.behind))
        end = len(heard) - behind if size + behind < len(heard) else len(heard)
        return Removal(named=text[heard[size][1] : heard[end - 1][2]])
    behind = _size(words[::-1], frozenset(row[::-1] for row in phrases.behind))
    if 0 < behind < len(heard) and not text.rstrip().endswith("?"):
        return Removal(named=text[heard[0][1] : heard[len(heard) - behind - 1][2]])
    return None


def find_return(text: str) -> Return | None:
    """The return that `text` is as a whole, or None."""
    heard = _heard(text)
    if not 0 < len(heard) <= MOST_WORDS:
        return None
    words, phrases = tuple(word for word, _, _ in heard), _phrases()
    if words in phrases.back_last:
        return Return()
    if words in phrases.back_first:
        return Return(is_first=True)
    size = _size(words, phrases.back_named)
    return Return(named=text[heard[size][1] : heard[-1][2]]) if 0 < size < len(heard) else None


@dataclass(frozen=True)
class _Phrases:
    fillers: frozenset[str]
    leading: frozenset[str]
    whole: dict[Words, Part]
    everything: frozenset[Words]
    before: frozenset[Words]
    behind: frozenset[Words]
    back_last: frozenset[Words]
    back_first: frozenset[Words]
    back_named: frozenset[Words]


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    content: dict[str, Any] = read_yaml(FILE, dict)
    fillers = frozenset(map(fold, content["fillers"]))

    def rows(patterns: Iterable[str]) -> frozenset[Words]:
        texts = (text for pattern in patterns for text in written_out(pattern))
        return frozenset(tuple(one for one in WORD.findall(fold(text)) if one not in fillers) for text in texts)

    whole = {words: Part(name) for name, patterns in content["whole"].items() for words in rows(patterns)}
    back = content["back"]
    return _Phrases(
        fillers, frozenset(map(fold, content["leading"])), whole, rows(content["everything"]),
        rows(content["named"]["before"]), rows(content["named"]["behind"]),
        rows(back["last"]), rows(back["first"]), rows(back["named"]),
    )  # fmt: skip


def _heard(text: str) -> list[tuple[str, int, int]]:
    """The words, folded, with where they stand; without courtesy, and without a „nein“ in front."""
    phrases = _phrases()
    said = [(fold(one.group()), one.start(), one.end()) for one in WORD.finditer(text)]
    said = [one for one in said if one[0] not in phrases.fillers]
    leading = len(list(takewhile(lambda one: one[0] in phrases.leading, said)))
    return said[leading:]


def _size(words: Words, rows: frozenset[Words]) -> int:
    """How many words at the begin are the longest of `rows`."""
    return max((len(row) for row in rows if words[: len(row)] == row), default=0)

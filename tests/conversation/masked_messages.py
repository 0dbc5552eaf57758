"""The annotated messages of `masking.yml`, and how well a masking does on them."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from conversation.masking.masking import Masking, open_masking
from conversation.masking.model import Found, Kind
from knowledge.reading import open_reader

ROOT = Path(__file__).resolve().parents[2]
PARTS = yaml.safe_load((Path(__file__).parent / "masking.yml").read_text("utf-8"))
_MARK = re.compile(r"\[\[(?P<data>.+?)\|(?P<kind>\w+)\]\]", re.DOTALL)


@lru_cache(maxsize=None)
def the_masking() -> Masking:
    """The masking over the real content with the built-in pipeline."""
    content = ROOT / "knowledge" / "content"
    return open_masking(content, open_reader(content, "built-in"))


def read_marked(marked: str) -> tuple[str, list[Found]]:
    """The message as it was written, and what in it is to be masked."""
    text, wanted, last = "", [], 0
    for one in _MARK.finditer(marked):
        text += marked[last : one.start()]
        wanted.append(Found(Kind(one["kind"]), len(text), len(text) + len(one["data"])))
        text += one["data"]
        last = one.end()
    return text + marked[last:], wanted


@dataclass
class Score:
    """Counts over some messages; `missed` and `too_many` show where."""

    names: int = 0
    names_masked: int = 0
    others: int = 0
    others_masked: int = 0
    kinds_right: int = 0
    words: int = 0
    words_wrong: int = 0
    missed: list[str] = field(default_factory=list)
    too_many: list[str] = field(default_factory=list)

    def add(self, masking: Masking, marked: str) -> None:
        text, wanted = read_marked(marked)
        masked = masking.mask(text)
        for one in wanted:
            hidden = _hidden(text, one, masked.found)
            if one.kind is Kind.NAME:
                self.names, self.names_masked = self.names + 1, self.names_masked + hidden
            else:
                self.others, self.others_masked = self.others + 1, self.others_masked + hidden
            self.kinds_right += any(found.kind is one.kind and found.overlaps(one) for found in masked.found)
            if not hidden:
                self.missed.append(f"{text[one.start:one.end]!r} in {masked.text!r}")
        wrong = []
        for word in re.finditer(r"\w+", text):
            here = Found(Kind.NAME, *word.span())
            if not any(here.overlaps(one) for one in wanted):
                self.words += 1
                if any(here.overlaps(one) for one in masked.found):
                    wrong.append(word.group())
        self.words_wrong += len(wrong)
        if wrong:
            self.too_many.append(f"{wrong} in {text!r}")

    @property
    def name_recall(self) -> float:
        return self.names_masked / max(1, self.names)

    @property
    def other_recall(self) -> float:
        return self.others_masked / max(1, self.others)

    @property
    def wrong_share(self) -> float:
        return self.words_wrong / max(1, self.words)

    def __str__(self) -> str:
        return (
            f"names {self.names_masked}/{self.names} = {self.name_recall:.3f}, others {self.others_masked}/{self.others} = "
            f"{self.other_recall:.3f}, kind right {self.kinds_right}/{self.names + self.others}, words wrongly masked "
            f"{self.words_wrong}/{self.words} = {self.wrong_share:.4f}"
        )


def score(masking: Masking, messages: list[str]) -> Score:
    """The score over annotated messages."""
    total = Score()
    for message in messages:
        total.add(masking, message)
    return total


def _hidden(text: str, wanted: Found, found: tuple[Found, ...]) -> bool:
    """Whether every letter and digit of it is masked, under whatever kind."""
    return all(
        any(one.start <= at < one.end for one in found) for at in range(wanted.start, wanted.end) if text[at].isalnum()
    )

"""What the assistant understood of a set of messages, and which messages changed sides since the accepted model."""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable

from evaluation.message_sets import NeedMessage

ACCEPTED = Path(__file__).resolve().parent / "accepted.json"
"""The readings of the model that was last accepted; `./lotse eval nlu --accept` writes it."""
ASKED_BACK = "fallback"


@dataclass(frozen=True)
class Reading:
    """A message of the set, the likeliest need, its confidence, and whether the assistant asks back instead of acting.

    `second` is the need to offer after the first one.
    """

    message: NeedMessage
    need: str
    confidence: float
    asks_back: bool
    second: str | None = None

    @property
    def is_right(self) -> bool:
        """The likeliest need is the right one, whether or not the assistant is sure enough to act."""
        return self.need == self.message.need

    @property
    def acted(self) -> str:
        """What the assistant does: serves a need, or asks back."""
        return ASKED_BACK if self.asks_back else self.need


@dataclass(frozen=True)
class ChangedSide:
    """A message that one model understood and the other did not."""

    message: NeedMessage
    before: str
    now: str

    @property
    def is_gain(self) -> bool:
        return self.now == self.message.need


def accept(readings: Iterable[Reading], file: Path = ACCEPTED) -> None:
    """Keep the readings as those to compare with."""
    told = {one.message.text: one.need for one in readings}
    file.write_text(json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


def changed_sides(readings: Iterable[Reading], file: Path = ACCEPTED) -> list[ChangedSide]:
    """The messages of both runs that are right in one of them only, losses first."""
    before = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    changed = [
        ChangedSide(one.message, before[one.message.text], one.need)
        for one in readings
        if one.message.text in before and (before[one.message.text] == one.message.need) != one.is_right
    ]
    return sorted(changed, key=lambda one: (one.is_gain, one.message.need, one.message.text))

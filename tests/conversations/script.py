"""Conversations as they are written down in `ways/*.yml`, and what is checked in each turn."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from conversation.messages import Answer
from tests.conversations.assistant import Conversation, NoSuchButton
from tests.conversations.manners import check_manners

WAYS = Path(__file__).parent / "ways"
NOBODY = "none"
"""Stands as `need` where the words of crisis were found before Rasa was asked."""


@dataclass(frozen=True)
class Turn:
    """What a person does (`says` or `presses`, a title or its begin), and what must come of it; the rest is optional."""

    says: str | None = None
    presses: str | None = None
    times: int = 1
    arrives_twice: bool = False
    """The same message comes again at once under another id; what is checked is the answer to that."""
    """`says` so often in a row, in one message."""
    need: str | tuple[str, ...] | None = None
    outcome: str | tuple[str, ...] | None = None
    kind: str | None = None
    """All records are of this kind."""
    includes: tuple[str, ...] = ()
    """Ids among the records."""
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    """Begins of the titles that must be offered."""
    language: str = "de"
    then_asks: str = ""
    """Behind the answer, the question of an open form that comes once again."""
    then_offers: str = ""
    """Behind the answer, the words of a form that rests and can be taken up again."""

    def __post_init__(self) -> None:
        if (self.says is None) == (self.presses is None):
            raise ValueError(f"a turn has either `says` or `presses`: {self}")

    async def take(self, conversation: Conversation) -> Answer:
        """Do it, and check everything but `expectations`."""
        if self.says is not None:
            say = conversation.say_twice if self.arrives_twice else conversation.say
            answers = await say(self.says * self.times)
        else:
            answers = await conversation.press(self.presses)
        first, *behind = answers
        expected = (["FORM_ASKED"] if self.then_asks else []) + (["FORM_RESTS"] if self.then_offers else [])
        assert [one.outcome for one in behind] == expected, "one message gets one answer"
        assert all((self.then_asks or self.then_offers) in one.text for one in behind)
        for answer in answers:
            check_manners(answer, conversation.assistant.library)
        return first

    def check(self, answer: Answer, need: str | None) -> None:
        """Raises AssertionError with what is not as expected."""
        assert self.need is None or (need or NOBODY) in _choices(self.need)
        assert self.outcome is None or answer.outcome in _choices(self.outcome)
        assert answer.lang == self.language
        assert set(self.includes) <= set(answer.records)
        assert [word for word in self.words if word not in answer.text] == []
        assert [word for word in self.without if word in answer.text] == []
        titles = [button.title for button in answer.buttons]
        for begin in self.buttons:
            assert any(title.startswith(begin) for title in titles), f"no button „{begin}“ among {titles}"


@dataclass(frozen=True)
class Way:
    """One whole conversation. `known_defect` says what is wrong today: the test fails as soon as it is mended."""

    name: str
    turns: tuple[Turn, ...]
    known_defect: str | None = None

    async def walk(self, conversation: Conversation) -> None:
        """Take all turns in order; a failure shows the conversation so far."""
        for turn in self.turns:
            try:
                answer = await turn.take(conversation)
                turn.check(answer, conversation.need)
                if turn.kind:
                    records = map(conversation.assistant.library.record, answer.records)
                    assert {record.kind for record in records} == {turn.kind}
            except (AssertionError, NoSuchButton) as error:
                raise AssertionError("\n".join([str(error), *conversation.log])) from error


def read_ways() -> list[Way]:
    """All conversations of all files."""
    return [_way(told) for file in sorted(WAYS.glob("*.yml")) for told in yaml.safe_load(file.read_text("utf-8"))]


def _way(told: dict[str, Any]) -> Way:
    turns = [Turn(**{name: tuple(value) if isinstance(value, list) else value for name, value in turn.items()})
             for turn in told["turns"]]  # fmt: skip
    return Way(told["way"], tuple(turns), told.get("known_defect"))


def _choices(wanted: str | tuple[str, ...]) -> tuple[str, ...]:
    return (wanted,) if isinstance(wanted, str) else wanted

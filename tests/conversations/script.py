"""Conversations as they are written down in `ways/*.yml`, and what is checked in each turn."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Mapping

import yaml

from conversation.incoming import key_of
from conversation.messages import Answer
from tests.conversations.assistant import Conversation, NoSuchButton
from tests.conversations.knowledge_base import loaded_services
from tests.conversations.manners import check_manners
from wording.feedback import REASON_ASKED

WAYS = Path(__file__).parent / "ways"
NOBODY = "none"
"""Stands as `need` where the words of crisis were found before Rasa was asked."""


@dataclass(frozen=True)
class Turn:
    """What a person does, and what must come of it; the rest is optional.

    `says` a message, `presses` a button by its title or its begin, `removes` a part of the context by its title, or
    `rates` the latest answer.
    """

    says: str | None = None
    presses: str | None = None
    removes: str | None = None
    rates: str | None = None
    """`helpful` or `unhelpful`: the small buttons under the latest answer."""
    times: int = 1
    """`says` so often in a row, in one message."""
    arrives_twice: bool = False
    """The same message comes again at once under another id; what is checked is the answer to that."""
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
    context: tuple[str, ...] | None = None
    """The titles of all that is known afterwards, in order."""
    then_asks: str = ""
    """Behind the answer, the question of an open form that comes once again, or the one why it did not help."""
    then_offers: str = ""
    """Behind the answer, the words of a form that rests and can be taken up again."""
    keeps: Mapping[str, Any] | None = None
    """What is stored as the rating of the latest answer that was rated in this conversation; `includes` among its records."""

    def __post_init__(self) -> None:
        if sum(one is not None for one in (self.says, self.presses, self.removes, self.rates)) != 1:
            raise ValueError(f"a turn has one of `says`, `presses`, `removes`, `rates`: {self}")

    async def take(self, conversation: Conversation) -> Answer:
        """Do it, and check everything but `expectations`."""
        if self.says is not None:
            say = conversation.say_twice if self.arrives_twice else conversation.say
            answers = await say(self.says * self.times)
        elif self.presses is not None:
            answers = await conversation.press(self.presses)
        elif self.removes is not None:
            answers = await conversation.remove(self.removes)
        else:
            answers = await conversation.rate(self.rates)
        first, *behind = answers
        assert len(behind) == bool(self.then_asks) + bool(self.then_offers), "one message gets one answer"
        assert {one.outcome for one in behind} <= ({"FORM_RESTS"} if self.then_offers else {"FORM_ASKED", REASON_ASKED})
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
        assert self.context is None or tuple(part.title for part in answer.context) == self.context
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
                if turn.keeps is not None:
                    check_kept(turn.keeps, conversation)
                if turn.kind:
                    records = map(conversation.assistant.library.record, answer.records)
                    assert {record.kind for record in records} == {turn.kind}
            except (AssertionError, NoSuchButton) as error:
                raise AssertionError("\n".join([str(error), *conversation.log])) from error


def check_kept(wanted: Mapping[str, Any], conversation: Conversation) -> None:
    """Raises AssertionError unless the rating of the latest rated answer is as it is told."""
    key, all_kept = key_of(conversation.id), loaded_services().office.feedback.list()
    mine = [one for one in all_kept if one.answer.conversation_key == key]
    assert mine, "nothing is rated in this conversation"
    kept = max(mine, key=lambda one: one.answer.number)
    told = {**asdict(kept), **asdict(kept.answer), "reason": kept.reason and kept.reason.value}
    assert {name: told[name] for name in wanted if name != "includes"} == {
        name: value for name, value in wanted.items() if name != "includes"
    }
    assert set(wanted.get("includes", ())) <= set(kept.answer.records)


def read_ways() -> list[Way]:
    """All conversations of all files."""
    return [_way(told) for file in sorted(WAYS.glob("*.yml")) for told in yaml.safe_load(file.read_text("utf-8"))]


def _way(told: dict[str, Any]) -> Way:
    turns = [Turn(**{name: tuple(value) if isinstance(value, list) else value for name, value in turn.items()})
             for turn in told["turns"]]  # fmt: skip
    return Way(told["way"], tuple(turns), told.get("known_defect"))


def _choices(wanted: str | tuple[str, ...]) -> tuple[str, ...]:
    return (wanted,) if isinstance(wanted, str) else wanted

"""Forms as little dialogues (`dialogues.yml`). After each message the state goes through the database's JSON."""
from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from conversation.forms import engine
from conversation.forms.model import Form, FormTurn, Said
from conversation.forms.replies import reply_to
from tests.conversation.forms.forms_setup import FORMS, NOW, OFFICE, pressed, said, stored

DIALOGUES = yaml.safe_load((Path(__file__).parent / "dialogues.yml").read_text("utf-8"))
_LINE = re.compile(r"(?:\[(?P<need>\w+) (?P<sure>[\d.]+)\] )?(?P<text>.+?) -> (?P<outcome>\w+) (?P<asks>\S+)(?P<values>( \| .*)?)$")


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda one: one["dialogue"])
def test_dialogue(dialogue):
    form, now = FORMS[dialogue["form"]], NOW
    opening = dialogue.get("opening")
    turn = engine.start(form, said(opening) if opening else None, now)
    check_reply(form, turn)
    for line in dialogue["says"].strip().splitlines():
        if line.startswith("+"):
            now += timedelta(days=int(line.split()[1]))
            continue
        told = _LINE.match(line)
        assert told, f"unreadable line: {line}"
        turn = engine.take(form, stored(turn.state), message(told, now), now)
        assert f"{turn.outcome.value} {turn.asks or '-'}" == f"{told['outcome']} {told['asks']}", line
        check_values(form, turn, told["values"], line)
        check_reply(form, turn)


def message(told: re.Match[str], now) -> Said:
    if told["text"].startswith("("):
        return pressed(told["text"][1:-1])
    return said(told["text"], now, need=told["need"] or "", confidence=float(told["sure"] or 0))


def check_values(form: Form, turn: FormTurn, expected: str, line: str) -> None:
    for pair in filter(None, expected.split(" | ")):
        key, _, shown = pair.strip().partition("=")
        value = turn.state.values.get(key)
        assert ("" if value is None else form.field(key).show(value)) == shown, line


def check_reply(form: Form, turn: FormTurn) -> None:
    """A reply asks the open question once, no other one, and is polite."""
    reply = reply_to(form, turn, OFFICE)
    if reply is None:
        assert turn.asks is None
        return
    asked = {one.key: reply.text.count(one.question) for one in form.fields}
    assert asked == {key: int(key == turn.asks) for key in asked}
    assert "!" not in reply.text and "{" not in reply.text and reply.text.strip()
    assert len({one.payload for one in reply.buttons}) == len(reply.buttons)

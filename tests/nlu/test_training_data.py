"""The training messages: enough for each need, none under two needs, none that only measures."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.measuring.parts import BROAD
from evaluation.message_sets import messages_by_need, near_copies, read_need_messages, words_of

ROOT = Path(__file__).resolve().parents[2]
LEAST_BROAD, LEAST = 150, 60
NO_NEEDS = ("nlu_fallback", "merkliste", "formular", "kontext", "rueckmeldung")
"""The doubt of the classifier, and what only buttons and a closed list of phrases lead to."""
NEEDS = [
    need for need in yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["intents"] if need not in NO_NEEDS
]


MESSAGES = messages_by_need(ROOT / "data" / "nlu")


@pytest.mark.parametrize("need", NEEDS)
def test_each_need_has_a_file_of_its_own_with_enough_messages(need):
    blocks = yaml.safe_load((ROOT / "data" / "nlu" / f"{need}.yml").read_text("utf-8"))["nlu"]
    assert {block["intent"] for block in blocks} == {need}
    assert len(set(map(words_of, MESSAGES[need]))) >= (LEAST_BROAD if need in BROAD else LEAST)


def test_no_other_need_has_messages():
    assert set(MESSAGES) == set(NEEDS)
    assert {file.stem for file in (ROOT / "data" / "nlu").glob("*.yml")} == set(NEEDS)


def test_each_need_has_a_rule():
    rules = "\n".join(file.read_text("utf-8") for file in (ROOT / "data" / "rules").glob("*.yml"))
    assert [need for need in NEEDS if not re.search(rf"- intent: {need}$", rules, re.M)] == []


def test_no_message_stands_twice_and_none_under_two_needs():
    needs_of: dict[tuple[str, ...], list[str]] = {}
    for need, texts in MESSAGES.items():
        for text in texts:
            needs_of.setdefault(words_of(text), []).append(need)
    assert {text: needs for text, needs in needs_of.items() if len(needs) > 1} == {}


def test_no_need_is_written_from_a_template():
    """Of the longer messages of a need, few begin with the same three words."""
    for need, texts in MESSAGES.items():
        begins = [words_of(text)[:3] for text in texts if len(words_of(text)) > 6]
        commonest = max((begins.count(one) for one in set(begins)), default=0)
        assert commonest <= max(3, 0.05 * len(begins)), need


def test_no_message_begins_with_a_slash_or_is_marked_up():
    wrong = [text for texts in MESSAGES.values() for text in texts
             if text.startswith("/") or re.search(r"\]\(|\]\{", text) or text != text.strip()]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize("name", ["needs", "needs_sealed"])
def test_no_message_that_measures_is_nearly_a_training_message(name):
    learned = [text for texts in MESSAGES.values() for text in texts]
    assert near_copies([one.text for one in read_need_messages(name)], learned) == []

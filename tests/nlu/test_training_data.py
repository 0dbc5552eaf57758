"""The training messages: for each need a core of a size that a person can read, and more of it in other people's words;
none under two needs, none that only measures."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from evaluation.message_sets import (
    BREADTH, CORE, messages_by_need, near_copies, read_crisis_messages, read_need_messages, read_statements, words_of,
)  # fmt: skip

ROOT = Path(__file__).resolve().parents[2]
BROAD_SIZE, OTHER_SIZE = range(150, 301), range(60, 121)
"""How many messages the core of a need holds."""
BROAD = frozenset(
    "foerderung rechtliche_huerde kontakt fallbeispiele idee_einreichen beratung_buchen huerde_melden anliegen "
    "ausserhalb nlu_fallback".split()
)
"""Needs that people have in the most different words, and what they say without any need."""
NOTHING_ASKED = "nlu_fallback"
NO_NEEDS = (NOTHING_ASKED, "merkliste", "formular", "kontext", "rueckmeldung")
"""What asks for nothing, and what only buttons and a closed list of phrases lead to."""
NEEDS = [
    need for need in yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["intents"] if need not in NO_NEEDS
]
MESSAGES, OF_CORE = messages_by_need(), messages_by_need(CORE)


@pytest.mark.parametrize("need", [*NEEDS, NOTHING_ASKED])
def test_the_core_of_each_need_has_the_size_that_was_asked_for(need):
    assert len(set(map(words_of, OF_CORE[need]))) == len(OF_CORE[need])
    assert len(OF_CORE[need]) in (BROAD_SIZE if need in BROAD else OTHER_SIZE)


@pytest.mark.parametrize("folder", [CORE, BREADTH], ids=lambda folder: folder.name)
def test_each_need_has_files_of_its_own_and_nothing_else_has(folder):
    needs_of = {
        file.stem: {block["intent"] for block in yaml.safe_load(file.read_text("utf-8"))["nlu"]}
        for file in folder.glob("*.yml")
    }
    assert needs_of == {need: {need} for need in [*NEEDS, NOTHING_ASKED] if need in needs_of or folder == CORE}


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
    for need, texts in [*MESSAGES.items(), *OF_CORE.items()]:
        begins = [words_of(text)[:3] for text in texts if len(words_of(text)) > 6]
        commonest = max((begins.count(one) for one in set(begins)), default=0)
        assert commonest <= max(3, 0.05 * len(begins)), need


def test_no_message_begins_with_a_slash_or_is_marked_up():
    wrong = [text for texts in MESSAGES.values() for text in texts
             if text.startswith("/") or re.search(r"\]\(|\]\{", text) or text != text.strip()]  # fmt: skip
    assert wrong == []


MEASURING = {
    "needs": [one.text for one in read_need_messages("needs")],
    "needs_sealed": [one.text for one in read_need_messages("needs_sealed")],
    "crisis": [text for part in read_crisis_messages() for text in part],
    "statements": [text for part in read_statements() for text in part],
}


@pytest.mark.parametrize("name", MEASURING)
def test_no_message_that_measures_is_nearly_a_training_message(name):
    learned = [text for texts in MESSAGES.values() for text in texts]
    assert near_copies(MEASURING[name], learned) == []

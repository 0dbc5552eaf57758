"""The training messages: enough for each need, none under two needs, none that only measures."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from knowledge.folding import fold

ROOT = Path(__file__).resolve().parents[2]
LEAST = 40
FORMULAS = {"gruss", "danke", "abschied", "ja", "nein", "beleidigung", "unzufrieden"}
"""Two hands cannot but write the same „moin“; test_held_out.py leaves such messages out of its measure."""
NEEDS = [need for need in yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["intents"] if need != "nlu_fallback"]


def messages_by_need() -> dict[str, list[str]]:
    """Need → its messages, over all files of data/nlu."""
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
            lines = block["examples"].splitlines()
            found.setdefault(block["intent"], []).extend(line.removeprefix("- ") for line in lines if line.strip())
    return found


def alike(text: str) -> str:
    """What stays of a message when case, umlauts, signs and spaces do not count; signs alone stay as they are."""
    return " ".join(re.findall(r"\w+", fold(text))) or text.strip()


MESSAGES = messages_by_need()
HELD_OUT = yaml.safe_load((Path(__file__).parent / "needs_held_out.yml").read_text("utf-8"))


@pytest.mark.parametrize("need", NEEDS)
def test_each_need_has_a_file_of_its_own_with_enough_messages(need):
    blocks = yaml.safe_load((ROOT / "data" / "nlu" / f"{need}.yml").read_text("utf-8"))["nlu"]
    assert {block["intent"] for block in blocks} == {need}
    assert len({alike(text) for text in MESSAGES[need]}) >= LEAST


def test_no_other_need_has_messages():
    assert set(MESSAGES) == set(NEEDS)
    assert {file.stem for file in (ROOT / "data" / "nlu").glob("*.yml")} == set(NEEDS)


def test_each_need_has_a_rule():
    rules = "\n".join(file.read_text("utf-8") for file in (ROOT / "data" / "rules").glob("*.yml"))
    assert [need for need in NEEDS if not re.search(rf"- intent: {need}$", rules, re.M)] == []


def test_no_message_stands_under_two_needs():
    needs_of: dict[str, set[str]] = {}
    for need, texts in MESSAGES.items():
        for text in texts:
            needs_of.setdefault(alike(text), set()).add(need)
    assert {text: needs for text, needs in needs_of.items() if len(needs) > 1} == {}


def test_messages_that_measure_are_never_learnt():
    learnt = {alike(text) for texts in MESSAGES.values() for text in texts}
    both = [text for need, texts in HELD_OUT.items() if need not in FORMULAS for text in texts if alike(text) in learnt]
    assert both == []


def test_every_need_is_measured():
    assert set(HELD_OUT) == set(NEEDS)


def test_no_message_begins_with_a_slash_or_is_marked_up():
    wrong = [text for texts in MESSAGES.values() for text in texts
             if text.startswith("/") or re.search(r"\]\(|\]\{", text) or text != text.strip()]  # fmt: skip
    assert wrong == []

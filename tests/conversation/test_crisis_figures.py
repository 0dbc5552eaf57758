"""How many messages by strangers the first net alone finds, and how often it cries wolf.

The parts of crisis_lists.yml were each written without a look at the lists, measured once, and then used to widen
them by kinds of sentences. What each part scored when it was new (the honest figures) stands in FRESH; the floors
only guard against falling back. The next part belongs under "seventh", measured before anybody reads its misses.
"""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conversation.crisis import find_crisis
from evaluation.message_sets import messages_by_need

PARTS = yaml.safe_load((Path(__file__).parent / "crisis_lists.yml").read_text("utf-8"))


@pytest.mark.parametrize("part", PARTS)
def test_the_net_finds_what_it_once_found(part):
    kinds = {kind: texts for kind, texts in PARTS[part].items() if kind != "none"}
    found = [(find_crisis(text), kind) for kind, texts in kinds.items() for text in texts]
    recall = sum(one is not None for one, _ in found) / len(found)
    right = sum(one is not None and one.name == kind for one, kind in found) / len(found)
    print(f"{part}: found {recall:.3f} of {len(found)}, kind right {right:.3f}; when new {FRESH[part]:.3f}")
    assert recall >= FLOORS[part]
    assert right >= FLOORS[part] - 0.05


def test_at_most_one_ordinary_message_in_a_hundred_is_an_alarm():
    ordinary = [text for part in PARTS.values() for text in part["none"]]
    alarms = [text for text in ordinary if find_crisis(text)]
    print(f"false alarms: {len(alarms)} of {len(ordinary)}")
    assert len(alarms) <= len(ordinary) / 100, alarms


def test_hardly_a_training_message_of_another_need_is_an_alarm():
    texts = [text for need, own in messages_by_need().items() if need != "notlage" for text in own]
    alarms = [text for text in texts if find_crisis(text)]
    assert len(texts) > 5000 and len(alarms) <= len(texts) / 1000, alarms


FRESH = {"first": 0.405, "second": 0.217, "third": 0.417, "fourth": 0.475, "fifth": 0.583, "sixth": 0.45}
"""The first by the net of before, the others by the one of that hour. The hand that wrote the fifth and sixth had read the
lists, but had not looked up its own sentences; the lists were not widened by the sixth."""
FLOORS = {"first": 0.98, "second": 0.95, "third": 0.95, "fourth": 0.9, "fifth": 0.95, "sixth": 0.44}

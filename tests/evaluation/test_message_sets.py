"""The sets that measure: every need and style, half of them messy, nothing twice, nothing in two sets."""
from __future__ import annotations

from collections import Counter

import pytest

from evaluation.message_sets import CLEAN, MESSY, near_copies, read_crisis_messages, read_need_messages
from tests.nlu.test_training_data import NEEDS

DEVELOPMENT, SEALED = read_need_messages("needs"), read_need_messages("needs_sealed")


def test_each_need_is_measured_by_at_least_25_messages_half_of_them_messy():
    count = Counter(one.need for one in DEVELOPMENT)
    assert set(count) == set(NEEDS) and min(count.values()) >= 25
    assert sum(one.is_messy for one in DEVELOPMENT) >= len(DEVELOPMENT) / 2


@pytest.mark.parametrize("messages", [DEVELOPMENT, SEALED], ids=["development", "sealed"])
def test_every_message_has_a_known_need_and_style_and_stands_once(messages):
    assert {one.need for one in messages} == set(NEEDS)
    assert {one.style for one in messages} <= MESSY | CLEAN
    assert [text for text, times in Counter(one.text for one in messages).items() if times > 1] == []


def test_every_style_is_measured_by_at_least_forty_messages_but_the_rarer_dialects():
    count = Counter(one.style for one in DEVELOPMENT)
    common = (MESSY | CLEAN) - {"bairisch", "berlinerisch", "koelsch"}
    assert {style: count[style] for style in common if count[style] < 40} == {}


def test_the_sealed_set_is_no_copy_of_the_development_set():
    assert near_copies([one.text for one in SEALED], [one.text for one in DEVELOPMENT]) == []


def test_crisis_and_harmless_messages_are_at_least_a_hundred_each_and_apart():
    in_need, harmless = read_crisis_messages()
    assert len(set(in_need)) >= 100 and len(set(harmless)) >= 100
    assert not set(in_need) & set(harmless)


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        ("Wer fördert unseren Dorfladen", True),
        ("WER FOERDERT UNSEREN DORFLADEN??", True),
        ("wer fördert denn unseren dorfladen", True),
        ("wer fördert unser Freibad", False),
        ("Dorfladen", False),
    ],
)
def test_a_near_copy_has_the_same_words_but_for_one_in_five(text, is_copy):
    assert bool(near_copies([text], ["Wer fördert unseren Dorfladen?", "Hallo"])) is is_copy

"""How often the right Land is understood, on sentences that were written before the resolver changed for them."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from evaluation.intervals import wilson
from knowledge.places import PlaceResolver

ROOT = Path(__file__).parents[2]
SET = yaml.safe_load((ROOT / "evaluation" / "sets" / "places.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def lands_of():
    resolver = PlaceResolver.from_content(ROOT / "knowledge" / "content")
    return lambda text: {place.land for place in resolver.resolve(text).candidates}


def test_at_least_97_of_100_sentences_get_the_right_land(lands_of):
    wrong = [one["text"] for one in SET["sentences"] if lands_of(one["text"]) != {one["land"]}]
    assert _reported("right Land", SET["sentences"], wrong) >= 0.97, wrong


def test_at_least_24_of_25_look_alikes_are_left_alone(lands_of):
    wrong = [text for text in SET["look_alikes"] if lands_of(text)]
    assert _reported("look-alikes left alone", SET["look_alikes"], wrong) >= 0.96, wrong


def test_ambiguous_names_are_left_open(lands_of):
    wrong = [one["text"] for one in SET["ambiguous"]
             if len(lands_of(one["text"])) < 2 or lands_of(one["text"]) - set(one["lands"])]  # fmt: skip
    assert _reported("left open", SET["ambiguous"], wrong) >= 0.95, wrong


def _reported(what: str, all_of_them: list, wrong: list) -> float:
    right = len(all_of_them) - len(wrong)
    low, high = wilson(right, len(all_of_them))
    print(f"{what}: {right} of {len(all_of_them)} (95 %: {low:.3f} to {high:.3f})")
    return right / len(all_of_them)

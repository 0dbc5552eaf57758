"""How often the proposed kind of an obstacle is one that a desk would choose, over reports in evaluation/sets."""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from evaluation.message_sets import SETS
from knowledge.embedding import UseEmbedder
from knowledge.errors import ContentError
from knowledge.obstacle_kinds import ObstacleKinds, read_examples
from knowledge.obstacle_words import proposed_sort
from knowledge.obstacles import Obstacle

CONTENT = Path(__file__).resolve().parents[2] / "knowledge" / "content"


@lru_cache(maxsize=None)
def kinds() -> ObstacleKinds:
    embedder = UseEmbedder()
    return ObstacleKinds(read_examples(CONTENT), embedder, embedder)


def reports(half: str) -> list[tuple[str, set[Obstacle]]]:
    every = yaml.safe_load((SETS / "obstacle_sorts.yml").read_text("utf-8"))["reports"]
    return [
        (one["text"], {Obstacle[name.upper()] for name in (one["sort"], *one.get("also", ()))}) for one in every if one["half"] == half
    ]


def right(half: str, propose) -> int:
    return sum(propose(text) in fitting for text, fitting in reports(half))


@pytest.mark.parametrize("half, number, by_words, least", [("tuning", 42, 19, 38), ("sealed", 42, 17, 36), ("others", 42, 27, 29)])
def test_figures_of_the_proposals_beside_those_by_words_alone(half, number, by_words, least):
    found = right(half, kinds().propose)
    print(f"\n{half}: {found} of {number}, by words alone {right(half, proposed_sort)}")
    assert len(reports(half)) == number and right(half, proposed_sort) == by_words and found >= least


@pytest.mark.parametrize("text", ["Guten Tag", "asdf qwer", "1 2 3", ""])
def test_what_tells_no_obstacle_has_no_kind(text):
    assert kinds().propose(text) is None


def test_no_example_is_a_report_by_which_it_is_measured():
    told = {text for half in ("tuning", "sealed", "others") for text, _ in reports(half)}
    assert not told & {text for texts in read_examples(CONTENT).values() for text in texts}


def test_examples_for_a_kind_that_is_none_or_a_kind_without_are_named(tmp_path):
    (tmp_path / "obstacle_examples.yml").write_text("recht: [Das Gesetz verbietet es.]\n", "utf-8")
    with pytest.raises(ContentError, match="jeder Art"):
        read_examples(tmp_path)

"""How often the search finds the right record: figures that may not fall, beside a plain full-text search."""
from __future__ import annotations

from math import sqrt
from pathlib import Path
from typing import Callable

import pytest
import yaml

from knowledge.schema import KINDS
from tests.builders import TODAY
from tests.knowledge.fts_baseline import FullTextSearch

QUESTIONS = yaml.safe_load(Path(__file__).with_name("search_questions.yml").read_text("utf-8"))
FIRST_FLOOR, TOP_THREE_FLOOR = 0.70, 0.88
"""Measured on the day of writing: 0.80 and 0.96."""
Find = Callable[[str, str, int], "list[str]"]


def places_of_right_ones(find: Find) -> list[int]:
    """For each question the place of the first right record, 0 for best; 3 if it is not among the best three."""
    places = []
    for asked in QUESTIONS:
        found = find(asked["q"], asked["kind"], 3)
        places.append(next((place for place, one in enumerate(found) if one in asked["right"]), 3))
    return places


def share(places: list[int], below: int) -> float:
    return sum(place < below for place in places) / len(places)


def wilson(rate: float, number: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a rate (Wilson, 1927), which holds for few trials as well."""
    middle = (rate + z * z / (2 * number)) / (1 + z * z / number)
    half = z * sqrt(rate * (1 - rate) / number + z * z / (4 * number * number)) / (1 + z * z / number)
    return middle - half, middle + half


def line(name: str, places: list[int]) -> str:
    cells = []
    for below in (1, 3):
        rate = share(places, below)
        low, high = wilson(rate, len(places))
        cells.append(f"{rate:.2f} [{low:.2f}, {high:.2f}]")
    return f"  {name:<22}{len(places):>4}  {cells[0]:<20}  {cells[1]}"


@pytest.fixture(scope="module")
def ours(library) -> list[int]:
    def find(question: str, kind: str, limit: int) -> list[str]:
        hits = library.search.ranking(library.reader.read(question), TODAY, kind, limit)
        return [hit.record.id for hit in hits]

    return places_of_right_ones(find)


@pytest.fixture(scope="module")
def baseline(library) -> list[int]:
    return places_of_right_ones(FullTextSearch(library.search.records).ids)


def test_the_questions_name_records_that_exist_and_cover_every_kind(library):
    ids = {record.id for record in library.search.records}
    assert {one for asked in QUESTIONS for one in asked["right"]} <= ids
    assert {asked["kind"] for asked in QUESTIONS} == set(KINDS)
    assert len(QUESTIONS) == len({asked["q"] for asked in QUESTIONS}) >= 100


def test_the_right_record_comes_first_and_among_three_often_enough(ours, baseline, capsys):
    lines = ["", "Search, right record   n    first [95 %]          top three [95 %]", line("ours", ours)]
    lines.append(line("SQLite FTS5, BM25", baseline))
    for kind in KINDS:
        lines.append(line(kind, [place for place, asked in zip(ours, QUESTIONS) if asked["kind"] == kind]))
    with capsys.disabled():
        print("\n".join(lines))
    assert share(ours, 1) >= FIRST_FLOOR
    assert share(ours, 3) >= TOP_THREE_FLOOR


def test_it_beats_a_plain_full_text_search(ours, baseline):
    assert share(baseline, 3) > 0.2, "the baseline is broken, beating it says nothing"
    assert share(ours, 1) > share(baseline, 1) + 0.1
    assert share(ours, 3) > share(baseline, 3) + 0.1


def test_the_interval_is_that_of_the_textbook():
    assert wilson(0.5, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)
    assert wilson(1.0, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)

"""One slip of the keyboard."""
from __future__ import annotations

import pytest

from knowledge.spelling.typos import LONGEST_WITH_TYPO, TypoIndex, one_slip_apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("verein", "verien", True), ("verein", "vereinn", True), ("verein", "veren", True), ("verein", "vefein", True),
        ("verein", "verein", False), ("verein", "vreien", False), ("ab", "ba", True), ("", "a", True), ("abc", "cba", False),
    ],
)  # fmt: skip
def test_a_slip_is_one_letter_left_out_added_replaced_or_swapped(one, other, apart):
    assert one_slip_apart(one, other) is apart and one_slip_apart(other, one) is apart


def test_near_gives_all_known_words_one_slip_away_with_the_same_first_letter():
    index = TypoIndex(["verein", "verlin", "berein", "ver"], shortest=4)
    assert index.near("veréin".replace("é", "")) == ["verein", "verlin"]
    assert index.near("verein") == ["verlin"] and index.near("vere") == []


def test_too_short_and_too_long_words_are_left_alone():
    long = "a" * (LONGEST_WITH_TYPO + 1)
    index = TypoIndex(["abc", long], shortest=4)
    assert index.near("abd") == [] and index.near(long[:-1] + "b") == []

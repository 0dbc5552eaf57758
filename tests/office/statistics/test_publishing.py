"""No count under five can be read or worked out from what is told."""
from __future__ import annotations

import random
from itertools import product

from office.statistics.publishing import SMALLEST, Told, told_mentions, told_parts


def test_large_parts_are_told_and_small_ones_are_one_rest():
    assert told_parts({"a": 9, "b": 7, "c": 3, "d": 2}) == Told((("a", 9), ("b", 7)), 5)
    assert told_parts({"a": 9, "b": 7}) == Told((("a", 9), ("b", 7)), 0)


def test_a_rest_that_is_too_small_takes_the_next_larger_part_with_it():
    assert told_parts({"a": 9, "b": 7, "c": 3}) == Told((("a", 9),), 10)
    assert told_parts({"a": 9, "c": 1}) == Told((), 10)


def test_too_few_are_not_told_at_all():
    assert told_parts({"a": 2, "b": 2}) == Told() and told_parts({}) == Told()


def test_whatever_the_counts_are_nothing_small_is_told_or_left_over():
    chance = random.Random(22)
    for _ in range(3_000):
        counts = {str(at): chance.choice((0, 1, 2, 3, 4, 5, 6, 9, 30)) for at in range(chance.randint(1, 8))}
        told, whole = told_parts(counts), sum(counts.values())
        assert all(number >= SMALLEST and counts[name] == number for name, number in told.counts)
        left = whole - sum(number for _, number in told.counts)
        assert told.rest == (left if whole >= SMALLEST else None)
        hidden = [name for name, number in counts.items() if number and name not in dict(told.counts)]
        assert whole < SMALLEST or left == 0 or left >= SMALLEST and len(hidden) > 1


def test_who_knows_the_rule_still_cannot_tell_a_small_part():
    """All tables of four parts with up to 14 reports are tried: what is told leaves several values for each part of the rest."""
    by_told: dict[Told, list[tuple[int, ...]]] = {}
    for numbers in product(range(15), repeat=4):
        if sum(numbers) <= 14:
            by_told.setdefault(told_parts(dict(zip("abcd", numbers))), []).append(numbers)
    for told, possible in by_told.items():
        if told == Told() or not told.rest:
            continue
        for at, name in enumerate("abcd"):
            values = {one[at] for one in possible}
            assert name in dict(told.counts) or len(values) > 1, (told, name, values)


def test_of_what_is_named_together_only_large_counts_are_told():
    assert told_mentions({"bauamt": 6, "brandschutz": 5, "gema": 4}) == Told((("bauamt", 6), ("brandschutz", 5)))

"""Numbers of cases: not in sequence, found again however they are typed, and slips are noticed."""
from __future__ import annotations

import random

import pytest

from knowledge.case_numbers import find_case_numbers
from office.case_numbers import mint_case_number, read_case_number
from office.check_signs import ALPHABET, draw_checked, is_checked

PREFIXES = ("RUECKRUF", "IDEE", "HUERDE", "ANLIEGEN", "TERMIN")
NUMBERS = [mint_case_number(prefix, random.Random(seed).choice) for prefix in PREFIXES for seed in range(60)]
CODES = [draw_checked(15, random.Random(seed).choice) for seed in range(20)]


def test_numbers_are_a_prefix_and_six_signs_that_do_not_look_alike():
    assert len(ALPHABET) == len(set(ALPHABET)) == 31 and not set("01OIL") & set(ALPHABET)
    for number in NUMBERS:
        prefix, _, signs = number.partition("-")
        assert prefix in PREFIXES and len(signs) == 6 and is_checked(signs)


def test_numbers_do_not_count():
    """Drawn from some millions: of 300 two are the same once in a few hundred runs, three pairs practically never."""
    drawn = [mint_case_number("IDEE") for _ in range(300)]
    assert len(set(drawn)) > 297 and drawn != sorted(drawn)


@pytest.mark.parametrize(
    "way", ["{p}-{s}", "{p} {s}", "{p} {a} {b}", "{p} Nr. {s}", "bitte {p}-{s} löschen", "{l}{t}", "{l} - {t}"]
)
def test_a_number_is_read_however_it_is_typed(way):
    for number in NUMBERS:
        prefix, _, signs = number.partition("-")
        forms = dict(p=prefix, s=signs, a=signs[:3], b=signs[3:], l=prefix.lower(), t=signs.lower())
        assert read_case_number(way.format(**forms), prefix) == number
        assert [one.value for one in find_case_numbers(way.format(**forms))] == [number]


def test_the_prefix_may_be_left_out_and_of_several_numbers_the_right_kind_counts():
    for number in NUMBERS:
        prefix, _, signs = number.partition("-")
        assert read_case_number(f" {signs.lower()} ", prefix) == number
    callback, idea = NUMBERS[0], NUMBERS[60]
    assert read_case_number(f"{callback} oder {idea}", "IDEE") == idea
    assert read_case_number(callback, "IDEE") is None


@pytest.mark.parametrize("typed", ["", "  ", "Rückruf", "123456", "RUECKRUF-", "🚌", "x" * 100_000])
def test_what_is_no_number_is_none(typed):
    assert read_case_number(typed, "RUECKRUF") is None


def test_every_wrong_sign_and_every_swap_is_noticed():
    for signs in [*(one.partition("-")[2] for one in NUMBERS[:10]), *CODES]:
        for place, right in enumerate(signs):
            others = (signs[:place] + wrong + signs[place + 1 :] for wrong in ALPHABET if wrong != right)
            assert not any(map(is_checked, others))
            for other in range(place + 1, len(signs)):
                swapped = list(signs)
                swapped[place], swapped[other] = swapped[other], swapped[place]
                assert signs[place] == signs[other] or not is_checked("".join(swapped))


def test_no_number_reads_like_a_word():
    threes = (signs[start : start + 3] for signs in (one[-6:] for one in NUMBERS) for start in range(4))
    assert not any(three.isalpha() for three in threes)

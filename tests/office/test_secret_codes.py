"""Secret codes: hard to guess, easy to type, kept as a slow salted hash."""
from __future__ import annotations

import math

import pytest

from office.check_signs import ALPHABET
from office.secret_codes import DECOY, code_matches, hash_code, new_code, read_code

CODE = new_code()


def test_a_code_has_at_least_sixty_bits_in_groups():
    groups = CODE.split("-")
    assert [len(group) for group in groups] == [5, 5, 5]
    assert (sum(map(len, groups)) - 1) * math.log2(len(ALPHABET)) >= 60
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("-", ""),
                                    lambda code: f"  {code}\n", lambda code: " ".join(code.lower()), lambda code: code.replace("-", "–")])  # fmt: skip
def test_a_code_is_read_however_it_is_typed(change):
    assert read_code(change(CODE)) == CODE.replace("-", "")


@pytest.mark.parametrize("typed", ["", "123", CODE[:-1], CODE + "2", "0" * 15, "🚌" * 15, "ß" * 15, "x" * 100_000])
def test_what_cannot_be_a_code_is_none(typed):
    assert read_code(typed) is None


def test_a_slip_is_noticed_by_the_check_sign():
    slipped = CODE[:-1] + next(sign for sign in ALPHABET if sign != CODE[-1])
    assert read_code(slipped) is None


def test_only_the_code_itself_matches_its_hash_which_does_not_hold_it():
    kept = hash_code(CODE)
    assert code_matches(read_code(CODE), kept) and not code_matches(read_code(new_code()), kept)
    assert read_code(CODE) not in kept and CODE not in kept and kept.startswith("scrypt:14:8:1:")


def test_two_hashes_of_one_code_differ():
    assert hash_code(CODE) != hash_code(CODE)


def test_a_hash_with_other_parameters_is_still_read():
    import hashlib

    digest = hashlib.scrypt(read_code(CODE).encode(), salt=b"salt", n=2**10, r=4, p=2, dklen=32)
    assert code_matches(read_code(CODE), f"scrypt:10:4:2:{b'salt'.hex()}:{digest.hex()}")


def test_no_code_matches_the_decoy():
    assert not code_matches(read_code(CODE), DECOY)


def test_what_is_no_code_has_no_hash():
    with pytest.raises(ValueError):
        hash_code("7K4MQ")

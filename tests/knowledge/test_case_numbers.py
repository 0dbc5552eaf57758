"""Case numbers, however people type them, and what only looks like one."""
from __future__ import annotations

import pytest

from knowledge.case_numbers import find_case_numbers, without


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("Was macht IDEE-5M2XRT?", "IDEE-5M2XRT", "IDEE-5M2XRT"), ("idee 5m2xrt", "IDEE-5M2XRT", "idee 5m2xrt"),
        ("Idee-5M2 XRT bitte", "IDEE-5M2XRT", "Idee-5M2 XRT"), ("zum TERMIN8K2LPW", "TERMIN-8K2LPW", "TERMIN8K2LPW"),
        ("Rückruf 3ZX9QA", "RUECKRUF-3ZX9QA", "Rückruf 3ZX9QA"), ("rueckruf:3zx9qa", "RUECKRUF-3ZX9QA", "rueckruf:3zx9qa"),
        ("Ruckruf-3ZX9QA", "RUECKRUF-3ZX9QA", "Ruckruf-3ZX9QA"), ("HÜRDE-W7T3YB", "HUERDE-W7T3YB", "HÜRDE-W7T3YB"),
        ("anliegen_2gd5rm weg damit", "ANLIEGEN-2GD5RM", "anliegen_2gd5rm"), ("frage/b4w9nx", "FRAGE-B4W9NX", "frage/b4w9nx"),
        ("I D E E - 5 M 2 X R T", "IDEE-5M2XRT", "I D E E - 5 M 2 X R T"), ("Idee – 5M2XRT", "IDEE-5M2XRT", "Idee – 5M2XRT"),
        ("Idee Nr. 5M2XRT", "IDEE-5M2XRT", "Idee Nr. 5M2XRT"), ("Idee Nummer 5M2XRT", "IDEE-5M2XRT", "Idee Nummer 5M2XRT"),
        ("IDEE-KZTVWX", "IDEE-KZTVWX", "IDEE-KZTVWX"), ("(Termin-ABC123)", "TERMIN-ABC123", "Termin-ABC123"),
    ],
)  # fmt: skip
def test_a_case_number_is_read_with_its_place_in_the_text(text, value, words):
    (found,) = find_case_numbers(text)
    assert (found.value, text[found.start : found.end]) == (value, words)


@pytest.mark.parametrize(
    "text",
    [
        "", "Idee kommen", "meine Frage bitte", "Termin-Absage", "Termin Absage", "Idee-Runden", "Termin 9Uhr30",
        "Idee 10Euro", "Termin 20Uhr", "Termin 123456", "Idee 100000", "Idee: 50 000 Euro", "Frage die 3km", "Termin 10h 30m",
        "IDEE-5M2XR", "IDEE-5M2XRTQ", "XIDEE-5M2XRT", "AUTO-5M2XRT", "Ideen 5m2xrt", "Termin: 5. Mai um 10", "Idee: 20k für uns",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_case_number_is_none(text):
    assert find_case_numbers(text) == ()


def test_several_numbers_come_in_the_order_of_the_text():
    assert [one.value for one in find_case_numbers("Frage 7KX2MB gehört zu IDEE-T8C4VR")] == ["FRAGE-7KX2MB", "IDEE-T8C4VR"]


def test_a_text_without_its_numbers_is_as_long_as_before():
    text = "Bitte IDEE-5M2XRT in Zittau ansehen"
    assert without(find_case_numbers(text), text) == "Bitte ___________ in Zittau ansehen"

"""The patterns for editors in docs/records: whole, valid, invented, and in order when checked."""
from __future__ import annotations

import re
from datetime import date

import pytest

from bot.settings import ROOT
from knowledge.advisers import faults_of
from knowledge.checking import Severity, findings_of
from knowledge.content_files import checked, read_yaml
from knowledge.places.gazetteer_file import load_gazetteer
from knowledge.schema import EDITED, KINDS, Adviser, Entry
from tests.library import CONTENT

EXAMPLES = ROOT / "docs" / "records"
WRITTEN = date(2026, 11, 22)
each_kind = pytest.mark.parametrize("kind", EDITED)


def example_of(kind: str) -> tuple[dict, Entry]:
    (entry,) = read_yaml(EXAMPLES / f"{kind}.yml", list)
    return entry, checked(EDITED[kind], entry, EXAMPLES / f"{kind}.yml", kind)


def test_there_is_one_for_each_kind_and_nothing_else():
    assert {file.name for file in EXAMPLES.iterdir()} == {f"{kind}.yml" for kind in EDITED}


@each_kind
def test_it_names_every_field(kind):
    entry, record = example_of(kind)
    assert set(entry) == set(type(record).__fields__)
    if kind == "fallbeispiele":
        assert set(entry["contact"]) == set(type(record.contact).__fields__)


@each_kind
def test_every_choice_of_a_code_is_explained(kind):
    text = (EXAMPLES / f"{kind}.yml").read_text("utf-8")
    for field in EDITED[kind].__fields__.values():
        for code in getattr(field.type_, "__members__", {}).values():
            is_told_elsewhere = field.name == "organisation_forms"
            assert is_told_elsewhere or re.search(rf"^\s*#.*\b{code.value}\b", text, re.MULTILINE), (field.name, code.value)


@each_kind
def test_it_cannot_be_taken_for_something_real(kind):
    text = (EXAMPLES / f"{kind}.yml").read_text("utf-8")
    assert all(re.match(r"[\w.-]+\.example\b", host) for host in re.findall(r"(?:https?://|@)(\S+)", text))
    assert all(re.fullmatch(r"030 23125-1\d\d", number) for number in re.findall(r"phone: '(.*)'", text))
    assert "!" not in text and "erfunden" in text


def test_the_adviser_has_no_faults():
    assert list(faults_of(example_of(Adviser.kind)[1], load_gazetteer(CONTENT / "regionen.yml"))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_finds_nothing_in_it_but_that_its_source_is_invented(kind):
    _, record = example_of(kind)
    assert {one.severity for one in findings_of([record], [], WRITTEN)} == {Severity.NO_SOURCE}
    assert record.owner == record.usual_owner

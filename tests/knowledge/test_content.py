"""The content as it is published: all records, under the same ids, with their sources, in proper German."""
from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

import pytest
import yaml

from bot.settings import ROOT
from knowledge.content_files import read_records
from knowledge.office import read_office
from knowledge.schema import KINDS, Record
from knowledge.terms import read_terms
from tests.library import CONTENT

IDS = Path(__file__).with_name("ids.txt")
"""All ids that were ever published. They are public keys: add, never change or take away."""
WRITTEN_OUT = re.compile(
    r"\b(?:fuer|ueber\w*|fuenf\w*|waehr\w*|koenn\w*|koenig\w*|muess\w*|moegl\w*|moecht\w*|wuerd\w*|waer\w*|haett\w*|"
    r"naech\w*|spaet\w*|zusaetz\w*|gegenueber|zurueck\w*|fruehe\w*|gefoerder\w*|\w*foerder\w*|\w*buerger\w*|"
    r"\w*gruend\w*|\w*unterstuetz\w*|\w*laend\w*|\w*traeger\w*|\w*beitraeg\w*|\w*antraeg\w*|\w*plaetz\w*|\w*raeum\w*|"
    r"\w*taetig\w*|\w*staedt\w*|\w*gebuehr\w*|\w*pruef\w*|\w*erklaer\w*|\w*oeff\w*|\w*behoerd\w*|\w*huerd\w*|"
    r"jaehrlich\w*|strasse\w*|groess\w*|ausser\w*|gemaess|schliess\w*)\b",
    re.IGNORECASE,
)
NAMES_AND_ADDRESSES = re.compile(r"\S+@\S+|\S*://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:de|org|eu|com|net|info)\b\S*|\b\w{3}-[a-z0-9-]+")


def texts_of(value: object) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in ("topics", "responsible_for_topics", "obstacles", "id", "related"):  # these hold codes
                yield from texts_of(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from texts_of(one)


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return read_records(CONTENT)


def test_the_ids_are_those_that_were_published(records):
    published = IDS.read_text("utf-8").split()
    assert len(published) == len(set(published)) >= 358
    assert sorted(record.id for record in records) == published


def test_every_kind_has_records(records):
    assert {record.kind for record in records} == set(KINDS)


def test_every_record_has_a_source_and_the_day_of_a_check(records):
    for record in records:
        assert record.source_url.startswith("http") and record.source_title, record.id
        assert 2026 <= record.checked_on.year, record.id


def test_texts_have_real_umlauts(records):
    found = [
        (record.id, match.group())
        for record in records
        for text in texts_of(record.dict())
        for match in WRITTEN_OUT.finditer(NAMES_AND_ADDRESSES.sub(" ", text))
    ]
    assert found == []


@pytest.mark.parametrize("text", ["Hilfe fuer alle", "Ueberall", "die Buergerstiftung", "kein Antraegchen", "Grossstaedte"])
def test_written_out_umlauts_would_be_seen(text):
    assert WRITTEN_OUT.search(text)


def test_texts_hold_no_broken_characters_and_no_markup(records):
    wrong = re.compile(r"Ã|â€|\ufffd|&[a-z]+;|</?[a-z]+>|\*\*|\]\(")
    found = [(one.id, text) for one in records for text in texts_of(one.dict()) if wrong.search(text)]
    assert found == []


def test_terms_use_each_code_and_each_word_once_in_its_group():
    for entity, terms in read_terms(CONTENT).by_entity().items():
        codes = [term.code for term in terms]
        assert len(codes) == len(set(codes)), entity
        for term in terms:
            assert len(term.words) == len(set(term.words)), (entity, term.code)


def test_every_topic_and_legal_form_of_the_records_has_its_words(records):
    terms = read_terms(CONTENT)
    used = {topic for record in records for topic in record.topics}
    forms = {form for record in records for form in getattr(record, "eligible", ())}
    assert used <= {term.code for term in terms.topics}
    assert forms <= {term.code for term in terms.organisation_forms}


def test_the_example_office_cannot_be_taken_for_a_real_one():
    office = read_office(CONTENT)
    assert office.is_example
    assert re.fullmatch(r"030 23125-\d{3}", office.phone), "not in the range that is kept free for examples"
    assert office.website.endswith(".example") and office.email.endswith(".example")
    assert office.tel_link == "tel:+493023125100"


def responses() -> Iterator[tuple[str, str]]:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    for name, variants in domain["responses"].items():
        for variant in variants:
            yield name, variant.get("text") or ""
            for button in variant.get("buttons", ()):
                yield name, button["title"]


def test_responses_do_not_shout_and_have_real_umlauts():
    told = list(responses())
    assert len(told) > 20
    assert [one for one in told if "!" in one[1]] == []
    assert [one for one in told if WRITTEN_OUT.search(NAMES_AND_ADDRESSES.sub(" ", one[1]))] == []

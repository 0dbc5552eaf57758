"""Broken content files: each error names file, record and field, and nothing reaches the database."""
from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.bootstrap import load_knowledge
from knowledge.content_files import inspect_records, read_records, read_yaml
from knowledge.errors import ContentError
from knowledge.office import read_office
from knowledge.schema import KINDS
from knowledge.terms import read_terms
from tests.library import CONTENT, settings_for

each_kind = pytest.mark.parametrize("kind", KINDS)
RECORD_FILES = [f"{kind}.yml" for kind in KINDS]
FIRST_OF = {
    "foerderung": "foe-sn-zukunftsplattform-sinn",
    "rechtliche_huerden": "rec-gemeinnuetzigkeit-anerkennung",
    "kontakte": "kon-stelle-soziale-innovation-ni",
    "fallbeispiele": "fal-sempre",
    "methoden": "met-sempre-dreistufig",
    "veranstaltungen": "ver-dialogreihe",
}
"""The record with which each file begins: there the tests break something."""


@pytest.fixture(scope="module")
def beginnings(tmp_path_factory) -> Path:
    """The content folder with two records of each kind, which is quick to read."""
    folder = Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("beginnings") / "content"))
    for name in RECORD_FILES:
        head, first, second, *_ = re.split(r"^(?=- id:)", (folder / name).read_text("utf-8"), flags=re.MULTILINE)
        records = re.sub(r"^  related:\n(?:    - .*\n)+", "  related: []\n", first + second, flags=re.MULTILINE)
        (folder / name).write_text(head + records, "utf-8")
    return folder


@pytest.fixture
def content(beginnings, tmp_path) -> Path:
    """A content folder to break."""
    return Path(shutil.copytree(beginnings, tmp_path / "content"))


def change(file: Path, old: str, new: str) -> None:
    """Replace the first match of the pattern `old`, which must be there."""
    text, changes = re.subn(old, new, file.read_text("utf-8"), count=1, flags=re.MULTILINE | re.DOTALL)
    assert changes == 1, f"{old} does not occur in {file.name}"
    file.write_text(text, "utf-8")


def error_of(content: Path) -> ContentError:
    """What reading says; the same must come out of the load that writes, before it writes."""
    database = content.parent / "lotse.db"
    with pytest.raises(ContentError) as refused:
        load_knowledge(settings_for(database, content))
    assert not database.exists(), "the database was touched although the content is broken"
    return refused.value


@pytest.mark.parametrize("name", [*RECORD_FILES, "office.yml", "terms.yml", "regionen.yml", "beratung.yml"])
class TestAFile:
    def test_that_is_missing_is_named(self, content, name):
        (content / name).unlink()
        assert str(error_of(content)) == f"{name}: die Datei fehlt"

    def test_that_is_not_utf8_is_named(self, content, name):
        (content / name).write_bytes("- name: Bürger\n".encode("latin-1"))
        assert str(error_of(content)) == f"{name}: die Datei ist nicht in UTF-8 gespeichert"

    def test_that_is_no_yaml_is_named_with_its_line(self, content, name):
        (content / name).write_text("# eine Zeile\nid: [offen\nname: x\n", "utf-8")
        error = error_of(content)
        assert error.file == name and error.record in ("Zeile 2", "Zeile 3", "Zeile 4")
        assert "kein lesbares YAML" in str(error)

    def test_that_is_empty_is_named(self, content, name):
        (content / name).write_text("", "utf-8")
        error = error_of(content)
        assert error.file == name and error.reason.startswith("enthält nicht")

    def test_with_the_wrong_outer_form_is_named(self, content, name):
        is_list = name in (*RECORD_FILES, "beratung.yml")
        (content / name).write_text("a: b\n" if is_list else "- a\n- b\n", "utf-8")
        wanted = "eine Liste" if is_list else "eine Zuordnung von Feldern"
        assert str(error_of(content)) == f"{name}: enthält nicht {wanted}"


@each_kind
@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        (r"^  name: [^\n]+\n(?=  \w)", "", "name", "fehlt"),
        (r"^  summary: .*?\n(?=  \w)", "  summary: ''\n", "summary", "ist leer"),
        (r"^  summary: .*?\n(?=  \w)", "  summary: 12\n", "summary", "ist kein Text"),
        (r"^  confidence: hoch", "  confidence: sehr", "confidence", "kennt nur: hoch, mittel, niedrig"),
        (r"^  confidence: hoch", "  confidence: hoch\n  farbe: rot", "farbe", "gehört nicht in dieses Format"),
        (r"^  checked_on: 2026-11-22", "  checked_on: 2026-11-31", "checked_on", "ist kein Datum"),
        (r"^  checked_on: 2026-11-22", "  checked_on: 22.11.2026", "checked_on", "ist kein Datum"),
        (r"^  checked_on: 2026-11-22", "  checked_on: 20261122", "checked_on", "ist kein Datum"),
        (r"^  regions:\n    - [\w-]+", "  regions:\n    - DE-XY", "regions.0", "„DE-XY“ ist kein Gebiet"),
        (r"^  keywords:\n.*?\n(?=  \w)", "  keywords: Bus\n", "keywords", "ist keine Liste"),
        (r"^  keywords:\n.*?\n(?=  \w)", "  keywords: {a: b}\n", "keywords", "ist keine Liste"),
        (r"^  facts:\n.*?\n(?=  \w)", "  facts: []\n", "facts", "ist leer"),
        (r"^  source_url: [^\n]+", "  source_url: www.beispiel.de", "source_url", "ist keine Internetadresse"),
    ],
)
def test_a_wrong_field_is_named_with_file_and_record(content, kind, old, new, field, reason):
    change(content / f"{kind}.yml", old, new)
    error = error_of(content)
    assert (error.file, error.record, error.field) == (f"{kind}.yml", FIRST_OF[kind], field)
    assert error.reason.startswith(reason)
    assert str(error) == f"{kind}.yml, {FIRST_OF[kind]}, Feld „{field}“: {error.reason}"


@each_kind
def test_a_field_that_stands_twice_is_refused_with_its_line(content, kind):
    change(content / f"{kind}.yml", r"^  confidence: hoch", "  confidence: hoch\n  confidence: mittel")
    error = error_of(content)
    assert error.file == f"{kind}.yml" and re.fullmatch(r"Zeile \d+", error.record)
    assert "doppeltes Feld „confidence“" in error.reason
    lines = (content / f"{kind}.yml").read_text("utf-8").splitlines()
    assert lines[int(error.record.split()[1]) - 1] == "  confidence: mittel"


@each_kind
def test_a_record_without_an_id_is_named_by_its_place(content, kind):
    change(content / f"{kind}.yml", r"^- id: [^\n]+\n ", "-")
    error = error_of(content)
    assert (error.file, error.record, error.field, error.reason) == (f"{kind}.yml", "Eintrag 1", "id", "fehlt")


@each_kind
@pytest.mark.parametrize("entry", ["nur ein Text", "[a, b]", "null", "42"])
def test_an_entry_that_is_no_record_is_named_by_its_place(content, kind, entry):
    change(content / f"{kind}.yml", r"^- id", f"- {entry}\n- id")
    error = error_of(content)
    assert (error.file, error.record) == (f"{kind}.yml", "Eintrag 1")
    assert error.reason == "ist keine Zuordnung von Feldern"


@each_kind
def test_an_id_that_stands_twice_in_a_file_is_refused(content, kind):
    file = content / f"{kind}.yml"
    second = re.findall(r"^- id: (\S+)", file.read_text("utf-8"), re.MULTILINE)[1]
    change(file, rf"^- id: {second}$", f"- id: {FIRST_OF[kind]}")
    error = error_of(content)
    assert (error.file, error.record, error.field) == (f"{kind}.yml", FIRST_OF[kind], "id")
    assert error.reason == f"steht schon in {kind}.yml"


def test_an_id_of_another_file_is_refused(content):
    change(content / "methoden.yml", r"^- id: \S+", "- id: fal-sempre")
    error = error_of(content)
    assert (error.file, error.record, error.field) == ("methoden.yml", "fal-sempre", "id")
    assert "met-" in error.reason


@pytest.mark.parametrize(("kind", "record"), [("fallbeispiele", "fal-sempre"), ("methoden", "met-sempre-dreistufig")])
def test_a_relation_to_a_record_that_does_not_exist_is_refused(content, kind, record):
    change(content / f"{kind}.yml", r"^  related: \[\]", "  related: [fal-gibt-es-nicht]")
    error = error_of(content)
    assert (error.file, error.record, error.field) == (f"{kind}.yml", record, "related")
    assert "„fal-gibt-es-nicht“" in error.reason


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (r"^phone: [^\n]+\n", "", "phone"), (r"^phone: [^\n]+", "phone: 0351", "phone"),
        (r"^land: DE-SN", "land: Sachsen", "land"), (r"^email: \S+", "email: kontakt", "email"),
        (r'^postal_code: "01000"', "postal_code: 1000", "postal_code"), (r"^name: [^\n]+", "name:", "name"),
        (r"^website: \S+", "website: musterstelle", "website"), (r"^is_example: true", "is_example: vielleicht", "is_example"),
        (r"^hours:\n.*?(?=^website)", "hours: []\n", "hours"), (r"^hours:\n.*?(?=^website)", "hours: immer\n", "hours"),
        (r"^city: ", "fax: 030\ncity: ", "fax"), (r"^  register: [^\n]+\n", "", "imprint.register"),
        (r"^imprint:\n.*?(?=^privacy)", "imprint: keins\n", "imprint"),
        (r"datenschutz@musterstelle.example", "datenschutz", "privacy_contact.email"),
    ],
)  # fmt: skip
def test_a_wrong_field_of_the_office_profile_is_named(content, old, new, field):
    change(content / "office.yml", old, new)
    error = error_of(content)
    assert (error.file, error.record, error.field) == ("office.yml", "office", field)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (r"^topics:", "themen:", "topics"), (r"code: alter,", "code: senioren,", "topics.0.code"),
        (r"label: Alter, ", "", "topics.0.label"), (r"code: alter,", "code: alter, farbe: rot,", "topics.0.farbe"),
        (r"(code: alter.*?)words: \[.*?\]", r"\1words: []", "topics.0.words"),
        (r"(code: alter.*?)words: \[.*?\]", r"\1words: senior", "topics.0.words"),
        (r"(code: alter.*?)words: \[.*?\]", r"\1words: [oma, no]", "topics.0.words.1"),
        (r"code: verein,", "code: klub,", "organisation_forms.2.code"),
        (r"^formats:.*", "formats: keine\n", "formats"),
    ],
)  # fmt: skip
def test_a_wrong_field_of_the_terms_is_named(content, old, new, field):
    change(content / "terms.yml", old, new)
    error = error_of(content)
    assert (error.file, error.record, error.field) == ("terms.yml", "terms", field)


def test_a_broken_file_leaves_what_is_in_the_database_alone(content, library_file):
    database = content.parent / "lotse.db"
    shutil.copy(library_file, database)
    change(content / "veranstaltungen.yml", r"^  checked_on: 2026-11-22", "  checked_on: morgen")
    with pytest.raises(ContentError):
        load_knowledge(settings_for(database, content))
    with sa.create_engine(f"sqlite:///{database}").connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM record")).scalar_one() == len(read_records(CONTENT))


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "a: !!python/object:os.system x\n", "a: !!int zwölf\n", "a: *fehlt\n"])
def test_odd_yaml_is_refused_in_the_same_way(tmp_path, text):
    file = tmp_path / "odd.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"odd\.yml(, Zeile 1)?: kein lesbares YAML"):
        read_yaml(file, dict)


def test_the_content_as_it_stands_can_be_read():
    assert len(read_records(CONTENT)) > 300
    assert read_office(CONTENT).is_example
    assert {len(terms) > 0 for terms in read_terms(CONTENT).by_entity().values()} == {True}


def test_an_inspection_names_everything_that_is_wrong_and_reads_the_rest(content):
    funding, contacts = content / "foerderung.yml", content / "kontakte.yml"
    change(funding, r"^  confidence: hoch", "  confidence: sehr\n  sumary: x")
    change(funding, r"^  source_url: [^\n]+", "  source_url: www.beispiel.de")
    contacts.write_text("- id: [\n", "utf-8")
    change(content / "methoden.yml", r"^  related: \[\]", "  related: [foe-gibt-es-nicht, foe-sn-zukunftsplattform-sinn]")
    records, errors = inspect_records(content)
    assert {record.kind for record in records} == set(KINDS) - {"kontakte"}
    assert [(error.file, error.field) for error in errors] == [
        ("foerderung.yml", "source_url"), ("foerderung.yml", "confidence"), ("foerderung.yml", "sumary"),
        ("kontakte.yml", None), ("methoden.yml", "related"),
    ]  # fmt: skip
    assert errors[2].remedy.startswith("Meinten Sie summary?") and "foe-gibt-es-nicht" in errors[-1].reason

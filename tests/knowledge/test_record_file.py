"""Writing records back into their files: only what changed differs, and the result reads as what was meant."""
from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from knowledge.content_files import checked, parse_yaml, read_records
from knowledge.errors import ContentError
from knowledge.record_export import export
from knowledge.record_file import RecordFile, write_atomically
from knowledge.revisions import Meeting
from knowledge.schema import KINDS, Contact
from tests.builders import a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event
from tests.library import CONTENT

ONE_OF_EACH = [a_case(), a_contact(), a_funding(), a_legal_hurdle(), a_method(), an_event()]
EMPTY = "# Einträge. Die ids bleiben.\n[]\n"
COMMENTED = """# Oben.
- id: kon-eins
  name: Eins # am Rand
  # vor dem Feld
  summary: Kurz.
  facts: [Ein Satz.]
  topics: [mobilitaet]
  regions: [DE-SN]
  keywords: [Bus]
  source_url: https://quelle.example/bus
  source_title: Quelle
  as_of: null
  confidence: hoch
  organisation: Stelle
  role: Rat
  responsible_for_topics: [mobilitaet]
  responsible_for_regions: [DE-SN]
  checked_on: 2026-11-01

# zwischen den Einträgen
- id: kon-zwei
  name: Zwei
  summary: Kurz.
  facts: [Ein Satz.]
  topics: [mobilitaet]
  regions: [DE-SN]
  keywords: [Bus]
  source_url: https://quelle.example/bus
  source_title: Quelle
  as_of: null
  confidence: hoch
  organisation: Stelle
  role: Rat
  responsible_for_topics: [mobilitaet]
  responsible_for_regions: [DE-SN]
  checked_on: 2026-11-01
  # am Ende
"""


@pytest.fixture(scope="module")
def real_records():
    return read_records(CONTENT)


def read(text: str, model=Contact):
    return [checked(model, entry, Path("x.yml"), "x") for entry in parse_yaml(text, Path("x.yml"), list)]


def changed_lines(old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def test_an_export_of_what_was_loaded_gives_the_same_bytes(real_records):
    made = export(CONTENT, real_records, sorted(real_records, key=lambda one: one.id))
    assert (made.changed, made.added, made.removed) == ((), (), ())
    for name, text in made.texts.items():
        assert text.encode() == (CONTENT / name).read_bytes()


@pytest.mark.parametrize("record", ONE_OF_EACH, ids=lambda one: one.kind)
def test_a_record_of_each_kind_can_be_written_and_read(record):
    file = RecordFile(EMPTY, type(record))
    file.append(record)
    assert file.text.startswith("# Einträge. Die ids bleiben.\n- id: ")
    assert read(file.text, type(record)) == [record]


@pytest.mark.parametrize("kind", KINDS)
def test_real_records_written_anew_look_as_they_did(kind, real_records):
    """In the order of fields, in line width and in quotation marks; at most a few lines in a hundred differ."""
    text = (CONTENT / f"{kind}.yml").read_text("utf-8")
    file = RecordFile(text, KINDS[kind])
    own = [one for one in real_records if one.kind == kind]
    for record in own:
        file.append(record)
    again = file.text.removeprefix(text).lstrip("\n")
    assert read(again, KINDS[kind]) == own
    different = changed_lines(text.split("\n", 1)[1], again)
    assert len(different) <= 0.03 * 2 * len(text.splitlines())


def test_only_the_lines_of_a_changed_field_differ(real_records):
    old = next(one for one in real_records if one.id == "foe-by-sela")
    new = old.copy(update={"status": "ausgelaufen", "note": "Neu gesehen"})
    made = export(CONTENT, real_records, [type(new)(**new.dict()) if one is old else one for one in real_records])
    assert made.changed == ("foe-by-sela",)
    lines = [line for name, text in made.texts.items() for line in changed_lines((CONTENT / name).read_text("utf-8"), text)]
    assert lines == ["-  status: unklar", "+  status: ausgelaufen", "+  note: Neu gesehen"]


def test_comments_stay_but_for_those_inside_what_changed():
    file = RecordFile(COMMENTED, Contact)
    assert file.text == COMMENTED
    one, two = read(COMMENTED)
    file.change(one, a_contact(**{**one.dict(), "summary": "Anders.", "phone": "030 23125-101"}))
    assert changed_lines(COMMENTED, file.text) == ["-  summary: Kurz.", "+  summary: Anders.", "+  phone: 030 23125-101"]
    file.remove("kon-zwei")
    assert "# zwischen den Einträgen" in file.text and "kon-zwei" not in file.text


def test_a_dash_on_a_line_of_its_own_belongs_to_its_record():
    text = COMMENTED.replace("- id: kon-zwei", "- # die zweite\n  id: kon-zwei")
    file = RecordFile(text, Contact)
    assert file.text == text
    two = read(text)[1]
    file.change(two, a_contact(**{**two.dict(), "name": "Anders"}))
    assert changed_lines(text, file.text) == ["-  name: Zwei", "+  name: Anders"]
    file.remove("kon-zwei")
    assert [one.id for one in read(file.text)] == ["kon-eins"]


def test_the_first_and_the_last_record_can_be_taken_out():
    for gone, left in (("kon-eins", "kon-zwei"), ("kon-zwei", "kon-eins")):
        file = RecordFile(COMMENTED, Contact)
        file.remove(gone)
        assert [one.id for one in read(file.text)] == [left] and file.text.startswith("# Oben.\n")


@pytest.mark.parametrize("text", ["Ja", "yes", "0351", "2026-11-22", "a: b", "# kein Kommentar", "„Zitat“ 'x' \"y\"", "- Strich", "Zeile\nzwei", "🚌", "@x"])
def test_every_text_comes_back_as_it_was(text):
    record = a_contact(name=text, facts=(text, "x" * 300, " ".join(["Wort"] * 80)), note=text)
    file = RecordFile(EMPTY, Contact)
    file.append(record)
    assert read(file.text) == [record]


def test_in_place_only_what_is_newer_in_the_database_is_taken(tmp_path):
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    in_files = [a_contact(), a_contact(id="kon-zwei"), a_contact(id="kon-drei")]
    for kind in KINDS:
        file = RecordFile(EMPTY, KINDS[kind])
        for record in in_files if kind == "kontakte" else ():
            file.append(record)
        (folder / f"{kind}.yml").write_text(file.text, "utf-8")
    stored = [a_contact(name="Neu"), a_contact(id="kon-zwei", name="Neu"), a_contact(id="kon-vier")]
    meetings = {"kon-beispiel": Meeting.DATABASE_IS_NEWER, "kon-zwei": Meeting.CONFLICT,
                "kon-drei": Meeting.FILE_IS_NEWER, "kon-vier": Meeting.DATABASE_IS_NEWER}  # fmt: skip
    made = export(folder, in_files, stored, meetings)
    assert read(made.texts["kontakte.yml"]) == [stored[0], in_files[1], in_files[2], stored[2]]
    whole = export(folder, in_files, stored)
    assert sorted(one.id for one in read(whole.texts["kontakte.yml"])) == ["kon-beispiel", "kon-vier", "kon-zwei"]
    assert (whole.changed, whole.added, whole.removed) == (("kon-beispiel", "kon-zwei"), ("kon-vier",), ("kon-drei",))


def test_a_file_that_cannot_be_changed_line_by_line_is_refused(tmp_path):
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    record = a_contact()
    (folder / "kontakte.yml").write_text(f"- {record.json()}\n", "utf-8")
    others = [one for one in read_records(folder) if one.kind != "kontakte" and not getattr(one, "related", ())]
    with pytest.raises(ContentError, match="kontakte.yml: ist so geschrieben"):
        export(folder, [record, *others], [a_contact(name="Neu"), *others], {"kon-beispiel": Meeting.DATABASE_IS_NEWER})


def test_a_file_is_replaced_in_one_step_with_its_rights(tmp_path):
    file = tmp_path / "x.yml"
    file.write_text("alt", "utf-8")
    file.chmod(0o640)
    write_atomically(file, "neu\n")
    assert file.read_text("utf-8") == "neu\n" and file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]

"""Tables as spreadsheets write them: encodings, delimiters, cells, ids, and errors with line and column."""
from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from knowledge.schema import KINDS, Case, Contact, Funding, Method
from knowledge.schema.labels import LABELS
from knowledge.table_columns import columns_of
from knowledge.table_import import read_table
from tests.builders import AN_ENTRY, a_case, a_contact, a_funding

each_kind = pytest.mark.parametrize("model", KINDS.values(), ids=lambda one: one.kind)


def cells_of(model) -> dict[str, str]:
    """The builder's entry as cells of a table, without an id."""
    cells: dict[str, str] = {}
    for column in columns_of(model):
        value: Any = AN_ENTRY[model]
        for part in column.path.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if value is not None and column.path != "id":
            cells[column.label] = _cell(value)
    return cells


def _cell(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return "|".join(_cell(one) for one in value)
    if isinstance(value, dict):
        return f"{value['title']} {value['url']}"
    return {True: "ja", False: "nein"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def table(*rows: dict[str, str], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode(encoding)


def troubles(data: bytes, model=Funding, existing=()) -> list[str]:
    read = read_table(data, model, existing)
    return [str(one) for one in read.troubles]


@each_kind
def test_every_field_has_a_label_of_its_own(model):
    columns = columns_of(model)
    assert len({column.label for column in columns}) == len(columns)
    assert all(column.explanation for column in columns)


def test_no_label_is_without_a_field():
    paths = {path for model in KINDS.values() for column in columns_of(model) for path in (column.path, column.path.split(".")[0])}
    assert set(LABELS) == paths


@each_kind
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_of_each_kind_is_read_however_it_was_saved(model, delimiter, encoding):
    read = read_table(table(cells_of(model), delimiter=delimiter, encoding=encoding), model, [])
    assert read.troubles == ()
    wanted = model(**{**AN_ENTRY[model], "id": f"{model.id_prefix}-dorfbus-fuer-alle"})
    assert read.records == (wanted,)
    assert read.encoding == ("Windows-1252" if encoding == "cp1252" else "UTF-8")


@each_kind
def test_heads_may_be_the_names_of_the_fields(model):
    by_label = {column.label: column.path for column in columns_of(model)}
    cells = {by_label[label]: cell for label, cell in cells_of(model).items()}
    assert len(read_table(table(cells), model, []).records) == 1


def test_lists_may_stand_in_lines_of_their_own_and_empty_lines_do_not_count():
    cells = {**cells_of(Funding), "Suchwörter": "Bus\nDorf | Land\n"}
    empty = dict.fromkeys(cells, "")
    read = read_table(table(empty, cells, empty), Funding, [])
    assert read.records[0].keywords == ("Bus", "Dorf", "Land") and read.troubles == ()


@pytest.mark.parametrize(
    ("label", "cell", "field", "value"),
    [
        ("Höhe bis (Euro)", "5.000", "amount_max_eur", 5000), ("Höhe bis (Euro)", "1.250.000 €", "amount_max_eur", 1_250_000),
        ("Höhe bis (Euro)", "5000,00 Euro", "amount_max_eur", 5000), ("Anteil (Prozent)", "82,5 %", "funding_rate_pct", 82.5),
        ("Geprüft am", "1.11.2026", "checked_on", a_funding(checked_on="2026-11-01").checked_on),
        ("Letzter Tag", "31.12.2027", "open_until", a_funding(open_until="2027-12-31").open_until),
        ("Status", "Offen", "status", "offen"), ("Zuständig", "Geschäftsstelle", "owner", "Geschäftsstelle"),
        ("Name", "0351", "name", "0351"), ("Name", "=SUMME(A1)", "name", "=SUMME(A1)"),
    ],
)  # fmt: skip
def test_cells_are_read_as_people_write_them(label, cell, field, value):
    read = read_table(table({**cells_of(Funding), label: cell}), Funding, [])
    assert read.troubles == () and getattr(read.records[0], field) == value


@pytest.mark.parametrize(
    ("label", "cell", "told"),
    [
        ("Höhe bis (Euro)", "viel", "„viel“ ist keine ganze Zahl"), ("Höhe bis (Euro)", "5,50", "keine ganze Zahl"),
        ("Anteil (Prozent)", "200", "ist zu klein oder zu groß"), ("Geprüft am", "31.11.2026", "ist kein Tag"),
        ("Geprüft am", "", "fehlt. Bitte ergänzen"), ("Status", "ofen", "kennt nur: offen, unklar, ausgelaufen"),
        ("Fakten", "", "ist leer"), ("Gebiete", "DE-SN|Sachsen", "„Sachsen“ ist kein Gebiet"),
        ("Adresse der Quelle", "www.x.de", "ist keine Internetadresse"), ("Id", "met-x", "muss mit „foe-“ beginnen"),
        ("Zuständig", "Frau Muster", "Bitte nennen Sie eine Rolle"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_told_with_line_column_and_remedy(label, cell, told):
    right = {**cells_of(Funding), "Id": ""}
    (trouble,) = troubles(table({**right, "Zuständig": ""}, {**right, "Zuständig": "", label: cell}))
    assert trouble.startswith(f"Zeile 3, Spalte „{label}“: ") and told in trouble
    assert trouble.count(".") >= 1


def test_lines_are_counted_as_an_editor_shows_them():
    cells = cells_of(Funding)
    first = {**cells, "Fakten": "eins\nzwei\ndrei"}
    (trouble,) = troubles(table(first, {**cells, "Status": "ofen"}))
    assert trouble.startswith("Zeile 5, ")


def test_all_troubles_are_told_at_once():
    cells = cells_of(Funding)
    told = troubles(table({**cells, "Status": "ofen", "Ebene": "dorf"}, {**cells, "Geprüft am": "gestern"}))
    assert [line.split(":")[0] for line in told] == [
        "Zeile 2, Spalte „Ebene“", "Zeile 2, Spalte „Status“", "Zeile 3, Spalte „Geprüft am“"
    ]  # fmt: skip


def test_yes_and_no_and_inner_fields():
    method = cells_of(Method)
    assert "keine Adresse am Ende" in troubles(table({**method, "Material": "Leitfaden"}), Method)[0]
    case = {**cells_of(Case), "Kontakt: E-Mail": "keine"}
    assert troubles(table(case), Case)[0].startswith("Zeile 2, Spalte „Kontakt: E-Mail“")


def test_missing_ids_are_made_and_never_taken_twice():
    cells = cells_of(Contact)
    read = read_table(table(cells, cells, {**cells, "Name": "Straße & Ärzte!"}), Contact, [a_contact(id="kon-dorfbus-fuer-alle")])
    assert [one.id for one in read.records] == ["kon-dorfbus-fuer-alle-2", "kon-dorfbus-fuer-alle-3", "kon-strasse-aerzte"]
    long = read_table(table({**cells, "Name": "Wort " * 60}), Contact, []).records[0]
    assert len(long.id) <= 90 and not long.id.endswith("-")


def test_an_id_that_is_taken_is_refused():
    cells = {**cells_of(Contact), "Id": "kon-neu"}
    assert "kon-neu steht schon in Zeile 2" in troubles(table(cells, cells), Contact)[0]
    assert "kon-neu gibt es schon" in troubles(table(cells), Contact, [a_contact(id="kon-neu")])[0]


def test_relations_name_what_exists_or_stands_in_the_table():
    cells = {**cells_of(Case), "Id": "fal-a", "Verwandte Einträge": "fal-b|fal-c"}
    other = {**cells_of(Case), "Id": "fal-b", "Verwandte Einträge": ""}
    (trouble,) = troubles(table(cells, other), Case)
    assert trouble.startswith("Zeile 2, Spalte „Verwandte Einträge“: „fal-c“ gibt es nicht")
    assert troubles(table(cells, other), Case, [a_case(id="fal-c")]) == []


def test_a_head_that_does_not_fit_is_told():
    cells = cells_of(Contact)
    assert troubles(b"", Contact) == ["Zeile 1: Keine Spalte ist bekannt. Bitte nehmen Sie die Kopfzeile aus ./lotse content template."]
    (unknown,) = troubles(table({**cells, "Farbe": "rot"}), Contact)
    assert unknown.startswith("Zeile 1, Spalte „Farbe“: Diese Spalte gibt es nicht")
    (twice,) = troubles(table({**cells, "phone": "1"}), Contact)
    assert "zweimal" in twice
    (missing,) = troubles(table({label: cell for label, cell in cells.items() if label != "Aufgabe"}), Contact)
    assert missing.startswith("Zeile 1, Spalte „Aufgabe“: Diese Spalte fehlt")
    (empty,) = troubles(table(dict.fromkeys(cells, "")), Contact)
    assert "keine Einträge" in empty


@pytest.mark.parametrize("data", ["Name;Status\n".encode("utf-16"), b"Name\n\x81\x8d", b'Name\n"' + b"x" * 200_000])
def test_what_is_no_table_is_told(data):
    assert troubles(data) == ["Zeile 1: Das ist keine lesbare Tabelle. Bitte speichern Sie sie als CSV in UTF-8."]


def test_a_line_with_too_many_cells_is_told():
    assert "mehr Felder als die Kopfzeile" in troubles(table(cells_of(Contact)).rstrip() + b";noch;eins\r\n", Contact)[0]

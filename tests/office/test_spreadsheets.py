"""Tables for spreadsheets: as German ones open them, and never with a formula."""
from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, strategies

from office.spreadsheets import defused, write_spreadsheet

TRICKS = ["=1+1", "=cmd|' /C calc'!A0", "+49351", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "\u00a0=1"]


def written(head, rows) -> bytes:
    out = io.BytesIO()
    write_spreadsheet(out, head, rows)
    return out.getvalue()


def read_back(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("cell", TRICKS)
def test_what_would_be_a_formula_is_text(cell):
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Uli", "0351 1", "a=b", "'=1", "Müller; Söhne", 'sagt "ja"', "🚌"])
def test_everything_else_stays_as_it_is(cell):
    assert defused(cell) == cell


def test_the_file_has_a_bom_semicolons_quotes_and_the_line_ends_of_rfc_4180():
    assert written(["Größe", "b"], [["x;y", None]]) == b'\xef\xbb\xbf"Gr\xc3\xb6\xc3\x9fe";"b"\r\n"x;y";""\r\n'


@given(strategies.lists(strategies.text(strategies.characters(blacklist_categories=("Cs",), blacklist_characters="\0")), min_size=2, max_size=2))  # fmt: skip
def test_no_cell_can_break_out_of_its_row(cells):
    assert read_back(written(["a", "b"], [cells])) == [["a", "b"], [defused(one) for one in cells]]
    assert not any(one.lstrip().startswith(("=", "+", "-", "@")) for one in map(defused, cells))

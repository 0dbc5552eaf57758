"""Tables for spreadsheets, written so that no cell is taken for a formula."""
from __future__ import annotations

import csv
import io
from typing import BinaryIO, Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes Excel, LibreOffice or Numbers take a cell for a formula (OWASP, CSV Injection)."""


def write_spreadsheet(out: BinaryIO, head: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
    """CSV as German spreadsheets open it by a double click: UTF-8 with BOM, semicolons, every cell in quotes."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    table = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(map(defused, head))
    table.writerows(map(defused, row) for row in rows)
    text.detach()  # flushes, and leaves `out` open


def defused(cell: str | None) -> str:
    """The cell with a `'` before what would be a formula, blanks before it or not; None is an empty cell."""
    if cell is None:
        return ""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell

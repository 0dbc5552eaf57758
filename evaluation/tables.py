"""Figures as Markdown tables, and putting them between the marks of a document."""
from __future__ import annotations

from pathlib import Path
from typing import Iterable, Sequence

from evaluation.measures import Share


class MarkMissing(ValueError):
    """A document lacks the marks between which figures are written."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others figures."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def share_row(one: Share) -> list[str]:
    """Name, number, share, interval."""
    return [one.name, str(one.of), f"{one.value:.3f}", interval(one.interval)]


def shares(head: str, rows: Iterable[Share]) -> str:
    """A table of shares with their intervals."""
    return table([head, "n", "share", "95 %"], map(share_row, rows))


def interval(bounds: tuple[float, float]) -> str:
    """„0.94–0.97“."""
    return f"{bounds[0]:.3f}–{bounds[1]:.3f}"


def put_between_marks(document: Path, name: str, content: str) -> None:
    """Replace what stands between `<!-- name -->` and `<!-- /name -->`; raises MarkMissing."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    text = document.read_text("utf-8")
    head, opened, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not opened or not closed:
        raise MarkMissing(f"{document.name} hat keine Stelle für „{name}“ ({begin.strip()} … {end}).")
    document.write_text(f"{head}{begin}{content.strip()}\n{end}{tail}", "utf-8")

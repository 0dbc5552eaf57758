"""Lines in, JSON lines out: how the tools for editors and testers read and write."""
from __future__ import annotations

import json
import re
import sys
from typing import Any, Iterable, Iterator

from bot.commands import given_path
from bot.errors import StartError

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which JSON can name but UTF-8 cannot hold."""


def add_file_argument(parser) -> None:
    """The one argument that these tools share."""
    parser.add_argument("file", nargs="?", default="-", metavar="DATEI", help="Datei mit Zeilen; - oder nichts: Eingabe")


def read_texts(file: str) -> Iterator[str]:
    """The text of each line of `file` (`-`: standard input): plain, or a JSON object with `text` or `q`.

    Every line gives one text, an empty line an empty one. Raises StartError if the file cannot be read.
    """
    for line in _lines(file):
        yield text_of(line)


def text_of(line: str) -> str:
    """What a line says: the `text` or `q` of a JSON object, else the line itself."""
    line = line.rstrip("\r\n")
    if line.lstrip().startswith("{"):
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            return line
        for name in ("text", "q"):
            if isinstance(told.get(name), str):
                return _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", told[name])
    return line


def write_lines(objects: Iterable[dict[str, Any]]) -> None:
    """Print each object as one line of JSON, at once."""
    for one in objects:
        print(json.dumps(one, ensure_ascii=False), flush=True)


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
        yield from sys.stdin
        return
    try:
        with given_path(file).open(encoding="utf-8-sig", errors="replace") as opened:
            yield from opened
    except OSError as error:
        raise StartError(f"Die Datei {file} lässt sich nicht lesen ({error.strerror}).") from None

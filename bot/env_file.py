"""The file `.env`: settings of one checkout that need not be typed before each command."""
from __future__ import annotations

import re
from pathlib import Path
from typing import Mapping

from bot.settings import SettingsError

_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*")


def read_env_file(file: Path, given: Mapping[str, str]) -> dict[str, str]:
    """The variables of `file` that `given` does not set already: `NAME=value`, `#` begins a comment line.

    A missing file is an empty one; a line that is neither raises SettingsError with its number.
    """
    if not file.is_file():
        return {}
    found = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if not match:
            raise SettingsError(f"{file.name}, Zeile {number}: gebraucht wird NAME=Wert.")
        found[match.group(1)] = _unquoted(match.group(2))
    return {name: value for name, value in found.items() if name not in given}


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value

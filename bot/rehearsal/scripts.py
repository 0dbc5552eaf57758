"""What people do in a conversation, as it is written down: in the conversations of the tests, or line by line."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Iterator

import yaml

from bot.errors import StartError
from bot.lines import text_of
from bot.settings import ROOT

WAYS = ROOT / "tests" / "conversations" / "ways"
"""The written conversations: YAML, for each its name (`way`) and its `turns`; the other keys are checks of the tests."""
SAID_AS = {"say": "says", "press": "presses", "remove": "removes", "rate": "rates"}
"""Ways to do a step, and how they are called there."""


@dataclass(frozen=True)
class Step:
    """What a person does in one turn: types a text, or presses the button with this title.

    `way`: the buttons of an answer (`press`), those that remove a part of the context (`remove`), or the two that rate it
    (`rate`, then `words` is `helpful` or `unhelpful`).
    """

    words: str
    way: str = "say"

    @property
    def is_press(self) -> bool:
        """Whether it is a button of any sort."""
        return self.way != "say"


@dataclass(frozen=True)
class Script:
    """A written conversation and the file that it stands in, without its ending."""

    name: str
    file: str
    steps: Iterable[Step]


def known_scripts(folder: Path = WAYS) -> list[Script]:
    """All written conversations; raises StartError if a file cannot be read as such."""
    return [script for file in sorted(folder.glob("*.yml")) for script in _scripts_of(file.stem, _read_yaml(file, file.name))]


def scripts_called(name: str, scripts: Iterable[Script]) -> list[Script]:
    """The conversation with this name, or all of the file with this name; without both, those whose name holds it."""
    scripts, wanted = list(scripts), name.strip().casefold().removesuffix(".yml")
    exact = [one for one in scripts if wanted in (one.name.casefold(), one.file.casefold())]
    return exact or [one for one in scripts if wanted and wanted in one.name.casefold()]


def scripts_of_file(file: Path, name: str) -> list[Script]:
    """The conversations of somebody's own YAML file: in the form of the tests, or a list of what the person says.

    Raises StartError that names the file as `name`.
    """
    told = _read_yaml(file, name)
    if isinstance(told, list) and any(isinstance(one, dict) for one in told):
        return list(_scripts_of(name, told))
    if not isinstance(told, list) or not told:
        raise StartError(f"{name}: Gebraucht wird eine Liste: in jeder Zeile „- “ und was die Person sagt.")
    return [Script(name, name, tuple(map(_step_of_item, told)))]


def steps_of_lines(lines: Iterable[str]) -> Iterator[Step]:
    """One step for each line that is neither empty nor a remark (`#`): a text, or a button as `[Titel]`."""
    for line in lines:
        words = text_of(line).strip()
        if words and not words.startswith("#"):
            yield _step(words)


def _step(words: str) -> Step:
    if len(words) > 2 and words[0] == "[" and words[-1] == "]":
        return Step(words[1:-1].strip(), way="press")
    return Step(words)


def _step_of_item(item: Any) -> Step:
    """YAML reads an unquoted `- [Titel]` as a list within the list."""
    if isinstance(item, list):
        return Step(", ".join(map(str, item)), way="press")
    return _step(str(item))


def _scripts_of(file: str, told: Any) -> Iterator[Script]:
    try:
        for way in told:
            yield Script(way["way"], file, tuple(map(_step_of_turn, way["turns"])))
    except (KeyError, TypeError, AttributeError) as error:
        raise StartError(f"{file}: Ein Gespräch ist nicht aufgebaut wie die anderen ({error}).") from None


def _step_of_turn(turn: dict[str, Any]) -> Step:
    for way, key in SAID_AS.items():
        if way != "say" and key in turn:
            return Step(turn[key], way)
    return Step(turn["says"] * turn.get("times", 1))


def _read_yaml(file: Path, name: str) -> Any:
    try:
        return yaml.safe_load(file.read_text("utf-8-sig"))
    except OSError as error:
        raise StartError(f"Die Datei {name} lässt sich nicht lesen ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise StartError(f"{name} ist nicht in UTF-8 gespeichert. Bitte speichern Sie die Datei so.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", Zeile {mark.line + 1}" if mark else ""
        raise StartError(f"{name}{line}: Das ist kein gültiges YAML. Bitte berichtigen Sie es.") from None

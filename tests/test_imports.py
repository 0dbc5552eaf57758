"""Who may import whom (docs/architecture: a room for every thing), kept over the syntax tree of every module.

Imports inside functions count as well. Sizes, docstrings and names of modules are kept here too.
"""
from __future__ import annotations

import ast
from pathlib import Path
from typing import Iterator

import pytest

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = {
    "storage": {"storage"},
    "knowledge": {"knowledge", "storage"},
    "office": {"office", "knowledge", "storage"},
    "wording": {"wording", "office", "knowledge"},
    "conversation": {"conversation", "office", "knowledge", "wording", "storage"},
    "actions": {"actions", "office", "knowledge", "wording", "conversation"},
    "web": {"web", "office", "knowledge", "wording", "conversation"},
    "worker": {"worker", "office", "knowledge", "wording", "conversation"},
    "evaluation": {"evaluation", "knowledge"},
    "bot/nlu": {"bot.nlu", "bot.settings", "knowledge"},
    "bot": {"bot", "storage", "knowledge", "office", "wording", "conversation", "actions", "web", "worker", "evaluation"},
}
"""Room → what of ours it may import. A module belongs to the deepest room whose folder it lies in."""
EXCEPTIONS = {
    ("actions/services.py", "bot.bootstrap"): "an action builds its services lazily, so that `rasa run actions` works",
}
OURS = {
    "storage", "knowledge", "office", "wording", "conversation", "actions", "web", "worker", "evaluation", "bot", "tests",
}  # fmt: skip
ONLY_FROM = {
    "rasa": ("bot/",),
    "rasa_sdk": ("actions/", "bot/serve_actions.py", "bot/bootstrap.py", "bot/rehearsal/"),
}
"""Foreign package → where it may be imported."""
NEVER = {
    "web": {"sqlalchemy", "rasa", "rasa_sdk"},
    "worker": {"sqlalchemy", "rasa", "rasa_sdk"},
    "actions": {"sqlalchemy", "rasa"},
    "wording": {"sqlalchemy"},
}
SERVICES_ONLY = ("wording", "actions", "web", "worker")
"""These get services, never the database."""
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
MODULES = sorted(
    path for room in OURS for path in (ROOT / room).rglob("*.py") if "__pycache__" not in path.parts
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    return max((room for room in ALLOWED if name_of(path).startswith(f"{room}/")), key=len)


def imports_of(path: Path) -> Iterator[str]:
    """The dotted names that a module imports anywhere; `from a import b` gives `a.b`, which may be a module."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield from (f"{module}.{alias.name}" for alias in node.names)


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def is_excepted(path: Path, name: str) -> bool:
    return any(name_of(path) == module and is_within(name, package) for module, package in EXCEPTIONS)


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_the_rooms_below_it(room):
    wrong = [
        f"{name_of(path)} imports {name}"
        for path in MODULES
        if not name_of(path).startswith("tests/") and room_of(path) == room
        for name in imports_of(path)
        if name.split(".")[0] in OURS
        and not any(is_within(name, allowed) for allowed in ALLOWED[room])
        and not is_excepted(path, name)
    ]
    assert wrong == []


@pytest.mark.parametrize("package", ONLY_FROM)
def test_rasa_and_its_sdk_are_imported_only_where_they_belong(package):
    wrong = [
        f"{name_of(path)} imports {name}"
        for path in MODULES
        if not name_of(path).startswith(("tests/", *ONLY_FROM[package]))
        for name in imports_of(path)
        if is_within(name, package)
    ]
    assert wrong == []


@pytest.mark.parametrize("room", NEVER)
def test_front_ends_never_touch_the_database_or_rasa_itself(room):
    wrong = [
        f"{name_of(path)} imports {name}"
        for path in MODULES
        if name_of(path).startswith(f"{room}/")
        for name in imports_of(path)
        if name.split(".")[0] in NEVER[room] | {"storage" if room in SERVICES_ONLY else ""}
    ]
    assert wrong == []


def test_nothing_of_ours_imports_the_tests():
    wrong = [name_of(path) for path in MODULES if not name_of(path).startswith("tests/")
             for name in imports_of(path) if is_within(name, "tests")]  # fmt: skip
    assert wrong == []


def test_every_exception_is_still_needed():
    unneeded = [
        (module, package)
        for module, package in EXCEPTIONS
        if not any(is_within(name, package) for name in imports_of(ROOT / module))
    ]
    assert unneeded == []


def test_every_module_says_what_it_is_for():
    silent = [
        name_of(path)
        for path in MODULES
        if path.read_text("utf-8").strip()
        and path.name != "conftest.py"
        and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_every_module_fits_the_head():
    sizes = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in sizes.items() if lines > limit_of(name)} == {}


def limit_of(name: str) -> int:
    return 400 if name.startswith("tests/") else 300


def test_a_module_is_named_after_a_thing():
    parts = {(name_of(path), word) for path in MODULES for part in path.relative_to(ROOT).with_suffix("").parts
             for word in part.split("_")}  # fmt: skip
    assert [name for name, word in sorted(parts) if word in FORBIDDEN_NAMES] == []

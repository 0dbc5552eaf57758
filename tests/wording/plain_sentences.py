"""Which sentences break the limits of Einfache Sprache, apart from names, numbers and addresses that stand in them."""
from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Iterable, Iterator

from knowledge.plain_language import faults_of
from wording.cards.sentences import sentences

_LABELS = ("Notiert: ", "Geändert: ", "Bisher steht da: ", "Quelle: ")
"""Begins of lines that repeat what somebody told, or name a source."""
_NO_END = "endet nicht"


def hard_sentences(text: str, quotes: Iterable[str] = ()) -> list[str]:
    """The sentences of `text` that are too hard, each of the `quotes` counting as one word; titles need no full stop."""
    for quote in sorted(filter(None, quotes), key=len, reverse=True):
        text = text.replace(quote, "Name")
    return [one for one in sentences(text) if not one.startswith(_LABELS) and is_hard(one)]


def is_hard(sentence: str) -> bool:
    return any(not fault.startswith(_NO_END) for fault in faults_of(sentence))


def templates(file: Path) -> Iterator[str]:
    """All texts that a module says, with `{}` for each gap: no docstrings, no patterns, no names of fields."""
    tree = ast.parse(file.read_text("utf-8"))
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skipped.add(node.value)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "compile":
            skipped.update(ast.walk(node))
        if isinstance(node, ast.JoinedStr):
            skipped.update(one for one in node.values if isinstance(one, ast.Constant))
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = (one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.sub(r"{\w*}", "{}", node.value)

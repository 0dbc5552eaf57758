"""A wish how to be answered that frames a question: „Wie bekomme ich Geld? Bitte einfach erklären“.

It says nothing about what is wanted, so the classifier does not read it (`courtesy`), and whoever answers heeds it.
"""
from __future__ import annotations

import re

LEAST_LEFT = 3
"""Words that have to remain: „Erklärung, bitte einfach“ is a wish and nothing else."""

_SAY = r"(?:erklär|sag|schreib|antwort|sprech|sprich|ausdrück|formulier)\w*"
_TO_WHOM = r"(?: (?:sie|mir|uns|das|es|bitte|mal|alles))*"
_SPEECH = r"(?:in )?(?:ganz )?(?:leichte|einfache)r? sprache"
_PLAIN = (
    rf"(?:{_SPEECH}|(?:in|mit) (?:ganz )?(?:einfachen|leichten) (?:worten|wörtern|sätzen)|in (?:kurzen|einfachen) sätzen"
    r"|(?:ganz |möglichst |so )?(?:einfach(?:er)?|leicht verständlich))"
)
_ASKED = (
    rf"(?:(?:und )?(?:bitte )?{_SAY}{_TO_WHOM} {_PLAIN}|(?:bitte )?{_PLAIN}(?: bitte)? {_SAY}|{_PLAIN} bitte|bitte {_PLAIN})"
    r"(?: bitte)?"
)
_AT_END = re.compile(rf"(?:[:;,–-]\s*{_ASKED}|(?P<end>[.?!])\s*(?:{_ASKED}|{_SPEECH}))[\s.!]*$", re.IGNORECASE)
_AT_BEGIN = re.compile(rf"^\W*(?:{_ASKED}\s*[.:,;!–-]+|{_SPEECH}\s*[.:!]+)\s*", re.IGNORECASE)


def split_style_wish(text: str) -> tuple[str, bool]:
    """`text` without a wish for plain words at its begin or end, and whether there was one.

    Only a sentence of its own, or one set off by a mark, is such a wish: a leaflet in Leichte Sprache is a project.
    """
    for pattern in (_AT_END, _AT_BEGIN):
        found = pattern.search(text)
        if found is None:
            continue
        rest = text[found.end() :] if pattern is _AT_BEGIN else text[: found.start()] + (found["end"] or "")
        if len(rest.split()) >= LEAST_LEFT:
            return rest.strip(), True
    return text, False

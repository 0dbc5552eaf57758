"""Whose legal form a message names: that of the people who write, or one that they ask about."""
from __future__ import annotations

import re

from knowledge.understanding import Understanding

_OF_THEIRS = re.compile(
    r"\b(?:sind|bin|als|vertrete\w*|f(?:ü|ue)r (?:ein\w*|uns)|(?P<ours>(?:f(?:ü|ue)r )?(?:unser\w*|mein\w*)))"
    r"(?:[ ,]+(?:ein\w*|als|d(?:er|ie|as|en|em)|klein\w*|neu\w*|auch|ja|jetzt|örtlich\w*|gemeinnützig\w*))*\s*$",
    re.IGNORECASE,
)
_WE_BEHIND = re.compile(r"\W*(?:wollen|m(?:ö|oe)chten|werden|sind|w(?:ä|ae)ren) wir\b", re.IGNORECASE)
"""„Genossenschaft wollen wir werden“"""
_MUNICIPALITY = "kommune"
"""„in unserer Gemeinde“ says where, not who."""
_DENIED = re.compile(r"\b(?:kein\w*|nicht|ohne)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE)
_MAKES = re.compile(r"\b(?:gründ|gruend|auflös|aufloes|eröffn|beitret|beizutret|förder|foerder)\w*", re.IGNORECASE)


def own_legal_forms(read: Understanding) -> tuple[str, ...]:
    """The legal forms that somebody says to have or to ask for: „wir sind ein Verein“, „für unseren Verein“, „Verein“.

    Not those that a question is about: „Wie gründen wir einen Verein?“, „Wir sind kein Verein“.
    """
    said = [one for one in read.entities if one.entity == "organisationsform"]
    alone = len(read.text.split()) <= 2
    found = []
    for one in said:
        before = read.text[: one.start]
        if _DENIED.search(before) or _MAKES.match(read.text[one.end :].lstrip()):
            continue
        theirs = _OF_THEIRS.search(before)
        behind = _WE_BEHIND.match(read.text[one.end :])
        if alone or behind or theirs and not (theirs["ours"] and one.value == _MUNICIPALITY):
            found.append(one.value)
    return tuple(dict.fromkeys(found))


def denied_legal_forms(read: Understanding) -> tuple[str, ...]:
    """The legal forms that somebody says not to have: „Wir sind kein Verein“."""
    return tuple(dict.fromkeys(
        one.value for one in read.entities
        if one.entity == "organisationsform" and _DENIED.search(read.text[: one.start])
    ))  # fmt: skip

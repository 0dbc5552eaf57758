"""Salutation, sign-off and a wish for plain words, which frame a message and say nothing about what it wants."""
from __future__ import annotations

import re

from knowledge.spelling.style_wish import split_style_wish

LEAST_LEFT = 8
"""Words that have to remain: of „Hallo, ich bin Renate“ the greeting is what it is about."""

_SALUTATION = re.compile(
    r"\W*(?:hallo|halli ?hallo|hi|hey|moin(?: moin)?|servus|gr(?:ü|ue)(?:ß|ss) gott|gr(?:ü|ue)(?:ß|ss) (?:di|sie|euch)|gude|tach|"
    r"guten (?:tag|morgen|abend)|sehr geehrte[rs]?(?: damen und herren| team|(?: \w+\.?){1,3}(?=,))|liebes \w+)"
    r"(?: zusammen| ihr lieben| liebes team| an alle| leute)?[\s,!.:;–-]+",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"[\s,.!?;–-]+(?:(?:mit )?(?:freundlich|herzlich|best|viel|lieb|schön|schoen)\w{0,3} gr(?:ü|ue|u)(?:ß|ss)\w{0,2}|lg|vg|mfg|"
    r"gr(?:u|ü|ue)(?:ß|ss)e?)(?!\w)(?!\s+(?:gott|di\b))[^?]{0,80}$",
    re.IGNORECASE,
)


def without_courtesy(text: str) -> str:
    """`text` without its salutation, its sign-off and a wish for plain words, where enough is left to say what is wanted."""
    text, _ = split_style_wish(text)
    for pattern in (_SALUTATION.match, _SIGN_OFF.search):
        found = pattern(text)
        if found is not None:
            ending = text[found.start() : found.start() + 1] if text[found.start()] in ".!?" else ""
            rest = text[found.end() :] if found.start() == 0 else text[: found.start()] + ending
            if len(rest.split()) >= LEAST_LEFT:
                text = rest
    return text

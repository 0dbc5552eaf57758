"""A question without some of its words: what is left when „für Jugendliche“ or „Dorfladen“ no longer counts."""
from __future__ import annotations

import re
from typing import Collection

from knowledge.understanding import Understanding

_NEXT = r"(?=(?:für|fuer|in|im|aus|bei|mit|von|und|oder|als)\b|[?!.,;]|$)"
_LEFT_OVER = re.compile(
    r"\b(?:und|oder|sowie|für|fuer|mit|von|zum thema|über|ueber|ein(?:e[nmrs]?)?|der|die|das|den|dem|des|unser\w*)\s*"
    + _NEXT,
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(für|fuer|mit|von)\s+(?:und|oder)\s+", re.IGNORECASE)


_FOR = re.compile(r"\b(?:für|fuer|mit|von)\s+(?:[\w-]+\s+(?:und|oder)\s+)?(?:[a-zäöü]+e[nr]?\s+)?$", re.IGNORECASE)


def without_terms(
    read: Understanding, entity: str, values: Collection[str] | None = None, only_behind_for: bool = False
) -> str:
    """The text of `read` without the words that mean one of `values` of `entity` (all of them if None is given).

    `only_behind_for`: „für Kinder“ goes, „Kinderfest“ stays.
    """
    text = read.text
    spans = {
        (one.start, one.end) for one in read.entities
        if one.entity == entity and (values is None or one.value in values)
        and (not only_behind_for or _FOR.search(text[: one.start]))
    }  # fmt: skip
    if not spans:
        return text
    for start, end in sorted(spans, reverse=True):
        text = text[:start].rstrip() + " " + text[end:].lstrip()
    before = None
    while before != text:
        before, text = text, _LEFT_OVER.sub("", _JOINED.sub(r"\1 ", " ".join(text.split())))
    return re.sub(r"\s+([?!.,;])", r"\1", text).strip()

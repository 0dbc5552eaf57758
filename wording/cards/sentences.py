"""Whole sentences, lists and labelled lines: what every card is put together from."""
from __future__ import annotations

import re
from typing import Iterator, Sequence

_GAP = re.compile(r"(?<=[.?])\s+(?=[A-ZÄÖÜ„])|(?<=[.?][“)])\s+(?=[A-ZÄÖÜ„])")
"""Where a sentence may end."""
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:[^\W\d_]|e\.V|i\.d\.R|[Zz]\.B|[Dd]\.h|[Uu]\.a|\d{1,2}|Dr|Prof|Nr|Abs|Art|\w*[Ss]tr|St|Tel|Fr|Hr|Mio|Mrd|"
    r"Tsd|bzw|ca|inkl|ggf|evtl|max|min|vgl|zzgl|gem|etc|Dipl|Ing|sog)\.$"
)
"""What ends with a point without ending a sentence: „z. B.“, „e. V.“, „Dr.“, „1.“ (of January)."""


def first_sentences(text: str, length: int) -> str:
    """As many whole sentences as fit into `length`, at least the first one."""
    ends = _ends(text)
    fitting = [end for end in (*ends, len(text)) if end <= length]
    return text[: fitting[-1] if fitting else (*ends, len(text))[0]]


def sentences(text: str) -> list[str]:
    """The sentences of `text`; a line break ends one as well."""
    found = []
    for line in text.splitlines():
        edges = [0, *_ends(line), len(line)]
        found += [line[begin:end].strip() for begin, end in zip(edges, edges[1:])]
    return [one for one in found if one]


def _ends(text: str) -> list[int]:
    return [one.start() for one in _GAP.finditer(text) if not _ABBREVIATION.search(text, 0, one.start())]


def bullets(title: str, points: Sequence[str]) -> str:
    """A headed list in plain text."""
    return "\n".join([title, *(f"• {point}" for point in points)])


def labelled(label: str, value: str | None) -> Iterator[str]:
    """„Höhe: bis 5.000 Euro“, or nothing if nothing is known."""
    if value:
        yield f"{label}: {value}"
